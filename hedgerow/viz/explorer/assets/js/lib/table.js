/** Tables of events and ties. */

import { h } from "./dom.js";
import { edgeLink } from "./marks.js";
import { badge, cut, words } from "./words.js";

/**
 * A table that scrolls by itself where it is too wide.
 * @param {string} caption @param {[string, (row: any) => any, string?][]} columns label, content, class
 * @param {any[]} rows
 */
export function table(caption, columns, rows) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    h("table", { class: "table" },
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, columns.map(([label, , kind]) => h("th", { scope: "col", class: kind }, label)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, columns.map(([, cell, kind]) => h("td", { class: kind }, cell(row))))))));
}

/** Words that open the evidence of their row. */
export const leads = (told, id) => edgeLink(id, h("bdi", {}, cut(told, LONGEST)));

/** How firm a row of an answer is. */
export function firmness({ standing, status = standing === "negative" ? "denied" : null, stage }) {
  const look = LOOKS[standing] ?? (status === "denied" ? "contested" : "closed");
  const told = [standing === "contested" ? "contested" : words(status ?? standing), stage && `(${words(stage)})`];
  return badge(look, told.filter(Boolean).join(" "));
}

const LOOKS = { concluded: "concluded", held: "concluded", prospective: "prospective", contested: "contested", possibly: "possibly", ended: "closed" };

/** A quoted sentence in a cell, cut where it is long. */
export function quoted(text) {
  if (!text) return "";
  const note = text.split("\n").find((each) => each.startsWith("note: "));
  const line = text.includes("\n") ? (note?.slice("note: ".length) ?? "(row of a table)") : text;
  return h("span", { class: "cited", dir: "auto" }, cut(line, LONGEST));
}

const LONGEST = 200;
