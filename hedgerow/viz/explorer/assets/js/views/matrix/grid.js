/** The cells as a table that the arrow keys walk through; each leads to the pair. */

import { h } from "../../lib/dom.js";
import { to } from "../../lib/route.js";

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {Record<string, any>} found what `/api/matrix` gives */
export function grid(found) {
  const body = h("tbody", {}, found.rows.map((row, line) =>
    h("tr", {}, h("th", { scope: "row" }, row.name), row.cells.map((cell, column) => shown(found, row, cell, line, column)))));
  body.querySelector("a")?.setAttribute("tabindex", "0");
  body.addEventListener("keydown", step);
  body.addEventListener("focusin", (event) => held(body, event.target));
  return h("div", { class: "scroll matrix" },
    h("table", { class: "table", role: "grid", "aria-readonly": "true" },
      h("caption", {}, `${found.title}: a number, and beneath it documents and outlets behind the pair. A cell leads to the pair; arrow keys walk.`),
      h("thead", {}, h("tr", {}, h("td", {}), found.powers.map((power) => h("th", { scope: "col" }, power.name)))),
      body));
}

function shown(found, row, cell, line, column) {
  const { kind, heat, thin } = cell;
  const look = ["cell", kind, heat === null ? "" : `heat${heat}`, thin ? "thin" : ""].filter(Boolean).join(" ");
  if (kind === "self") return h("td", { class: look }, h("span", { class: "visually-hidden" }, "itself"));
  const past = found.year < found.last && { at: found.on };
  const pair = to("pair", { a: row.code, b: cell.power, ...past });
  const rests = cell.documents > 0 ? `${cell.documents}d ${cell.outlets}o` : "none";
  return h("td", { class: look },
    h("a", { href: pair, title: cell.words, tabindex: "-1", dataset: { place: `${line}-${column}` } },
      cell.text && h("span", { class: "told" }, cell.text), h("span", { class: "rests", "aria-hidden": "true" }, rests), h("span", { class: "visually-hidden" }, ` ${cell.words}`)));
}

function held(body, link) {
  for (const each of body.querySelectorAll('a[tabindex="0"]')) each.setAttribute("tabindex", "-1");
  link.setAttribute("tabindex", "0");
}

/** On to the next cell in a direction; a state with itself is stepped over. */
function step(event) {
  const move = MOVES[event.key];
  const place = event.target.dataset?.place;
  if (!move || !place) return;
  event.preventDefault();
  const rows = event.currentTarget.rows;
  let [line, column] = place.split("-").map(Number);
  do {
    line += move[0];
    column += move[1];
  } while (rows[line]?.cells[column + 1]?.classList.contains("self"));
  rows[line]?.querySelector(`[data-place="${line}-${column}"]`)?.focus();
}
