"use strict";
/* The panel beside the drawing: the sentences behind a line, or the lines of an actor. */
{
  const { data, lines, actors, chosen, shows, byId, all, passes } = hedgerow;

  function show(panel) {
    all(".panel.open").forEach((other) => other.classList.remove("open"));
    panel.classList.add("open");
    panel.tabIndex = -1;
    byId("evidence").scrollTop = 0;
  }

  function entry(edge) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const about = document.createElement("span");
    link.href = `#pair-${edge.id}`;
    link.textContent = edge.name;
    about.textContent = edge.tally;
    item.append(link, about);
    return item;
  }

  /** Whether an event of a date known to a longer time may yet lie outside of the chosen one. */
  function mayLieOutside(item) {
    return !item.tie && item.first !== null && (item.first < shows.from || item.last > shows.to);
  }

  function paintPair(line) {
    const panel = byId(`pair-${line.id}`);
    const hidden = line.items.map((item) => !passes(item, shows));
    all(".item", panel).forEach((item, index) => {
      item.hidden = hidden[index];
      item.classList.toggle("possibly", mayLieOutside(line.items[index]));
    });
    const count = hidden.filter(Boolean).length;
    panel.querySelector(".filtered").textContent = count ? `${count} of them hidden by the filters.` : "";
  }

  function paintActor(id) {
    const own = data.edges.filter((edge) => (edge.from === id || edge.to === id) && hedgerow.looks.get(edge.id));
    byId("actor").querySelector("h2").textContent = actors.get(id).name;
    byId("actor").querySelector("ul").replaceChildren(...own.map(entry));
  }

  /** Show of the chosen pair or actor what the filters leave. */
  function paint() {
    if (chosen.pair) paintPair(lines.get(chosen.pair));
    if (chosen.actor) paintActor(chosen.actor);
  }

  /** Choose a pair, an actor, or nothing where the page has no such one. */
  function open(kind, id) {
    Object.assign(chosen, { pair: null, actor: null });
    if (kind === "pair" && lines.has(id)) chosen.pair = id;
    if (kind === "actor" && actors.has(id)) chosen.actor = id;
    show(byId(chosen.pair ? `pair-${id}` : chosen.actor ? "actor" : "start"));
  }

  byId("actor").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    hedgerow.address.go("pair", link.hash.slice("#pair-".length));
  });
  hedgerow.evidence = { paint, open };
}
