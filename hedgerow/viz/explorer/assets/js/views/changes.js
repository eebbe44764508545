/** What differs between two days: how things stood, what could be known, what the store held. */

import { get, address } from "../lib/api.js";
import { named, orTold } from "../lib/chosen.js";
import { h } from "../lib/dom.js";
import { actorField, labelled } from "../lib/fields.js";
import { edgeLink, leading } from "../lib/marks.js";
import { nothing } from "../lib/notices.js";
import { change, to } from "../lib/route.js";
import { quoted } from "../lib/table.js";
import { badge } from "../lib/words.js";

const OF = [
  ["day", "How things stood", "What held or had happened at the end of each day, told from all that is loaded."],
  ["published", "What was known", "What the documents published by each day tell: also what became contested, or is told otherwise."],
  ["recorded", "What was loaded", "What this store held at the end of each day: documents loaded or withdrawn, and judgements."],
];
const FORMS = ["md", "html", "docx", "csv"];

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  leading(root, app.edge);
  const { a, b, from, to: until, by = "day", at, known } = given;
  root.append(choosing(given, by));
  if (!a && by !== "day") {
    root.append(nothing("Choose whom to follow to compare what was known or loaded on two days."));
    return;
  }
  const asked = { a, b, from, to: until, by, at, known };
  const found = await orTold(root, () => get("/api/changes", asked, app.signal));
  if (!found) return;
  named(root, found.names);
  days(root, found);
  root.append(
    h("header", {}, h("h2", {}, found.title), h("p", {}, found.in_words), links(found)),
    h("p", { class: "row" }, h("span", { class: "muted small" }, "Save as a briefing"), FORMS.map((form) =>
      h("a", { class: "button", href: address(`/export/changes.${form}`, asked), download: true }, form))),
    found.lists.length > 0 ? h("nav", { "aria-label": "Kinds of change" }, h("ul", { class: "jumps" }, found.lists.map((one) => h("li", {}, jump(root, one))))) : nothing(found.in_words),
    h("div", { class: "lists" }, found.lists.map(list)),
    h("div", {}, found.notes.map((note) => h("p", { class: "muted small" }, note))));
}

function choosing(given, by) {
  const side = (label, name) => actorField(label, given[name] ?? "", (code) => change({ [name]: code, edge: null }));
  const day = (label, name) => {
    const field = h("input", { class: "field", type: "date", name, value: given[name] ?? "", onchange: () => change({ [name]: field.value || null, edge: null }) });
    return labelled(label, field);
  };
  const choice = ([name, label, help]) => h("button", { type: "button", class: "button", title: help, "aria-pressed": String(name === by), onclick: () => change({ by: name === "day" ? null : name, edge: null }) }, label);
  return h("div", { class: "choosing" },
    h("div", { class: "row" }, side("Of", "a"), side("and (optional)", "b"),
      given.a && h("button", { type: "button", class: "button", onclick: () => change({ a: null, b: null, edge: null }) }, "Everyone"),
      day("from the end of", "from"), day("to the end of", "to")),
    h("div", { class: "row" }, h("div", { class: "segmented", role: "group", "aria-label": "What is compared" }, OF.map(choice)),
      h("span", { class: "muted small" }, OF.find(([name]) => name === by)?.[2])));
}

/** The days that were meant where none were chosen. */
function days(root, found) {
  for (const [name, day] of [["from", found.first], ["to", found.last]]) root.querySelector(`input[name="${name}"]`).value = day;
}

function links({ codes }) {
  const [a, b] = codes;
  if (!a) return null;
  return h("p", { class: "row" }, b && h("a", { href: to("pair", { a, b }) }, "The pair"), h("a", { href: to("timeline", { a, b }) }, "Timeline"));
}

function jump(root, { name, title, total }) {
  const go = () => {
    const head = root.querySelector(`#list-${name}`);
    head.scrollIntoView();
    head.focus({ preventScroll: true });
  };
  return h("button", { type: "button", class: "button quiet", onclick: go }, `${title.split(":")[0]} `, h("strong", {}, total.toLocaleString("en")));
}

function list({ name, title, total, rows }) {
  const more = total - rows.length;
  return h("section", { class: name },
    h("h3", { id: `list-${name}`, tabindex: "-1" }, `${title} (${total.toLocaleString("en")})`),
    h("ul", { class: "plain" }, rows.map(line)),
    more > 0 && h("p", { class: "muted small" }, `${more.toLocaleString("en")} more are not listed; choose an actor or a shorter time.`));
}

function line(row) {
  const place = [row.outlet, row.published].filter(Boolean).join(", ");
  return h("li", {},
    h("p", { class: "lead" }, row.lead),
    h("div", {},
      h("p", {}, badge(row.look, row.badge), " ", row.id ? edgeLink(row.id, h("bdi", {}, row.words)) : h("bdi", {}, row.words)),
      row.quote && h("p", {}, quoted(row.quote), h("span", { class: "muted tiny" }, " ", h("bdi", {}, place)))));
}
