/** The same pairs as a table: for the keyboard, for reading aloud, for sorting. */

import { h, sample } from "../../lib/dom.js";

const by = {
  pair: (one, other) => one.name.localeCompare(other.name),
  latest: (one, other) => (one.latest ?? "").localeCompare(other.latest ?? ""),
};

/** @param {object} network @param {(id: string) => void} chosen */
export function table(network, chosen) {
  const columns = network.standings.map((look, place) => ({ look, place })).filter(({ look, place }) =>
    look.name !== "possibly" || network.lines.some((line) => line.counts[place]));
  const body = h("tbody");
  const heads = new Map();
  let order = null;

  function head(key, label, props, compare) {
    const cell = h("th", { scope: "col", ...props }, h("button", { type: "button", onclick: () => sort(key, compare) }, label));
    heads.set(key, cell);
    return cell;
  }

  function sort(key, compare) {
    const down = order?.key === key ? !order.down : key !== "pair";
    order = { key, down, compare };
    for (const cell of heads.values()) cell.removeAttribute("aria-sort");
    heads.get(key).setAttribute("aria-sort", down ? "descending" : "ascending");
    fill();
  }

  function fill() {
    const lines = [...network.lines];
    if (order) lines.sort((one, other) => order.compare(one, other) * (order.down ? -1 : 1));
    body.replaceChildren(...lines.map(row));
  }

  function row(line) {
    return h("tr", { dataset: { pair: line.id } },
      h("th", { scope: "row" }, sample(line.group, line.standing), h("button", { type: "button", class: "link", onclick: () => chosen(line.id) }, h("bdi", {}, line.name))),
      columns.map(({ place }) => h("td", { class: "number" }, line.counts[place] || "")),
      h("td", { title: line.latest }, line.latest?.slice(0, 7) ?? ""));
  }

  fill();
  const element = h("table", { class: "table pairs" },
    h("caption", {}, `${network.lines.length.toLocaleString("en")} of ${network.pairs.toLocaleString("en")} ${network.pairs === 1 ? "pair" : "pairs"}, best attested first; events and ties by standing`),
    h("thead", {}, h("tr", {},
      head("pair", "Pair", {}, by.pair),
      columns.map(({ look, place }) => head(look.name, [h("span", { class: "visually-hidden" }, look.label), sample("", look.name)],
        { class: "number", title: `${look.label}: ${look.meaning}` }, (one, other) => one.counts[place] - other.counts[place])),
      head("latest", "Latest", {}, by.latest))),
    body);
  return {
    element,
    mark(id) { for (const each of body.children) each.setAttribute("aria-current", String(each.dataset.pair === id)); },
  };
}
