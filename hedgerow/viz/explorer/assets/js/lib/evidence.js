/** Everything behind one event or tie, as the drawer shows it. */

import { h } from "./dom.js";
import { address } from "./api.js";
import { copyButton } from "./copy.js";
import { disputes } from "./disputes.js";
import { here, to } from "./route.js";
import { edgeLink } from "./marks.js";
import { sentence } from "./sentence.js";
import { badge, cut } from "./words.js";

export { badge };

const HEADING = 240;
const FACT = 400;

/** @param {Record<string, any>} found what `/api/edges/{id}` gives */
export function evidence(found) {
  return h("article", { class: "evidence" },
    h("p", { class: "kicker" }, badge(found.look, found.badge), " ", h("span", { class: `muted group ${found.group}` }, found.edge === "tie" ? `${found.label}, tie` : found.label)),
    h("h3", {}, cut(found.words, HEADING)),
    h("p", { class: "muted" }, `${found.when} · as of ${found.on}`),
    notices(found),
    facts(found),
    disputes(found),
    section("Course", found.history.length > 1 && course(found)),
    section("Sentences", h("p", { class: "muted small" }, `${found.rests}.`), found.sentences.map(sentence), notes(found.notes)),
    section(found.edge === "tie" ? "What it rests on" : "Bears on", found.related.length > 0 && related(found)),
    actions(found),
  );
}

function section(title, ...content) {
  const shown = content.flat(Infinity).filter(Boolean);
  return shown.length > 0 && h("section", {}, h("h4", {}, title), shown);
}

function notices(found) {
  return [
    !found.begun && h("p", { class: "notice caution" }, `By ${found.on} this cannot be placed, as far as this archive tells. It is told here as it stands in all that is loaded.`),
    found.handling && h("p", { class: "notice handling" }, h("strong", {}, found.handling)),
    found.cautions.map((each) => h("p", { class: "notice caution" }, `${each[0].toUpperCase()}${each.slice(1)}.`)),
    found.formerly && h("p", { class: "notice" }, `Known before as ${found.formerly.slice(0, 14)}; the address of today is under Permalink.`),
  ];
}

const notes = (told) => told.map((each) => h("p", { class: "muted small" }, each));

function facts({ parties, arrow, facts: told }) {
  const who = parties.map((one, place) => [
    place > 0 && (arrow && place === 1 ? " → " : ", "),
    h("a", { href: to("timeline", { a: one.code }) }, one.name),
    one.role && h("span", { class: "muted" }, ` (${arrow ? "" : "alleged "}${one.role})`),
  ]);
  return h("dl", { class: "facts" },
    h("div", {}, h("dt", {}, "Who"), h("dd", {}, who)),
    told.map(({ name, value }) => h("div", {}, h("dt", {}, name), h("dd", {}, h("bdi", {}, cut(value, FACT))))));
}

function course({ history, on }) {
  return h("ol", { class: "course" }, history.map((step) =>
    h("li", { class: step.later ? "later" : null },
      badge(step.look, step.status), " ",
      step.date ? h("time", {}, step.date) : "undated",
      step.basis === "published" && h("span", { class: "muted" }, " (published)"),
      step.later && h("span", { class: "muted" }, ` after ${on}`))));
}

function related({ related: told }) {
  return h("ul", { class: "related" }, told.map((one) =>
    h("li", {}, h("span", { class: "muted" }, `${one.how}: `), edgeLink(one.id, cut(one.words, HEADING)), h("span", { class: "muted" }, ` · ${one.date}`))));
}

function actions(found) {
  const [a, b] = found.parties.map((one) => one.code);
  const link = () => new URL(to("pair", { a, b, edge: found.id }), location.href).href;
  const { known } = here().given;
  const file = (form) => address(`/export/edges/${found.id}.${form}`, { known });
  return h("footer", { class: "actions" },
    copyButton("Permalink", link),
    copyButton("All footnotes", () => found.sentences.map((one) => one.footnote).join("\n\n")),
    h("a", { class: "button quiet", href: file("ris"), download: true }, "RIS"),
    h("a", { class: "button quiet", href: file("json"), download: true }, "CSL JSON"),
    b && h("a", { class: "button quiet", href: to("pair", { a, b }) }, "The pair"));
}
