"use strict";
/**
 * The drawing: one line per pair, from what its filters leave of the events and ties it bundles.
 * @param {object} data  nodes with places in the unit square, edges with items, groups, standings
 * @param {HTMLElement} box  the element to draw in
 */
function makeDrawing(data, box) {
  const MARGIN = { x: 78, y: 46 };
  const LABEL = { size: 13, focus: 17, character: 0.56, height: 1.35, halo: 4, lift: 4, foremost: 16 };
  const WIDTH = { least: 1.8, step: 1.6, most: data.edges.length > 60 ? 5.5 : 9 };
  const FADED = 0.16;
  const ASIDE = 0.35; // lines between others than the focus
  const NO_LABEL = " "; // the library keeps the earlier label if the new one is empty

  const face = getComputedStyle(document.body).fontFamily;
  const focus = new Set(data.focus);
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(box, { nodes, edges }, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { borderWidth: 2 },
    edges: { smooth: false, selectionWidth: 0, hoverWidth: 1 },
    interaction: { hover: true, tooltipDelay: 120, selectConnectedEdges: false, hoverConnectedEdges: false },
  });

  /** How a line looks: the firmest standing that the filters leave decides; null if nothing is left. */
  function lookOf(edge, shows) {
    const left = edge.items.filter(([group, standing]) => shows.group.has(group) && shows.standing.has(standing));
    if (!left.length) return null;
    const standing = Math.min(...left.map((item) => item[1]));
    const behind = new Map();
    for (const [group, , documents] of left.filter((item) => item[1] === standing)) {
      behind.set(group, new Set([...(behind.get(group) || []), ...documents]));
    }
    const group = [...behind.keys()].sort((a, b) => behind.get(b).size - behind.get(a).size || a - b)[0];
    return {
      group: data.groups[group],
      standing: data.standings[standing],
      documents: new Set([...behind.values()].flatMap((found) => [...found])).size,
      doubted: left.some((item) => data.standings[item[1]].disputed),
    };
  }

  function isFaded(edge, chosen) {
    return Boolean(chosen.actor) && edge.from !== chosen.actor && edge.to !== chosen.actor;
  }

  function opacityOf(edge, look, chosen) {
    if (isFaded(edge, chosen)) return FADED;
    if (edge.id === chosen.pair) return 1;
    const aside = focus.size && !focus.has(edge.from) && !focus.has(edge.to) && !chosen.actor;
    return look.standing.opacity * (aside ? ASIDE : 1);
  }

  function drawnEdge(edge, look, chosen, colour) {
    const { id, from, to, arrows } = edge;
    if (!look) return { id, from, to, hidden: true };
    const paint = colour(look.group);
    const width = Math.min(WIDTH.least + WIDTH.step * Math.sqrt(look.documents - 1), WIDTH.most);
    const asked = look.doubted && !look.standing.disputed && !isFaded(edge, chosen);
    return {
      id, from, to, arrows, width, hidden: false,
      title: `${edge.name}: ${edge.tally}`,
      dashes: look.standing.dashes.length ? look.standing.dashes : false,
      color: { color: paint, highlight: paint, hover: paint, opacity: opacityOf(edge, look, chosen) },
      shadow: { enabled: id === chosen.pair, color: colour("halo"), size: 16, x: 0, y: 0 },
      label: asked ? "?" : NO_LABEL,
      font: { face, size: 16, color: colour("ink"), strokeColor: colour("paper"), strokeWidth: 5 },
    };
  }

  function drawnNode({ id, shape, size, title }, shown, near, colour) {
    const clear = near.has(id);
    const paint = colour(!clear ? "rule" : focus.has(id) ? "focus" : "node");
    const body = { background: paint, border: colour("paper") };
    return {
      id, shape, size, title,
      hidden: !shown.has(id) && !focus.has(id),
      color: { ...body, highlight: body, hover: body },
      font: { face, color: colour(clear ? "ink" : "soft"), strokeColor: colour("paper") },
    };
  }

  /** Draw what `shows` (sets of group and standing numbers) leaves; returns the look of each line by id. */
  function paint(shows, chosen) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const looks = new Map(data.edges.map((edge) => [edge.id, lookOf(edge, shows)]));
    const drawn = data.edges.filter((edge) => looks.get(edge.id));
    const clear = drawn.filter((edge) => !isFaded(edge, chosen));
    const shown = new Set(drawn.flatMap((edge) => [edge.from, edge.to]));
    const near = new Set([...clear.flatMap((edge) => [edge.from, edge.to]), chosen.actor]);
    edges.update(data.edges.map((edge) => drawnEdge(edge, looks.get(edge.id), chosen, colour)));
    nodes.update(data.nodes.map((node) => drawnNode(node, shown, near, colour)));
    label();
    return looks;
  }

  /** Stretch the unit square over the box. */
  function place() {
    const width = Math.max(box.clientWidth - 2 * MARGIN.x, 100);
    const height = Math.max(box.clientHeight - 2 * MARGIN.y, 100);
    const at = ([x, y]) => ({ x: (x - 0.5) * width, y: (y - 0.5) * height });
    nodes.update(data.nodes.map((node) => ({ id: node.id, ...at(node.place) })));
    fit();
  }

  function fit() {
    network.moveTo({ position: { x: 0, y: 0 }, scale: 1 });
    label();
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
    label();
  }

  /** Names keep their size on the screen, under or over their node; one that fits neither place is left out. */
  function label() {
    const scale = network.getScale();
    const places = network.getPositions();
    const shown = nodes.get().filter((node) => !node.hidden && places[node.id]);
    const taken = shown.map((node) => ({ of: node.id, ...dotBox(node, places[node.id], scale) }));
    nodes.update(shown.map((node, rank) => {
      const sides = [1, -1].map((side) => ({ side, ...nameBox(node, places[node.id], scale, side) }));
      const clear = (box) => taken.every((other) => other.of === node.id || !overlap(box, other));
      const readable = (box) => taken.every((other) => other.of || !overlap(box, other));
      const must = focus.has(node.id);
      const box = sides.find(clear) || (rank < LABEL.foremost && sides.find(readable)) || (must && sides[0]);
      if (box) taken.push(box);
      const over = box && box.side < 0 ? 2 * node.size + (LABEL.height + 0.6) * (sizeOf(node) / scale) : 0;
      return {
        id: node.id,
        label: box ? node.short : NO_LABEL,
        font: { ...node.font, size: sizeOf(node) / scale, strokeWidth: LABEL.halo / scale, vadjust: -LABEL.lift / scale - over },
      };
    }));
  }

  function dotBox(node, { x, y }, scale) {
    const radius = node.size * scale;
    return { left: x * scale - radius, right: x * scale + radius, top: y * scale - radius, bottom: y * scale + radius };
  }

  function nameBox(node, { x, y }, scale, side) {
    const half = (node.short.length * sizeOf(node) * LABEL.character) / 2;
    const height = sizeOf(node) * LABEL.height;
    const top = (y + side * node.size) * scale + (side > 0 ? 2 : -2 - height);
    return { left: x * scale - half, right: x * scale + half, top, bottom: top + height };
  }

  function sizeOf(node) {
    return focus.has(node.id) ? LABEL.focus : LABEL.size;
  }

  function overlap(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  nodes.add(data.nodes.map(({ id, label, size }) => ({ id, short: label, size, x: 0, y: 0, font: {} })));
  network.on("zoom", () => requestAnimationFrame(label));
  network.on("dragEnd", label);
  return { network, paint, place, fit, zoom };
}
