// The matrix: countries, capitals or parties across and down, in each cell the number of facts that tie the two.
{
  const { make, say } = viewer;
  const STEP = 24;
  let room = STEP;
  let spot = [0, 1];

  const key = (a, b) => `${Math.min(a, b)}-${Math.max(a, b)}`;

  // Cities or parties with each other: derived ties and facts of their own, each fact once.
  const ofNodes = (type) => (facts) => {
    const { graph } = viewer;
    const found = new Map();
    for (let p = 0; p < graph.open.length; p += 1) {
      const [x, y] = [graph.pair.a[p], graph.pair.b[p]];
      if (!graph.open[p] || graph.nodes.kind[x] !== type || graph.nodes.kind[y] !== type) continue;
      if (facts && !facts.has(graph.pair.fact[p])) continue;
      (found.get(key(x, y)) ?? found.set(key(x, y), new Set()).get(key(x, y))).add(graph.pair.fact[p]);
    }
    return [...found].map(([cell, tied]) => { const [a, b] = cell.split("-").map(Number); return { a, b, count: tied.size }; });
  };

  const nodes = { name: (n) => viewer.name(n), sides: (pick) => pick.pair, pick: (a, b) => (a === b ? { node: a } : { pair: [a, b] }) };
  const modes = {
    countries: { ties: (facts) => viewer.islandTies(facts), name: (n) => viewer.island(n), sides: (pick) => pick.islands, pick: (a, b) => (a === b ? { islands: [a] } : { islands: [a, b] }) },
    capitals: { ...nodes, ties: ofNodes("city") },
    parties: { ...nodes, ties: ofNodes("party") },
  };

  // The cells of what is picked: the two that are picked, else all that its facts tie.
  const marked = (mode) => {
    const { pick } = viewer.state;
    if (!pick) return new Set();
    const sides = mode.sides(pick);
    return new Set(sides?.length === 2 ? [key(...sides)] : mode.ties(new Set(viewer.factsOf(pick))).map(({ a, b }) => key(a, b)));
  };

  const cell = (mode, { counts, most, marks }, [a, row], [b, column]) => {
    if (a === b) return make("td", { class: "self" });
    const count = counts.get(key(a, b)) ?? 0;
    if (!count) return make("td", { class: "none" });
    const depth = Math.ceil((Math.log(1 + count) / Math.log(1 + most)) * 6);
    return make("td", {}, make("button", {
      type: "button", class: `depth-${depth}`, "data-row": row, "data-column": column, tabindex: "-1", "aria-pressed": String(marks.has(key(a, b))),
      "aria-label": say("cell", { a: mode.name(a), b: mode.name(b), n: count }), onclick: () => { spot = [row, column]; viewer.change({ pick: mode.pick(a, b) }); },
    }, viewer.number(count)));
  };

  const head = (mode, item, scope) =>
    make("th", { scope }, make("button", { type: "button", class: "link", tabindex: "-1", onclick: () => viewer.change({ pick: mode.pick(item, item) }) }, mode.name(item)));

  const body = (mode) => {
    const ties = mode.ties();
    const counts = new Map(ties.map(({ a, b, count }) => [key(a, b), count]));
    const ranked = viewer.islandWeights(ties).map(([item]) => item);
    const items = ranked.slice(0, room);
    const all = { counts, most: Math.max(1, ...counts.values()), marks: marked(mode) };
    const rows = items.map((a, row) => make("tr", {}, head(mode, a, "row"), items.map((b, column) => cell(mode, all, [a, row], [b, column]))));
    return { ranked, table: make("table", { class: "matrix" },
      make("caption", { class: "hidden" }, say("matrix")), make("thead", {}, make("tr", {}, make("td"), items.map((item) => head(mode, item, "col")))), make("tbody", {}, rows)) };
  };

  const choice = (by) => make("button", { type: "button", "aria-pressed": String(viewer.state.by === by), onclick: () => { room = STEP; viewer.change({ by }); } }, say(`by.${by}`));

  const enter = (area) => {
    const buttons = [...area.querySelectorAll("td button")];
    const here = buttons.find((one) => Number(one.dataset.row) === spot[0] && Number(one.dataset.column) === spot[1]) ?? buttons[0];
    if (here) here.tabIndex = 0;
  };

  // Arrow keys go from cell to cell that holds something.
  const walk = (event) => {
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const step = steps[event.key];
    if (!step || event.target.dataset.row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    let [row, column] = [Number(event.target.dataset.row), Number(event.target.dataset.column)];
    for (let n = 0; n < room; n += 1) {
      [row, column] = [row + step[0], column + step[1]];
      const next = viewer.one("matrix").querySelector(`button[data-row="${row}"][data-column="${column}"]`);
      if (!next) continue;
      event.target.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      return;
    }
  };

  viewer.drawMatrix = () => {
    const area = viewer.one("matrix");
    const { ranked, table } = body(modes[viewer.state.by]);
    const more = ranked.length > room
      ? make("button", { type: "button", class: "quiet", onclick: () => { room += STEP; viewer.drawMatrix(); } }, say("more", { n: ranked.length - room })) : null;
    const bar = make("div", { class: "bar", role: "group", "aria-label": say("matrix") }, Object.keys(modes).map(choice), make("span", { class: "soft" }, say("of.all", { shown: Math.min(room, ranked.length), all: ranked.length })));
    const focused = area.contains(document.activeElement) && document.activeElement.dataset.row !== undefined;
    viewer.fill(area, bar, ranked.length ? make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("matrix") }, table) : make("p", { class: "empty" }, say("empty")), more);
    enter(area);
    if (focused) area.querySelector("td button[tabindex='0']")?.focus();
  };
  viewer.startMatrix = () => viewer.one("matrix").addEventListener("keydown", walk);
}
