/** All actors and pairs by sigma: straight lines in opaque light colours, names where there is room. */

import { script } from "../../lib/script.js";

const NODE = { least: 2, most: 11, few: 300 };
const LINE = { firm: 1.2, other: 0.7 };
const LIGHT = { firm: 0.42, other: 0.85 }; // how much of the paper is in a line's colour
const FAR = 0.15;
const MANY = 20_000; // lines beyond which they are drawn as thin as the processor can, and not while it moves

export async function ready() {
  await Promise.all([script("/static/vendor/graphology.min.js"), script("/static/vendor/sigma.min.js")]);
}

/** @param {HTMLElement} box @param {object} all @param {{name: string}[]} groups @param {(place: number) => void} chosen */
export function cloud(box, all, groups, chosen) {
  const { graphology, Sigma } = globalThis;
  const graph = new graphology.Graph({ multi: false, type: "undirected" });
  let colours = palette(groups);
  let marked = null;
  const most = Math.max(1, ...all.degrees);
  const shrunk = Math.min(1, Math.sqrt(NODE.few / all.codes.length));
  const sizeOf = (place) => (NODE.least + (NODE.most - NODE.least) * Math.sqrt(all.degrees[place] / most)) * shrunk;

  all.codes.forEach((code, place) => graph.addNode(place, {
    x: all.x[place], y: all.y[place], label: all.names[place],
    size: sizeOf(place), color: colours.node,
  }));
  const firm = (line) => all.standings[line] === 0;
  const add = (line) => graph.addUndirectedEdgeWithKey(line, all.a[line], all.b[line], { size: firm(line) ? LINE.firm : LINE.other, color: colourOf(line) });
  function colourOf(line) { return firm(line) ? colours.groups[all.groups[line]] : colours.other; }
  for (let line = 0; line < all.a.length; line += 1) if (!firm(line)) add(line);
  for (let line = 0; line < all.a.length; line += 1) if (firm(line)) add(line);

  const many = all.a.length > MANY;
  const sigma = new Sigma(graph, box, {
    ...(many && { edgeProgramClasses: { line: Sigma.rendering.EdgeLineProgram } }), defaultEdgeType: "line", hideEdgesOnMove: many, enableEdgeEvents: false, renderEdgeLabels: false,
    labelDensity: 0.6, labelGridCellSize: 90, labelRenderedSizeThreshold: 5 * shrunk, labelFont: getComputedStyle(document.body).fontFamily,
    labelSize: 12, labelColor: { color: colours.ink }, minCameraRatio: 0.02, maxCameraRatio: 2, zIndex: false, allowInvalidContainer: true,
    nodeReducer: (place, data) => ({ ...data, color: !marked || marked.near.has(place) ? colours.node : colours.rule, forceLabel: marked?.place === Number(place), label: !marked || marked.near.has(place) ? data.label : null }),
    edgeReducer: (line, data) => (!marked || marked.lines.has(line) ? data : { ...data, hidden: true }),
  });
  sigma.on("clickNode", ({ node }) => chosen(Number(node)));

  function repaint() {
    colours = palette(groups);
    graph.updateEachEdgeAttributes((line, data) => ({ ...data, color: colourOf(Number(line)) }), { attributes: ["color"] });
    sigma.setSetting("labelColor", { color: colours.ink });
    sigma.refresh();
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", repaint);

  return {
    sigma,
    mark(place) {
      marked = place === null ? null : { place, near: new Set([String(place), ...graph.neighbors(place)]), lines: new Set(graph.edges(place)) };
      sigma.refresh();
    },
    go(place) {
      const { x, y } = sigma.getNodeDisplayData(place);
      sigma.getCamera().setState({ x, y, ratio: Math.min(FAR + 10 / all.codes.length, 1) });
    },
    leave() { dark.removeEventListener("change", repaint); sigma.kill(); },
  };
}

/** Colours as WebGL needs them: opaque, and as light as lines that many must be. */
function palette(groups) {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  const paper = parts(of("paper"));
  const light = (name, share) => `#${parts(of(name)).map((part, place) => Math.round(part + (paper[place] - part) * share).toString(16).padStart(2, "0")).join("")}`;
  return { node: of("node"), ink: of("ink"), rule: of("rule"), other: light("edge", LIGHT.other - 0.15), groups: groups.map((one) => light(one.name, LIGHT.firm)) };
}

const parts = (hex) => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
