/** The events and ties behind a number, each with its sentence, concluded apart from in prospect. */

import { get } from "../../lib/api.js";
import { h } from "../../lib/dom.js";
import { badge } from "../../lib/words.js";
import { edgeLink, leading } from "../../lib/marks.js";
import { quoted } from "../../lib/table.js";

const LAYERS = [["concluded", "What the number is made of"], ["prospective", "Only in prospect, in no number"]];

/** @param {Record<string, any>} asked what `/api/compass/why` takes @param {(id: string) => void} open */
export async function behind(asked, open) {
  const { state, poles, on, pole, known } = asked;
  const found = await get("/api/compass/why", { state, poles, on, pole, known });
  const root = h("article", { class: "behind" }, h("h3", {}, found.title), h("p", {}, found.in_words),
    LAYERS.map(([layer, title]) => part(title, found.rows.filter((one) => one.layer === layer))),
    found.left_out > 0 && h("p", { class: "muted small" }, `${found.left_out} more are not listed.`));
  leading(root, open);
  return root;
}

function part(title, rows) {
  return rows.length > 0 && h("section", {}, h("h4", {}, `${title} (${rows.length})`), h("ul", { class: "plain" }, rows.map(line)));
}

function line(one) {
  const place = [one.outlet, one.published].filter(Boolean).join(", ");
  return h("li", {},
    h("p", {}, badge(one.look, one.badge), " ", edgeLink(one.id, one.words)),
    h("p", { class: "muted small" }, `${one.date} · counts ${one.worth.toFixed(2)}`),
    one.quote && h("blockquote", {}, quoted(one.quote)),
    place && h("p", { class: "muted tiny" }, h("bdi", {}, place)));
}
