/** The record: every judgement, the latest first; where analysts disagree, and what lost its claim. */

import { get } from "../../lib/api.js";
import { h } from "../../lib/dom.js";
import { choice } from "../../lib/fields.js";
import { nothing } from "../../lib/notices.js";
import { beyond, paging } from "../../lib/paging.js";
import { change, to } from "../../lib/route.js";
import { askingOnce, parts, signature } from "./parts.js";
import { decider } from "./deciding.js";
import { keys } from "./keys.js";

const ROWS = 50;

export async function record(root, given, app) {
  const offset = Number(given.offset) || 0;
  const found = await get("/api/judgements", { by: given.by, offset, limit: ROWS }, app.signal);
  const decide = decider(app, () => null);
  const sign = signature();
  const undo = (id) => sign.ask() && decide.decide({ decision: "undo", claims: [], undoes: id }, true);
  root.append(
    h("div", { class: "row" }, parts(given), by(found, given), app.status.writable && sign.element, found.recorded > 0 && saved()),
    decide.told,
    section("Analysts disagree", found.apart, found.conflicts, apart, "The later judgement counts; undo one of the two, or record what you agreed on."),
    section("Lost their claim", found.lost, found.orphaned, lost, "What these name is not here any more, nor one like it; they count for nothing and come back with it."),
    h("section", {}, h("h3", {}, "Judgements"), told(found, given),
      h("ol", { class: "record" }, found.rows.map((one) => row(one, app.status.writable && undo)))),
    paging(found.total, offset, found.rows.length, ROWS) ?? "");
  return keys({ u: decide.undo });
}

function by(found, given) {
  if (found.analysts.length < 2 && !given.by) return null;
  return choice("By", [["", "anybody"], ...found.analysts.map((each) => [each, each])], given.by ?? "", (value) => change({ by: value || null, offset: null }));
}

const saved = () => h("a", { class: "button", href: "/export/judgements.jsonl", download: "judgements.jsonl" }, "Save all as JSON Lines");

function told({ total, recorded, rows }, { by: whose }) {
  if (!recorded) return nothing("No judgement is recorded yet.");
  if (!rows.length) return total ? beyond(total) : nothing(`None by ${whose}.`);
  return h("p", { class: "muted small" }, `${total.toLocaleString("en")}${total < recorded ? ` of ${recorded.toLocaleString("en")}` : ""}, the latest first. Nothing is ever deleted: to undo is a judgement too, and can be undone.`);
}

function section(title, number, shown, line, why) {
  return number > 0 && h("section", { class: "apart" }, h("h3", {}, `${title}: ${number.toLocaleString("en")}`), h("p", { class: "muted small" }, why),
    h("ul", { class: "record" }, shown.map((one) => h("li", {}, line(one)))));
}

function row({ judgement, undone_by: undoneBy, takes_back: takesBack, about }, undo) {
  return h("li", { class: judgement.undone ? "undone" : "" },
    h("p", {}, h("strong", {}, judgement.decision.replaceAll("_", " ")), takesBack && [": ", h("bdi", {}, takesBack)],
      !takesBack && judgement.decision !== "add" && judgement.words && [": ", h("bdi", {}, judgement.words)],
      judgement.undone && [" ", h("span", { class: "badge closed" }, `undone by ${undoneBy.join(", ") || "another judgement"}`)]),
    about.map(subject),
    h("p", { class: "muted tiny row" }, h("span", {}, h("bdi", {}, judgement.by), `, ${when(judgement.at)}`), judgement.note && h("bdi", {}, judgement.note),
      undo && !judgement.undone && askingOnce("Undo", `Undo this ${judgement.decision.replaceAll("_", " ")}? Press again`, () => undo(judgement.id))));
}

const subject = ({ claim, words, seen }) => h("p", { class: "small" }, words ? h("a", { href: to("review", { claim, part: null }) }, h("bdi", {}, words)) : h("span", { class: "muted" }, h("bdi", {}, seen ?? "a claim"), ", not here any more (", h("code", {}, claim.slice(0, 14)), ")"));

const apart = ({ wording, about, earlier, later }) => [
  wording && h("p", {}, "Who is meant by “", h("bdi", {}, wording), "”"), about.map(subject),
  h("p", { class: "small" }, h("bdi", {}, earlier)), h("p", { class: "small" }, h("strong", {}, "counts: "), h("bdi", {}, later))];

const lost = ({ decision, by: whose, at, note, what, words, document }) => [
  h("p", {}, h("strong", {}, decision), what && [": ", h("bdi", {}, what)]),
  h("p", { class: "small" }, h("bdi", {}, words), document && [" · ", h("a", { href: to("read", { document }) }, "its document")]),
  h("p", { class: "muted tiny" }, h("bdi", {}, whose), `, ${when(at)}`, note && [" · ", h("bdi", {}, note)])];

const when = (at) => at.slice(0, 16).replace("T", " ");
