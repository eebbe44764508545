"use strict";
/* The whole drawing as SVG of our own, of one size whatever the screen: for a file, for print, and for a PNG. */
{
  const { data, chosen, drawing, focus, widthOf, opacityOf } = hedgerow;
  const SVG = "http://www.w3.org/2000/svg";
  const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif";
  const SIZE = { width: 1200, height: 760 }; // of the graph
  const MARGIN = { x: 78, y: 40 };
  const HEAD = 62;
  const PAD = 20;
  const LINE = 16;
  const CHARACTER = 5.9; // the width of one, at the size of the notes
  const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
  const colour = (name) => data.print[name];

  function element(name, attributes, ...children) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function text(x, y, words, attributes = {}) {
    return element("text", { x, y, fill: colour("ink"), ...attributes }, words.replace(UNFIT, ""));
  }

  function dashes(standing, scale = 1) {
    return standing.dashes.length ? { "stroke-dasharray": standing.dashes.map((length) => length * scale).join(" ") } : {};
  }

  function line(edge, look, at) {
    const [from, to] = [at(edge.from), at(edge.to)];
    const stroke = { stroke: colour(look.group), "stroke-width": widthOf(look), opacity: opacityOf(edge, look) };
    const place = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    const parts = [element("line", { ...place, ...stroke, ...dashes(look.standing) })];
    if (edge.id === chosen.pair) {
      parts.unshift(element("line", { ...place, stroke: colour("halo"), "stroke-width": stroke["stroke-width"] + 8, opacity: 0.35 }));
    }
    if (look.doubted && !look.standing.disputed) parts.push(halo((from.x + to.x) / 2, (from.y + to.y) / 2 + 5, "?", 16));
    return element("g", {}, element("title", {}, `${edge.name}: ${edge.tally}`.replace(UNFIT, "")), ...parts);
  }

  function halo(x, y, words, size) {
    const around = { stroke: colour("paper"), "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };
    return text(x, y, words, { "text-anchor": "middle", "font-size": size, ...around });
  }

  function dot({ id, x, y, size }) {
    const look = { fill: colour(focus.has(id) ? "hub" : "node"), stroke: colour("paper"), "stroke-width": 2 };
    if (hedgerow.actors.get(id).shape === "dot") return element("circle", { cx: x, cy: y, r: size, ...look });
    return element("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, ...look });
  }

  /** The nodes where they stand on the screen, dragged ones too, but stretched over the picture. */
  function stretched() {
    return drawing.visible().map((node) => {
      const [x, y] = drawing.share(node);
      return { ...node, x: MARGIN.x + x * (SIZE.width - 2 * MARGIN.x), y: MARGIN.y + y * (SIZE.height - 2 * MARGIN.y) };
    });
  }

  /** Lines, then nodes, then names, so that no name is crossed out. */
  function graph() {
    const nodes = stretched();
    const places = new Map(nodes.map((node) => [node.id, node]));
    const names = hedgerow.placeNames(nodes, 1, focus);
    const drawn = data.edges.filter((edge) => hedgerow.looks.get(edge.id));
    return element("svg", { x: 0, y: HEAD, ...SIZE },
      ...drawn.map((edge) => line(edge, hedgerow.looks.get(edge.id), (id) => places.get(id))),
      ...nodes.map(dot),
      ...nodes.filter((node) => names.has(node.id)).map((node) => {
        const box = names.get(node.id);
        return halo(node.x, box.top + box.size, node.short, box.size);
      }));
  }

  function wrapped(words, width) {
    const lines = [""];
    for (const word of words.split(/\s+/)) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (longer.length * CHARACTER > width && lines.at(-1)) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  function cut(words, width) {
    const most = Math.floor((width - 2 * PAD) / CHARACTER);
    return words.length > most ? `${words.slice(0, most - 1)}…` : words;
  }

  function key(x, y, label, stroke) {
    return element("g", {}, element("line", { x1: x, y1: y - 4, x2: x + 26, y2: y - 4, "stroke-width": 3, ...stroke }), text(x + 32, y, label));
  }

  /** What the colours and dashes on the picture mean. */
  function legend(top, width) {
    const looks = [...hedgerow.looks.values()].filter(Boolean);
    const groups = data.groups.filter(({ name }) => looks.some((look) => look.group === name));
    const standings = data.standings.filter(({ name }) => looks.some((look) => look.standing.name === name));
    const keys = [
      ...groups.map(({ name, label }) => [label, { stroke: colour(name) }]),
      ...standings.map((one) => [one.label, { stroke: colour("muted"), ...dashes(one) }]),
    ];
    let [x, y] = [PAD, top];
    const parts = keys.map(([label, stroke]) => {
      const needed = 52 + label.length * 6.4;
      if (x + needed > width) [x, y] = [PAD, y + LINE + 4];
      x += needed;
      return key(x - needed, y, label, stroke);
    });
    return { parts, bottom: y };
  }

  /** The whole picture: title, drawing, legend, and what was left out; `bare`: without title and notes. */
  hedgerow.picture = ({ bare = false } = {}) => {
    const { width, height } = SIZE;
    const keys = legend(HEAD + height + LINE, width - PAD);
    const notes = hedgerow.all(".views footer p").flatMap((note) => wrapped(note.textContent, width - 2 * PAD));
    const about = [document.querySelector(".summary").textContent, hedgerow.filtered()].filter(Boolean).join(". ");
    const title = document.querySelector("h1").textContent.replace(UNFIT, "");
    const foot = keys.bottom + 26;
    const top = bare ? HEAD : 0;
    const size = { width, height: (bare ? keys.bottom + LINE : foot + notes.length * LINE) - top };
    return element("svg", { xmlns: SVG, ...size, viewBox: `0 ${top} ${size.width} ${size.height}`, role: "img", "font-family": FONT, "font-size": 12 },
      element("title", {}, title),
      element("rect", { y: top, ...size, fill: colour("paper") }),
      text(PAD, 32, cut(title, width / 2), { "font-size": 20, "font-weight": 600 }),
      text(PAD, 52, cut(about, width), { fill: colour("muted") }),
      graph(),
      ...keys.parts,
      ...notes.map((note, number) => text(PAD, foot + number * LINE, note, { fill: colour("muted"), "font-size": 11 })));
  };
}
