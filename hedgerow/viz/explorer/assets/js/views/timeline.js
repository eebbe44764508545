/** What happened between two actors, or of one: the drawing, the table and files of it. */

import { get, address } from "../lib/api.js";
import { named, orTold } from "../lib/chosen.js";
import { h, sample } from "../lib/dom.js";
import { actorField, chips, labelled } from "../lib/fields.js";
import { leading } from "../lib/marks.js";
import { failure, nothing, waiting } from "../lib/notices.js";
import { beyond } from "../lib/paging.js";
import { change } from "../lib/route.js";
import { swimlanes } from "../lib/swimlanes.js";
import { leads, quoted, table } from "../lib/table.js";
import { badge } from "../lib/words.js";

const ROWS = 100;

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  leading(root, app.edge);
  root.append(choosing(given));
  if (!given.a) {
    root.append(nothing("Choose an actor, or two, to see what happened in the order of time."));
    return;
  }
  const { a, b, from, to, group, standing, at, known } = given;
  const asked = { a, b, from, to, group, standing, at, known };
  const offset = Number(given.offset) || 0;
  const found = await orTold(root, () => get("/api/timeline", { ...asked, offset, limit: ROWS }, app.signal));
  if (!found) return;
  named(root, found.names);
  root.append(filters(given, app.status), headline(found), saving(found, asked));
  if (!found.total) {
    root.append(nothing(found.hidden ? "The filters leave nothing." : found.in_words));
    return;
  }
  if (!found.rows.length) {
    root.append(beyond(found.total));
    return;
  }
  root.append(drawn(asked, app.signal), rows(found, offset));
  if (found.total > ROWS) root.append(paging(found, offset));
}

function choosing(given) {
  const day = (label, name) => {
    const field = h("input", { class: "field", value: given[name] ?? "", size: "10", placeholder: "2019-05", onchange: () => change({ [name]: field.value.trim(), offset: null, edge: null }) });
    return labelled(label, field);
  };
  const side = (label, name) => actorField(label, given[name] ?? "", (code) => change({ [name]: code, offset: null, edge: null }));
  return h("div", { class: "row" }, side("Of", "a"), side("and (optional)", "b"),
    given.b && h("button", { type: "button", class: "button", onclick: () => change({ b: null, offset: null }) }, "All counterparts"),
    day("from", "from"), day("to", "to"));
}

function filters({ group, standing }, status) {
  const on = (text, all) => new Set(text ? text.split(",") : all);
  const box = (legend, name, options, text) => {
    const all = options.map(([value]) => value);
    const chosen = (left) => change({ [name]: left.length === all.length ? null : left.join(",") || "none", offset: null, edge: null });
    return chips(legend, options, on(text, all), chosen);
  };
  const looks = [...status.standings.map((one) => [one.name, one.label, sample("", one.name)]), ["possibly", "Possibly held"]];
  return h("div", { class: "filters" },
    box("Kinds", "group", status.groups.map((one) => [one.name, one.label, sample(one.name)]), group),
    box("Standing", "standing", looks, standing));
}

function headline(found) {
  const left = [
    found.hidden > 0 && `${found.hidden.toLocaleString("en")} left out by the filters`,
    found.later > 0 && `${found.later.toLocaleString("en")} after ${found.on} or undated`,
  ].filter(Boolean);
  return h("header", {}, h("h2", {}, found.title),
    h("p", { class: "muted" }, [found.in_words, `As of ${found.on}.`, left.length > 0 && `${left.join("; ")}.`].filter(Boolean).join(" ")));
}

function saving({ formats }, asked) {
  const link = (form, label, about, more) => h("li", {}, h("a", { class: "button", href: address(`/export/timeline.${form}`, { ...asked, ...more }), download: true }, label), " ", h("span", { class: "muted small" }, about));
  return h("details", { class: "saving" }, h("summary", { class: "button" }, "Save as …"),
    h("ul", { class: "card" }, formats.map(({ name, about }) => link(name, name, about)),
      link("ics", "ics, all", "a calendar of all that is dated", { everything: true })));
}

function drawn(asked, signal) {
  const body = h("div", {}, waiting("Drawing …"));
  swimlanes(asked, signal).then((made) => body.replaceChildren(made), (error) => error.name !== "AbortError" && body.replaceChildren(failure(error)));
  return body;
}

function rows(found, offset) {
  return table(`Events and ties ${offset + 1} to ${offset + found.rows.length} of ${found.total.toLocaleString("en")}, oldest first`, [
    ["No.", (row) => offset + found.rows.indexOf(row) + 1, "number"],
    ["Date", (row) => [row.possibly && "possibly ", row.date, row.end && ` to ${row.end}`], "date"],
    ["What", (row) => [sample(row.group, row.look), " ", leads(row.words, row.id)]],
    ["Standing", (row) => [badge(row.look, row.badge), row.unconfirmed_since && h("span", { class: "muted tiny" }, ` unconfirmed since ${row.unconfirmed_since}`)]],
    ["Documents", (row) => row.documents, "number"],
    ["Sentence", (row) => [quoted(row.quote), h("span", { class: "muted tiny" }, ` ${[row.outlet, row.published].filter(Boolean).join(", ")}`)]],
  ], found.rows);
}

function paging(found, offset) {
  const step = (label, start, stays) => h("button", { type: "button", class: "button", disabled: !stays, onclick: () => change({ offset: start || null, edge: null }) }, label);
  return h("nav", { class: "row", "aria-label": "Pages" },
    step("Earlier", Math.max(0, offset - ROWS), offset > 0), step("Later", offset + ROWS, offset + ROWS < found.total));
}
