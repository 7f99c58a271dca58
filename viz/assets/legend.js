// The legend, which is the filter: kinds of tie, kinds of node, countries, topics; each with its number.
{
  const { make, say } = viewer;
  const FEW = 6;
  const whole = new Set(); // the lists of which all is shown

  viewer.mark = (type) =>
    viewer.svg("svg", { viewBox: "0 0 16 16", class: `mark type-${type}`, "aria-hidden": "true" }, viewer.svg("path", { d: viewer.look.types[type].mark }));

  const stroke = (kind) => {
    const { dashes, base } = viewer.look.kinds[kind];
    return viewer.svg("svg", { viewBox: "0 0 40 10", class: `stroke line-${kind}`, "aria-hidden": "true" },
      viewer.svg("line", { x1: 1, x2: 39, y1: 5, y2: 5, "stroke-width": base + 0.6, "stroke-dasharray": dashes ? dashes.join(" ") : "none" }));
  };

  const row = (id, checked, picture, text, count, onchange) => {
    const box = make("input", { type: "checkbox", id, checked, onchange });
    return make("li", {}, make("label", { for: id }, box, picture, make("span", {}, text), make("b", {}, viewer.number(count))));
  };

  const toggled = (set, one) => { const next = new Set(set); if (!next.delete(one)) next.add(one); return next; };

  // Numbers do not follow the legend itself, so that a hidden kind still says how much it hides.
  const counts = () => {
    const { graph } = viewer;
    const kinds = new Map();
    for (let fact = 0; fact < graph.size; fact += 1) if (graph.timely[fact]) kinds.set(graph.kind[fact], (kinds.get(graph.kind[fact]) ?? 0) + 1);
    for (let p = 0; p < graph.open.length; p += 1) {
      const kind = graph.pair.kind[p];
      if (kind > 6 && graph.timely[graph.pair.fact[p]]) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    return kinds;
  };

  const kindRows = () => {
    const { graph, state } = viewer;
    const numbers = counts();
    const present = new Set([...graph.pair.kind, ...graph.kind]);
    const order = Object.keys(viewer.look.kinds).filter((kind) => present.has(graph.kinds.indexOf(kind)));
    return order.map((kind) => row(`kind-${kind}`, !state.hidden.has(kind), stroke(kind), say(kind), numbers.get(graph.kinds.indexOf(kind)) ?? 0,
      () => viewer.change({ hidden: toggled(viewer.state.hidden, kind) })));
  };

  const typeRows = () => {
    const { graph, state } = viewer;
    const numbers = new Map();
    for (const type of graph.nodes.kind) numbers.set(type, (numbers.get(type) ?? 0) + 1);
    return viewer.look.order.filter((type) => numbers.has(type)).map((type) =>
      row(`type-${type}`, !state.types.has(type), viewer.mark(type), say(type), numbers.get(type),
        () => viewer.change({ types: toggled(viewer.state.types, type) })));
  };

  // All countries and topics are shown until one is chosen; then those chosen.
  const chosenRows = (name, ranked, text, count) => {
    const chosen = viewer.state[name];
    const shown = whole.has(name) ? ranked : ranked.filter((one, n) => n < FEW || chosen.has(one));
    const rows = shown.map((one) => row(`${name}-${one}`, chosen.has(one), null, text(one), count(one), () => viewer.change({ [name]: toggled(viewer.state[name], one) })));
    if (shown.length === ranked.length) return rows;
    const next = `${name}-${ranked.find((one) => !shown.includes(one))}`;
    const more = () => { whole.add(name); viewer.drawLegend(); viewer.one(next).focus(); };
    return [...rows, make("li", {}, make("button", { type: "button", class: "quiet", onclick: more }, say("more", { n: ranked.length - shown.length })))];
  };

  const islandRows = () => {
    const numbers = new Map();
    for (const island of viewer.graph.island) numbers.set(island, (numbers.get(island) ?? 0) + 1);
    const ranked = [...numbers.keys()].sort((x, y) => numbers.get(y) - numbers.get(x) || x - y);
    return chosenRows("islands", ranked, viewer.island, (one) => numbers.get(one));
  };

  // What narrows the view stands above it too, to be seen and taken away: each country and topic that is chosen.
  const chips = () => {
    const of = (name, text) => [...viewer.state[name]].map((one) => make("button", {
      type: "button", "aria-label": say("without", { what: text(one) }), onclick: () => viewer.change({ [name]: toggled(viewer.state[name], one) }),
    }, text(one), make("span", { "aria-hidden": "true" }, " ×")));
    return [...of("islands", viewer.island), ...of("topics", viewer.word)];
  };

  viewer.drawLegend = () => {
    viewer.fill(viewer.one("kinds"), kindRows());
    viewer.fill(viewer.one("types"), typeRows());
    viewer.fill(viewer.one("islands"), islandRows());
    viewer.fill(viewer.one("topics"), chosenRows("topics", viewer.topics(), viewer.word, viewer.topicCount));
    viewer.one("topics-head").hidden = !viewer.topics().length;
    viewer.fill(viewer.one("chosen"), chips());
    viewer.one("chosen").hidden = !viewer.one("chosen").childElementCount;
  };
}
