// The reading panel: what is picked, its facts by date; the newest facts where nothing is picked.
{
  const { make, say } = viewer;
  const STEP = 30;
  viewer.reading = Promise.resolve();

  const title = (pick) => {
    if (!pick) return say("newest");
    if (pick.islands) return pick.islands.map(viewer.island).join(" – ");
    return pick.pair ? pick.pair.map(viewer.name).join(" – ") : viewer.name(pick.node);
  };

  const about = (node) => {
    const { graph } = viewer;
    const spellings = new Set([...viewer.allNames(node), graph.nodes.name[node], ...graph.nodes.also[node]]);
    spellings.delete(viewer.name(node));
    const held = viewer.factsOf({ node }).filter((fact) => graph.kindOf(fact) === "office" && graph.standing(fact, "person").includes(node));
    const offices = [...new Set(held.map(viewer.officeText))];
    return [
      make("p", { class: "soft" }, `${say(graph.nodes.kind[node])} · ${viewer.island(graph.island[node])}`),
      spellings.size ? make("p", { class: "soft" }, `${say("also")}: ${[...spellings].join(", ")}`) : null,
      offices.length ? make("p", { class: "soft" }, `${say("offices")}: ${offices.join("; ")}`) : null,
    ];
  };

  const tie = (node, [other, count, kinds]) =>
    make("li", {}, make("button", { type: "button", class: "tie", onclick: () => viewer.change({ pick: { pair: [node, other] } }) },
      make("span", { class: "dots" }, kinds.map((kind) => make("i", { class: `dot line-${viewer.graph.kinds[kind]}` }))),
      make("span", {}, viewer.name(other)), make("b", {}, viewer.number(count))));

  const ties = (node) => {
    const near = viewer.neighbours(node);
    if (!near.length) return null;
    const list = make("ul", { class: "ties" }, near.slice(0, 8).map((one) => tie(node, one)));
    const rest = near.length > 8
      ? make("button", { type: "button", class: "quiet", onclick: ({ target }) => { list.append(...near.slice(8, 200).map((one) => tie(node, one))); target.remove(); list.children[8].firstChild.focus(); } }, say("more", { n: Math.min(near.length, 200) - 8 }))
      : null;
    return make("section", {}, make("h3", {}, `${say("ties")} (${viewer.number(near.length)})`), list, rest);
  };

  const cards = (facts, list) => {
    const next = facts.splice(0, STEP).map(viewer.card);
    list.append(...next.map(({ card }) => card));
    viewer.reading = Promise.all([viewer.reading, ...next.map(({ ready }) => ready)]);
    if (!facts.length) return;
    const more = make("button", { type: "button", class: "quiet", onclick: () => { more.remove(); cards(facts, list); next.at(-1).card.nextElementSibling.querySelector("button").focus(); } }, say("more", { n: facts.length }));
    list.append(more);
  };

  viewer.drawPanel = () => {
    const { pick } = viewer.state;
    viewer.reading = Promise.resolve();
    const facts = viewer.newestFirst(viewer.factsOf(pick));
    viewer.one("panel-title").textContent = title(pick);
    const list = make("section", { class: "cards", "aria-label": say("facts", { n: facts.length }) });
    const count = make("p", { class: "soft count" }, facts.length ? say("facts", { n: facts.length }) : say("empty"));
    viewer.fill(viewer.one("panel-body"), pick && "node" in pick ? about(pick.node) : null, count, pick && "node" in pick ? ties(pick.node) : null, list);
    cards(pick ? facts : facts.slice(0, 12), list);
    viewer.one("panel-body").scrollTop = 0;
    viewer.one("panel").classList.toggle("open", Boolean(pick));
    viewer.one("panel-close").hidden = !pick;
    viewer.one("news").textContent = `${title(pick)}: ${say("facts", { n: facts.length + list.querySelectorAll("article").length })}`;
  };
}
