/** The drawer at the side: the sentences behind one event or tie, or a list that leads to them. */

import { get } from "../lib/api.js";
import { h } from "../lib/dom.js";
import { failure, waiting } from "../lib/notices.js";
import { change, here } from "../lib/route.js";

/**
 * The drawer. `edge(id)` opens the evidence of an event or tie and notes it in the address;
 * `open(title, load, closed)` opens what `load` gives, an element or the promise of one, and tells
 * when it was closed; `follow(given)` opens what an address says. What an evidence was opened from
 * is a step back. The focus goes in, and back on closing.
 */
export function drawer(root) {
  let before = null;
  let current = null;
  let earlier = [];

  function close() {
    if (root.hidden) return;
    root.hidden = true;
    root.replaceChildren();
    const closed = [...earlier, current].map((each) => each.closed);
    [current, earlier] = [null, []];
    note(null);
    for (const each of closed) each?.();
    if (before?.isConnected) before.focus();
  }

  const note = (edge) => (here().given.edge ?? null) !== edge && change({ edge }, false);

  async function show(page) {
    if (root.hidden) before = document.activeElement;
    root.hidden = false;
    current = page;
    note(page.edge ?? null);
    const content = h("div", { class: "content" }, waiting());
    const title = h("h2", { tabindex: "-1" }, page.title);
    root.replaceChildren(h("div", { class: "bar" },
      earlier.length > 0 && h("button", { type: "button", class: "button quiet", onclick: () => show(earlier.pop()) }, "← Back"),
      title,
      h("button", { type: "button", class: "button quiet icon", onclick: close, "aria-label": "Close" }, "×")), content);
    root.scrollTop = 0;
    title.focus({ preventScroll: true });
    try {
      const found = await page.load();
      content.replaceChildren(found);
    } catch (error) {
      content.replaceChildren(failure(error));
    }
  }

  async function evidenceOf(id) {
    const { at, known } = here().given;
    const [{ evidence }, found] = await Promise.all([import("../lib/evidence.js"), get(`/api/edges/${id}`, { at, known })]);
    return evidence(found);
  }

  function open(title, load, closed = null) {
    earlier = [];
    return show({ title, load, closed });
  }

  function edge(id) {
    if (current && current.edge !== id) earlier.push(current);
    return show({ title: "Evidence", load: () => evidenceOf(id), edge: id });
  }

  function follow(given) {
    if (given.edge && given.edge !== current?.edge) edge(given.edge);
  }

  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return { edge, open, close, follow };
}
