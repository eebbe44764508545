/** The form of a question: a field for each parameter, by its kind. */

import { get } from "../../lib/api.js";
import { h } from "../../lib/dom.js";
import { actorField } from "../../lib/fields.js";

/**
 * @param {Record<string, any>} question @param {Record<string, string>} asked
 * @param {(values: Record<string, string|null>) => void} done
 */
export function asking(question, asked, done) {
  const values = { ...asked };
  const fields = new Map(question.parameters.map((one) => [one.name, made(one, values)]));
  const send = (event) => {
    event.preventDefault();
    requestAnimationFrame(() => form.reportValidity() && done(values));
  };
  const form = h("form", { class: "asking", onsubmit: send },
    question.parameters.map((one) => h("div", { class: "parameter" }, fields.get(one.name), h("p", { class: "muted tiny" }, `${one.description}${one.required ? "" : " (optional)"}`))),
    h("button", { class: "button primary" }, "Ask"));
  /** Puts names in the place of the codes that the address has. */
  const name = (names) => {
    for (const one of question.parameters) {
      const input = fields.get(one.name).querySelector("input");
      if (one.kind === "actor" && names[values[one.name]]) input.value = names[values[one.name]];
    }
  };
  return { element: form, name };
}

const DAYS = new Set(["first_day", "last_day"]);

function made(one, values) {
  const label = one.name.length === 1 ? one.name.toUpperCase() : one.name.replaceAll("_", " ");
  const set = (value) => { values[one.name] = value || null; };
  if (one.kind === "actor") return actor(one, label, values, set);
  if (one.kind === "actors") return several(one, label, values, set);
  const kind = one.kind === "whole" ? { type: "number", min: 1, max: one.most ?? undefined } : { type: "text", spellcheck: "false" };
  const more = DAYS.has(one.kind) ? { pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?|[a-z]+", title: "2023, 2023-09 or 2023-09-10", size: "11" } : {};
  const field = h("input", { class: "field", value: values[one.name] ?? "", placeholder: one.default ?? "", required: one.required, ...kind, ...more, oninput: () => set(field.value.trim()) });
  return h("label", { class: "labelled" }, h("span", {}, label), field);
}

function actor(one, label, values, set) {
  const made = actorField(label, values[one.name] ?? "", set);
  const input = made.querySelector("input");
  input.required = one.required;
  input.addEventListener("input", () => set(input.value.trim()));
  return made;
}

/** Several actors: those chosen as chips to take away, and a field for one more. */
function several(one, label, values, set) {
  const codes = (values[one.name] ?? one.default ?? "").split(",").filter(Boolean);
  const chosen = h("span", { class: "row" });
  const field = actorField(label, "", (code) => {
    if (!codes.includes(code)) codes.push(code);
    field.querySelector("input").value = "";
    told();
  });
  function told() {
    set(codes.join(","));
    chosen.replaceChildren(...codes.map((code) => h("button", { type: "button", class: "button", title: "Take away", onclick: () => { codes.splice(codes.indexOf(code), 1); told(); } }, named(code), " ×")));
  }
  told();
  return h("div", { class: "row" }, field, chosen);
}

function named(code) {
  const shown = h("span", {}, code);
  get(`/api/actors/${encodeURIComponent(code)}`).then((one) => { shown.textContent = one.name; }, () => undefined);
  return shown;
}
