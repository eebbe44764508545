/** One claim that waits: its sentence in context, what was read, and the decisions. */

import { h } from "../../lib/dom.js";
import { badge } from "../../lib/evidence.js";
import { labelled } from "../../lib/fields.js";
import { visible } from "../../lib/marked.js";
import { to } from "../../lib/route.js";
import { who } from "../read/margin.js";
import { correcting } from "./correct.js";
import { keySwitch } from "./keys.js";
import { askingOnce, signature } from "./parts.js";

export function shownCase(one, { choices, decide, step, app, position }) {
  const { claim } = one;
  const sign = signature();
  const why = h("input", { class: "field why", maxlength: "2000", placeholder: "optional" });
  const form = h("div", { class: "correction", hidden: true });

  function judge(decision, claims = [claim.id], more = {}, stay = false) {
    if (!app.status.writable || !sign.ask()) return;
    decide.decide({ decision, claims, note: why.value || null, ...more }, stay);
  }

  function correct() {
    if (!form.firstChild) form.append(correcting(claim, choices, (corrections) => judge("correct", [claim.id], { corrections })));
    form.hidden = !form.hidden;
    if (!form.hidden) form.querySelector("select").focus();
  }

  const acts = { a: () => judge("accept"), r: () => judge("reject"), c: correct };
  const act = (label, key, run, kind = "") => h("button", { type: "button", class: `button ${kind}`, disabled: !app.status.writable, onclick: run, "aria-keyshortcuts": key }, `${label} (${key})`);
  const link = (each, decision) => app.status.writable && h("button", { type: "button", class: "button quiet", onclick: () => judge(decision, [claim.id, each.claim], {}, true) }, decision === "same" ? "Same event" : "Different event");

  const element = h("article", { class: "case" },
    h("p", { class: "row small muted" }, position[0] >= 0 ? `${position[0] + 1} of ${position[1]}` : "not in this list", one.reasons.length > 0 && h("span", { class: "why-waits" }, one.reasons.join(", "))),
    h("h3", { class: `claim ${claim.group}` }, claim.label, " ", badge(claim.look, claim.says)),
    h("p", { class: "parties" }, who(claim)),
    context(one),
    read(claim),
    claim.rejected && h("p", { class: "notice caution" }, "Rejected: it counts for nothing."),
    claim.superseded && h("p", { class: "notice caution" }, "Its document is superseded by a newer edition: the claim counts for nothing whatever is decided."),
    claim.conflicts.map((each) => h("p", { class: "notice caution" }, "Analysts disagree: ", h("bdi", {}, each), ", which counts.")),
    decided(claim, app.status.writable && ((id) => judge("undo", [], { undoes: id }, true))),
    h("div", { class: "decisions" },
      !app.status.writable && h("p", { class: "notice" }, "This is read from a server, which holds no judgements; explore the store itself to decide."),
      h("p", { class: "row" }, act("Accept", "a", acts.a, "primary"), act("Reject", "r", acts.r), act("Correct", "c", correct),
        h("button", { type: "button", class: "button quiet", onclick: () => step(1), "aria-keyshortcuts": "j" }, "Skip (j)"),
        h("button", { type: "button", class: "button quiet", onclick: () => step(-1), "aria-keyshortcuts": "k" }, "Back (k)")),
      h("p", { class: "row" }, sign.element, labelled("Why", why), keySwitch())),
    form,
    others("On the same matter, perhaps the same event", one.alike, (each) => [link(each, "same"), link(each, "different")]),
    others("Also read nearby", one.around, () => null));
  return { element, keys: acts };
}

function context({ claim, document, before, after }) {
  return h("figure", { class: "quote" },
    h("blockquote", { dir: "auto", tabindex: "0" }, visible(before), h("mark", {}, visible(claim.quote)), visible(after)),
    h("figcaption", {}, h("bdi", {}, document.publisher ?? "no outlet stated"), ", ",
      h("a", { href: to("read", { document: document.id, claim: claim.id }) }, h("bdi", {}, document.title)), `, ${document.published ?? "no publication date"}`));
}

function read(claim) {
  const line = (name, ...value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
  const words = claim.parties.filter((each) => each.text).map((each) => `${each.name}: “${each.text}”${each.person ? `, ${each.person}` : ""}`);
  return h("dl", { class: "facts small" },
    line("Date", claim.date ? `${claim.date} (${claim.date_basis})` : "none stated"),
    claim.facts.map(({ name, value }) => line(name, h("bdi", {}, value))),
    words.length > 0 && line("In words", h("bdi", {}, words.join("; "))),
    line("Read by", `${claim.engine}${claim.rule ? `, rule ${claim.rule}` : ""}, reading ${claim.confidence.toFixed(2)}`),
    claim.flags.length > 0 && line("Marked", claim.flags.map((flag) => flag.replaceAll("_", " ")).join(", ")));
}

function decided({ judged }, undo) {
  const told = (each) => each.decision !== "undo" && each.words;
  return judged.length > 0 && h("ul", { class: "judged small" }, judged.map((each) => h("li", { class: each.undone ? "undone" : "" },
    h("strong", {}, each.decision.replaceAll("_", " ")), ` by ${each.by}, ${each.at.slice(0, 16).replace("T", " ")}`, told(each) && [": ", h("bdi", {}, told(each))], each.note && [" · ", h("bdi", {}, each.note)],
    each.undone ? [" ", h("span", { class: "badge closed" }, "undone")] : undo && [" ", askingOnce("Undo", `Undo this ${each.decision.replaceAll("_", " ")}? Press again`, () => undo(each.id))])));
}

function others(title, told, actions) {
  return told.length > 0 && h("section", {}, h("h4", {}, title), h("ul", { class: "others" }, told.map((each) => h("li", {},
    h("p", {}, h("a", { href: to("review", { claim: each.claim }) }, each.words), each.together && [" ", h("span", { class: "badge" }, "same event")]),
    h("p", { class: "cited small", dir: "auto" }, each.quote),
    h("p", { class: "muted tiny row" }, `${each.date ? `dated ${each.date} · ` : ""}${each.publisher ?? "no outlet"}, ${each.published ?? "undated"}`, actions(each))))));
}
