// What the reader has chosen. It stands in the address after #, so that a link shows the same view.
{
  const listeners = [];
  const state = {
    view: "", language: "", theme: "", hidden: new Set(), types: new Set(), islands: new Set(), topics: new Set(),
    from: 0, to: 0, undated: true, pick: null, by: "countries", sort: "date-", words: "", more: 0,
  };
  viewer.state = state;
  viewer.onChange = (listener) => listeners.push(listener);

  viewer.change = (patch) => {
    if ("pick" in patch && !("more" in patch)) patch.more = 0;
    const focused = document.activeElement;
    Object.assign(state, patch);
    for (const listener of listeners) listener(new Set(Object.keys(patch)));
    const lost = [document.body, focused].includes(document.activeElement) && !focused.getClientRects().length;
    if (focused !== document.body && lost) viewer.refocus(focused, "pick" in patch);
    write();
  };

  const iri = (node) => viewer.graph.nodes.iri[node];
  const code = (island) => viewer.graph.nodes.islands[island][0];
  const pickText = (pick) => {
    if (!pick) return "";
    if (pick.islands) return `islands:${pick.islands.map(code).join("~")}`;
    return pick.pair ? `pair:${pick.pair.map(iri).join("~")}` : `node:${iri(pick.node)}`;
  };

  const readPick = (text) => {
    const [sort, rest = ""] = [text.split(":", 1)[0], text.slice(text.indexOf(":") + 1)];
    const parts = rest.split("~");
    if (sort === "islands") {
      const found = parts.map((part) => viewer.graph.nodes.islands.findIndex(([one]) => one === part));
      return found.every((island) => island >= 0) ? { islands: found } : null;
    }
    const nodes = parts.map((part) => viewer.graph.byIri.get(part));
    if (nodes.some((node) => node === undefined)) return null;
    return sort === "pair" && nodes.length === 2 ? { pair: nodes } : { node: nodes[0] };
  };

  viewer.address = () => {
    const parts = new URLSearchParams();
    const put = (name, value) => { if (value) parts.set(name, value); };
    put("view", state.view);
    put("lang", state.language);
    put("theme", state.theme);
    put("hide", [...state.hidden].join("."));
    put("types", [...state.types].join("."));
    put("countries", [...state.islands].map(code).join("."));
    put("topics", [...state.topics].map(viewer.topicCode).join("."));
    put("from", state.from && viewer.iso(state.from));
    put("to", state.to && viewer.iso(state.to));
    put("dated", state.undated ? "" : "1");
    put("pick", pickText(state.pick));
    put("by", state.by === "countries" ? "" : state.by);
    put("sort", state.sort === "date-" ? "" : state.sort);
    put("words", state.words);
    put("more", state.more && String(state.more));
    return `#${parts}`;
  };

  let written = "";
  const write = viewer.later(250, () => {
    written = viewer.address();
    if (written !== location.hash) history.replaceState(null, "", written);
  });

  viewer.readAddress = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const list = (name) => new Set((parts.get(name) ?? "").split(".").filter(Boolean));
    const choice = (name, ...allowed) => (allowed.includes(parts.get(name)) ? parts.get(name) : "");
    const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(parts.get(name) ?? "") ? viewer.day(parts.get(name)) || 0 : 0);
    const numbers = new Map(viewer.graph.nodes.islands.map(([one], n) => [one, n]));
    return {
      view: choice("view", "network", "matrix", "table") || (viewer.graph.big ? "matrix" : "network"),
      language: choice("lang", "vi", "en") || "vi",
      theme: choice("theme", "light", "dark"),
      hidden: list("hide"), types: list("types"),
      islands: new Set([...list("countries")].map((one) => numbers.get(one)).filter((n) => n !== undefined)),
      topics: new Set([...list("topics")].map(viewer.topicByCode).filter((n) => n !== undefined)),
      from: day("from"), to: day("to"), undated: !parts.get("dated"),
      pick: parts.get("pick") ? readPick(parts.get("pick")) : null,
      by: choice("by", "capitals", "parties") || "countries",
      sort: parts.get("sort") || "date-", words: parts.get("words") ?? "", more: Number(parts.get("more")) || 0,
    };
  };

  addEventListener("hashchange", () => { if (location.hash !== written) viewer.change(viewer.readAddress()); });
}
