// Search by any spelling, with or without marks, by title, party or topic: a list under the box, moved through by keys.
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

  const likeness = (name, words, whole) => {
    if (name === whole || name.split("|").includes(whole)) return 5;
    if (name.startsWith(whole)) return 4;
    if (words.every((word) => ` ${name.replace(/\|/g, " ")}`.includes(` ${word}`))) return 3;
    return whole.length > 2 && squeezed(name).includes(squeezed(whole)) ? 2 : 0;
  };

  const titled = (node, words) => {
    const title = titles.get(node);
    return title && words.every((word) => ` ${names[node].replace(/\|/g, " ")} ${title}`.includes(` ${word}`)) ? 1 : 0;
  };

  const nodeHits = (words, whole) => {
    const { start } = viewer.graph.near;
    const hits = [];
    names.forEach((name, node) => {
      const points = likeness(name, words, whole) || titled(node, words);
      if (points) hits.push({ node, points, weight: start[node + 1] - start[node] });
    });
    return hits;
  };

  const topicHits = (words, whole) => viewer.topics().map((topic) => {
    const name = viewer.fold(viewer.graph.words[topic].slice(0, 3).join("|"));
    return { topic, points: likeness(name, words, whole), weight: viewer.topicCount(topic) };
  }).filter(({ points }) => points);

  // Nodes and topics that answer to some words, the likest first.
  const search = (query) => {
    const whole = viewer.fold(query).replace(/\|/g, " ");
    if (!whole) return [];
    titles ??= readTitles();
    const words = whole.split(" ");
    return [...nodeHits(words, whole), ...topicHits(words, whole)].sort((x, y) => y.points - x.points || y.weight - x.weight || (x.node ?? 0) - (y.node ?? 0));
  };

  viewer.find = (query) => search(query).filter(({ node }) => node !== undefined).map(({ node }) => node);

  const shown = ({ node, topic }) => {
    const { graph } = viewer;
    if (node === undefined) return [viewer.mark("topic"), make("span", {}, viewer.word(topic)), make("small", {}, say("topic"))];
    const also = graph.nodes.also[node].slice(0, 2).join(", ");
    return [viewer.mark(graph.nodes.kind[node]), make("span", {}, viewer.name(node), also ? make("small", {}, ` ${also}`) : null), make("small", {}, viewer.island(graph.island[node]))];
  };

  const option = (hit, n) =>
    make("li", { role: "option", id: `found-${n}`, "aria-selected": String(n === active), onmousedown: (event) => { event.preventDefault(); choose(n); } }, shown(hit));

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
    const hit = found[n];
    if (!hit) return;
    const { node, topic } = hit;
    viewer.one("search").value = node === undefined ? "" : viewer.name(node);
    found = [];
    active = -1;
    viewer.one("search").blur();
    show();
    document.body.classList.remove("menu-open");
    viewer.change(node === undefined ? { topics: new Set([topic]), pick: null } : { pick: { node } });
    viewer.focusView();
  };

  const move = (step) => {
    const last = Math.min(found.length, SHOWN) - 1;
    active = Math.max(0, Math.min(last, active + step));
    show();
  };

  viewer.startSearch = () => {
    const box = viewer.one("search");
    box.addEventListener("input", () => { found = search(box.value); active = found.length ? 0 : -1; show(); });
    box.addEventListener("focus", () => { found = search(box.value); show(); });
    box.addEventListener("blur", show);
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Enter") choose(Math.max(0, active));
      else if (event.key === "Escape") { box.value = ""; viewer.focusView(); } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  };
}
