/** The levels of a state with each of some powers over time, on its own ladder. */

import { get, address } from "../lib/api.js";
import { named, orTold } from "../lib/chosen.js";
import { drawing, h, out } from "../lib/dom.js";
import { actorField, labelled } from "../lib/fields.js";
import { leading } from "../lib/marks.js";
import { nothing } from "../lib/notices.js";
import { change, to } from "../lib/route.js";
import { leads, quoted, table } from "../lib/table.js";
import { badge } from "../lib/words.js";

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  leading(root, app.edge);
  const powers = given.powers || app.status.powers.join(",");
  root.append(choosing(given, powers));
  if (!given.state) {
    root.append(nothing("Choose a state to see its levels with some powers over time."));
    return;
  }
  const asked = { state: given.state, powers, at: given.at, known: given.known };
  const found = await orTold(root, () => get("/api/levels", asked, app.signal));
  if (!found) return;
  const { staircase, svg, undrawn } = found;
  named(root, [staircase.name]);
  root.append(
    h("header", {}, h("h2", {}, `Levels of ${staircase.name}`), h("p", { class: "muted" }, `As of ${staircase.on}, as far as this archive tells.`), ladder(staircase)),
    svg ? h("figure", {}, h("div", { class: "scroll staircase", tabindex: "0", role: "region", "aria-label": "Staircase" }, drawing(svg)),
      h("figcaption", { class: "muted small" }, "Each step opens its evidence. Dotted and hollow: possible, not sure. What is only planned, reported or denied is no step.", undrawn.length > 0 && ` Not drawn, no dated level in this archive: ${undrawn.join(", ")}.`))
      : nothing(`No dated level of ${staircase.name} with these was found in this archive.`),
    exports(asked, svg),
    ...staircase.climbs.map((climb) => section(staircase, climb)));
}

function choosing(given, powers) {
  const field = h("input", { class: "field", value: powers, size: "24", spellcheck: "false", onchange: () => change({ powers: field.value.replaceAll(" ", ""), edge: null }) });
  return h("div", { class: "row" },
    actorField("Levels of", given.state ?? "", (code) => change({ state: code, edge: null })),
    labelled("with (up to six, commas between)", field));
}

function ladder({ name, ladder: own, order, source }) {
  if (!own) return h("p", {}, `${name} has no ladder of its own here: the wordings are shown as they are, none is ranked.`);
  return h("p", {}, `Ladder: ${own} (${order.replaceAll("_", " ")}; `, out(source, "source"), ").");
}

function exports(asked, svg) {
  const link = (form) => h("a", { class: "button", href: address(`/export/levels.${form}`, asked), download: true }, form.toUpperCase());
  return h("p", { class: "row" }, h("span", { class: "muted small" }, "Save as"), svg && [link("svg"), link("png")], link("csv"));
}

function section(staircase, climb) {
  return h("section", {},
    h("h3", {}, h("a", { href: to("pair", { a: staircase.state, b: climb.power }) }, climb.name)),
    h("p", {}, climb.in_words),
    climb.levels.length > 0 && table(`Levels of ${staircase.name} with ${climb.name}`, [
      ["Since", (row) => row.since ?? "not stated", "date"],
      ["Until", (row) => row.until ?? "", "date"],
      ["Level", (row) => leads(row.level, row.id)],
      ["Standing", (row) => badge(row.look, row.held === "possibly" ? "possibly held" : row.held)],
      ["Days", days, "number"],
      ["Skipped", (row) => row.skipped ?? ""],
      ["Sentence", (row) => quoted(row.quote)],
    ], climb.levels),
    climb.notes.map((note) => h("p", { class: "muted small" }, note)));
}

function days({ days: least, days_at_most: most }) {
  if (least === null) return "";
  const told = least.toLocaleString("en");
  return least === most ? told : `${told} to ${most.toLocaleString("en")}`;
}
