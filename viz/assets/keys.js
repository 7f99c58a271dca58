// Everything by keyboard: / search, 1 2 3 views, arrows from node to node, Enter to read, Esc back, + − 0 to zoom.
{
  const spotOf = (item) => viewer.network.getPosition(item.id);

  // The node that lies best in the direction of an arrow: near, and not much aside.
  const beside = (from, [right, down]) => {
    let best = null;
    for (const item of viewer.scene.nodes) {
      const at = spotOf(item);
      const [x, y] = [at.x - from.x, at.y - from.y];
      const along = x * right + y * down;
      const aside = Math.abs(x * down) + Math.abs(y * right);
      if (along <= 1) continue;
      const cost = along + aside * 2.2;
      if (!best || cost < best.cost) best = { item, cost };
    }
    return best?.item ?? null;
  };

  const current = () => {
    const { pick } = viewer.state;
    const id = pick?.pair?.[0] ?? pick?.node;
    return viewer.scene.nodes.find((item) => item.id === id) ?? null;
  };

  const walk = (direction) => {
    const here = current();
    const strongest = [...viewer.scene.nodes].sort((x, y) => y.weight - x.weight)[0];
    const next = here ? beside(spotOf(here), direction) : strongest;
    if (next) viewer.change({ pick: viewer.pickOf(next.id) });
  };

  const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const onCanvas = {
    Enter: () => viewer.one("panel-body").focus(),
    "+": () => viewer.zoom(viewer.network, 1.25), "=": () => viewer.zoom(viewer.network, 1.25), "-": () => viewer.zoom(viewer.network, 0.8),
    0: () => viewer.drawCanvas(true),
  };

  viewer.back = () => {
    if (viewer.one("save").open) { viewer.one("save").open = false; viewer.one("save").firstElementChild.focus(); return; }
    if (document.body.classList.contains("menu-open")) { document.body.classList.remove("menu-open"); return; }
    const inside = viewer.one("panel").contains(document.activeElement);
    if (viewer.state.pick) viewer.change({ pick: null });
    if (inside) viewer.focusView();
  };

  viewer.focusView = () => viewer.one(viewer.state.view === "network" ? "canvas" : viewer.state.view).focus({ preventScroll: true });

  // Where the focus goes when what had it was drawn anew or is gone: to its successor, to what was opened, or to the view.
  viewer.refocus = (gone, opened) => {
    const next = viewer.one(gone.id);
    if (next?.getClientRects().length) next.focus({ preventScroll: true });
    else if (opened && viewer.state.pick) viewer.one("panel-body").focus({ preventScroll: true });
    else viewer.focusView();
  };

  viewer.startKeys = () => {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const typing = event.target.matches("input:not([type=checkbox]):not([type=range]), textarea, select");
      if (event.key === "Escape") viewer.back();
      else if (typing) return;
      else if (event.key === "/") { event.preventDefault(); viewer.openSearch(); }
      else if (["1", "2", "3"].includes(event.key)) viewer.change({ view: ["network", "matrix", "table"][Number(event.key) - 1] });
      else if (event.target.id === "canvas" && arrows[event.key]) { event.preventDefault(); walk(arrows[event.key]); }
      else if (event.target.id === "canvas" && onCanvas[event.key]) { event.preventDefault(); onCanvas[event.key](); }
    });
  };

  viewer.openSearch = () => {
    if (matchMedia("(max-width: 760px)").matches) document.body.classList.add("menu-open");
    viewer.one("search").focus();
    viewer.one("search").select();
  };
}
