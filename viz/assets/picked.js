// The facts of what is picked: a node, a pair of nodes, an island, a pair of islands, or everything.
{
  const unique = (pairs) => {
    const { graph } = viewer;
    const found = new Set();
    for (const p of pairs) if (graph.open[p]) found.add(graph.pair.fact[p]);
    return [...found];
  };

  const between = (a, b) => [...viewer.graph.near.of(a)].filter((p) => viewer.graph.pair.a[p] === b || viewer.graph.pair.b[p] === b);

  const across = ([i, j]) => {
    const { graph } = viewer;
    const found = [];
    for (let p = 0; p < graph.open.length; p += 1) {
      if (!graph.open[p]) continue;
      const [x, y] = [graph.island[graph.pair.a[p]], graph.island[graph.pair.b[p]]];
      const fits = j === undefined ? x === i || y === i : (x === i && y === j) || (x === j && y === i);
      if (fits) found.push(p);
    }
    return found;
  };

  const loose = (node) => {
    const { graph } = viewer;
    const found = [];
    for (let fact = 0; fact < graph.size; fact += 1) {
      if (!graph.passes[fact] || graph.pairsOf.start[fact + 1] > graph.pairsOf.start[fact]) continue;
      if (graph.roles(fact).some((role) => graph.standing(fact, role).includes(node))) found.push(fact);
    }
    return found;
  };

  const everything = () => {
    const found = [];
    for (let fact = 0; fact < viewer.graph.size; fact += 1) if (viewer.graph.passes[fact]) found.push(fact);
    return found;
  };

  viewer.factsOf = (pick) => {
    if (!pick) return everything();
    if (pick.islands) return unique(across(pick.islands));
    if (pick.pair) return unique(between(...pick.pair));
    return [...new Set([...unique(viewer.graph.near.of(pick.node)), ...loose(pick.node)])];
  };

  // Newest first; what has no date comes last; offices after events.
  viewer.newestFirst = (facts) => {
    const { graph } = viewer;
    const rank = (fact) => (graph.kindOf(fact) === "office" ? 1 : 0);
    return facts.sort((x, y) => rank(x) - rank(y) || graph.low[y] - graph.low[x] || graph.high[x] - graph.high[y] || x - y);
  };

  // The neighbours of a node: [node, count, kinds], strongest first.
  viewer.neighbours = (node) => {
    const { graph } = viewer;
    const found = new Map();
    for (const p of graph.near.of(node)) {
      if (!graph.open[p]) continue;
      const other = graph.pair.a[p] === node ? graph.pair.b[p] : graph.pair.a[p];
      const known = found.get(other) ?? found.set(other, { facts: new Set(), kinds: new Set() }).get(other);
      known.facts.add(graph.pair.fact[p]);
      known.kinds.add(graph.pair.kind[p]);
    }
    return [...found].map(([other, { facts, kinds }]) => [other, facts.size, [...kinds].sort()])
      .sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  };
}
