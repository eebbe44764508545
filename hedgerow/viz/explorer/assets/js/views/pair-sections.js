/** The sections of a pair that are asked for one by one: gaps, firsts, disputes, dates to come. */

import { get } from "../lib/api.js";
import { h } from "../lib/dom.js";
import { firmness, leads, quoted, table } from "../lib/table.js";
import { counted, words } from "../lib/words.js";

const YEARS_AHEAD = 10;

/** Each `load` is given the pair and how to ask; it gives elements. */
export const SECTIONS = [
  { title: "Silences and gaps", name: "gaps", load: gaps },
  { title: "First of each kind", name: "firsts", load: firsts },
  { title: "Contested", name: "contested", load: contested },
  { title: "Coming up", name: "coming", load: coming },
];

const told = (answer) => h("p", {}, answer.in_words);
const noted = (answer) => answer.notes.map((note) => h("p", { class: "muted small" }, note));

async function gaps({ found, asked, types, ask }, signal) {
  const { a, b, at } = asked;
  const [silent, answer] = await Promise.all([get("/api/pair/silences", asked, signal), ask("gaps", { a, b, to: at })]);
  const never = answer.rows.filter((row) => row.what);
  return [
    silent.length > 0 && table("The last concluded event of each kind, the longest silence first", [
      ["What", (row) => row.what],
      ["Last", (row) => leads(row.last, row.id)],
      ["Since then", (row) => counted(row.days, "day"), "number"],
      ["Concluded in all", (row) => row.number, "number"],
      ["Documents since", (row) => row.documents, "number"],
      ["What can be said", silence],
    ], silent),
    told(answer),
    never.length > 0 && h("details", {}, h("summary", {}, `${counted(never.length, "type")} without a concluded event here`),
      table(`Types of which no concluded event between ${found.names.join(" and ")} was found`, [
        ["Type", (row) => types.get(row.what) ?? words(row.what)],
        ["What can be said", (row) => row.found],
      ], never)),
    noted(answer),
  ];
}

const silence = (row) => (row.is_thin ? h("span", { class: "muted" }, "too thin to say that there was none since") : `no ${row.what} after ${day(row.last)}: ${row.found}`);

async function firsts({ asked, types, ask }) {
  const { a, b, at } = asked;
  const answer = await ask("firsts", { a, b });
  const rows = at ? answer.rows.filter((row) => day(row.date) <= at) : answer.rows;
  return [
    at ? h("p", {}, `Firsts that lie by ${at}; later ones are left out.`) : told(answer),
    rows.length > 0 && table("First evidence of each type in this archive", [
      ["Date", (row) => row.date, "date"],
      ["What", (row) => leads([types.get(row.what) ?? words(row.what), row.item, row.place].filter(Boolean).join(", "), row.id)],
      ["Standing", firmness],
      ["Others", (row) => row.others, "number"],
      ["Called the first", (row) => quoted(row.called_first)],
    ], rows),
    noted(answer),
  ];
}

const day = (text) => String(text ?? "").replace(/^by /, "");

async function contested({ asked, types, ask }) {
  const { a, b, at } = asked;
  const [denials, differing] = await Promise.all([ask("denials", { a, b, at }), ask("disagreements", { a, b, at })]);
  return [
    told(denials),
    denials.rows.length > 0 && table("What was denied, and who asserts it", [
      ["What", (row) => leads([types.get(row.what), row.item, row.place].filter(Boolean).join(", "), row.id)],
      ["Standing", firmness],
      ["Denied", (row) => [h("p", {}, `${row.denied_by ?? ""} ${row.denied_on ?? ""}`), quoted(row.denial)]],
      ["Asserted", (row) => [h("p", {}, row.asserted_by ?? "by nobody in this archive"), quoted(row.assertion)]],
    ], denials.rows),
    told(differing),
    differing.rows.length > 0 && table("Facts on which documents differ", [
      ["Date", (row) => row.date, "date"],
      ["Event", (row) => leads([types.get(row.what), row.item].filter(Boolean).join(", "), row.id)],
      ["Fact", (row) => row.fact],
      ["Versions", (row) => h("bdi", {}, row.told)],
    ], differing.rows),
    noted(denials),
  ];
}

async function coming({ found, asked, types, ask }) {
  const { a, b, at } = asked;
  const by = `${Number(found.on.slice(0, 4)) + YEARS_AHEAD}-12-31`;
  const [pipeline, expiring] = await Promise.all([ask("pipeline", { a, b, at }), ask("expiring", { a, by, at })]);
  const ends = expiring.rows.filter((row) => row.actors.includes(found.codes[1]));
  return [
    told(pipeline),
    pipeline.rows.length > 0 && table("Only reported, in talks or planned", [
      ["Date told", (row) => row.date, "date"],
      ["What", (row) => leads([types.get(row.what), row.item, row.place].filter(Boolean).join(", "), row.id)],
      ["Standing", (row) => firmness({ ...row, standing: "prospective" })],
      ["Last told", (row) => row.last_told ?? "undated", "date"],
      ["Outcome", (row) => outcome(row.outcome)],
      ["Sentence", (row) => quoted(row.quote)],
    ], pipeline.rows),
    ends.length > 0
      ? table(`Stated terms that end by ${by}`, [
        ["Ends", (row) => [row.possibly && "possibly ", row.term], "date"],
        ["What", (row) => leads([types.get(row.what), row.item, row.place].filter(Boolean).join(", "), row.id)],
        ["Standing", firmness],
        ["Sentence", (row) => quoted(row.quote)],
      ], ends)
      : h("p", {}, `No stated term that ends by ${by} was found; customary durations are not inferred.`),
    noted(pipeline),
  ];
}

function outcome(text) {
  const id = text?.match(/event\/[0-9a-f]+/)?.[0];
  return id ? leads(text.replace(/: event.*/, ""), id) : (text ?? "");
}
