/** Copying to the clipboard. */

import { h } from "./dom.js";

const SHOWN_MS = 2000;

/** A button that copies what `text` gives, and says so. */
export function copyButton(label, text, kind = "quiet") {
  const said = h("span", { role: "status" });
  const button = h("button", { type: "button", class: `button ${kind}`, onclick: copied }, label, said);
  async function copied() {
    const done = await navigator.clipboard.writeText(text()).then(() => true, () => false);
    said.textContent = done ? " ✓ copied" : " cannot copy here";
    setTimeout(() => { said.textContent = ""; }, SHOWN_MS);
  }
  return button;
}
