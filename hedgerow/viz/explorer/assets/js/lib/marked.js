/** Text with stretches of it marked. Offsets count Unicode code points, strings here UTF-16 units. */

import { h } from "./dom.js";

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Text whose controls and direction overrides are shown by their numbers and have no effect. */
export function visible(text) {
  const shown = [];
  let from = 0;
  for (const found of text.matchAll(CONTROLS)) {
    const code = `U+${found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    shown.push(text.slice(from, found.index), h("span", { class: "unseen", title: "A control character, without effect here" }, code));
    from = found.index + found[0].length;
  }
  return [...shown, text.slice(from)];
}

/** Where code points of a text begin in it: a function from one offset to the other. */
export function inUnits(text, offsets) {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => Math.min(offset, text.length);
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const places = new Map();
  let [point, unit] = [0, 0];
  for (const offset of wanted) {
    while (point < offset && unit < text.length) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
      point += 1;
    }
    places.set(offset, unit);
  }
  return (offset) => places.get(offset);
}

/**
 * A text in pieces, cut wherever a span begins or ends; spans may overlap.
 * @param {string} text @param {{start: number, end: number}[]} spans
 * @param {(content: any[], over: any[]) => any} mark  makes a piece that some spans lie over
 */
export function marked(text, spans, mark) {
  const unit = inUnits(text, spans.flatMap((one) => [one.start, one.end]));
  const placed = spans.map((one) => ({ one, from: unit(one.start), until: unit(one.end) }));
  const cuts = [...new Set([0, text.length, ...placed.flatMap((each) => [each.from, each.until])])].sort((a, b) => a - b);
  return cuts.slice(1).map((until, index) => {
    const from = cuts[index];
    const content = visible(text.slice(from, until));
    const over = placed.filter((each) => each.from <= from && until <= each.until).map((each) => each.one);
    return over.length ? mark(content, over) : content;
  });
}
