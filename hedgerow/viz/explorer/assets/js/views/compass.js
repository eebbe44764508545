/** A state between several poles by year: its place between them, and how much with each. */

import { get, address } from "../lib/api.js";
import { named, orTold } from "../lib/chosen.js";
import { drawing, h } from "../lib/dom.js";
import { actorField, labelled } from "../lib/fields.js";
import { leading } from "../lib/marks.js";
import { nothing } from "../lib/notices.js";
import { change, to } from "../lib/route.js";
import { table } from "../lib/table.js";
import { behind } from "./compass/behind.js";

const MOST_LEANS = 3;

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  leading(root, app.edge);
  const poles = given.poles || app.status.powers.join(",");
  root.append(choosing(given, poles));
  if (!given.state) {
    root.append(nothing("Choose a state to see where it stands between some powers, year by year."));
    return;
  }
  const asked = { state: given.state, poles, from: given.from, to: given.to, at: given.at, known: given.known };
  const found = await orTold(root, () => get("/api/compass", asked, app.signal));
  if (!found) return;
  named(root, [found.name]);
  const open = (on, pole) => app.side("Behind the number", () => behind({ ...asked, on, pole }, app.edge));
  root.append(
    h("header", {}, h("h2", {}, `${found.name} between ${found.names.join(", ")}`), h("p", {}, found.in_words)),
    figure(found, open),
    exports(asked),
    numbers(found, open),
    found.poles.length <= MOST_LEANS && leans(found),
    h("div", { class: "notes" }, found.notes.map((note) => h("p", { class: "muted small" }, note)), h("p", { class: "muted small" }, `Weights ${found.weights}: a proposal, not a finding.`)));
}

function choosing(given, poles) {
  const text = (label, name, value, size) => {
    const field = h("input", { class: "field", value, size, spellcheck: "false", onchange: () => change({ [name]: field.value.replaceAll(" ", "") || null, edge: null }) });
    return labelled(label, field);
  };
  return h("div", { class: "row" },
    actorField("Compass of", given.state ?? "", (code) => change({ state: code, edge: null })),
    text("between (two to six, commas between)", "poles", poles, 20),
    text("from", "from", given.from ?? "", 5), text("to", "to", given.to ?? "", 5));
}

function figure(found, open) {
  const drawn = drawing(found.svg);
  const mark = (event) => event.target.closest("[data-on]");
  drawn.addEventListener("click", (event) => {
    const { on, pole } = mark(event)?.dataset ?? {};
    if (on) open(on, pole);
  });
  drawn.addEventListener("keydown", (event) => {
    if (!mark(event) || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(mark(event).dataset.on);
  });
  return h("figure", {},
    h("div", { class: "scroll compass-drawing", tabindex: "0", role: "region", "aria-label": "Compass" }, drawn),
    h("figcaption", { class: "muted small" }, "Each point and bar opens the events and ties behind it. Inside the dashed line the weights are alike. The larger a point, the more evenly the cooperation is spread. Hollow: few edges, or one side only. Dashed bars: only in prospect."));
}

function exports(asked) {
  const link = (form) => h("a", { class: "button", href: address(`/export/compass.${form}`, asked), download: true }, form.toUpperCase());
  return h("p", { class: "row" }, h("span", { class: "muted small" }, "Save as"), link("svg"), link("png"), link("csv"));
}

function numbers(found, open) {
  const years = [...found.years].reverse();
  const button = (words, label, on, pole) => h("button", { type: "button", class: "button quiet", title: label, onclick: () => open(on, pole) }, words, h("span", { class: "visually-hidden" }, `; ${label}; what stands behind it`));
  const weight = (year, place) => {
    const one = year.weights[place];
    if (one.cooperation === null && one.pipeline === null) return h("span", { class: "muted" }, "none found");
    const told = one.cooperation === null ? "–" : one.cooperation.toFixed(2);
    return [button([told, one.thin && h("span", { class: "muted" }, " thin")], one.words, year.on, one.pole), one.pipeline !== null && h("span", { class: "muted tiny" }, ` +${one.pipeline.toFixed(2)} ahead`)];
  };
  return h("section", {}, h("h3", {}, "Cooperation with each, by year"),
    table("R at the end of each year, newest first; beside it what is only in prospect, which no number holds", [
      ["Year", (year) => button(year.label, year.words, year.on), "date"],
      ["Reads", (year) => [year.reads, year.base !== "firm" && h("span", { class: "badge" }, year.base.replace("_", "-"))]],
      ...found.names.map((name, place) => [h("a", { href: to("pair", { a: found.state, b: found.poles[place] }) }, name), (year) => weight(year, place), "number"]),
      ["Effective poles", (year) => year.effective?.toFixed(1) ?? "", "number"],
      ["Edges", (year) => year.edges, "number"],
    ], years));
}

function leans(found) {
  const years = [...found.years].reverse();
  const pairs = found.years[0].leans;
  const name = (code) => found.names[found.poles.indexOf(code)];
  return h("section", {}, h("h3", {}, "Lean between each two"),
    table("From 0, all with the first, to 100, all with the second; by concluded matters alone", [
      ["Year", (year) => year.label, "date"],
      ...pairs.map((pair, place) => [`0 ${name(pair.b)} to 100 ${name(pair.a)}`, (year) => lean(year.leans[place]), "number"]),
    ], years));
}

const lean = ({ value, thin, words }) => (value === null ? h("span", { class: "muted" }, words) : [String(value), thin && h("span", { class: "muted" }, " thin")]);
