/** States by powers: how much with whom at the end of a year, and on how little it rests. */

import { get, address } from "../lib/api.js";
import { orTold } from "../lib/chosen.js";
import { h } from "../lib/dom.js";
import { labelled } from "../lib/fields.js";
import { change } from "../lib/route.js";
import { grid } from "./matrix/grid.js";
import { years } from "./matrix/years.js";

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  const { states, powers, measure, year, at, known } = given;
  const asked = { states, powers, measure, year, at, known };
  const load = () => get("/api/matrix", asked, app.signal);
  root.append(choosing(given));
  const found = await orTold(root, load);
  if (!found) return;
  const shown = h("div", { class: "shown" });
  const steps = years(found, turn);

  async function turn(wanted) {
    asked.year = wanted;
    change({ year: wanted }, false);
    const next = await load();
    if (!app.signal.aborted) paint(next);
  }

  function paint(next) {
    const focused = shown.querySelector('[tabindex="0"]');
    const place = focused === document.activeElement ? focused.dataset.place : null;
    shown.replaceChildren(...parts(next, asked));
    if (place) shown.querySelector(`[data-place="${place}"]`)?.focus();
  }

  root.append(measures(found), steps.element, shown);
  paint(found);
  return steps.stop;
}

function choosing(given) {
  const text = (label, name, usual, size) => {
    const field = h("input", { class: "field", value: given[name] ?? usual, size, spellcheck: "false", onchange: () => change({ [name]: field.value.trim() || null }) });
    return labelled(label, field);
  };
  return h("div", { class: "row" },
    text("States (a body, or states with commas)", "states", "ASEAN", 18),
    text("by powers (with commas)", "powers", "USA,CHN,RUS,JPN,IND,KOR,FRA,AUS", 30));
}

function measures(found) {
  return h("div", { class: "row" },
    h("div", { class: "segmented", role: "group", "aria-label": "What a cell tells" }, found.measures.map(({ name, label, help }) =>
      h("button", { type: "button", class: "button", title: help, "aria-pressed": String(name === found.measure.name), onclick: () => change({ measure: name }) }, label))));
}

function parts(found, asked) {
  return [
    h("header", {}, h("h2", {}, found.title), h("p", {}, found.in_words), h("p", { class: "muted small" }, found.measure.help)),
    grid(found),
    legend(found),
    h("p", { class: "row" }, h("span", { class: "muted small" }, "Save as"), h("a", { class: "button", href: address("/export/matrix.csv", asked), download: true }, "CSV")),
    h("div", {}, found.notes.map((note) => h("p", { class: "muted small" }, note))),
  ];
}

function legend({ measure }) {
  const { steps } = measure;
  const ranked = measure.name === "level";
  const label = (heat) => {
    if (ranked) return heat === 0 ? "lowest rung" : heat === steps.length ? "highest rung" : "";
    if (heat === 0) return `below ${steps[0]}`;
    return heat === steps.length ? `${steps.at(-1)} or more` : `from ${steps[heat - 1]}`;
  };
  return h("ul", { class: "legend small", "aria-label": "Colours" },
    Array.from({ length: steps.length + 1 }, (_, heat) => h("li", {}, h("span", { class: `swatch heat${heat}` }), label(heat))),
    h("li", {}, h("span", { class: "swatch thin" }), "thin"),
    h("li", {}, h("span", { class: "swatch nothing" }), "nothing found"),
    h("li", {}, h("span", { class: "swatch" }, "–"), "told of, no number"),
    h("li", {}, h("span", {}, "8d 5o"), h("span", { class: "muted" }, "8 documents of 5 outlets")));
}
