/** The form in which a claim is corrected, its choices from the ontology's lists. */

import { h } from "../../lib/dom.js";
import { labelled } from "../../lib/fields.js";

const NONE = ["", "none"];

/** @param {(corrections: Record<string, string>) => void} done */
export function correcting(claim, choices, done) {
  const now = Object.assign({}, claim.read, ...claim.judged.filter((one) => one.decision === "correct" && !one.undone).map((one) => one.corrected));
  const first = Object.fromEntries(Object.keys(claim.read).map((name) => [name, now[name] ?? ""]));
  const fields = {};
  const told = h("p", { class: "small", role: "status" });

  const keep = (name, label, field) => {
    fields[name] = field;
    field.name = name;
    return labelled(label, field);
  };
  const select = (name, label, listed, empty = false) => {
    const options = listed.map((one) => [one.name, one.label, one.help]);
    if (first[name] && !options.some(([value]) => value === first[name])) options.push([first[name], first[name].replaceAll("_", " ")]);
    return keep(name, label, h("select", { class: "field" }, (empty ? [NONE, ...options] : options).map(([value, text, help]) =>
      h("option", { value, title: help, selected: value === first[name] }, text))));
  };
  const text = (name, label, more = {}) => keep(name, label, h("input", { class: "field", value: first[name], maxlength: "500", ...more }));
  const date = { placeholder: "2025-01-31", pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", title: "2025, 2025-01 or 2025-01-31", size: "11" };

  const form = h("form", { onsubmit: (event) => { event.preventDefault(); send(); } },
    h("h4", {}, "Correct what was read"),
    h("div", { class: "grid" },
      text("actors", "Actors by code, the source first", { required: true, pattern: "\\s*\\S+(\\s+\\S+)+\\s*", title: "two codes or more, as USA VNM" }),
      select("type", "Type", choices.types), select("status", "Status", choices.statuses),
      select("stage", "of what", choices.statuses, true), select("phase", "Phase", choices.phases),
      text("date", "Date", date), text("date_end", "until", date), select("date_basis", "Basis of the date", choices.bases),
      select("level", "Level", choices.levels, true), select("from_level", "Level before", choices.levels, true),
      text("item", "Item"), text("place", "Place")),
    h("p", { class: "row" }, h("button", { class: "button primary" }, "Record the correction"), told));

  /** A stage belongs to statuses that are said of another one alone. */
  const staged = () => {
    const has = choices.staged.includes(fields.status.value);
    fields.stage.parentElement.hidden = !has;
    if (!has) fields.stage.value = "";
  };
  fields.status.addEventListener("change", staged);
  fields.date.addEventListener("change", () => { fields.date_basis.value = !fields.date.value ? "none" : fields.date_basis.value === "none" ? "stated" : fields.date_basis.value; });
  staged();

  function send() {
    const values = Object.entries(fields).map(([name, field]) => [name, field.value.trim()]);
    const changed = values.filter(([name, value]) => value !== first[name]);
    told.textContent = changed.length ? "" : "Nothing is changed yet.";
    if (changed.length) done(Object.fromEntries(changed));
  }

  return form;
}
