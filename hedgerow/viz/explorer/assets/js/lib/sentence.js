/** One quoted sentence with whose it is, where it stands and how surely it was read. */

import { h, out } from "./dom.js";
import { copyButton } from "./copy.js";
import { to } from "./route.js";

/** @param {Record<string, any>} one a sentence of `/api/edges/{id}` */
export function sentence(one) {
  const isRow = one.lines.length > 1;
  return h("figure", { class: `quote ${one.look}`, id: one.claim.replace("/", "-") },
    h("blockquote", { dir: "auto" }, isRow ? row(one.lines) : h("p", {}, one.lines[0] ?? "")),
    h("figcaption", {},
      h("span", { class: `badge ${one.look}` }, one.says),
      one.stated && [" ", h("span", {}, `dated ${one.stated}`)],
      one.attributed_to && [" · said by ", h("bdi", {}, one.attributed_to)],
      one.by_party && h("strong", {}, " · a party to it"),
      h("br"), place(one),
      one.also.length > 0 && [h("br"), `also printed by ${listed(one.also)}`],
      h("br"), `reading ${one.confidence.toFixed(2)}`, reader(one),
      one.grade && [" · ", h("span", { class: "grade", title: one.held }, one.held)],
      one.handling && [" · ", h("strong", { class: "handling" }, one.handling)],
      h("span", { class: "actions" },
        h("a", { class: "button quiet", href: to("read", { document: one.document, claim: one.claim }) }, "In its document"),
        copyButton("Footnote", () => one.footnote))));
}

function place({ outlet, ownership, title, published, address, place: file }) {
  return [
    h("bdi", {}, outlet), ownership && ` (${ownership})`, ", ",
    address ? out(address, title || address) : h("bdi", {}, title || file),
    ", ", published ?? "no publication date",
  ];
}

function reader({ engine, rule }) {
  return engine && h("span", { class: "muted" }, ` · read by ${engine}${rule ? `, rule ${rule}` : ""}`);
}

/** The row of a table: a cell a line, `column: value`. */
function row(lines) {
  const cells = lines.map((line) => line.match(/^([\w ]{1,30}): (.*)$/s));
  if (cells.some((cell) => !cell)) return lines.map((line) => h("p", {}, line));
  return h("details", {},
    h("summary", {}, "Row of a table", note(cells)),
    h("dl", { class: "cells" }, cells.map(([, name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}

function note(cells) {
  const told = cells.find(([, name]) => name === "note");
  return told ? `: ${told[2]}` : "";
}

const listed = (words) => (words.length > 3 ? `${words.slice(0, 3).join(", ")} and ${words.length - 3} more` : words.join(", "));
