/** Recording a decision, and telling what it changed. */

import { post } from "../../lib/api.js";
import { h } from "../../lib/dom.js";
import { edgeLink } from "../../lib/marks.js";
import { failure, waiting } from "../../lib/notices.js";
import { change, here, to } from "../../lib/route.js";

const BY = "hedgerow-by";
/** What was recorded last, told once more when the next claim is shown. */
let last = null;

export const signer = () => localStorage.getItem(BY) ?? "";
export const signAs = (name) => localStorage.setItem(BY, name.trim());

/** @param {() => string|null} after  the claim to go on with */
export function decider(app, after) {
  const told = h("div", { class: "outcome", role: "status" }, last && recorded(last));

  /** @param {Record<string, any>} wish  decision, claims, note, corrections, undoes */
  async function decide(wish, stay = false) {
    told.replaceChildren(waiting("Recording …"));
    try {
      last = await post("/api/judgements", { ...wish, by: signer() });
      go(stay ? (here().given.claim ?? null) : after());
    } catch (error) {
      told.replaceChildren(failure(error), h("button", { type: "button", class: "button", onclick: () => decide(wish, stay) }, "Try again"));
    }
  }

  function go(claim) {
    if ((here().given.claim ?? null) === claim) dispatchEvent(new HashChangeEvent("hashchange"));
    else change({ claim, edge: null });
  }

  function undo() {
    if (last) decide({ decision: "undo", claims: [], undoes: last.judgement.id }, true);
  }

  function recorded({ judgement, in_words: words, changes }) {
    const claim = judgement.claims[0];
    return h("div", { class: "notice good" },
      h("p", {}, h("strong", {}, `${judgement.decision}, by ${judgement.by}. `), words, " ",
        claim && h("a", { href: to("review", { claim }) }, "The claim")),
      h("ul", {}, changes.map(({ how, id, before, after: now }) => h("li", {},
        `${how}: `, now ? edgeLink(id, h("bdi", {}, now)) : h("bdi", {}, before),
        how === "changed" && before !== now && h("span", { class: "muted" }, " (before: ", h("bdi", {}, before), ")")))),
      h("p", { class: "row small" }, "Judgements stay on record, and so does what undoes them.",
        h("button", { type: "button", class: "button", onclick: undo, "aria-keyshortcuts": "u" }, "Undo (u)")));
  }

  return { decide, undo, told };
}
