/** Single keys that act; they can be switched off, for those who speak to their computer. */

import { h } from "../../lib/dom.js";

const OFF = "hedgerow-keys-off";

/** Has keys act until the function that it gives is called. @param {Record<string, () => void>} acts */
export function keys(acts) {
  function pressed(event) {
    const typing = event.target.closest?.("input, select, textarea, dialog, #evidence");
    const act = acts[event.key];
    if (!act || typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
    event.preventDefault();
    act();
  }
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}

/** The switch. */
export function keySwitch() {
  const box = h("input", {
    type: "checkbox", checked: !localStorage.getItem(OFF),
    onchange: () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")),
  });
  return h("label", { class: "chip" }, box, "Keys a r c j k u");
}
