"use strict";
/* Where the names stand: under or over their node, at the same size on the screen whatever the zoom. */
{
  const SIZE = { other: 13, focus: 17 };
  const CHARACTER = 0.56;
  const HEIGHT = 1.35;
  const FOREMOST = 16; // so many names may cover a node

  const overlap = (one, other) => (
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  );

  function dotBox(node, scale) {
    const [x, y, radius] = [node.x * scale, node.y * scale, node.size * scale];
    return { of: node.id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  }

  function nameBox(node, scale, side, size) {
    const half = (node.short.length * size * CHARACTER) / 2;
    const height = size * HEIGHT;
    const top = (node.y + side * node.size) * scale + (side > 0 ? 2 : -2 - height);
    return { side, size, left: node.x * scale - half, right: node.x * scale + half, top, bottom: top + height };
  }

  /**
   * Boxes in screen pixels from the middle of the drawing, by node id; a name that fits nowhere has none.
   * @param {object[]} nodes  those that are drawn, the most important first, with x, y, size and `short` name
   * @param {number} scale
   * @param {Set<string>} focus  ids whose names always stand
   */
  hedgerow.placeNames = (nodes, scale, focus) => {
    const taken = nodes.map((node) => dotBox(node, scale));
    const found = new Map();
    nodes.forEach((node, rank) => {
      const size = focus.has(node.id) ? SIZE.focus : SIZE.other;
      const sides = [1, -1].map((side) => nameBox(node, scale, side, size));
      const clear = (box) => taken.every((other) => other.of === node.id || !overlap(box, other));
      const readable = (box) => taken.every((other) => other.of || !overlap(box, other));
      const box = sides.find(clear) || (rank < FOREMOST && sides.find(readable)) || (focus.has(node.id) && sides[0]);
      if (!box) return;
      taken.push(box);
      found.set(node.id, box);
    });
    return found;
  };
}
