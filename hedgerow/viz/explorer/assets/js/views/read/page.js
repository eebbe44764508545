/** One document: its text with every claim marked, and the claims in the margin beside it. */

import { h, out } from "../../lib/dom.js";
import { marked } from "../../lib/marked.js";
import { change, to } from "../../lib/route.js";
import { note, beside } from "./margin.js";

const CLAIMS = 300;

export function page(root, found, given, app) {
  const shown = few(found.claims, given.claim);
  const notes = new Map(shown.map((one) => [one.id, note(one, app, () => choose(one.id))]));
  const text = h("article", { class: "text", dir: "auto", lang: found.language, tabindex: "0", "aria-label": "Text" }, marked(found.text, shown, mark));
  const margin = h("ol", { class: "margin", "aria-label": "Claims read from it" }, [...notes.values()]);
  root.append(head(found, shown), h("div", { class: "sheet" }, text, margin));

  function mark(content, over) {
    const [first] = over.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    const ids = over.map((one) => one.id);
    const next = () => choose(ids[(ids.indexOf(here.chosen) + 1) % ids.length]);
    return h("mark", { class: `${first.group} ${first.look}${first.rejected ? " rejected" : ""}`, dataset: { claims: ids.join(" ") }, onclick: next }, content);
  }

  const here = { chosen: null };
  const align = () => beside(text, margin, notes);

  function choose(id, scroll = true) {
    here.chosen = id;
    for (const [each, one] of notes) one.setAttribute("aria-current", String(each === id));
    for (const each of text.querySelectorAll("mark")) each.classList.toggle("chosen", each.dataset.claims.split(" ").includes(id));
    change({ claim: id }, false);
    align();
    if (scroll) notes.get(id).scrollIntoView({ block: "nearest" });
  }

  const watched = new ResizeObserver(align);
  watched.observe(text);
  root.addEventListener("shown", () => {
    align();
    if (!notes.has(given.claim)) return;
    choose(given.claim, false);
    text.querySelector("mark.chosen")?.scrollIntoView({ block: "center" });
  });
  return () => watched.disconnect();
}

/** Not more than a page can hold; the one that is asked for is among them. */
function few(claims, asked) {
  if (claims.length <= CLAIMS) return claims;
  return claims.filter((one, place) => place < CLAIMS || one.id === asked);
}

function head(found, shown) {
  const [first] = found.places;
  return h("header", { class: "headline" },
    h("p", { class: "row small" }, h("a", { href: to("read") }, "← All documents"), h("code", { class: "muted" }, found.id.slice(0, 17))),
    h("h2", { dir: "auto" }, found.title),
    h("p", { class: "muted" }, place(first), `, ${found.published ?? "no publication date"}`),
    found.places.length > 1 && h("details", { class: "small" }, h("summary", {}, `Met at ${found.places.length} places`),
      h("ul", { class: "plain" }, found.places.map((one) => h("li", {}, place(one), `, ${one.published ?? "undated"}`)))),
    found.newer.map((id) => h("p", { class: "notice caution" }, "Superseded: ", h("a", { href: to("read", { document: id }) }, "a newer edition"), " is here, and the claims of this one no longer count.")),
    found.older.map((id) => h("p", { class: "notice" }, "This edition replaces ", h("a", { href: to("read", { document: id }) }, "an older one"), ".")),
    h("p", { class: "small row" }, h("span", {}, counted(found, shown.length)), found.held > 0 && h("a", { href: to("ask", { q: "rests_on", id: found.id }) }, "All that rests on it")));
}

const place = ({ publisher, address, title, file }) => [
  publisher && [h("bdi", {}, publisher), address || file ? ", " : ""],
  address ? out(address, title || address) : file && h("bdi", {}, file),
];

function counted({ claims, held: number }, shown) {
  if (!number) return "Nothing was read from this text: no claim on a tie was found in it.";
  const all = `${number.toLocaleString("en")} ${number === 1 ? "claim" : "claims"} read from it`;
  if (claims.length < number) return `${all}, a row each; the first ${shown} are listed.`;
  return shown < number ? `${all}; the first ${shown} are marked.` : `${all}. Choose a marked sentence or a claim beside it.`;
}
