// Names and counts on the canvas: always the same size on screen; where there is no room the less important give way.
{
  const FONT = '"Segoe UI", system-ui, Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif';
  const widths = new Map();

  const measure = (pen, text, font) => {
    const key = `${font}|${text}`;
    if (!widths.has(key)) { pen.font = font; widths.set(key, pen.measureText(text).width); }
    return widths.get(key);
  };

  const meets = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  // Taken places in cells of a grid, so that each try looks at few of them.
  const makeTaken = () => {
    const cells = new Map();
    const each = (box, act) => {
      for (let x = Math.floor(box.left / 120); x <= Math.floor(box.right / 120); x += 1) {
        for (let y = Math.floor(box.top / 60); y <= Math.floor(box.bottom / 60); y += 1) if (act(`${x},${y}`)) return true;
      }
      return false;
    };
    return {
      add: (box) => each(box, (key) => { (cells.get(key) ?? cells.set(key, []).get(key)).push(box); return false; }),
      free: (box) => !each(box, (key) => cells.get(key)?.some((other) => meets(box, other))),
    };
  };

  const at = (left, top, width, high) => ({ left, top, right: left + width, bottom: top + high });

  const inside = (x, width, frame) =>
    (x < 0 || x > frame.width ? x - width / 2 : Math.max(4, Math.min(frame.width - width - 4, x - width / 2)));

  // Below, above, right, left of a node; names above or below stay inside the frame.
  const tries = (spot, width, high, radius, frame) => [
    { left: inside(spot.x, width, frame), top: spot.y + radius + 3 },
    { left: inside(spot.x, width, frame), top: spot.y - radius - 3 - high },
    { left: spot.x + radius + 5, top: spot.y - high / 2 },
    { left: spot.x - radius - 5 - width, top: spot.y - high / 2 },
  ].map(({ left, top }) => at(left, top, width, high));

  // Over an island from its left or to its right border, else below it.
  const titleTries = ({ x, y, right, below }, width, high, frame) =>
    [[x, y], [right - width, y], [x, below], [right - width, below]].map(([left, middle]) => at(Math.min(left, frame.width - width - 4), middle - high / 2, width, high));

  // Places for labels [{text, x, y, radius, size, bold, must}] in order of importance; those without room are left out.
  viewer.placeLabels = (pen, labels, frame) => {
    const taken = makeTaken();
    const placed = [];
    const titles = labels.filter(({ left }) => left);
    const others = labels.filter(({ left }) => !left);
    const keepOff = ({ x, y, radius }) => radius && taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    for (const label of [...titles, null, ...others]) {
      if (!label) { others.forEach(keepOff); continue; }
      if (!label.text) continue;
      if (label.x < -80 || label.y < -40 || label.x > frame.width + 80 || label.y > frame.height + 40) continue;
      const font = `${label.bold ? 600 : 400} ${label.size}px ${FONT}`;
      const [width, high] = [measure(pen, label.text, font) + 4, label.size + 3];
      const boxes = label.radius ? tries(label, width, high, label.radius, frame)
        : label.left ? titleTries(label, width, high, frame) : [at(label.x - width / 2, label.y - high / 2, width, high)];
      const seen = (one) => label.left || (one.left > 0 && one.right < frame.width);
      const box = boxes.find((one) => seen(one) && taken.free(one)) ?? (label.must ? boxes[0] : null);
      if (!box) continue;
      taken.add(box);
      placed.push({ ...label, box, font });
    }
    return placed;
  };

  viewer.drawLabels = (pen, placed) => {
    pen.textBaseline = "middle";
    pen.textAlign = "center";
    pen.lineJoin = "round";
    for (const { text, box, font, colour, opacity } of placed) {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      pen.globalAlpha = opacity ?? 1;
      pen.font = font;
      pen.lineWidth = 4;
      pen.strokeStyle = viewer.colour("paper");
      pen.strokeText(text, x, y);
      pen.fillStyle = colour;
      pen.fillText(text, x, y);
    }
    pen.globalAlpha = 1;
  };

  viewer.drawRegions = (pen, regions) => {
    for (const { x, y, width, height, opacity } of regions) {
      pen.globalAlpha = opacity;
      pen.fillStyle = viewer.colour("island");
      pen.strokeStyle = viewer.colour("shore");
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.roundRect(x, y, width, height, 26);
      pen.fill();
      pen.stroke();
    }
    pen.globalAlpha = 1;
  };
}
