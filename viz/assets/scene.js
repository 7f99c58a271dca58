// What is drawn: all nodes on their islands while they are few, else countries, one neighbourhood or two sides.
{
  const STEP = 60; // neighbours at first, and with each "more"
  const MOST = 240;
  const UPRIGHT = 1.15;
  const PAD = { x: 78, top: 62, bottom: 52 };
  const hoped = new Set(["planned", "proposed"]);

  const planned = (fact) => hoped.has(viewer.graph.words[Math.max(0, viewer.graph.slot(fact, "status"))][0]);

  // Lines between the nodes of a set: one for two nodes and a kind, with its facts.
  const lines = (chosen) => {
    const { graph } = viewer;
    const found = new Map();
    for (const node of chosen) {
      for (const p of graph.near.of(node)) {
        const other = graph.pair.b[p];
        if (!graph.open[p] || graph.pair.a[p] !== node || !chosen.has(other)) continue;
        const [a, b] = node < other ? [node, other] : [other, node];
        const kind = graph.kinds[graph.pair.kind[p]];
        const id = `${a}-${b}-${kind}`;
        const line = found.get(id) ?? found.set(id, { id, a, b, kind, count: 0, planned: true, ahead: false, back: false }).get(id);
        line.count += 1;
        line.planned = line.planned && planned(graph.pair.fact[p]);
        if (node === a) line.ahead = true; else line.back = true;
      }
    }
    const order = (line) => graph.kinds.indexOf(line.kind);
    return fan([...found.values()].sort((x, y) => x.a - y.a || x.b - y.b || order(x) - order(y)));
  };

  // Lines between the same two nodes stand side by side.
  const fan = (edges) => {
    const groups = new Map();
    for (const edge of edges) {
      const key = `${edge.a}-${edge.b}`;
      (groups.get(key) ?? groups.set(key, []).get(key)).push(edge);
    }
    for (const group of groups.values()) group.forEach((edge, n) => { edge.bend = (n - (group.length - 1) / 2) * 0.16; });
    return edges;
  };

  const regions = (nodes) => {
    const found = new Map();
    for (const { node, x, y } of nodes) {
      const island = viewer.graph.island[node];
      const box = found.get(island) ?? found.set(island, { island, left: x, right: x, top: y, bottom: y }).get(island);
      Object.assign(box, { left: Math.min(box.left, x), right: Math.max(box.right, x), top: Math.min(box.top, y), bottom: Math.max(box.bottom, y) });
    }
    return [...found.values()].map(({ island, left, right, top, bottom }) => ({
      island, x: left - PAD.x, y: top - PAD.top, width: right - left + 2 * PAD.x, height: bottom - top + PAD.top + PAD.bottom,
    }));
  };

  const drawn = (chosen, spot) => {
    const { graph } = viewer;
    return [...chosen].map((node) => ({ id: node, node, type: graph.nodes.kind[node], weight: graph.weight[node], ...spot(node) }));
  };

  // The map of cells is stretched to the shape of the window, save for the few islands of one relation; a high
  // window has it lie on its side.
  const onScreen = (aspect) => {
    if (aspect > UPRIGHT) return (x, y) => ({ x: y * 0.85, y: x * 1.25 });
    const stretch = viewer.graph.nodes.islands.length > 4 ? Math.max(1, Math.min(1.6, aspect / (9 / 15))) : 1;
    return (x, y) => ({ x, y: y * stretch });
  };

  const allScene = (aspect) => {
    const { graph } = viewer;
    const chosen = new Set();
    for (let node = 0; node < graph.count; node += 1) if (graph.weight[node]) chosen.add(node);
    const [wide, high] = graph.cell;
    const at = onScreen(aspect);
    const nodes = drawn(chosen, (node) => {
      const [, column, row] = graph.nodes.islands[graph.island[node]];
      return at(column * wide + graph.nodes.x[node], row * high + graph.nodes.y[node]);
    });
    return { mode: "all", all: nodes.length, nodes, edges: lines(chosen), regions: regions(nodes) };
  };

  const room = () => Math.min(MOST, STEP * (1 + viewer.state.more));

  const aroundScene = (middle) => {
    const near = viewer.neighbours(middle).map(([node]) => node);
    const shown = near.slice(0, room());
    const spots = viewer.inBlocks(middle, shown, (node) => viewer.graph.island[node]);
    const nodes = drawn(new Set([middle, ...shown]), (node) => spots.get(node));
    return { mode: "around", all: near.length, nodes, edges: lines(new Set([middle, ...shown])), regions: regions(nodes.slice(1)) };
  };

  const sidesScene = (islands) => {
    const { graph } = viewer;
    const weight = new Map();
    for (const fact of viewer.factsOf({ islands })) {
      for (const p of graph.pairsOf.of(fact)) {
        for (const node of [graph.pair.a[p], graph.pair.b[p]]) {
          if (graph.open[p] && islands.includes(graph.island[node])) weight.set(node, (weight.get(node) ?? 0) + 1);
        }
      }
    }
    const ranked = [...weight].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([node]) => node);
    const shown = ranked.slice(0, room());
    const spots = viewer.inBlocks(null, shown, (node) => graph.island[node]);
    const nodes = drawn(new Set(shown), (node) => spots.get(node));
    return { mode: "sides", all: ranked.length, nodes, edges: lines(new Set(shown)), regions: regions(nodes) };
  };

  // The scene for a canvas that is so many times as high as wide.
  viewer.buildScene = (aspect) => {
    const { pick } = viewer.state;
    if (!viewer.graph.big) return allScene(aspect);
    if (!pick) return viewer.overviewScene(aspect > UPRIGHT);
    if (pick.islands) return sidesScene(pick.islands);
    return aroundScene(pick.pair ? pick.pair[0] : pick.node);
  };

  viewer.isPlanned = planned;
}
