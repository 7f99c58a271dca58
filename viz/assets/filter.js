// Which facts, ties and nodes pass the legend, the time, the countries and the topics that the reader chose.
{
  const timeless = new Set(["office", "relation"]); // states do not fall out of the time window

  const inTime = (graph, { from, to, undated }, fact) => {
    if (timeless.has(graph.kindOf(fact))) return true;
    if (!graph.high[fact]) return undated;
    return (!from || graph.high[fact] >= from) && (!to || graph.low[fact] <= to);
  };

  viewer.readFilter = (graph) => {
    graph.timely = new Uint8Array(graph.size); // in the time that is chosen
    graph.fits = new Uint8Array(graph.size); // all other choices
    graph.passes = new Uint8Array(graph.size); // both
    graph.open = new Uint8Array(graph.pair.a.length);
    graph.weight = new Int32Array(graph.count);
  };

  viewer.filter = (graph, state) => {
    const shown = graph.kinds.map((kind) => !state.hidden.has(kind));
    const node = (n) => !state.types.has(graph.nodes.kind[n]) && (!state.islands.size || state.islands.has(graph.island[n]));
    const nodes = Uint8Array.from({ length: graph.count }, (_, n) => (node(n) ? 1 : 0));
    const about = (fact) => !state.topics.size || graph.topicsOf(fact).some((topic) => state.topics.has(topic));
    for (let fact = 0; fact < graph.size; fact += 1) {
      graph.timely[fact] = inTime(graph, state, fact) ? 1 : 0;
      graph.passes[fact] = 0;
      graph.fits[fact] = 0;
    }
    graph.weight.fill(0);
    const { a, b, kind, fact } = graph.pair;
    for (let p = 0; p < a.length; p += 1) {
      const fits = shown[kind[p]] && nodes[a[p]] && nodes[b[p]] && about(fact[p]);
      graph.open[p] = fits && graph.timely[fact[p]] ? 1 : 0;
      if (fits) graph.fits[fact[p]] = 1;
      if (!graph.open[p]) continue;
      graph.weight[a[p]] += 1;
      graph.weight[b[p]] += 1;
    }
    lonely(graph, (one) => shown[graph.kind[one]] && about(one), nodes);
    for (let one = 0; one < graph.size; one += 1) graph.passes[one] = graph.fits[one] & graph.timely[one];
  };

  // A fact with one end only (a visit whose visitor no article names) has no line, but is still read.
  const lonely = (graph, chosen, nodes) => {
    for (let fact = 0; fact < graph.size; fact += 1) {
      if (graph.pairsOf.start[fact + 1] > graph.pairsOf.start[fact]) continue;
      const there = graph.roles(fact).some((role) => graph.standing(fact, role).some((n) => nodes[n]));
      graph.fits[fact] = chosen(fact) && there ? 1 : 0;
    }
  };
}
