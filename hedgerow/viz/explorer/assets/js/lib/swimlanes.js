/** The swim-lane drawing of a timeline, its marks open their evidence. */

import { get } from "./api.js";
import { drawing, h } from "./dom.js";
import { nothing } from "./notices.js";

let looks = null;

/** @param {Record<string, any>} given what `/api/timeline/drawing` takes @param {AbortSignal} signal */
export async function swimlanes(given, signal) {
  looks ??= get("/api/timeline/drawing.css");
  const [css, { svg, notes }] = await Promise.all([looks, get("/api/timeline/drawing", given, signal)]);
  const told = notes.map((note) => h("p", { class: "muted small" }, note));
  if (!svg) return nothing("Nothing is drawn.", told);
  const drawn = drawing(svg);
  drawn.querySelectorAll("[data-edge]").forEach(name);
  const group = h("div", { class: "scroll swimlanes", tabindex: "0", role: "region", "aria-label": "Drawing" }, h("style", {}, css), drawn);
  return h("div", {}, group, told);
}

/** A mark is named by its title in full and the words that are seen beside it, cut to their room. */
function name(mark) {
  mark.setAttribute("aria-label", mark.textContent.replace(/\s+/g, " ").trim());
}
