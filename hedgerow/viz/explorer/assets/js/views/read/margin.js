/** The margin of a document: a note for each claim, at the height of its sentence. */

import { h } from "../../lib/dom.js";
import { badge } from "../../lib/evidence.js";
import { to } from "../../lib/route.js";

/** What a claim says, in brief; the whole of it where it is chosen. */
export function note(one, app, chosen) {
  const title = h("button", { type: "button", class: "title", onclick: chosen }, one.label);
  return h("li", { class: `note ${one.group}${one.rejected ? " rejected" : ""}` },
    h("p", {}, title, " ", badge(one.look, one.says)),
    h("p", {}, who(one)),
    h("p", { class: "muted tiny" }, one.date ?? "no date stated", ` · reading ${one.confidence.toFixed(2)}`, doubtful(one)),
    one.rejected && h("p", { class: "tiny" }, h("strong", {}, "rejected"), " by a person; it counts for nothing"),
    h("div", { class: "more" }, details(one), actions(one, app)));
}

/** The parties of a claim by name; the source of a directed one before an arrow. */
export function who({ parties, arrow }) {
  return parties.map((one, place) => [place > 0 && (arrow && place === 1 ? " → " : ", "), h("span", { title: one.code }, one.name)]);
}

function doubtful({ confidence, flags, rejected }) {
  const told = [confidence < 0.5 && !rejected && "counts only once accepted", ...flags.map((flag) => flag.replaceAll("_", " "))].filter(Boolean);
  return told.length > 0 && ` · ${told.join(", ")}`;
}

function details(one) {
  const named = one.parties.filter((each) => each.text).map((each) => [`${each.name}: “`, h("bdi", {}, each.text), "”", each.person && [", ", h("bdi", {}, each.person)], each.role && ` (${each.role})`]);
  return h("dl", { class: "facts tiny" },
    named.map((words) => line("In words", words)),
    one.date && line("Date", `${one.date} (${one.date_basis})`),
    one.facts.map(({ name, value }) => line(name, h("bdi", {}, value))),
    line("Read by", `${one.engine}${one.rule ? `, rule ${one.rule}` : ""}`),
    one.judged.map((each) => line(each.decision, `${each.by}, ${each.at.slice(0, 10)}${each.note ? `: ${each.note}` : ""}`)));
}

const line = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));

function actions(one, app) {
  const open = one.edges.map((id) => h("button", { type: "button", class: "button quiet", onclick: () => app.edge(id) }, id.startsWith("tie/") ? "The tie" : "The event"));
  return h("p", { class: "row" }, open, h("a", { class: "button quiet", href: to("review", { claim: one.id }) }, "Review"));
}

/** Moves each note to the height of its sentence, or below the one before it. */
export function beside(text, margin, notes) {
  const apart = margin.offsetLeft > text.offsetLeft + text.offsetWidth / 2;
  const top = margin.getBoundingClientRect().top;
  let free = 0;
  for (const [id, one] of notes) {
    one.style.marginTop = "";
    if (!apart) continue;
    const mark = text.querySelector(`mark[data-claims~="${id}"]`);
    const wanted = mark ? mark.getBoundingClientRect().top - top : free;
    one.style.marginTop = `${Math.max(0, wanted - free)}px`;
    free = Math.max(free, wanted) + one.offsetHeight + GAP;
  }
}

const GAP = 6;
