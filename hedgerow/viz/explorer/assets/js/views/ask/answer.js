/** An answer: in words first, then its rows as a table that can be sorted, what it rests on, files. */

import { address } from "../../lib/api.js";
import { h, out } from "../../lib/dom.js";
import { edgeLink } from "../../lib/marks.js";
import { to } from "../../lib/route.js";

const ROWS = 200;
const LONG = 240;

/** @param {Record<string, any>} found what `/api/ask/{name}` gives */
export function answer(found, asked) {
  const file = (form) => h("a", { class: "button", href: address(`/export/ask/${found.question}.${form}`, asked), download: true }, form.toUpperCase());
  return [
    h("p", { class: "in-words", role: "status" }, h("bdi", {}, found.in_words)),
    found.rows.length > 0 && table(found),
    found.notes.length > 0 && h("ul", { class: "notes small muted" }, found.notes.map((each) => h("li", {}, h("bdi", {}, each)))),
    h("p", { class: "row" }, h("span", { class: "muted small" }, "Save as"), file("csv"), file("json")),
  ].filter(Boolean);
}

function table(found) {
  const told = found.columns.filter((column) => found.rows.some((row) => !isEmpty(row[column.name])));
  const columns = [...told.filter(leads), ...told.filter((column) => !leads(column))];
  let rows = [...found.rows];
  let shown = ROWS;
  const body = h("tbody");
  const more = h("button", { type: "button", class: "button", onclick: () => { shown = rows.length; fill(); } }, `Show all ${rows.length}`);
  const heads = columns.map((column) => h("th", { scope: "col", class: numeric(column), title: column.description },
    h("button", { type: "button", onclick: () => sort(column) }, words(column.name))));

  function fill() {
    body.replaceChildren(...rows.slice(0, shown).map((row) => h("tr", {}, columns.map((column) => h("td", { class: `${numeric(column)} ${column.name}` }, cell(row, column, found.names))))));
    more.hidden = rows.length <= shown;
  }

  function sort(column) {
    const head = heads[columns.indexOf(column)];
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const each of heads) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => (Array.isArray(row[column.name]) ? row[column.name].join(" ") : row[column.name]);
    rows = found.rows.toSorted((a, b) => (isEmpty(key(a)) || isEmpty(key(b)) ? isEmpty(key(a)) - isEmpty(key(b)) : compared(key(a), key(b)) * (down ? -1 : 1)));
    fill();
  }

  fill();
  return h("div", {}, h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Rows of the answer" },
    h("table", { class: "table" },
      h("caption", {}, `${found.rows.length.toLocaleString("en")} ${found.rows.length === 1 ? "row" : "rows"}`),
      h("thead", {}, h("tr", {}, heads)), body)), more);
}

/** What leads to the evidence stands first: wide tables scroll. */
const leads = ({ kind }) => kind === "id" || kind === "ids";
const isEmpty = (value) => value === null || value === undefined || value === "" || value.length === 0;
const compared = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en"));
const numeric = ({ kind }) => (kind === "number" || kind === "whole" ? "number" : "");
const words = (slug) => String(slug).replaceAll("_", " ");

/** The content of a cell: actors by name, ids as links to evidence or text, addresses as links. */
function cell(row, { name, kind }, names) {
  const value = row[name];
  if (isEmpty(value)) return "";
  const actor = (code) => h("span", { title: code }, names[code] ?? code);
  if (kind === "actor") return actor(value);
  if (kind === "actors") return value.map((code, place) => [place > 0 && ", ", actor(code)]);
  if (kind === "id") return leading(value, row);
  if (kind === "ids") return value.map((id) => [leading(id, row), " "]);
  if (kind === "address") return out(value, host(value));
  if (kind === "name") return words(value);
  if (kind === "text") return long(value);
  return typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 3 }) : String(value);
}

function leading(id, row) {
  const [kind] = id.split("/");
  if (kind === "event" || kind === "tie") return edgeLink(id, kind === "event" ? "Evidence" : "Tie");
  if (kind === "claim") return h("a", { href: to("read", { document: row.document, claim: id }) }, "In its text");
  if (kind === "document") return h("a", { href: to("read", { document: id, claim: row.claim }) }, "Document");
  return id;
}

function host(value) {
  try {
    return new URL(value).host || value;
  } catch {
    return value;
  }
}

const SLUG = /^[a-z]+(_[a-z]+)+$/;

function long(value) {
  const text = SLUG.test(value) ? words(value) : String(value);
  const row = text.includes("\n") && `(row of a table) ${text.split("\n").find((line) => line.startsWith("note: "))?.slice("note: ".length) ?? ""}`;
  if (!row && text.length <= LONG) return h("span", { dir: "auto" }, text);
  return h("details", {}, h("summary", { dir: "auto" }, row || `${text.slice(0, LONG)}…`), h("span", { class: "whole", dir: "auto" }, text));
}
