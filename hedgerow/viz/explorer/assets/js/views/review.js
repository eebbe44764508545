/** Review: the claims that wait for a person, one at a time, and what is decided about them. */

import { get } from "../lib/api.js";
import { named } from "../lib/chosen.js";
import { h } from "../lib/dom.js";
import { leading } from "../lib/marks.js";
import { nothing } from "../lib/notices.js";
import { change } from "../lib/route.js";
import { add } from "./review/add.js";
import { shownCase } from "./review/case.js";
import { decider } from "./review/deciding.js";
import { keys } from "./review/keys.js";
import { filters, list } from "./review/list.js";
import { record } from "./review/record.js";

const ROWS = 100;
const PARTS = { record, add };

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  leading(root, app.edge);
  const part = PARTS[given.part];
  if (part) {
    root.append(heading(given));
    return part(root, given, app);
  }
  const { about, type, reason, settled } = given;
  const found = await get("/api/review", { about, type, reason, settled, limit: ROWS }, app.signal);
  const claim = given.claim ?? found.rows[0]?.claim;
  root.append(heading(given), filters(found, given));
  if (about) get(`/api/actors/${encodeURIComponent(about)}`).then((one) => named(root, [one.name]), () => undefined);
  const places = found.rows.map((row) => row.claim);
  const at = places.indexOf(claim);
  const step = (by) => places[at + by] && change({ claim: places[at + by], edge: null });
  const after = () => places[at + 1] ?? (at > 0 ? places[at - 1] : null);
  const decide = decider(app, after);
  root.append(decide.told);
  if (!claim) {
    root.append(nothing(empty(found, given)));
    return undefined;
  }
  const [one, choices] = await Promise.all([get(`/api/review/${claim}`, {}, app.signal), get("/api/review/choices", {}, app.signal)]);
  const panel = shownCase(one, { choices, decide, step, app, position: [at, found.total] });
  root.append(h("div", { class: "desk" }, list(found, claim), panel.element));
  root.addEventListener("shown", () => {
    for (const chosen of root.querySelectorAll('.waiting-list [aria-current="true"], .quote mark')) within(chosen);
  });
  return keys({ ...panel.keys, j: () => step(1), k: () => step(-1), u: decide.undo });
}

/** Scrolls the list or text around an element so that it shows, and nothing else. */
function within(element) {
  const box = element.closest("nav, blockquote");
  const below = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (below < 0 || below + element.offsetHeight > box.clientHeight) box.scrollTop += below - box.clientHeight / 4;
}

const TOLD = {
  record: "Who decided what, when and why.",
  add: "What you know from elsewhere, with its source or as your own knowledge.",
};

function heading({ known, at, part }) {
  return h("header", {}, h("h2", {}, "Review"),
    h("p", { class: "muted small" }, TOLD[part] ?? "What is read unsurely counts for nothing until a person accepts it. First come pressing reasons, firm claims and weighty types."),
    (known || at) && h("p", { class: "notice" }, "Whatever day is looked back to elsewhere, what is judged here is the newest state."));
}

function empty({ open, settled }, given) {
  if (given.settled) return "Nothing is decided yet, as far as these filters go.";
  if (open) return "No claim that waits fits these filters.";
  return settled ? `Nothing waits any more: all ${settled} are decided.` : "Nothing waits: no claim of this archive is unsure, flagged or contested.";
}
