// Where neighbours lie round what is picked when there are too many nodes to draw all: one block for each country,
// the largest nearest, its people in rows. No chance and no motion: the same pick gives the same picture.
{
  const [ACROSS, DOWN, GAP] = [150, 84, 60];

  const size = (count) => {
    const columns = Math.max(1, Math.ceil(Math.sqrt(count * 0.75)));
    return { columns, width: columns * ACROSS, height: Math.ceil(count / columns) * DOWN };
  };

  const apart = (one, other) =>
    Math.abs(one.x - other.x) >= (one.width + other.width) / 2 + GAP || Math.abs(one.y - other.y) >= (one.height + other.height) / 2 + GAP;

  // The free place nearest to the middle, looked for on a widening ellipse.
  const place = (block, placed, start) => {
    for (let radius = 0; radius < 8000; radius += 40) {
      for (let step = 0; step < 32; step += 1) {
        const angle = start + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * (Math.PI / 16);
        Object.assign(block, { x: Math.cos(angle) * radius * 1.25, y: Math.sin(angle) * radius * 0.9 });
        if (placed.every((other) => apart(block, other))) return;
      }
    }
  };

  const spread = (block, spots) => {
    block.members.forEach((node, n) => {
      const [column, row] = [n % block.columns, Math.floor(n / block.columns)];
      spots.set(node, {
        x: Math.round(block.x - block.width / 2 + (column + 0.5) * ACROSS),
        y: Math.round(block.y - block.height / 2 + (row + 0.5) * DOWN),
      });
    });
  };

  // Spots of the middle node (or none) and of others, grouped by island; strongest first.
  viewer.inBlocks = (middle, others, islandOf) => {
    const groups = new Map();
    for (const node of others) {
      const island = islandOf(node);
      (groups.get(island) ?? groups.set(island, []).get(island)).push(node);
    }
    const spots = new Map();
    const placed = [];
    if (middle !== null) {
      spots.set(middle, { x: 0, y: 0 });
      placed.push({ x: 0, y: 0, width: 160, height: 110 });
    }
    [...groups].sort((x, y) => y[1].length - x[1].length || x[0] - y[0]).forEach(([, members], n) => {
      const block = { members, ...size(members.length) };
      place(block, placed, n * 2.4 + Math.PI);
      placed.push(block);
      spread(block, spots);
    });
    return spots;
  };
}
