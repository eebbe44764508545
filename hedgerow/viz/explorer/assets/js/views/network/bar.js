/** What the network is about and what is left of it: actors in the middle, kinds, standings, types. */

import { h, sample } from "../../lib/dom.js";
import { actorField, chips, choice } from "../../lib/fields.js";
import { change, here } from "../../lib/route.js";

const split = (value) => (value ?? "").split(",").filter(Boolean);

/** The actors in the middle, each to be taken out again, and fields for another one and for a way. */
export function people(network, given, { path }) {
  const { names } = network;
  const focus = split(given.focus);
  const without = (name, code) => change({ [name]: split(here().given[name]).filter((each) => each !== code).join(",") || null });
  const chip = (name, mark) => split(given[name]).map((code) => h("span", { class: "person" }, mark, names[code] ?? code,
    h("button", { type: "button", class: "button quiet icon", "aria-label": `Take out ${names[code] ?? code}`, onclick: () => without(name, code) }, "×")));
  const first = network.focus[0];
  return h("div", { class: "row people" },
    chip("focus", ""), chip("with", "+ "),
    actorField(focus.length ? "Add" : "Around", "", (code) => change({ focus: [...new Set([...focus, code])].join(","), pair: null, actor: null })),
    first && h("span", { class: "way" }, actorField(`Way from ${names[first] ?? first} to`, "", (code) => path(first, code))));
}

/** Chips for kinds and standings, and a choice of one type; `changed` is given what to ask for. */
export function filters(status, standings, given, changed) {
  const on = (name, all) => new Set(given[name] ? split(given[name]) : all);
  const kinds = status.groups.map((one) => one.name);
  const firm = standings.map((one) => one.name);
  const told = (left, all) => (left.length === all.length ? null : left.join(",") || "none");
  const types = [["", "All types"], ...[...new Map(status.types.map((one) => [one.name, one.label])).entries()].sort((a, b) => a[1].localeCompare(b[1]))];
  return h("div", { class: "filters", role: "group", "aria-label": "Legend and filters" },
    chips("Kind", status.groups.map((one) => [one.name, one.label, sample(one.name)]), on("group", kinds), (left) => changed({ group: told(left, kinds) })),
    chips("Standing", standings.map((one) => [one.name, one.label, sample("", one.name), one.meaning]), on("standing", firm), (left) => changed({ standing: told(left, firm) })),
    choice("Type", types, given.type ?? "", (type) => changed({ type: type || null })));
}
