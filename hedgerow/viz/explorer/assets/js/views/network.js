/** The network: who has which ties with whom, as a drawing and as a table. */

import { address, get } from "../lib/api.js";
import { h } from "../lib/dom.js";
import { nothing } from "../lib/notices.js";
import { change, go, here, to } from "../lib/route.js";
import { counted } from "../lib/words.js";
import { filters, people } from "./network/bar.js";
import { graph, ready } from "./network/graph.js";
import { actorPanel, pairPanel, waysPanel } from "./network/panels.js";
import { table } from "./network/table.js";
import { span } from "../lib/span.js";

const ASKED = ["focus", "with", "group", "type", "standing", "from", "to", "limit", "at", "known"];
const STEP = 150;

/** What a request of the network takes from the address. */
export const asked = () => Object.fromEntries(ASKED.map((name) => [name, here().given[name]]));

export async function show(root, given, app) {
  const [found] = await Promise.all([get("/api/network", asked(), app.signal), ready()]);
  const parts = {
    box: h("div", { class: "graph", role: "img", "aria-label": "A drawing of the pairs in the table" }),
    empty: h("div", { class: "none" }), table: h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Pairs" }),
    time: h("div"), told: h("div", { class: "told tiny muted" }), shown: h("p", { class: "visually-hidden", role: "status" }),
  };
  root.append(
    h("h2", { class: "visually-hidden" }, "Network"),
    h("section", { class: "drawn" }, people(found, given, { path: ways }), h("div", { class: "stage" }, parts.box, parts.empty, zooming()), parts.time, parts.told),
    h("section", { class: "beside" }, filters(app.status, found.standings, given, (more) => refresh(more)), parts.table, parts.shown),
  );
  let network = found;
  let rows = null;
  let drawing = null;
  let round = 0;

  /** Filters change the drawing in place, so that nothing jumps. */
  async function refresh(more) {
    change(more, false);
    const own = (round += 1);
    const answer = await get("/api/network", asked(), app.signal).catch((error) => ({ error }));
    if (own !== round || answer.error?.name === "AbortError") return;
    if (answer.error) parts.empty.replaceChildren(nothing(answer.error.message));
    else fill(answer);
  }

  function fill(answer) {
    network = answer;
    rows = table(network, pair);
    const none = network.lines.length === 0;
    parts.empty.replaceChildren(...(none ? [absence(network)] : []));
    parts.table.replaceChildren(rows.element);
    parts.told.replaceChildren(...leftOut(network, refresh));
    parts.shown.textContent = `${network.lines.length} of ${network.pairs} pairs drawn`;
    if (!parts.time.contains(document.activeElement) || !network.times) {
      parts.time.replaceChildren(...(network.times ? [span(network.times, here().given.from, here().given.to, (since, until) => refresh({ from: since, to: until }))] : []));
    }
    drawing?.draw(network);
    mark();
  }

  function mark() {
    const { pair: chosen, actor: who } = here().given;
    rows?.mark(chosen);
    drawing?.mark({ pair: chosen ?? null, actor: who ?? null });
  }

  function choose(what, title, load) {
    change({ pair: null, actor: null, ...what }, false);
    mark();
    const mine = JSON.stringify(what);
    app.side(title, load, () => {
      const { pair: now, actor: who } = here().given;
      if (JSON.stringify(now ? { pair: now } : { actor: who }) !== mine) return;
      change({ pair: null, actor: null }, false);
      mark();
    });
  }

  function pair(id) {
    const line = typeof id === "string" ? network.lines.find((each) => each.id === id) : id;
    if (line) choose({ pair: line.id }, line.name, () => pairPanel(line, network.standings, asked(), { edge: app.edge, actor }));
  }

  function actor(code) {
    const node = network.nodes.find((each) => each.code === code);
    if (!node) return;
    choose({ actor: code }, node.name, () => actorPanel(node, network, {
      pair, focus: () => go("network", { ...asked(), focus: code, with: null }), expand: () => expand(code),
      way: () => document.querySelector(".way input")?.focus(),
    }));
  }

  function expand(code) {
    const opened = [here().given.with, code].filter(Boolean).join(",");
    change({ with: opened, limit: Math.max(Number(here().given.limit) || 0, network.lines.length + STEP) });
  }

  function ways(a, b) {
    change({ path: `${a},${b}` }, false);
    app.side("Ways between two", () => waysPanel(a, b, asked(), { pair, draw: (codes) => go("network", { focus: codes.join(",") }) }),
      () => change({ path: null }, false));
  }

  function zooming() {
    const button = (name, text, act) => h("button", { type: "button", class: "button icon", "aria-label": name, title: name, onclick: act }, text);
    return h("div", { class: "zoom", role: "group", "aria-label": "Zoom" },
      button("Closer", "+", () => drawing.zoom(1.3)), button("Farther", "−", () => drawing.zoom(1 / 1.3)), button("Show all", "⤢", () => drawing.fit()),
      exporting());
  }

  /** The addresses are those of what is drawn when the menu opens. */
  function exporting() {
    const link = (form, text) => h("a", { href: address(`/export/network.${form}`, asked()), download: `network.${form}` }, text);
    const menu = h("details", { class: "export" }, h("summary", { class: "button icon", "aria-label": "Export", title: "Export" }, "⇩"));
    menu.addEventListener("toggle", () => menu.open && menu.replaceChildren(menu.firstChild,
      h("div", { class: "card" }, link("csv", "Table as CSV"), link("svg", "Drawing as SVG"), link("png", "Drawing as PNG"))));
    return menu;
  }

  root.addEventListener("shown", () => {
    drawing = graph(parts.box, { pair, actor, expand });
    fill(network);
    globalThis.hedgerow.drawing = drawing;
    if (given.pair) pair(given.pair);
    else if (given.actor) actor(given.actor);
    else if (given.path?.includes(",")) ways(...given.path.split(",", 2));
  });
  return () => drawing?.leave();
}

function absence({ documents, day }) {
  return nothing(`Nothing to draw: no event or tie with these filters was found in ${counted(documents, "document")}, as of ${day}.`,
    h("p", {}, h("a", { href: to("network", {}) }, "Show the best attested pairs")));
}

function leftOut(network, refresh) {
  const more = network.pairs - network.lines.length;
  return [
    h("p", {}, h("strong", {}, "Left out: "), network.left_out.length ? `${network.left_out.join("; ")}.` : "nothing that these filters leave.",
      more > 0 && [" ", h("button", { type: "button", class: "link", onclick: () => refresh({ limit: network.lines.length + STEP }) }, `Show ${Math.min(more, STEP)} more`)],
      " ", h("a", { href: to("large", {}) }, "Draw everything")),
    h("p", {}, "A line is drawn as the firmest of what it bundles: solid only if something is concluded or held. “?”: something is contested or denied besides. No line means none found in these documents, not that there is no tie."),
  ];
}
