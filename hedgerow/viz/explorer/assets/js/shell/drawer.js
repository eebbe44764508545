/** The drawer at the side: the sentences behind one event or tie, or a list that leads to them. */

import { Failed, get, lost } from "../lib/api.js";
import { h } from "../lib/dom.js";
import { failure, waiting } from "../lib/notices.js";
import { change, here } from "../lib/route.js";

/**
 * The drawer. `edge(id)` opens the evidence of an event or tie and notes it in the address;
 * `open(title, load, closed)` opens what `load` gives, an element or the promise of one, and tells
 * when it was closed; `turn(given)` takes away what another address has no place for, `follow(given)`
 * opens what it says. What an evidence was opened from is a step back. The focus goes in, and back on
 * closing; who sets the days looked back to stays there.
 */
export function drawer(root) {
  let before = null;
  let current = null;
  let earlier = [];
  let asked = null;

  function close() {
    if (root.hidden) return;
    const closed = [...earlier, current].map((each) => each.closed);
    empty();
    note(null);
    for (const each of closed) each?.();
    if (before?.isConnected) before.focus();
  }

  function empty() {
    asked?.abort();
    root.hidden = true;
    root.replaceChildren();
    [current, earlier] = [null, []];
  }

  const note = (edge) => (here().given.edge ?? null) !== edge && change({ edge }, false);

  async function show(page) {
    if (root.hidden) before = document.activeElement;
    root.hidden = false;
    current = { ...page, days: days() };
    asked?.abort();
    asked = new AbortController();
    note(page.edge ?? null);
    const content = h("div", { class: "content" }, waiting());
    const title = h("h2", { tabindex: "-1" }, page.title);
    root.replaceChildren(h("div", { class: "bar" },
      earlier.length > 0 && h("button", { type: "button", class: "button quiet", onclick: () => show(earlier.pop()) }, "← Back"),
      title,
      h("button", { type: "button", class: "button quiet icon", onclick: close, "aria-label": "Close" }, "×")), content);
    root.scrollTop = 0;
    if (!document.activeElement?.closest(".lookback")) title.focus({ preventScroll: true });
    try {
      const found = await page.load(asked.signal);
      content.replaceChildren(found);
    } catch (error) {
      content.replaceChildren(failure(error));
    }
  }

  async function evidenceOf(id, signal) {
    const { at, known } = here().given;
    const [{ evidence }, found] = await Promise.all([import("../lib/evidence.js").catch(lost), get(`/api/edges/${id}`, { at, known }, signal).catch((error) => untold(error, known))]);
    return evidence(found);
  }

  function open(title, load, closed = null) {
    earlier = [];
    return show({ title, load, closed });
  }

  function edge(id) {
    if (current && current.edge !== id) earlier.push(current);
    return show({ title: "Evidence", load: (signal) => evidenceOf(id, signal), edge: id });
  }

  /** Lists belong to the view as it was drawn; evidence is told again where the days are others. */
  function turn(given) {
    if (!current) return;
    if (!current.edge || current.edge !== given.edge) empty();
    else if (earlier.length > 0 || current.days !== days()) {
      earlier = [];
      show(current);
    }
  }

  function follow(given) {
    if (given.edge && given.edge !== current?.edge) edge(given.edge);
  }

  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return { edge, open, close, turn, follow };
}

/** What is not there on a day that is looked back to may be there later. */
function untold(error, known) {
  if (error.status !== 404 || !known) throw error;
  throw new Failed(`What had been published by ${known} does not tell of this.`, { cause: error });
}

/** The days looked back to, as one text. */
function days() {
  const { at, known } = here().given;
  return `${at ?? ""} ${known ?? ""}`;
}
