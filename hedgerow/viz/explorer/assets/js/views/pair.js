/** Two actors: what stands between them, in lanes, by level, with gaps, firsts, disputes, dates. */

import { get, address } from "../lib/api.js";
import { named, orTold } from "../lib/chosen.js";
import { h } from "../lib/dom.js";
import { actorField } from "../lib/fields.js";
import { leading } from "../lib/marks.js";
import { failure, nothing, waiting } from "../lib/notices.js";
import { change, to } from "../lib/route.js";
import { swimlanes } from "../lib/swimlanes.js";
import { badge, documents } from "../lib/words.js";
import { SECTIONS } from "./pair-sections.js";

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  leading(root, app.edge);
  const { a, b, at, known } = given;
  root.append(choosing(given));
  if (!a || !b) {
    root.append(nothing("Choose two actors to see everything between them.", examples(app.status.powers)));
    return;
  }
  const asked = { a, b, at, known };
  const found = await orTold(root, () => get("/api/pair", asked, app.signal));
  if (!found) return;
  named(root, found.names);
  if (!found.counts.length) {
    root.append(none(found));
    return;
  }
  root.append(headline(found, asked));
  root.append(later("In lanes by kind", "lanes", () => swimlanes(asked, app.signal)), levels(found));
  const types = new Map(app.status.types.map((one) => [one.name, one.label]));
  const context = { found, asked, types, ask: (name, more) => get(`/api/ask/${name}`, { known, ...more }, app.signal) };
  for (const { title, name, load } of SECTIONS) root.append(later(title, name, () => load(context, app.signal)));
}

function choosing({ a, b }) {
  return h("div", { class: "row" },
    actorField("Between", a ?? "", (code) => change({ a: code, edge: null })),
    actorField("and", b ?? "", (code) => change({ b: code, edge: null })),
    a && b && h("button", { type: "button", class: "button", onclick: () => change({ a: b, b: a }) }, "Swap"));
}

const examples = ([first, second]) => second && h("p", {}, "For example ", h("a", { href: to("pair", { a: first, b: second }) }, `${first} and ${second}`), ".");

function none(found) {
  const [a, b] = found.names;
  const later = found.later > 0 ? ` ${found.later} ${found.later === 1 ? "lies" : "lie"} after ${found.on}.` : "";
  return nothing(`Nothing between ${a} and ${b} by ${found.on} was found in ${documents(found.held)}.${later} What is not in this archive may have happened.`);
}

function headline(found, asked) {
  const [a, b] = found.names;
  return h("header", { class: "headline" },
    h("h2", {}, `${a} and ${b}`),
    h("p", { class: "muted" }, `As of ${found.on}, as far as this archive tells.`),
    h("ul", { class: "tally" }, found.counts.map((one) => h("li", {}, h("strong", {}, one.number.toLocaleString("en")), " ", badge(one.look, one.label.toLowerCase()), h("span", { class: "muted" }, ` ${one.edge}${one.number === 1 ? "" : "s"}`)))),
    found.later > 0 && h("p", { class: "muted small" }, `${found.later === 1 ? "1 more lies" : `${found.later} more lie`} after ${found.on} or ${found.later === 1 ? "has" : "have"} no date.`),
    h("p", { class: found.rests.is_thin ? "notice caution" : "small" }, `${found.rests.is_thin ? "Thin: " : "Rests on "}${found.rests.in_words}.`),
    years(found.rests.by_year),
    h("p", { class: "row" },
      h("a", { class: "button", href: to("timeline", asked) }, "Timeline"),
      h("a", { class: "button", href: to("levels", { state: found.codes[0], powers: found.codes[1] }) }, "Levels over time"),
      h("a", { class: "button", href: to("network", { focus: found.codes.join(",") }) }, "In the network"),
      h("a", { class: "button", href: address("/export/pair.csv", asked), download: true }, "CSV of all sentences")));
}

/** Documents by year of publication, empty years in between included. */
function years(told) {
  const known = Object.keys(told).map(Number);
  if (known.length < 2) return null;
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const most = Math.max(...Object.values(told));
  const all = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return h("figure", { class: "years", style: `--years:${all.length}` },
    h("ol", {}, all.map((year) => h("li", { style: `--share:${(told[year] ?? 0) / most}`, title: `${year}: ${told[year] ?? 0}` },
      h("span", { class: "visually-hidden" }, `${year}: ${documents(told[year] ?? 0)}`)))),
    h("figcaption", { class: "tiny muted" }, h("span", {}, first), h("span", {}, "documents by year of publication"), h("span", {}, last)));
}

function levels(found) {
  return h("section", {}, h("h3", {}, "Level on each ladder"),
    h("ul", { class: "plain" }, found.levels.map((one) =>
      h("li", {}, one.in_words, h("span", { class: "muted" }, one.ladder ? ` Ladder: ${one.ladder}.` : " It has no ladder of its own in this archive.")))));
}

/** A section that fills itself once its part has come. */
function later(title, name, load) {
  const body = h("div", {}, waiting());
  const filled = (content) => body.replaceChildren(...[content].flat(Infinity).filter(Boolean));
  load().then(filled, (error) => error.name !== "AbortError" && filled(failure(error)));
  return h("section", { class: name }, h("h3", {}, title), body);
}
