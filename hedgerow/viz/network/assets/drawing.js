"use strict";
/* The drawing: nodes in their places, and a line per pair. */
{
  const { data, chosen, shows, lookOf, byId, lineOf, isFaded, focus, face } = hedgerow;
  const MARGIN = { x: 78, y: 46 };
  const MANY = 500; // lines beyond which they are left out while the drawing moves
  const HALO = 4;
  const LIFT = 4;
  const NO_LABEL = " "; // the library keeps the earlier label if the new one is empty

  const box = byId("graph");
  const nodes = new vis.DataSet(data.nodes.map(({ id, label, size }) => ({ id, short: label, size, x: 0, y: 0, font: {} })));
  const edges = new vis.DataSet();
  let placed = {};
  const network = new vis.Network(box, { nodes, edges }, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { borderWidth: 2 },
    edges: { smooth: false, selectionWidth: 0, hoverWidth: 1 },
    interaction: {
      hover: true, tooltipDelay: 120, selectConnectedEdges: false, hoverConnectedEdges: false,
      hideEdgesOnDrag: data.edges.length > MANY, hideEdgesOnZoom: data.edges.length > MANY,
    },
  });

  function drawnNode({ id, shape, size, title }, shown, near, colour) {
    const clear = near.has(id);
    const paint = colour(!clear ? "rule" : focus.has(id) ? "hub" : "node");
    const body = { background: paint, border: colour("paper") };
    return {
      id, shape, size, title,
      hidden: !shown.has(id) && !focus.has(id),
      color: { ...body, highlight: body, hover: body },
      font: { face, color: colour(clear ? "ink" : "muted"), strokeColor: colour("paper") },
    };
  }

  /** Draw what the filters leave; notes the look of each line. */
  function paint() {
    const style = getComputedStyle(document.documentElement);
    const names = new Map();
    const colour = (name) => {
      if (!names.has(name)) names.set(name, style.getPropertyValue(`--${name}`).trim());
      return names.get(name);
    };
    const looks = new Map(data.edges.map((edge) => [edge.id, lookOf(edge, shows)]));
    const drawn = data.edges.filter((edge) => looks.get(edge.id));
    const clear = drawn.filter((edge) => !isFaded(edge));
    const shown = new Set(drawn.flatMap((edge) => [edge.from, edge.to]));
    const near = new Set([...clear.flatMap((edge) => [edge.from, edge.to]), chosen.actor]);
    edges.update(data.edges.map((edge) => lineOf(edge, looks.get(edge.id), colour)));
    nodes.update(data.nodes.map((node) => drawnNode(node, shown, near, colour)));
    hedgerow.looks = looks;
    label();
  }

  function room() {
    return { width: Math.max(box.clientWidth - 2 * MARGIN.x, 100), height: Math.max(box.clientHeight - 2 * MARGIN.y, 100) };
  }

  /** Whether the nodes are placed for the box as large as it is now. */
  function fitted() {
    const { width, height } = room();
    return width === placed.width && height === placed.height;
  }

  /** Stretch the unit square over the box. */
  function place() {
    const { width, height } = placed = room();
    const at = ([x, y]) => ({ x: (x - 0.5) * width, y: (y - 0.5) * height });
    nodes.update(data.nodes.map((node) => ({ id: node.id, ...at(node.place) })));
    fit();
  }

  /** Where a node stands in the unit square. */
  function share({ x, y }) {
    const { width, height } = placed;
    return [x / width + 0.5, y / height + 0.5];
  }

  function fit() {
    network.moveTo({ position: { x: 0, y: 0 }, scale: 1 });
    label();
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
    label();
  }

  /** The nodes that are drawn, with their places. */
  function visible() {
    const places = network.getPositions();
    return nodes.get().filter((node) => !node.hidden).map((node) => ({ ...node, ...places[node.id] }));
  }

  function label() {
    if (!hedgerow.looks.size) return;
    const scale = network.getScale();
    const names = hedgerow.placeNames(visible(), scale, focus);
    nodes.update(nodes.get().map((node) => {
      const name = names.get(node.id);
      const size = (name ? name.size : 1) / scale;
      const over = name && name.side < 0 ? 2 * node.size + 1.95 * size : 0;
      const font = { ...node.font, size, strokeWidth: HALO / scale, vadjust: -LIFT / scale - over };
      return { id: node.id, label: name ? node.short : NO_LABEL, font };
    }));
  }

  network.on("zoom", () => requestAnimationFrame(label));
  network.on("dragEnd", label);
  hedgerow.drawing = { network, paint, place, fitted, fit, zoom, visible, share };
}
