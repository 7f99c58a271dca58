// Countries first: how many facts tie each two islands, and which of them are worth drawing.
{
  const MOST_ISLANDS = 60;
  const MOST_LINES = 60;

  // Calls visit(first, second, fact) once for each fact and two islands that it ties.
  viewer.eachIslandPair = (visit) => {
    const { graph } = viewer;
    let [last, first, second] = [-1, -1, -1];
    for (let p = 0; p < graph.open.length; p += 1) {
      if (!graph.open[p] || graph.kind[graph.pair.fact[p]] !== graph.pair.kind[p]) continue;
      const [x, y] = [graph.island[graph.pair.a[p]], graph.island[graph.pair.b[p]]];
      if (x === y) continue;
      const [low, high, fact] = [Math.min(x, y), Math.max(x, y), graph.pair.fact[p]];
      if (fact === last && low === first && high === second) continue;
      [last, first, second] = [fact, low, high];
      visit(low, high, fact);
    }
  };

  // How many facts tie each two islands, most first; of some facts only, if they are given.
  viewer.islandTies = (facts) => {
    const width = viewer.graph.nodes.islands.length;
    const ties = new Map();
    viewer.eachIslandPair((a, b, fact) => (!facts || facts.has(fact)) && ties.set(a * width + b, (ties.get(a * width + b) ?? 0) + 1));
    return [...ties].map(([key, count]) => ({ a: Math.floor(key / width), b: key % width, count }))
      .sort((x, y) => y.count - x.count || x.a - y.a || x.b - y.b);
  };

  viewer.islandWeights = (ties) => {
    const weights = new Map();
    for (const { a, b, count } of ties) for (const island of [a, b]) weights.set(island, (weights.get(island) ?? 0) + count);
    return [...weights].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  };

  const cell = (island, portrait) => {
    const [, column, row] = viewer.graph.nodes.islands[island];
    return portrait ? { x: row * 84, y: column * 80 } : { x: column * 96, y: row * 80 };
  };

  viewer.overviewScene = (portrait) => {
    const ties = viewer.islandTies();
    const weights = viewer.islandWeights(ties);
    const shown = new Map(weights.slice(0, MOST_ISLANDS));
    const lines = ties.filter(({ a, b }) => shown.has(a) && shown.has(b)).slice(0, MOST_LINES);
    return {
      mode: "overview",
      all: weights.length,
      nodes: [...shown].map(([island, weight]) => ({ id: `i${island}`, island, type: "country", weight, ...cell(island, portrait) })),
      edges: lines.map(({ a, b, count }) => ({ id: `i${a}-i${b}`, a: `i${a}`, b: `i${b}`, islands: [a, b], kind: "several", count, share: count / lines[0].count })),
      regions: [],
    };
  };
}
