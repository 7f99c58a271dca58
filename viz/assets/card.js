// One fact to read: when, what, who in which office, and the sentences word for word.
{
  const { make, say } = viewer;
  const hoped = new Set(["planned", "proposed"]);

  viewer.chip = (kind) => make("span", { class: `chip line-${kind}` }, say(`one.${kind}`));

  const value = (fact, slot) => { const number = viewer.graph.slot(fact, slot); return number ? viewer.word(number) : ""; };
  const raw = (fact, slot) => { const number = viewer.graph.slot(fact, slot); return number > 0 ? viewer.graph.words[number][0] : ""; };

  // What the fact says, in a few words: "hội đàm", "Bản ghi nhớ · …", "55 năm · quan hệ ngoại giao".
  viewer.what = (fact) => {
    const kind = viewer.graph.kindOf(fact);
    const years = raw(fact, "years");
    return {
      office: [value(fact, "title")],
      meeting: [value(fact, "form")],
      visit: [value(fact, "rank")],
      delegation: [],
      agreement: [value(fact, "kind"), value(fact, "name")],
      anniversary: [years && say("years", { n: Number(years) }), value(fact, "of")],
      relation: [value(fact, "level")],
    }[kind].filter(Boolean).join(" · ");
  };

  viewer.slotText = value;

  // Who stands in a fact: "A – B", "visitor → destination", "person · of".
  viewer.sides = (fact) => {
    const { graph } = viewer;
    const at = (roles) => roles.split(" ").map((role) => graph.standing(fact, role)).find((found) => found.length) ?? [];
    const kind = graph.kindOf(fact);
    if (kind === "meeting") return [at("a"), at("b"), "–"];
    if (kind === "visit") return [at("visitor origin"), at("destination"), "→"];
    if (kind === "delegation") return [at("leader"), at("destination origin"), "→"];
    if (kind === "office") return [at("person"), at("of country"), "·"];
    const [first, ...others] = at("party");
    return [first === undefined ? [] : [first], others, "–"];
  };

  const nodeLink = (node) =>
    make("button", { class: "link", type: "button", onclick: () => viewer.change({ pick: { node } }) }, viewer.name(node));

  const topics = (fact) => {
    const found = viewer.graph.topicsOf(fact);
    const link = (topic) => make("button", { class: "link", type: "button", onclick: () => viewer.change({ topics: new Set([topic]), pick: null }) }, viewer.word(topic));
    return found.length ? make("p", { class: "soft" }, `${say("topics")}: `, found.flatMap((topic, n) => (n ? [", ", link(topic)] : [link(topic)]))) : null;
  };

  const listed = (nodes) => nodes.flatMap((node, n) => (n ? [", ", nodeLink(node)] : [nodeLink(node)]));

  // "Bí thư Thành ủy, Hà Nội": the title, and what it is of where the title does not say so.
  viewer.officeText = (office) => {
    const [of] = viewer.graph.standing(office, "of");
    const [title, place] = [value(office, "title"), of === undefined ? "" : viewer.name(of)];
    return place && !viewer.fold(title).includes(viewer.fold(place)) ? `${title}, ${place}` : title;
  };

  // The offices that the articles of a fact give to a person.
  const officesThen = (fact, person) => {
    const { graph } = viewer;
    const found = new Set();
    for (const telling of viewer.tellingsOf(fact)) {
      for (const other of graph.byArticle.of(graph.tellings.article[telling])) {
        const office = graph.factOf(other);
        if (graph.kindOf(office) !== "office" || !graph.standing(office, "person").includes(person)) continue;
        found.add(viewer.officeText(office));
      }
    }
    return [...found];
  };

  const person = (fact, node) => {
    const offices = viewer.graph.nodes.kind[node] === "person" ? officesThen(fact, node) : [];
    return make("li", {}, nodeLink(node), offices.length ? make("span", { class: "soft" }, ` — ${offices.join("; ")}`) : null);
  };

  const people = (fact) => {
    const nodes = [...new Set(viewer.graph.roles(fact).flatMap((role) => viewer.graph.standing(fact, role)))];
    const persons = nodes.filter((node) => viewer.graph.nodes.kind[node] === "person");
    return viewer.graph.kindOf(fact) === "office" || !persons.length ? null : make("ul", { class: "people" }, persons.map((node) => person(fact, node)));
  };

  const apart = (fact, tellings) => {
    const rows = tellings.flatMap(({ article, differs }) => differs.map(([slot, number]) =>
      make("tr", {}, make("th", { scope: "row" }, say(slot)), make("td", {}, value(fact, slot) || "—"),
        make("td", {}, viewer.word(number), " ", make("small", {}, `(${article.title ?? article.id})`)))));
    return rows.length ? make("table", { class: "apart" }, make("caption", {}, say("apart")), make("tbody", {}, rows)) : null;
  };

  const source = ({ id, title, published, url, source: paper }) => {
    const text = [title ?? id, paper, published && viewer.showDate(published)].filter(Boolean).join(" · ");
    return make("footer", {}, `${say("article")}: `, url ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text) : text);
  };

  const told = (telling) => make("div", { class: "told" }, telling.quotes.map((quote) => make("blockquote", {}, quote)), source(telling.article));

  viewer.card = (fact) => {
    const kind = viewer.graph.kindOf(fact);
    const status = raw(fact, "status");
    const [mine, theirs, sign] = viewer.sides(fact);
    const quotes = make("div", { class: "quotes", "aria-busy": "true" });
    const place = value(fact, "place");
    const since = value(fact, "since");
    const card = make("article", { class: `card${hoped.has(status) ? " planned" : ""}${status === "cancelled" ? " cancelled" : ""}` },
      make("header", {},
        kind === "office" ? null : make("time", {}, viewer.showDate(viewer.graph.when(fact))),
        viewer.chip(kind),
        status && !["done", "established"].includes(status) ? make("span", { class: `status ${status}` }, value(fact, "status")) : null),
      make("p", { class: "sides" }, listed(mine), theirs.length ? ` ${sign} ` : null, listed(theirs)),
      make("p", { class: "what" }, [viewer.what(fact), place, since && kind !== "relation" && `${say("since")} ${since}`].filter(Boolean).join(" · ")),
      topics(fact),
      people(fact), quotes);
    const ready = viewer.readFact(fact).then((tellings) => {
      viewer.fill(quotes, tellings.length > 1 ? make("p", { class: "soft" }, say("told", { n: tellings.length })) : null, apart(fact, tellings), tellings.map(told));
      quotes.removeAttribute("aria-busy");
    });
    return { card, ready };
  };
}
