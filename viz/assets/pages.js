// Articles and their sentences: unpacked block by block, when somebody reads them; the last few are kept.
{
  const KEPT = 16;
  const open = new Map();

  const blockOf = (article) => {
    const starts = viewer.graph.blocks;
    let [low, high] = [0, starts.length];
    while (high - low > 1) { const middle = (low + high) >> 1; if (starts[middle] <= article) low = middle; else high = middle; }
    return low;
  };

  const load = (block) => {
    const found = open.get(block) ?? viewer.unpack(`block-${block}`);
    open.delete(block);
    open.set(block, found);
    if (open.size > KEPT) open.delete(open.keys().next().value);
    return found;
  };

  // Only web addresses become links; anything else ("javascript:…") is no link at all.
  const safe = (address) => {
    try {
      const { protocol, href } = new URL(address);
      return protocol === "http:" || protocol === "https:" ? href : null;
    } catch { return null; }
  };

  // What one telling says: {article: {id, title, published, url, source}, quotes, differs}.
  viewer.readTelling = async (telling) => {
    const { graph } = viewer;
    const { article, quoteStart, quote, differs } = graph.tellings;
    const block = blockOf(article[telling]);
    const [id, title, published, url, source, texts] = (await load(block))[article[telling] - graph.blocks[block]];
    const places = quote.subarray(quoteStart[telling], quoteStart[telling + 1]);
    return {
      article: { id, title, published, url: safe(url), source },
      quotes: [...new Set([...places].map((place) => texts[place]))],
      differs: differs.get(telling) ?? [],
    };
  };

  viewer.tellingsOf = (fact) => {
    const { start } = viewer.graph.tellings;
    return Array.from({ length: start[fact + 1] - start[fact] }, (_, n) => start[fact] + n);
  };

  // What all articles say of many facts, by fact: article after article, so that each block is unpacked once.
  viewer.readFacts = async (facts) => {
    const { article } = viewer.graph.tellings;
    const found = new Map(facts.map((fact) => [fact, []]));
    const steps = facts.flatMap((fact) => viewer.tellingsOf(fact).map((telling) => [fact, telling]));
    for (const [fact, telling] of steps.sort((x, y) => article[x[1]] - article[y[1]])) found.get(fact).push(await viewer.readTelling(telling));
    return found;
  };

  viewer.readFact = (fact) => Promise.all(viewer.tellingsOf(fact).map(viewer.readTelling));
}
