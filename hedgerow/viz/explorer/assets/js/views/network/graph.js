/** The drawing: one line per pair, places from the server, names where there is room for them. */

import { script } from "../../lib/script.js";

const MARGIN = { x: 70, y: 40 };
const SIZE = { least: 7, most: 17 };
const WIDTH = { least: 1.5, step: 1.2, most: 8, many: 4.5 };
const MANY = { lines: 60, hidden: 500 };
const FADED = 0.16;
const ASIDE = 0.28; // lines between others than those in focus
const HALO = 4;
const LIFT = 4;
const NO_LABEL = " "; // the library keeps the earlier label if the new one is empty
const SHAPES = { body: "square" };

/** The library and the placing of names, which the shareable page uses too. */
export async function ready() {
  globalThis.hedgerow ??= {};
  await Promise.all([script("/static/vendor/vis-network.min.js"), script("/static/network/labels.js")]);
}

/**
 * @param {HTMLElement} box
 * @param {{pair: (id: string) => void, actor: (code: string) => void, expand: (code: string) => void}} chosen
 */
export function graph(box, chosen) {
  const { vis, hedgerow } = globalThis;
  const face = getComputedStyle(document.body).fontFamily;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(box, { nodes, edges }, {
    autoResize: true, physics: false, layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { borderWidth: 2 }, edges: { smooth: false, selectionWidth: 0, hoverWidth: 1 },
    interaction: { hover: true, tooltipDelay: 120, selectConnectedEdges: false, hoverConnectedEdges: false, keyboard: false },
  });
  let shown = { nodes: [], lines: [], focus: [], standings: [] };
  let marked = { pair: null, actor: null };

  const isFaded = (line) => Boolean(marked.actor) && line.a !== marked.actor && line.b !== marked.actor;

  function edgeOf(line, focus, looks, colour, most) {
    const look = looks.get(line.standing);
    const aside = focus.size && !focus.has(line.a) && !focus.has(line.b) && !marked.actor;
    const opacity = isFaded(line) ? FADED : line.id === marked.pair ? 1 : look.opacity * (aside ? ASIDE : 1);
    const paint = colour(line.group);
    return {
      id: line.id, from: line.a, to: line.b, title: `${line.name}: ${told(line, shown.standings)}`,
      width: Math.min(WIDTH.least + WIDTH.step * Math.sqrt(line.size - 1), most),
      dashes: look.dashes.length ? look.dashes : false,
      color: { color: paint, highlight: paint, hover: paint, opacity },
      shadow: { enabled: line.id === marked.pair, color: colour("halo"), size: 16, x: 0, y: 0 },
      label: line.disputed && !look.disputed && !isFaded(line) ? "?" : NO_LABEL,
      font: { face, size: 16, color: colour("ink"), strokeColor: colour("paper"), strokeWidth: 5 },
    };
  }

  function nodeOf(node, focus, near, colour, most) {
    const clear = !marked.actor || near.has(node.code);
    const paint = colour(!clear ? "rule" : focus.has(node.code) ? "hub" : "node");
    const body = { background: paint, border: colour("paper") };
    const more = node.more ? `; ${node.more} more of its pairs are not drawn` : "";
    return {
      id: node.code, short: node.label, shape: SHAPES[node.kind] ?? "dot",
      size: SIZE.least + (SIZE.most - SIZE.least) * Math.sqrt(node.matters / most),
      title: `${node.name}: ${node.matters.toLocaleString("en")} events and ties drawn${more}`,
      color: { ...body, highlight: body, hover: body },
      font: { face, color: colour(clear ? "ink" : "muted"), strokeColor: colour("paper") },
    };
  }

  function paint() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const focus = new Set(shown.focus);
    const looks = new Map(shown.standings.map((look) => [look.name, look]));
    const near = new Set([marked.actor, ...shown.lines.filter((line) => !isFaded(line)).flatMap((line) => [line.a, line.b])]);
    const most = Math.max(1, ...shown.nodes.map((node) => node.matters));
    const widest = shown.lines.length > MANY.lines ? WIDTH.many : WIDTH.most;
    refill(nodes, shown.nodes.map((node) => nodeOf(node, focus, near, colour, most)));
    refill(edges, shown.lines.map((line) => edgeOf(line, focus, looks, colour, widest)));
    const many = shown.lines.length > MANY.hidden;
    network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
  }

  /** Stretch the unit square over the box. */
  function place() {
    const width = Math.max(box.clientWidth - 2 * MARGIN.x, 100);
    const height = Math.max(box.clientHeight - 2 * MARGIN.y, 100);
    nodes.update(shown.nodes.map(({ code, x, y }) => ({ id: code, x: (x - 0.5) * width, y: (y - 0.5) * height })));
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

  function label() {
    const scale = network.getScale();
    const places = network.getPositions();
    const drawn = shown.nodes.map(({ code }) => ({ ...nodes.get(code), ...places[code] }));
    const names = hedgerow.placeNames(drawn, scale, new Set(shown.focus));
    nodes.update(drawn.map((node) => {
      const name = names.get(node.id);
      const size = (name ? name.size : 1) / scale;
      const over = name && name.side < 0 ? 2 * node.size + 1.95 * size : 0;
      return { id: node.id, label: name ? node.short : NO_LABEL, font: { ...node.font, size, strokeWidth: HALO / scale, vadjust: -LIFT / scale - over } };
    }));
  }

  network.on("click", ({ nodes: [actor], edges: [pair] }) => {
    if (actor) chosen.actor(actor);
    else if (pair) chosen.pair(pair);
  });
  network.on("doubleClick", ({ nodes: [actor] }) => actor && chosen.expand(actor));
  network.on("zoom", () => requestAnimationFrame(label));
  network.on("dragEnd", label);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => { paint(); label(); };
  dark.addEventListener("change", repaint);
  const sized = new ResizeObserver(() => box.clientWidth && place());
  sized.observe(box);

  return {
    network, fit, zoom,
    draw(network_) { shown = network_; paint(); place(); },
    mark(chosen_) { marked = { pair: null, actor: null, ...chosen_ }; repaint(); },
    leave() { dark.removeEventListener("change", repaint); sized.disconnect(); network.destroy(); },
  };
}

function refill(set, items) {
  const kept = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !kept.has(id)));
  set.update(items);
}

/** `5 concluded, 2 talked about` */
export function told(line, standings) {
  return line.counts.map((count, place) => count && `${count} ${standings[place].label.toLowerCase()}`).filter(Boolean).join(", ");
}
