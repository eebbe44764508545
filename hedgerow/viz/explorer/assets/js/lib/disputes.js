/** What documents differ on, the sides beside each other. */

import { h } from "./dom.js";
import { cut } from "./words.js";

const LONGEST = 400;

/** @param {Record<string, any>} found what `/api/edges/{id}` gives */
export function disputes(found) {
  const quotes = new Map(found.sentences.map((one) => [one.claim, one]));
  return found.disputes.map((one) =>
    h("section", { class: "dispute" },
      h("h4", {}, one.title),
      h("div", { class: "sides" }, one.sides.map((side) => shown(side, quotes)))));
}

function shown(side, quotes) {
  const best = side.claims.map((claim) => quotes.get(claim)).find(Boolean);
  return h("div", { class: "side" },
    h("h5", {}, side.says),
    h("ul", {}, side.voices.map((voice) => h("li", {}, h("bdi", {}, voice)))),
    best && h("blockquote", { dir: "auto" }, told(best.lines)));
}

/** The sentence; of a table's row its note. */
const told = (lines) => cut(lines.find((line) => line.startsWith("note: "))?.slice("note: ".length) ?? lines[0], LONGEST);
