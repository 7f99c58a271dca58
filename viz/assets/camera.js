// Where the reader looks: the whole scene, or a part that must come into sight.
{
  const bounds = ({ nodes, regions }) => {
    const boxes = [
      ...nodes.map(({ x, y }) => ({ left: x - 30, right: x + 30, top: y - 25, bottom: y + 40 })),
      ...regions.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height })),
    ];
    const most = (name, choose) => boxes.reduce((found, box) => choose(found, box[name]), boxes[0][name]);
    return { left: most("left", Math.min), right: most("right", Math.max), top: most("top", Math.min), bottom: most("bottom", Math.max) };
  };

  // The middle of a scene, and the scale at which all of it is seen.
  viewer.frame = (scene, element) => {
    if (!scene.nodes.length) return { position: { x: 0, y: 0 }, scale: 1 };
    const { left, right, top, bottom } = bounds(scene);
    const [wide, high] = [element.clientWidth - 48, element.clientHeight - 40];
    const scale = Math.min(wide / (right - left), high / (bottom - top), 1.25);
    return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05) };
  };

  viewer.zoom = (network, factor) => network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)) });

  // Moves only as far as needed to bring some places into the part of the canvas that nothing covers.
  viewer.reveal = (network, places, element, covered) => {
    const [wide, high] = [element.clientWidth, element.clientHeight - covered];
    const seen = ({ x, y }) => x > 70 && x < wide - 70 && y > 50 && y < high - 60;
    if (places.every((place) => seen(network.canvasToDOM(place)))) return;
    const span = (name) => [Math.min, Math.max].map((most) => most(...places.map((place) => place[name])));
    const [[left, right], [top, bottom]] = [span("x"), span("y")];
    const scale = Math.min(network.getScale(), (wide - 140) / (right - left + 1), (high - 110) / (bottom - top + 1));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: 0, y: -covered / 2 } });
  };
}
