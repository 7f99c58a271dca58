// The network as a picture: PNG of what the canvas shows, SVG drawn anew from the same scene.
{
  const round = (number) => Math.round(number * 10) / 10;

  viewer.png = () => {
    const canvas = viewer.one("canvas").querySelector("canvas");
    const paper = viewer.make("canvas", { width: canvas.width, height: canvas.height });
    const pen = paper.getContext("2d");
    pen.fillStyle = viewer.colour("paper");
    pen.fillRect(0, 0, paper.width, paper.height);
    pen.drawImage(canvas, 0, 0);
    return new Promise((done) => { paper.toBlob(done, "image/png"); });
  };

  const corners = {
    square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
    hexagon: [0, 1, 2, 3, 4, 5].map((n) => [Math.cos((n * Math.PI) / 3), Math.sin((n * Math.PI) / 3)]),
    triangle: [[0, -1.15], [1.15, 0.85], [-1.15, 0.85]],
    triangleDown: [[0, 1.15], [1.15, -0.85], [-1.15, -0.85]],
    star: Array.from({ length: 10 }, (_, n) => [Math.sin((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.2), -Math.cos((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.2)]),
  };

  const shape = ({ id, type }) => {
    const { x, y } = viewer.network.canvasToDOM(viewer.network.getPosition(id));
    const { size, color } = viewer.network.body.nodes[id].options;
    const radius = size * viewer.network.getScale();
    const common = { fill: color.background, stroke: viewer.colour("paper"), "stroke-width": 1.5 };
    const kind = viewer.look.types[type].shape;
    if (kind === "dot") return viewer.svg("circle", { cx: round(x), cy: round(y), r: round(radius), ...common });
    return viewer.svg("polygon", { points: corners[kind].map(([u, v]) => `${round(x + u * radius)},${round(y + v * radius)}`).join(" "), ...common });
  };

  // The head of an arrow that comes from one point and ends at the border of the node at another.
  const head = (from, to, node, fill) => {
    const away = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [x, y] = [(to.x - from.x) / away, (to.y - from.y) / away];
    const radius = viewer.network.body.nodes[node].options.size * viewer.network.getScale() + 1;
    const tip = { x: to.x - x * radius, y: to.y - y * radius };
    const side = (sign) => `${round(tip.x - x * 7 + sign * y * 3)},${round(tip.y - y * 7 - sign * x * 3)}`;
    return viewer.svg("polygon", { points: `${round(tip.x)},${round(tip.y)} ${side(1)} ${side(-1)}`, fill });
  };

  const line = ({ id, a, b }) => {
    const body = viewer.network.body.edges[id];
    const [from, to] = [a, b].map((node) => viewer.network.canvasToDOM(viewer.network.getPosition(node)));
    const middle = viewer.network.canvasToDOM(body.edgeType.getPoint(0.5));
    const bend = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
    const { dashes, color, width, arrows } = body.options;
    const scale = viewer.network.getScale();
    const path = viewer.svg("path", {
      d: `M${round(from.x)} ${round(from.y)}Q${round(bend.x)} ${round(bend.y)} ${round(to.x)} ${round(to.y)}`, fill: "none",
      stroke: color.color, "stroke-width": round(width * scale), "stroke-dasharray": Array.isArray(dashes) ? dashes.map((part) => round(part * scale)).join(" ") : "none",
    });
    return [path, arrows.to.enabled && head(bend, to, b, color.color), arrows.from.enabled && head(bend, from, a, color.color)].filter(Boolean);
  };

  const region = ({ x, y, width, height }) => {
    const [from, to] = [viewer.network.canvasToDOM({ x, y }), viewer.network.canvasToDOM({ x: x + width, y: y + height })];
    return viewer.svg("rect", {
      x: round(from.x), y: round(from.y), width: round(to.x - from.x), height: round(to.y - from.y), rx: round(26 * viewer.network.getScale()),
      fill: viewer.colour("island"), stroke: viewer.colour("shore"),
    });
  };

  const words = ({ text, box, size, bold, colour }) => {
    const element = viewer.svg("text", {
      x: round((box.left + box.right) / 2), y: round((box.top + box.bottom) / 2 + size * 0.35), "font-size": size, "font-weight": bold ? 600 : 400, fill: colour,
      "text-anchor": "middle", stroke: viewer.colour("paper"), "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round",
    });
    element.textContent = text;
    return element;
  };

  viewer.svgPicture = () => {
    const area = viewer.one("canvas");
    const { nodes, edges, regions } = viewer.scene;
    const picture = viewer.svg("svg", {
      xmlns: "http://www.w3.org/2000/svg", width: area.clientWidth, height: area.clientHeight, viewBox: `0 0 ${area.clientWidth} ${area.clientHeight}`,
      "font-family": "system-ui, Roboto, Noto Sans, Arial, sans-serif",
    });
    picture.append(viewer.svg("rect", { width: "100%", height: "100%", fill: viewer.colour("paper") }));
    picture.append(...regions.map(region), ...edges.flatMap(line), ...nodes.map(shape), ...viewer.labels().map(words));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
  };
}
