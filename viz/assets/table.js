// The table: the facts of the selection in rows; sorted by a press on a heading, filtered by what is typed.
{
  const { make, say } = viewer;
  const STEP = 100;
  const HEADS = ["date", "kind", "who", "with", "what", "topics", "place", "status"];
  const usual = new Set(["", "done", "established", "signed"]);
  let list = [];

  const names = (nodes) => nodes.map(viewer.name).join(", ");

  // What stands in each column for a fact, as the reader sees it.
  const cell = {
    date: (fact) => (viewer.graph.kindOf(fact) === "office" ? "" : viewer.showDate(viewer.graph.when(fact))),
    kind: (fact) => say(`one.${viewer.graph.kindOf(fact)}`),
    who: (fact) => names(viewer.sides(fact)[0]),
    with: (fact) => names(viewer.sides(fact)[1]),
    what: (fact) => viewer.what(fact),
    topics: (fact) => viewer.graph.topicsOf(fact).map(viewer.word).join(", "),
    place: (fact) => viewer.slotText(fact, "place"),
    status: (fact) => viewer.slotText(fact, "status"),
  };
  viewer.rowOf = (fact) => Object.fromEntries(HEADS.map((name) => [name, cell[name](fact)]));
  viewer.rowHeads = HEADS;

  const byDate = (sign) => (x, y) => {
    const { low } = viewer.graph;
    return (low[x] && low[y] ? sign * (low[x] - low[y]) : (low[y] ? 1 : 0) - (low[x] ? 1 : 0)) || x - y;
  };

  // Sorts by words as the language sorts them; each different text is compared once, however many rows have it.
  const byText = (facts, name, sign) => {
    const texts = facts.map(cell[name]);
    const order = [...new Set(texts)].sort(new Intl.Collator(viewer.language).compare);
    const rank = new Map(order.map((text, n) => [text, n]));
    const place = new Map(facts.map((fact, n) => [fact, rank.get(texts[n])]));
    return facts.sort((x, y) => sign * (place.get(x) - place.get(y)) || x - y);
  };

  const sorted = (facts) => {
    const name = viewer.state.sort.replace(/-$/, "");
    const sign = viewer.state.sort.endsWith("-") ? -1 : 1;
    return name in cell && name !== "date" ? byText(facts, name, sign) : facts.sort(byDate(sign));
  };

  // The facts whose row has all words that are typed; each different text is folded once.
  const matching = (facts) => {
    const words = viewer.state.view === "table" ? viewer.fold(viewer.state.words).split(" ").filter(Boolean) : [];
    if (!words.length) return facts;
    const known = new Map();
    const folded = (text) => known.get(text) ?? known.set(text, viewer.fold(text)).get(text);
    return facts.filter((fact) => {
      const row = HEADS.map((name) => folded(cell[name](fact)));
      return words.every((word) => row.some((text) => text.includes(word)));
    });
  };

  viewer.tableFacts = () => sorted(matching(viewer.factsOf(viewer.state.pick)));

  // The two ends of a fact, to open: the tie where it has two, else the node.
  const pickOf = (fact) => {
    const [[a], [b]] = viewer.sides(fact);
    if (a === undefined && b === undefined) return null;
    return a === undefined || b === undefined ? { node: a ?? b } : { pair: [a, b] };
  };

  const row = (heads) => (fact) => {
    const all = viewer.rowOf(fact);
    const quote = make("div");
    const first = viewer.tellingsOf(fact)[0];
    if (first !== undefined) viewer.reading = Promise.all([viewer.reading, viewer.readTelling(first).then(({ quotes }) => { quote.textContent = quotes[0] ?? ""; })]);
    const open = make("button", { type: "button", class: "link", onclick: () => viewer.change({ pick: pickOf(fact) }) }, all.who || all.with || "—");
    return make("tr", { class: viewer.isPlanned(fact) ? "planned" : null }, heads.map((name) =>
      make("td", { class: `col-${name}` }, name === "who" ? open : name === "kind" ? viewer.chip(viewer.graph.kindOf(fact)) : make("div", {}, all[name]))), make("td", { class: "sentence" }, quote));
  };

  const head = (name) => {
    const active = viewer.state.sort.replace(/-$/, "") === name;
    const down = viewer.state.sort.endsWith("-");
    return make("th", { scope: "col", class: `col-${name}`, "aria-sort": active ? (down ? "descending" : "ascending") : "none" },
      make("button", { type: "button", id: `sort-${name}`, onclick: () => viewer.change({ sort: active && !down ? `${name}-` : name }) }, say(name), make("span", { "aria-hidden": "true" }, active ? (down ? " ↓" : " ↑") : "")));
  };

  // Columns in which no row says anything are left out.
  const filled = () => HEADS.filter((name) => {
    if (name === "place") return list.some((fact) => viewer.graph.slot(fact, name));
    if (name === "topics") return list.some((fact) => viewer.graph.topicsOf(fact).length);
    return name !== "status" || list.some((fact) => !usual.has(viewer.graph.words[Math.max(0, viewer.graph.slot(fact, name))][0]));
  });

  const rows = (body, heads, from) => {
    body.append(...list.slice(from, from + STEP).map(row(heads)));
    const rest = list.length - from - STEP;
    const more = viewer.one("table-more");
    more.hidden = rest <= 0;
    more.textContent = say("more", { n: Math.max(0, rest) });
    more.onclick = () => rows(body, heads, from + STEP);
  };

  viewer.drawTable = () => {
    list = viewer.tableFacts();
    if (document.activeElement !== viewer.one("table-filter")) viewer.one("table-filter").value = viewer.state.words;
    const body = make("tbody");
    const heads = filled();
    viewer.fill(viewer.one("table-here"), make("table", { class: "facts" }, make("caption", { class: "hidden" }, say("table")),
      make("thead", {}, make("tr", {}, heads.map(head), make("th", { scope: "col", class: "sentence" }, say("sentence")))), body));
    viewer.one("table-count").textContent = list.length ? say("rows", { n: list.length }) : say("empty");
    rows(body, heads, 0);
  };

  viewer.startTable = () => {
    viewer.one("table-filter").addEventListener("input", viewer.later(120, () => viewer.change({ words: viewer.one("table-filter").value })));
    viewer.one("table-copy").addEventListener("click", async () => viewer.copy(await viewer.csv(viewer.tableFacts()), "copied"));
  };
}
