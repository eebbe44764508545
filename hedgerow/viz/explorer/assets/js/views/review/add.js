/** Adding an edge by hand: with a source and its words, or marked as the analyst's knowledge. */

import { get } from "../../lib/api.js";
import { h } from "../../lib/dom.js";
import { actorField, labelled } from "../../lib/fields.js";
import { nothing } from "../../lib/notices.js";
import { parts, signature } from "./parts.js";
import { decider } from "./deciding.js";
import { keys } from "./keys.js";

const DATE = { placeholder: "2025-01-31", pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", title: "2025, 2025-01 or 2025-01-31", size: "11" };
const KNOWLEDGE = "analyst's knowledge";

export async function add(root, given, app) {
  const choices = await get("/api/review/choices", {}, app.signal);
  const decide = decider(app, () => null);
  root.append(h("div", { class: "row" }, parts(given)), decide.told);
  if (!app.status.writable) {
    root.append(nothing("This is read from a server, which holds no judgements; explore the store itself to add an edge."));
    return undefined;
  }
  root.append(entry(choices, (corrections, note) => decide.decide({ decision: "add", claims: [], corrections, note }, true)));
  return keys({ u: decide.undo });
}

function entry(choices, send) {
  const sign = signature();
  const why = h("input", { class: "field", maxlength: "2000", placeholder: "optional" });
  const actors = ["", ""];
  const fields = {};
  const keep = (name, label, field) => { fields[name] = field; field.name = name; return labelled(label, field); };
  const input = (name, label, more = {}) => keep(name, label, h("input", { class: "field", maxlength: "500", ...more }));
  const select = (name, label, listed, first) => keep(name, label, h("select", { class: "field" },
    first !== undefined && h("option", { value: "" }, first), listed.map((one) => h("option", { value: one.name, title: one.help }, one.label))));
  const actor = (label, place) => {
    const made = actorField(label, "", (code) => { actors[place] = code; });
    made.querySelector("input").required = true;
    return made;
  };
  const words = h("textarea", { class: "field", rows: "3", maxlength: "4000", required: true });
  const source = h("select", { class: "field", name: "source", onchange: sourced },
    h("option", { value: "page" }, "a source"), h("option", { value: "" }, KNOWLEDGE));
  const quoted = h("span", {}, "");
  const page = h("div", { class: "grid" },
    input("source_url", "Address", { type: "url", placeholder: "https://…", pattern: "https?://.+" }), input("source_publisher", "Outlet"),
    input("source_title", "Title"), input("source_published", "Published", DATE));

  function sourced() {
    page.hidden = !source.value;
    fields.source_url.required = Boolean(source.value);
    quoted.textContent = source.value ? "Its words, as they stand there" : "What you know, in your words";
  }

  function staged() {
    const has = choices.staged.includes(fields.status.value);
    fields.stage.parentElement.hidden = !has;
    if (!has) fields.stage.value = "";
  }

  function told() {
    const given = Object.entries(fields).filter(([name]) => source.value || !name.startsWith("source_"));
    const values = Object.fromEntries(given.map(([name, field]) => [name, field.value.trim()]).filter(([, value]) => value));
    return { ...values, actors: actors.join(" "), quote: words.value.trim() };
  }

  const form = h("form", {
    class: "by-hand",
    onsubmit: (event) => {
      event.preventDefault();
      requestAnimationFrame(() => form.reportValidity() && actors.every(Boolean) && sign.ask() && send(told(), why.value || null));
    },
  },
  h("h3", {}, "Add an edge by hand"),
  h("p", { class: "muted small" }, "It counts like a claim that was read from an article, and wherever it is shown it says that it was entered by hand, by whom, and whether a source stands behind it."),
  h("div", { class: "grid" }, actor("Who (the source, if it is directed)", 0), actor("With or to whom", 1),
    select("type", "Type", choices.types), select("status", "Status", choices.statuses), select("stage", "of what", choices.statuses, "none"),
    select("phase", "Phase", choices.phases), input("date", "Date", DATE), input("date_end", "until", DATE),
    select("level", "Level", choices.levels, "none"), input("item", "Item"), input("place", "Place")),
  h("div", { class: "grid" }, labelled("It rests on", source)), page,
  h("label", { class: "labelled words" }, quoted, words),
  h("div", { class: "row" }, sign.element, labelled("Why", why), h("button", { class: "button primary" }, "Add it")));
  fields.status.addEventListener("change", staged);
  fields.status.value = "agreed";
  staged();
  sourced();
  return form;
}
