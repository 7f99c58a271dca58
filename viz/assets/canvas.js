// The network on its canvas: vis-network draws nodes and lines of the scene, labels.js their names.
{
  const look = viewer.embedded("look");
  viewer.look = look;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let network = null;
  const EMPTY = { mode: "", nodes: [], edges: [], regions: [] };
  let scene = EMPTY;
  let placed = [];
  let hovered = null;
  let area = null;
  const moved = new Map(); // where the reader put nodes, until the scene is drawn anew as a whole
  let large = 1; // how much larger nodes and lines are drawn, so that they are seen in a wide scene
  let long = 1; // how much longer dashes and arrows are, so that they are still seen as such

  const thick = ({ kind, count, share }) => (share ? 1 + 6 * Math.sqrt(share) : Math.min(8, look.kinds[kind].base + Math.log2(count) * 1.2)) * large;
  const dotSize = ({ type, weight }) => (look.types[type].size + Math.min(7, Math.log2(1 + weight))) * large;

  // The nodes and lines that stay bright beside what is picked; null when all do.
  const bright = (scene) => {
    const { pick } = viewer.state;
    if (!pick || (pick.islands && scene.mode !== "all")) return null;
    const kept = { nodes: new Set(), edges: new Set() };
    for (const edge of scene.edges) {
      const [i, j] = [viewer.graph.island[edge.a], viewer.graph.island[edge.b]];
      const fits = pick.pair ? pick.pair.includes(edge.a) && pick.pair.includes(edge.b)
        : pick.islands ? (pick.islands.includes(i) && pick.islands.includes(j) && (pick.islands.length < 2 || i !== j))
          : edge.a === pick.node || edge.b === pick.node;
      if (fits) { kept.edges.add(edge.id); kept.nodes.add(edge.a).add(edge.b); }
    }
    for (const node of pick.pair ?? (pick.islands ? [] : [pick.node])) kept.nodes.add(node);
    return kept;
  };

  const picked = (id) => viewer.state.pick?.node === id || Boolean(viewer.state.pick?.pair?.includes(id));

  const nodeOf = (item, kept) => {
    const faint = kept && !kept.nodes.has(item.id);
    const colour = viewer.colour(item.type);
    const fill = faint ? viewer.faded(colour, 0.18) : colour;
    const border = picked(item.id) ? viewer.colour("ink") : faint ? viewer.faded(colour, 0) : viewer.colour("paper");
    return {
      id: item.id, x: item.x, y: item.y, shape: look.types[item.type].shape, size: dotSize(item),
      borderWidth: picked(item.id) ? 4 : 1.5, color: { background: fill, border, hover: { background: fill, border: viewer.colour("ink") } },
    };
  };

  const stretched = (dashes) => dashes && dashes.map((part) => part * long);

  const edgeOf = (edge, kept, crowded) => {
    const { dashes, arrow } = look.kinds[edge.kind];
    const dim = kept && !kept.edges.has(edge.id);
    const opacity = dim ? 0.1 : kept ? 0.95 : crowded ? 0.4 : edge.kind === "office" ? 0.55 : 0.9;
    const colour = viewer.faded(viewer.colour(edge.kind), opacity);
    const head = (there) => ({ enabled: Boolean(arrow && there), scaleFactor: 0.55 * long, type: "arrow" });
    return {
      id: edge.id, from: edge.a, to: edge.b, width: thick(edge), dashes: stretched(edge.planned ? look.planned : dashes),
      color: { color: colour, hover: colour }, arrows: { to: head(edge.ahead), from: head(edge.back) },
      smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
    };
  };

  const labelOf = (item, kept) => {
    const at = network.canvasToDOM(network.getPosition(item.id));
    const titled = item.type === "country" && item.node !== undefined && scene.mode === "all" && network.getScale() < 0.55;
    const shown = kept ? kept.nodes.has(item.id) : !titled || hovered === item.id;
    const strong = item.type === "country" || picked(item.id);
    return {
      id: item.id, text: !shown ? "" : item.island === undefined ? viewer.name(item.node) : viewer.island(item.island), x: at.x, y: at.y,
      radius: dotSize(item) * network.getScale() * 0.95, size: strong ? 15 : 13, bold: strong, colour: viewer.colour("ink"),
      rank: (picked(item.id) ? 1e7 : 0) + (hovered === item.id ? 2e7 : 0) + (strong ? 1e5 : 0) + (item.type === "city" || item.type === "party" ? 50 : 0) + item.weight,
      must: picked(item.id) || hovered === item.id || Boolean(kept && shown && kept.nodes.size < 8),
    };
  };

  const countOf = (edge, kept) => {
    if ((edge.count < 2 && !edge.planned) || (kept && !kept.edges.has(edge.id))) return null;
    const body = network.body.edges[edge.id];
    const at = network.canvasToDOM(body.edgeType.getPoint(0.5));
    return { id: edge.id, edge: true, text: [edge.count > 1 && `×${edge.count}`, edge.planned && viewer.say("hoped")].filter(Boolean).join(" "), x: at.x, y: at.y, radius: 0, size: 12, bold: true, colour: viewer.colour(edge.kind), rank: 0 };
  };

  const named = (region, kept) => !kept || scene.nodes.some(({ node, id }) => kept.nodes.has(id) && viewer.graph.island[node] === region.island);

  const regionTitle = (region, kept) => {
    const edge = network.canvasToDOM({ x: region.x, y: region.y });
    const end = network.canvasToDOM({ x: region.x + region.width, y: region.y + region.height });
    const inside = network.getScale() > 0.5;
    const at = inside ? { x: edge.x + 12, y: edge.y + 14 } : { x: edge.x + 2, y: edge.y - 5 };
    const text = viewer.island(region.island).toLocaleUpperCase(viewer.language);
    return { text, x: at.x, y: at.y, left: true, right: end.x - 2, below: inside ? at.y : end.y + 8, radius: 0, size: 12, bold: true, colour: viewer.colour("soft"), opacity: named(region, kept) ? 1 : 0.35, region: region.island };
  };

  // Names on the page's own measure, above what vis-network drew.
  const write = (pen) => {
    const kept = bright(scene);
    const names = scene.nodes.map((item) => labelOf(item, kept)).filter(({ text }) => text || !kept).sort((x, y) => y.rank - x.rank);
    const counts = scene.edges.map((edge) => countOf(edge, kept)).filter(Boolean);
    const ratio = network.canvas.pixelRatio;
    pen.save();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    placed = viewer.placeLabels(pen, [...scene.regions.map((region) => regionTitle(region, kept)), ...names, ...counts], { width: area.clientWidth, height: area.clientHeight });
    viewer.drawLabels(pen, placed);
    pen.restore();
  };

  const under = (pen) => {
    const islands = viewer.state.pick?.islands;
    const opacity = (island) => (islands && !islands.includes(island) ? 0.4 : 1);
    viewer.drawRegions(pen, scene.regions.map((region) => ({ ...region, opacity: opacity(region.island) })));
  };

  viewer.startCanvas = (element, options) => {
    area = element;
    network = new vis.Network(element, { nodes, edges }, options);
    network.on("beforeDrawing", under);
    network.on("afterDrawing", write);
    network.on("click", ({ nodes: [node], edges: [edge], pointer }) => viewer.touch(node, edge, pointer.DOM));
    network.on("hoverNode", ({ node }) => { hovered = node; });
    network.on("blurNode", () => { hovered = null; });
    network.on("dragEnd", ({ nodes: dragged }) => dragged.forEach((id) => moved.set(id, network.getPosition(id))));
    const canvas = element.querySelector("canvas");
    canvas.setAttribute("aria-hidden", "true");
    return network;
  };

  // A click on a name is a click on what it names.
  viewer.touch = (node, edge, { x, y }) => {
    const label = placed.find(({ box, region }) => region === undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    const title = placed.find(({ box, region }) => region !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    const id = node ?? (label && !label.edge ? label.id : undefined);
    const line = label?.edge ? label.id : edge;
    if (id !== undefined) viewer.change({ pick: viewer.pickOf(id) });
    else if (line !== undefined) viewer.change({ pick: viewer.pickOf(scene.edges.find((one) => one.id === line)) });
    else if (title) viewer.change({ pick: { islands: [title.region] } });
    else if (viewer.state.pick && !viewer.graph.big) viewer.change({ pick: null });
  };

  viewer.pickOf = (thing) => {
    if (typeof thing === "object") return thing.islands ? { islands: thing.islands } : { pair: [thing.a, thing.b] };
    return typeof thing === "string" ? { islands: [Number(thing.slice(1))] } : { node: thing };
  };

  const replace = (set, items) => {
    const kept = new Set(items.map(({ id }) => id));
    set.remove(set.getIds().filter((id) => !kept.has(id)));
    set.update(items);
  };

  // Draws what the state asks for; looks at the whole of it when it is another scene.
  viewer.drawCanvas = (whole) => {
    if (whole) network.canvas.setSize(); // it may have been hidden
    if (whole) moved.clear();
    const next = viewer.buildScene(area.clientHeight / area.clientWidth);
    for (const item of next.nodes) Object.assign(item, moved.get(item.id));
    const kept = bright(next);
    const frame = viewer.frame(next, area);
    if (whole) {
      large = Math.max(0.85, Math.min(1.7, (area.clientWidth < 500 ? 0.5 : 0.7) / frame.scale));
      long = Math.max(1, Math.min(3, 0.7 / frame.scale));
    }
    scene = EMPTY; // vis-network draws while it is being told
    replace(edges, []);
    replace(nodes, next.nodes.map((item) => nodeOf(item, kept)));
    replace(edges, next.edges.map((edge) => edgeOf(edge, kept, next.edges.length > 120 && next.mode === "all")));
    scene = next;
    if (whole) network.moveTo(frame);
    network.redraw();
    viewer.scene = scene;
    viewer.network = network;
  };
  viewer.labels = () => placed;
}
