// Opens the data, draws what the address asks for, and draws again what a change touches.
{
  const { one, say } = viewer;
  const views = ["network", "matrix", "table"];
  const filtering = ["hidden", "types", "islands", "topics", "from", "to", "undated"];

  const drawView = (changed) => {
    const { view } = viewer.state;
    one("app").dataset.view = view;
    one("app").classList.toggle("reading", Boolean(viewer.state.pick));
    for (const name of views) {
      one(name).hidden = name !== view;
      one(`view-${name}`).setAttribute("aria-pressed", String(name === view));
    }
    if (view === "network") {
      const moved = changed.has("view") || (viewer.graph.big && (changed.has("pick") || changed.has("more")));
      viewer.drawCanvas(moved);
      const { mode, all, nodes } = viewer.scene;
      const rest = all - nodes.length + (mode === "around" ? 1 : 0);
      one("more").hidden = !(["around", "sides"].includes(mode) && rest > 0 && nodes.length < 240);
      one("more").textContent = say("more", { n: rest });
      one("nothing").hidden = nodes.length > 0;
    }
    if (view === "matrix") viewer.drawMatrix();
    if (view === "table") viewer.drawTable();
  };

  const lookAt = () => {
    const { pick } = viewer.state;
    const places = [pick?.node, ...(pick?.pair ?? [])].filter((node) => viewer.scene.nodes.some(({ id }) => id === node));
    if (!places.length) return;
    const covered = matchMedia("(max-width: 760px)").matches ? one("panel").clientHeight : 0;
    viewer.reveal(viewer.network, places.map((node) => viewer.network.getPosition(node)), one("canvas"), covered);
  };

  const counted = () => {
    const { graph } = viewer;
    one("summary").textContent = say("summary", { nodes: graph.count, facts: graph.size, articles: graph.articles });
    one("selection").hidden = !viewer.state.pick;
  };

  const redraw = (changed) => {
    const { state } = viewer;
    if (changed.has("theme")) viewer.setTheme(state.theme);
    if (changed.has("language")) viewer.speak(state.language);
    const filtered = filtering.some((name) => changed.has(name));
    if (filtered) viewer.filter(viewer.graph, state);
    drawView(changed);
    const rest = () => {
      if (filtered || changed.has("language")) { viewer.drawLegend(); viewer.drawTime(); }
      if (filtered || changed.has("pick") || changed.has("language")) viewer.drawPanel();
      if (changed.has("pick") && state.view === "network") lookAt(); // the sheet of a phone covers half of it now
      counted();
    };
    if (window.__ready) rest(); else afterPainting(() => opened(rest));
  };

  const afterPainting = (action) => requestAnimationFrame(() => setTimeout(action));

  // The picture comes first, the lists beside it after.
  const opened = (rest) => {
    viewer.first = performance.now();
    rest();
    afterPainting(() => { window.__ready = true; document.documentElement.dataset.ready = "yes"; });
  };

  const press = (id, action) => one(id).addEventListener("click", action);

  // A picture is of the network, which is drawn for it where another view is open.
  const pictured = async () => {
    if (viewer.state.view === "network") return;
    viewer.change({ view: "network" });
    await new Promise((done) => { afterPainting(done); });
  };

  const saving = {
    png: async () => { await pictured(); viewer.download("graph.png", "image/png", await viewer.png()); },
    svg: async () => { await pictured(); viewer.download("graph.svg", "image/svg+xml", viewer.svgPicture()); },
    csv: async () => viewer.download("facts.csv", "text/csv", `\ufeff${await viewer.csv(viewer.tableFacts())}`),
    ttl: async () => viewer.download("facts.ttl", "text/turtle", await viewer.turtle(viewer.factsOf(viewer.state.pick))),
  };

  const startButtons = () => {
    for (const view of views) press(`view-${view}`, () => viewer.change({ view }));
    press("overview", () => { viewer.change({ pick: null }); if (viewer.state.view === "network") viewer.drawCanvas(true); });
    press("language", () => viewer.change({ language: viewer.language === "vi" ? "en" : "vi" }));
    press("theme", () => viewer.change({ theme: viewer.isDark() ? "light" : "dark" }));
    press("link", () => { history.replaceState(null, "", viewer.address()); viewer.copy(location.href, "linked"); });
    press("menu", () => document.body.classList.toggle("menu-open"));
    press("menu-close", () => document.body.classList.remove("menu-open"));
    press("panel-close", () => viewer.change({ pick: null }));
    press("selection", () => viewer.change({ pick: null }));
    press("zoom-in", () => viewer.zoom(viewer.network, 1.25));
    press("zoom-out", () => viewer.zoom(viewer.network, 0.8));
    press("fit", () => viewer.drawCanvas(true));
    press("more", () => viewer.change({ more: viewer.state.more + 1 }));
    for (const [kind, action] of Object.entries(saving)) press(`save-${kind}`, () => { one("save").open = false; one("save").firstElementChild.focus(); action(); });
    one("save").addEventListener("focusout", ({ relatedTarget }) => { if (!one("save").contains(relatedTarget)) one("save").open = false; });
    addEventListener("resize", viewer.later(150, () => { if (viewer.state.view === "network") viewer.drawCanvas(true); }));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { viewer.readColours(); drawView(new Set()); });
  };

  const open = async () => {
    const index = await viewer.unpack("index");
    viewer.graph = viewer.readGraph(index);
    viewer.readNames(index);
    viewer.readFilter(viewer.graph);
    viewer.readTopics(viewer.graph);
    viewer.readTime(viewer.graph);
    viewer.readSearch(viewer.graph);
    viewer.readColours();
    one("app").hidden = false;
    viewer.startCanvas(one("canvas"), viewer.embedded("options"));
    startButtons();
    viewer.startSearch();
    viewer.startTime();
    viewer.startMatrix();
    viewer.startTable();
    viewer.startKeys();
    viewer.onChange(redraw);
    viewer.change(viewer.readAddress());
    one("loading").remove();
  };

  // What a test needs to know: where a node or tie lies on the screen, and when everything is read.
  window.__hook = {
    node: (name) => {
      const item = viewer.scene.nodes.find(({ node }) => node !== undefined && viewer.allNames(node).includes(name));
      return item ? viewer.network.canvasToDOM(viewer.network.getPosition(item.id)) : null;
    },
    tie: (first, second) => {
      const named = (id, name) => viewer.allNames(id).includes(name);
      const edge = viewer.scene.edges.find(({ a, b }) => (named(a, first) && named(b, second)) || (named(a, second) && named(b, first)));
      return edge ? { ...viewer.network.canvasToDOM(viewer.network.body.edges[edge.id].edgeType.getPoint(0.5)), count: edge.count, kind: edge.kind } : null;
    },
    settled: async () => { await new Promise(requestAnimationFrame); await viewer.reading; return true; },
    first: () => viewer.first,
    viewer,
  };

  open().catch((error) => {
    console.error(error);
    one("loading").textContent = say("old.browser");
  });
}
