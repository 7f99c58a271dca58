// The graph of the page: columns of numbers, the pairs between which lines are drawn, and who is next to whom.
{
  const KINDS = ["office", "meeting", "visit", "delegation", "agreement", "anniversary", "relation", "capitals", "parties", "countries"];

  // Who stands in the first of some roles ("of|country") in which anybody stands.
  const standing = (columns, roles, i) => {
    for (const role of roles.split("|")) {
      const found = columns.roles[role]?.[i];
      if (Array.isArray(found) ? found.length : found) return Array.isArray(found) ? found : [found];
    }
    return [];
  };

  const pairsOf = (columns, [first, second], i) => {
    const mine = standing(columns, first, i);
    if (first === second) return mine.flatMap((a, n) => mine.slice(n + 1).map((b) => [a - 1, b - 1]));
    return mine.flatMap((a) => standing(columns, second, i).map((b) => [a - 1, b - 1]));
  };

  const readFacts = (graph, index) => {
    let at = 0;
    for (const kind of Object.keys(index.facts)) {
      graph.first[kind] = at;
      const number = KINDS.indexOf(kind);
      const columns = index.facts[kind];
      // A name instead of a column: the slot that has the date of every fact of this kind, as a number below zero.
      if (!Array.isArray(columns.when)) columns.when = columns.slots[columns.when].map((date) => -date);
      for (let i = 0; i < columns.count; i += 1, at += 1) {
        graph.kind[at] = number;
        const [, low, high] = index.dates[columns.when[i]];
        graph.low[at] = low ?? 0;
        graph.high[at] = high ?? 0;
        for (const [a, b] of pairsOf(columns, index.ends[kind], i)) if (a !== b) graph.join(a, b, number, at);
      }
    }
  };

  const readTies = (graph, { kind, a, b, count, fact }) => {
    let at = 0;
    kind.forEach((name, t) => {
      for (let n = 0; n < count[t]; n += 1, at += 1) graph.join(a[t], b[t], KINDS.indexOf(name), fact[at]);
    });
  };

  // Numbers 0..n of items grouped by key: group k is order[start[k]] to order[start[k + 1]].
  const grouped = (size, ...keys) => {
    const start = new Int32Array(size + 1);
    for (const key of keys) for (let n = 0; n < key.length; n += 1) start[key[n] + 1] += 1;
    for (let k = 0; k < size; k += 1) start[k + 1] += start[k];
    const next = start.slice(0, size);
    const order = new Int32Array(start[size]);
    for (const key of keys) for (let n = 0; n < key.length; n += 1) { order[next[key[n]]] = n; next[key[n]] += 1; }
    return { start, order, of: (k) => order.subarray(start[k], start[k + 1]) };
  };

  const running = (counts) => {
    const start = new Int32Array(counts.length + 1);
    counts.forEach((count, n) => { start[n + 1] = start[n] + count; });
    return start;
  };

  viewer.readGraph = (index) => {
    for (const date of index.dates) if (date.length === 1) date.push(viewer.day(date[0]), viewer.day(date[0]));
    const size = Object.values(index.facts).reduce((sum, columns) => sum + columns.count, 0);
    const lists = { a: [], b: [], kind: [], fact: [] };
    const graph = {
      kinds: KINDS, size, nodes: index.nodes, few: index.few, words: index.words, dates: index.dates, blocks: index.blocks, cell: index.cell, rdf: index.rdf,
      columns: index.facts, first: {}, kind: new Uint8Array(size), low: new Int32Array(size), high: new Int32Array(size),
      ties: index.ties.kind.length,
      join(a, b, kind, fact) { lists.a.push(a); lists.b.push(b); lists.kind.push(kind); lists.fact.push(fact); },
    };
    readFacts(graph, index);
    readTies(graph, index.ties);
    graph.pair = { a: Int32Array.from(lists.a), b: Int32Array.from(lists.b), kind: Uint8Array.from(lists.kind), fact: Int32Array.from(lists.fact) };
    graph.count = index.nodes.iri.length;
    graph.near = grouped(graph.count, graph.pair.a, graph.pair.b);
    graph.pairsOf = grouped(size, graph.pair.fact);
    graph.island = Int32Array.from(index.nodes.island);
    const { count, article: steps, quotes, quote, differs } = index.tellings;
    let last = 0;
    const article = steps.map((step) => { last += step; return last; });
    graph.tellings = {
      start: running(count), article: Int32Array.from(article), quoteStart: running(quotes), quote: Int32Array.from(quote),
      differs: new Map(differs),
    };
    graph.articles = article.reduce((most, one) => Math.max(most, one + 1), 0);
    graph.big = graph.count > graph.few;
    graph.byIri = new Map(index.nodes.iri.map((iri, n) => [iri, n]));
    graph.kindOf = (fact) => KINDS[graph.kind[fact]];
    graph.slot = (fact, name) => graph.columns[graph.kindOf(fact)].slots[name]?.[fact - graph.first[graph.kindOf(fact)]] ?? 0;
    graph.when = (fact) => graph.dates[graph.columns[graph.kindOf(fact)].when[fact - graph.first[graph.kindOf(fact)]]][0];
    graph.standing = (fact, role) =>
      standing(graph.columns[graph.kindOf(fact)], role, fact - graph.first[graph.kindOf(fact)]).map((n) => n - 1);
    graph.topicsOf = (fact) => graph.slot(fact, "topics") || [];
    graph.roles = (fact) => Object.keys(graph.columns[graph.kindOf(fact)].roles);
    graph.byArticle = grouped(graph.articles, graph.tellings.article);
    graph.factOf = (telling) => {
      let low = 0;
      let high = size;
      while (high - low > 1) { const middle = (low + high) >> 1; if (graph.tellings.start[middle] <= telling) low = middle; else high = middle; }
      return low;
    };
    return graph;
  };
}
