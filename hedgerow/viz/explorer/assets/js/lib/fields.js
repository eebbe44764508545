/** Form fields that several views share. */

import { get } from "./api.js";
import { h } from "./dom.js";

let lists = 0;

/** A label over a field of any kind. */
export function labelled(label, field) {
  return h("label", { class: "labelled" }, h("span", {}, label), field);
}

/** A field for one actor, with names offered while one types; `chosen` is given its code. */
export function actorField(label, value, chosen) {
  const list = h("datalist", { id: `actors-${(lists += 1)}` });
  const field = h("input", {
    class: "field", type: "search", list: list.id, value, autocomplete: "off", spellcheck: "false",
    oninput: () => offer(field, list),
    onchange: () => resolve(field, chosen),
  });
  return h("label", { class: "labelled actor" }, h("span", {}, label), field, list);
}

async function offer(field, list) {
  const typed = field.value.trim();
  field.setCustomValidity("");
  if (!typed) return;
  const found = await get("/api/actors", { q: typed }).catch(() => []);
  if (typed !== field.value.trim()) return;
  list.replaceChildren(...found.map((one) => h("option", { value: one.name }, one.code)));
}

async function resolve(field, chosen) {
  const typed = field.value.trim();
  if (!typed) return;
  try {
    chosen((await get(`/api/actors/${encodeURIComponent(typed)}`)).code);
  } catch (error) {
    field.setCustomValidity(error.message);
    field.reportValidity();
  }
}

/** A choice of one among several: `[[value, label], ...]`. */
export function choice(label, options, value, chosen) {
  const field = h("select", { class: "field", onchange: () => chosen(field.value) },
    options.map(([each, text]) => h("option", { value: each, selected: each === value }, text)));
  return labelled(label, field);
}

/** Chips to switch on and off: `[[value, label, sample], ...]`; `chosen` is given the values left on. */
export function chips(legend, options, on, chosen) {
  const box = h("fieldset", { class: "chips", onchange: () => chosen(values(box)) }, h("legend", {}, legend),
    options.map(([value, text, mark, title]) => h("label", { class: "chip", title },
      h("input", { type: "checkbox", value, checked: on.has(value) }), mark, text)));
  return box;
}

const values = (box) => [...box.querySelectorAll("input:checked")].map((input) => input.value);
