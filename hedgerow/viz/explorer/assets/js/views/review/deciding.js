/** Recording a decision, and telling what it changed. */

import { post } from "../../lib/api.js";
import { h } from "../../lib/dom.js";
import { edgeLink } from "../../lib/marks.js";
import { failure, waiting } from "../../lib/notices.js";
import { change, here } from "../../lib/route.js";

const BY = "hedgerow-by";
const OPPOSITE = { accept: "reject", reject: "accept", same: "different", different: "same" };
/** What was recorded last, told once more when the next claim is shown. */
let last = null;

export const signer = () => localStorage.getItem(BY) ?? "";
export const signAs = (name) => localStorage.setItem(BY, name.trim());

/** @param {() => string|null} after  the claim to go on with */
export function decider(app, after) {
  const told = h("div", { class: "outcome", role: "status" }, last && recorded(last));

  /** @param {Record<string, any>} wish  decision, claims, note, corrections; `before` undoes these */
  async function decide({ before, ...wish }, stay = false) {
    told.replaceChildren(waiting("Recording …"));
    try {
      const answer = await post("/api/judgements", { ...wish, by: signer() });
      last = { ...answer, before };
      go(stay ? here().given.claim : after());
    } catch (error) {
      told.replaceChildren(failure(error), h("button", { type: "button", class: "button", onclick: () => decide({ before, ...wish }, stay) }, "Try again"));
    }
  }

  function go(claim) {
    if ((here().given.claim ?? null) === claim) dispatchEvent(new HashChangeEvent("hashchange"));
    else change({ claim, edge: null });
  }

  function opposite() {
    if (!last) return;
    const { decision, claims } = last.judgement;
    if (decision === "correct") decide({ decision, claims, corrections: last.before, note: "Corrected back." });
    else if (OPPOSITE[decision]) decide({ decision: OPPOSITE[decision], claims, note: `Instead of ${decision}.` });
  }

  function recorded({ judgement, in_words: words, changes }) {
    const other = judgement.decision === "correct" ? "correct it back" : OPPOSITE[judgement.decision];
    const claim = judgement.claims[0];
    return h("div", { class: "notice good" },
      h("p", {}, h("strong", {}, `${judgement.decision}, by ${judgement.by}. `), words, " ",
        h("a", { href: `#/review?claim=${claim}` }, "The claim")),
      h("ul", {}, changes.map(({ how, id, before, after: now }) => h("li", {},
        `${how}: `, now ? edgeLink(id, h("bdi", {}, now)) : h("bdi", {}, before),
        how === "changed" && before !== now && h("span", { class: "muted" }, " (before: ", h("bdi", {}, before), ")")))),
      other && h("p", { class: "row small" }, "Judgements stay on record; a later one wins.",
        h("button", { type: "button", class: "button", onclick: opposite }, `Undo: ${other} (u)`)));
  }

  return { decide, opposite, told };
}
