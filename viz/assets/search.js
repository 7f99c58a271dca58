// Search by any spelling, with or without marks, by title or by party: a list under the box, moved through by keys.
{
  const { make, say } = viewer;
  const SHOWN = 12;
  let names = [];
  let titles = null;
  let found = [];
  let active = -1;

  viewer.readSearch = (graph) => {
    names = graph.nodes.name.map((name, n) => viewer.fold([...new Set([name, ...viewer.allNames(n), ...graph.nodes.also[n]])].join("|")));
  };

  // The folded titles of each person, with what they are of; made when first asked for.
  const readTitles = () => {
    const { graph } = viewer;
    const folded = graph.words.map((row) => viewer.fold(row.slice(0, 3).join(" ")));
    const found_ = new Map();
    for (let fact = 0; fact < graph.size && graph.kindOf(fact) === "office"; fact += 1) {
      const [person] = graph.standing(fact, "person");
      const of = [...graph.standing(fact, "of"), ...graph.standing(fact, "country")].map((node) => names[node]);
      found_.set(person, `${found_.get(person) ?? ""} ${folded[Math.max(0, graph.slot(fact, "title"))]} ${of.join(" ")}`);
    }
    return found_;
  };

  const squeezed = (text) => text.replace(/ /g, "");

  const score = (node, words, whole) => {
    const name = names[node];
    if (name === whole || name.split("|").includes(whole)) return 5;
    if (name.startsWith(whole)) return 4;
    if (words.every((word) => ` ${name.replace(/\|/g, " ")}`.includes(` ${word}`))) return 3;
    if (whole.length > 2 && squeezed(name).includes(squeezed(whole))) return 2;
    const title = titles.get(node);
    return title && words.every((word) => ` ${name.replace(/\|/g, " ")} ${title}`.includes(` ${word}`)) ? 1 : 0;
  };

  viewer.find = (query) => {
    const whole = viewer.fold(query).replace(/\|/g, " ");
    if (!whole) return [];
    titles ??= readTitles();
    const words = whole.split(" ");
    const hits = [];
    for (let node = 0; node < names.length; node += 1) {
      const points = score(node, words, whole);
      if (points) hits.push([points, viewer.graph.near.start[node + 1] - viewer.graph.near.start[node], node]);
    }
    return hits.sort((x, y) => y[0] - x[0] || y[1] - x[1] || x[2] - y[2]).map(([, , node]) => node);
  };

  const option = (node, n) => {
    const { graph } = viewer;
    const also = graph.nodes.also[node].slice(0, 2).join(", ");
    return make("li", { role: "option", id: `found-${n}`, "aria-selected": String(n === active), onmousedown: (event) => { event.preventDefault(); choose(n); } },
      viewer.mark(graph.nodes.kind[node]), make("span", {}, viewer.name(node), also ? make("small", {}, ` ${also}`) : null),
      make("small", {}, viewer.island(graph.island[node])));
  };

  const show = () => {
    const [box, list] = [viewer.one("search"), viewer.one("found")];
    const open = Boolean(box.value.trim()) && document.activeElement === box;
    list.hidden = !open;
    box.setAttribute("aria-expanded", String(open));
    if (active >= 0) box.setAttribute("aria-activedescendant", `found-${active}`); else box.removeAttribute("aria-activedescendant");
    viewer.fill(list, found.slice(0, SHOWN).map(option));
    if (!found.length) list.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("nothing")));
    if (open) viewer.one("news").textContent = found.length ? say("found", { n: found.length }) : say("nothing");
  };

  const choose = (n) => {
    const node = found[n];
    if (node === undefined) return;
    viewer.one("search").value = viewer.name(node);
    found = [];
    active = -1;
    viewer.one("search").blur();
    show();
    document.body.classList.remove("menu-open");
    viewer.change({ pick: { node } });
    viewer.one("canvas").focus({ preventScroll: true });
  };

  const move = (step) => {
    const last = Math.min(found.length, SHOWN) - 1;
    active = Math.max(0, Math.min(last, active + step));
    show();
  };

  viewer.startSearch = () => {
    const box = viewer.one("search");
    box.addEventListener("input", () => { found = viewer.find(box.value); active = found.length ? 0 : -1; show(); });
    box.addEventListener("focus", () => { found = viewer.find(box.value); show(); });
    box.addEventListener("blur", show);
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Enter") choose(Math.max(0, active));
      else if (event.key === "Escape") { box.value = ""; box.blur(); } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  };
}
