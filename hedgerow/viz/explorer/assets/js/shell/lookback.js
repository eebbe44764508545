/** The days looked back to: what held on a day, and what could be known on a day. */

import { h } from "../lib/dom.js";
import { change, here, replace } from "../lib/route.js";

const DAY = 86_400_000;
const PAUSE_MS = 500;
const EARLIEST = "1000-01-01"; // a year that is still being typed begins with zeros
const KINDS = [
  ["at", "As of", "What held or had happened on this day, told from all documents."],
  ["known", "As known on", "Only what had been published by this day, as if nothing came later."],
];

/** The menu with a slider and a date for each; `show` puts the days of an address into it. */
export function lookback(status) {
  const summary = h("summary", { class: "button" });
  const kinds = KINDS.filter(([name]) => name !== "known" || status.writable);
  const set = setter();
  const rows = kinds.map(([name, label, help]) => row(name, label, help, status, set.later));
  const menu = h("details", { class: "lookback" }, summary,
    h("div", { class: "card" }, rows.map((each) => each.element),
      h("button", { type: "button", class: "button", onclick: () => set.now({ at: null, known: null }) }, "Show the newest state")));
  menu.addEventListener("toggle", () => menu.open && set.anew());
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    summary.focus();
  });
  addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  const show = (given) => {
    const told = kinds.filter(([name]) => given[name]).map(([name, label]) => `${label.toLowerCase()} ${given[name]}`);
    summary.textContent = told.length ? `Looking back: ${told.join(", ")}` : "Look back";
    summary.classList.toggle("primary", told.length > 0);
    for (const each of rows) each.show(given);
  };
  return { element: menu, show };
}

/**
 * Sets days: what is moved or typed through on the way to one is not asked for, and however many
 * are tried while the menu is open, one step back leads to where one was before.
 */
function setter() {
  let noted = false;
  let timer = null;
  let wanted = {};
  function now(days) {
    clearTimeout(timer);
    wanted = {};
    const { given } = here();
    if (Object.entries(days).every(([name, day]) => (day ?? "") === (given[name] ?? ""))) return;
    (noted ? replace : change)(days);
    noted = true;
  }
  function later(days) {
    clearTimeout(timer);
    Object.assign(wanted, days);
    timer = setTimeout(() => now(wanted), PAUSE_MS);
  }
  return { now, later, anew: () => { noted = false; } };
}

function row(name, label, help, status, later) {
  const today = new Date().toISOString().slice(0, 10);
  const first = Date.parse(status.oldest) || 0;
  const last = Math.min(Date.parse(status.newest) || first, Date.parse(today));
  const day = (value) => new Date(first + value * DAY).toISOString().slice(0, 10);
  const set = () => {
    if (date.validity.valid) later({ [name]: date.value || null });
    else if (date.validity.rangeOverflow) date.reportValidity();
  };
  const date = h("input", { class: "field", type: "date", "aria-label": label, min: EARLIEST, max: today, onchange: set });
  const slider = h("input", {
    type: "range", min: 0, max: Math.max(1, Math.round((last - first) / DAY)), "aria-label": `${label}, day`,
    oninput: () => { date.value = day(Number(slider.value)); slider.setAttribute("aria-valuetext", date.value); },
    onchange: set,
  });
  const show = (given) => {
    const value = /^\d{4}-\d\d-\d\d$/.test(given[name] ?? "") ? given[name] : "";
    date.value = value;
    slider.value = value ? Math.round((Date.parse(value) - first) / DAY) : slider.max;
    slider.setAttribute("aria-valuetext", given[name] ?? "the newest state");
  };
  const element = h("fieldset", {}, h("legend", {}, label), h("p", { class: "muted small" }, help), h("div", { class: "row" }, slider, date));
  return { element, show };
}
