/** Marks and links that lead to evidence: whatever carries the id of an event or tie in `data-edge`. */

import { h } from "./dom.js";
import { here, to } from "./route.js";

/** Opens what is chosen below `root`, by a click or with Enter or the space bar. */
export function leading(root, open) {
  root.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-edge]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(mark.dataset.edge);
  });
  root.addEventListener("keydown", (event) => {
    const mark = event.target.closest('[data-edge][role="button"]');
    if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(mark.dataset.edge);
  });
}

/** A link to the evidence of an event or tie, which `leading` opens in place. */
export function edgeLink(id, ...shown) {
  const { view, given } = here();
  return h("a", { href: to(view, { ...given, edge: id }), dataset: { edge: id } }, shown);
}
