/** The parts of the review: what waits, what is decided, the record of judgements, adding by hand. */

import { h } from "../../lib/dom.js";
import { labelled } from "../../lib/fields.js";
import { change } from "../../lib/route.js";
import { signAs, signer } from "./deciding.js";

const PARTS = [["Waiting", {}, "open"], ["Decided", { settled: "true" }, "settled"], ["Record", { part: "record" }, null], ["Add by hand", { part: "add" }, null]];

/** Buttons to the parts; the one that is shown is pressed. */
export function parts(given, numbers = {}) {
  const own = given.part ?? (given.settled ? "settled" : "open");
  return h("div", { class: "segmented", role: "group", "aria-label": "Which" }, PARTS.map(([label, more, number]) => h("button", {
    type: "button", class: "button", "aria-pressed": String((more.part ?? number) === own),
    onclick: () => change({ part: null, settled: null, claim: null, edge: null, offset: null, reason: null, type: null, ...more }),
  }, number && numbers[number] !== undefined ? `${label} ${numbers[number].toLocaleString("en")}` : label)));
}

/** Who signs; `ask` is false, and says why, where nobody does. */
export function signature() {
  const name = h("input", { class: "field", value: signer(), maxlength: "100", autocomplete: "name", required: true, onchange: () => signAs(name.value) });
  function ask() {
    name.setCustomValidity(name.value.trim() ? "" : "Sign your judgements: who decides?");
    if (!name.reportValidity()) return false;
    signAs(name.value);
    return true;
  }
  return { element: labelled("Signed by", name), ask };
}

/** A button that asks once before it acts; looking elsewhere takes it back. */
export function askingOnce(label, question, run, more = {}) {
  let asked = false;
  const said = (text) => { button.textContent = text; };
  const calm = () => { asked = false; said(label); button.classList.remove("asking"); };
  const button = h("button", {
    type: "button", class: "button quiet", onblur: calm, ...more,
    onkeydown: (event) => { if (event.key === "Escape") calm(); },
    onclick: () => {
      if (asked) { calm(); run(); return; }
      asked = true;
      said(question);
      button.classList.add("asking");
    },
  }, label);
  return button;
}
