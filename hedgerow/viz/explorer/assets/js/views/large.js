/** Everything at once, drawn by the graphics processor where the browser has WebGL. */

import { address, get } from "../lib/api.js";
import { h } from "../lib/dom.js";
import { actorField } from "../lib/fields.js";
import { nothing } from "../lib/notices.js";
import { change, here, to } from "../lib/route.js";
import { documents } from "../lib/words.js";
import { filters } from "./network/bar.js";
import { cloud, ready } from "./large/cloud.js";

const ASKED = ["group", "type", "standing", "from", "to", "at", "known"];
const MOST = 200;
const asked = () => Object.fromEntries(ASKED.map((name) => [name, here().given[name]]));
const number = (value) => value.toLocaleString("en");

const hasWebGL = () => Boolean(document.createElement("canvas").getContext("webgl2"));

export async function show(root, given, app) {
  const head = h("h2", { class: "visually-hidden" }, "Everything at once");
  if (!hasWebGL()) {
    root.append(head, nothing("This browser draws without WebGL 2, which this many lines need.",
      h("p", {}, h("a", { href: to("network", {}) }, "Draw the best attested pairs instead"), ", or ",
        h("a", { href: address("/export/large.csv", asked()) }, "take all pairs as CSV"), ".")));
    return undefined;
  }
  const [all] = await Promise.all([get("/api/large", asked(), app.signal), ready()]);
  const box = h("div", { class: "cloud", role: "img", "aria-label": "A drawing of all pairs; the actors stand in the table" });
  let drawing = null;

  function actor(place) {
    drawing?.mark(place);
    change({ actor: all.codes[place] }, false);
    app.side(all.names[place], () => panel(all, place), () => { drawing?.mark(null); change({ actor: null }, false); });
  }

  const open = (code) => {
    const place = all.codes.indexOf(code);
    if (place < 0) return;
    drawing?.go(place);
    actor(place);
  };
  root.append(head,
    h("section", { class: "drawn" },
      h("div", { class: "row people" }, actorField("Find in the drawing", "", open), h("a", { href: to("network", asked()) }, "Best attested pairs"), h("a", { href: address("/export/large.csv", asked()) }, "All pairs as CSV")),
      h("div", { class: "stage" }, all.a.length ? box : nothing(`Nothing to draw: none found with these filters in ${documents(all.documents)}.`)),
      h("p", { class: "told tiny muted" }, `${number(all.codes.length)} actors, ${number(all.a.length)} pairs, as of ${all.day}. Coloured: something is concluded or held. Grey: only talked about, possibly held, contested, ended or called off. Those with the same partners stand together. No line means none found in these documents.`)),
    h("section", { class: "beside" }, filters(app.status, all.firmness, given, (more) => change(more)), busiest(all, open)));
  root.addEventListener("shown", () => {
    if (all.a.length) drawing = cloud(box, all, app.status.groups, actor);
    globalThis.hedgerow = { ...globalThis.hedgerow, cloud: drawing };
    if (given.actor) open(given.actor);
  });
  return () => drawing?.leave();
}

function busiest(all, open) {
  const order = [...all.codes.keys()].sort((one, other) => all.degrees[other] - all.degrees[one] || one - other).slice(0, MOST);
  const rest = all.codes.length > MOST ? `, the first ${MOST} of ${number(all.codes.length)}` : "";
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Actors" }, h("table", { class: "table pairs" },
    h("caption", {}, `Actors by how many others they have something with${rest}`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Actor"), h("th", { scope: "col", class: "number" }, "Pairs"))),
    h("tbody", {}, order.map((place) => h("tr", {},
      h("th", { scope: "row" }, h("button", { type: "button", class: "link", onclick: () => open(all.codes[place]) }, h("bdi", {}, all.names[place]))),
      h("td", { class: "number" }, number(all.degrees[place])))))));
}

/** An actor's pairs, the best attested first, each a link to all about it. */
function panel(all, place) {
  const own = [];
  for (let line = all.a.length - 1; line >= 0 && own.length < MOST; line -= 1) {
    if (all.a[line] === place || all.b[line] === place) own.push(line);
  }
  const other = (line) => (all.a[line] === place ? all.b[line] : all.a[line]);
  const code = all.codes[place];
  const rest = all.degrees[place] - own.length;
  return h("div", {},
    h("p", {}, h("a", { href: to("network", { focus: code }) }, "Put in the middle of the network")),
    h("ul", { class: "matters" }, own.map((line) => h("li", {},
      h("a", { href: to("pair", { a: code, b: all.codes[other(line)] }) }, h("bdi", {}, all.names[other(line)])),
      h("span", { class: "small muted" }, ` ${number(all.sizes[line])} ${all.firmness[all.standings[line]].label.toLowerCase()}`)))),
    rest > 0 && h("p", { class: "muted small" }, `${number(rest)} more.`));
}
