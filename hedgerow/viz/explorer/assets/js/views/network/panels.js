/** What the drawer shows of the network: a pair's matters, an actor's pairs, ways between two. */

import { get } from "../../lib/api.js";
import { h, sample } from "../../lib/dom.js";
import { nothing } from "../../lib/notices.js";
import { here, to } from "../../lib/route.js";
import { documents } from "../../lib/words.js";
import { told } from "./graph.js";

const PAGE = 100;

/** Every event and tie that a line bundles, each opening its sentences. */
export async function pairPanel(line, standings, asked, { edge, actor }) {
  const list = h("ul", { class: "matters" });
  const more = h("button", { type: "button", class: "button", onclick: () => load() }, "Show more");
  async function load() {
    const found = await get("/api/network/matters", { ...asked, a: line.a, b: line.b, offset: list.children.length, limit: PAGE });
    list.append(...found.matters.map((matter) => entry(matter, edge)));
    more.hidden = list.children.length >= found.total;
  }
  await load();
  return h("div", {},
    h("p", { class: "row" }, [line.a, line.b].map((code) => h("button", { type: "button", class: "button", onclick: () => actor(code) }, nameOf(line, code))),
      h("a", { href: to("pair", { a: line.a, b: line.b }) }, "All about this pair")),
    h("p", { class: "muted small" }, `${told(line, standings)}, as the filters leave them`),
    list, more);
}

const nameOf = (line, code) => line.name.split(" – ")[code === line.a ? 0 : 1];

function entry(matter, edge) {
  const status = matter.status ? `, ${matter.status}` : "";
  return h("li", {}, h("button", { type: "button", class: `matter card ${matter.group}`, onclick: () => edge(matter.id) },
    h("span", { class: "title" }, sample(matter.group, matter.standing), h("bdi", {}, matter.title)),
    matter.parties && h("span", { class: "small" }, h("bdi", {}, matter.parties)),
    h("span", { class: "small muted" }, h("span", { class: `badge ${matter.standing}` }, matter.badge), ` ${matter.when}${status}, ${documents(matter.documents)}`)));
}

/** An actor's pairs in the drawing, and where to go from it. */
export function actorPanel(node, network, { pair, focus, expand, way }) {
  const own = network.lines.filter((line) => line.a === node.code || line.b === node.code);
  const button = (text, act, disabled = false) => h("button", { type: "button", class: "button", disabled, onclick: act }, text);
  return h("div", {},
    h("p", { class: "row" }, button("Put in the middle", focus), button("Show its neighbours", expand, !node.more), button("Find a way from here", way)),
    h("p", { class: "muted small" }, node.more ? `${node.more} more of its pairs are not drawn.` : "All its pairs are drawn."),
    h("ul", { class: "matters" }, own.map((line) => h("li", {}, h("button", { type: "button", class: `matter card ${line.group}`, onclick: () => pair(line.id) },
      h("span", { class: "title" }, sample(line.group, line.standing), h("bdi", {}, line.name)),
      h("span", { class: "small muted" }, told(line, network.standings)))))));
}

/** The shortest ways between two actors; each step opens what it rests on. */
export async function waysPanel(a, b, asked, { pair, draw }) {
  const { through } = here().given;
  const found = await get("/api/path", { ...asked, standing: null, a, b, through });
  if (found.steps === null) {
    return nothing("No way over what is concluded or held was found in this archive, with these filters.",
      through !== "all" && h("p", {}, h("a", { href: to("network", { ...here().given, through: "all" }) }, "Look for ways over bodies too")));
  }
  const number = found.counted ? `${found.equal}` : `more than ${found.equal}`;
  const which = found.equal > found.paths.length ? `; the ${found.paths.length} best attested:` : found.equal > 1 ? ", the best attested first:" : ":";
  return h("div", {},
    h("p", {}, `${number} ${found.equal === 1 ? "way" : "ways"} of ${found.steps} ${found.steps === 1 ? "step" : "steps"} over what was concluded or held on ${found.day}${which}`),
    h("ol", { class: "ways" }, found.paths.map((path) => h("li", { class: "card" },
      h("p", {}, path.legs.map((leg, place) => [
        place === 0 && h("bdi", {}, path.names[0]),
        h("button", { type: "button", class: "leg", "aria-label": `${leg.name}, ${leg.counts[0]} concluded`, onclick: () => pair(leg) }, sample(leg.group, leg.standing), String(leg.counts[0])),
        h("bdi", {}, path.names[place + 1]),
      ])),
      h("button", { type: "button", class: "button quiet small", onclick: () => draw(path.codes) }, "Draw it")))));
}
