/** The queue of a review: its filters, and the claims in brief. */

import { h } from "../../lib/dom.js";
import { badge } from "../../lib/evidence.js";
import { actorField, choice } from "../../lib/fields.js";
import { change, to, here } from "../../lib/route.js";
import { parts } from "./parts.js";

/** What of the queue is shown. */
export function filters(found, { about, type, reason, settled }) {
  const set = (more) => change({ ...more, claim: null, edge: null });
  const counted = (told) => told.map(({ name, label, number }) => [name, `${label} (${number})`]);
  return h("div", { class: "row" },
    parts({ settled }, found),
    actorField("About", about ?? "", (code) => set({ about: code })),
    choice("Because", [["", "any reason"], ...counted(found.reasons)], reason ?? "", (value) => set({ reason: value })),
    choice("Type", [["", "any type"], ...counted(found.types)], type ?? "", (value) => set({ type: value })),
    (about || type || reason) && h("button", { type: "button", class: "button", onclick: () => set({ about: null, type: null, reason: null }) }, "All"));
}

/** The claims of the queue; the one that is looked at is marked. */
export function list(found, claim) {
  const { given } = here();
  const address = (row) => to("review", { ...given, claim: row.claim, edge: null });
  return h("nav", { class: "waiting-list", "aria-label": "Queue" },
    h("ol", {}, found.rows.map((row) => h("li", { class: row.group, "aria-current": row.claim === claim && "true" },
      h("a", { href: address(row) }, h("strong", {}, row.parties), h("br"), `${row.label} `, badge(row.look, row.says)),
      h("p", { class: "tiny" }, `${row.published ?? "undated"} · reading ${row.confidence.toFixed(2)}`, h("br"), row.reasons.join(", "))))),
    found.total > found.rows.length && h("p", { class: "muted small" }, `and ${(found.total - found.rows.length).toLocaleString("en")} more`));
}
