/** The list of documents: newest first, searched by title and outlet, or by an actor. */

import { get } from "../../lib/api.js";
import { named, orTold } from "../../lib/chosen.js";
import { h } from "../../lib/dom.js";
import { actorField, labelled } from "../../lib/fields.js";
import { nothing } from "../../lib/notices.js";
import { beyond, paging } from "../../lib/paging.js";
import { change, to } from "../../lib/route.js";
import { table } from "../../lib/table.js";
import { documents } from "../../lib/words.js";

const ROWS = 50;

export async function shelf(root, given, app) {
  const { q, about, known } = given;
  const offset = Number(given.offset) || 0;
  root.append(searching(given));
  const found = await orTold(root, () => get("/api/documents", { q, about, known, offset, limit: ROWS }, app.signal));
  if (!found) return;
  if (about) get(`/api/actors/${encodeURIComponent(about)}`).then((one) => named(root, [one.name]), () => undefined);
  root.append(h("header", {}, h("h2", {}, "Documents"), h("p", { class: "muted" }, told(found, given))));
  if (found.rows.length) root.append(rows(found), paging(found.total, offset, found.rows.length, ROWS) ?? "");
  else root.append(found.total ? beyond(found.total) : nothing(`None found in ${documents(found.held)}.`));
  if (found.withdrawn.length) root.append(withdrawn(found.withdrawn));
}

function searching({ q, about }) {
  const field = h("input", { class: "field", type: "search", value: q ?? "", onchange: () => change({ q: field.value.trim(), offset: null }) });
  const named = actorField("About", about ?? "", (code) => change({ about: code, offset: null }));
  return h("form", { class: "row", role: "search", onsubmit: (event) => event.preventDefault() },
    labelled("In title or outlet", field), named,
    (q || about) && h("button", { type: "button", class: "button", onclick: () => change({ q: null, about: null, offset: null }) }, "All documents"));
}

function told({ total, held }, { q, about, known }) {
  const all = q || about ? `${total.toLocaleString("en")} of ${documents(held)}` : documents(held);
  return `${all}${known ? ` published by ${known}` : ""}, the last published first.`;
}

function rows(found) {
  return table("Documents", [
    ["Published", (one) => one.published ?? "undated", "date"],
    ["Title", (one) => [h("a", { href: to("read", { document: one.id }) }, h("bdi", {}, one.title)), one.superseded && [" ", h("span", { class: "badge closed" }, "superseded")]]],
    ["Outlet", (one) => h("bdi", {}, one.publisher ?? "")],
    ["Claims", (one) => one.claims || h("span", { class: "muted" }, "none"), "number"],
  ], found.rows);
}

function withdrawn(gone) {
  return h("details", {}, h("summary", {}, `Withdrawn: ${gone.length}`),
    h("ul", { class: "plain small" }, gone.map((one) => h("li", {}, `${one.at.slice(0, 10)}, by ${one.by}: `, h("bdi", {}, one.reason), " ", h("code", { class: "muted" }, one.id.slice(0, 17))))));
}
