"use strict";
/* Filters, search, evidence and the two views. Text reaches the page by textContent alone. */
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const data = JSON.parse(byId("data").textContent);
  const lines = new Map(data.edges.map((edge) => [edge.id, edge]));
  const actors = new Map(data.nodes.map((node) => [node.id, node]));
  const rows = all("tbody tr");
  const views = document.querySelector(".views");
  const chosen = { pair: null, actor: null };
  const shows = { group: new Set(), standing: new Set() };
  const drawing = makeDrawing(data, byId("graph"));
  let looks = new Map();

  function paint() {
    looks = drawing.paint(shows, chosen);
    filterRows();
    filterEvidence();
  }

  function readFilters() {
    for (const kind of Object.keys(shows)) {
      const checked = all(`input[name="${kind}"]:checked`);
      shows[kind] = new Set(checked.map((input) => Number(input.value)));
    }
    paint();
    if (chosen.actor) openActor(chosen.actor);
  }

  function filterRows() {
    const sought = byId("find").value.trim().toLowerCase();
    for (const row of rows) {
      const text = row.querySelector("a").textContent.toLowerCase();
      const look = looks.get(row.dataset.pair);
      row.hidden = !look || !text.includes(sought);
      if (look) row.querySelector("svg").setAttribute("class", `sample ${look.group} ${look.standing.name}`);
      row.setAttribute("aria-current", String(row.dataset.pair === chosen.pair));
    }
    const listed = views.classList.contains("tabular") ? rows.filter((row) => !row.hidden) : [...looks.values()].filter(Boolean);
    const left = listed.length;
    byId("shown").textContent = left === lines.size ? `${left} pairs` : `${left} of ${lines.size} pairs`;
  }

  function filterEvidence() {
    const line = lines.get(chosen.pair);
    if (!line) return;
    const panel = byId(`pair-${line.id}`);
    const hidden = line.items.map(([group, standing]) => !shows.group.has(group) || !shows.standing.has(standing));
    all(".item", panel).forEach((item, index) => { item.hidden = hidden[index]; });
    const count = hidden.filter(Boolean).length;
    panel.querySelector(".filtered").textContent = count ? `${count} more hidden by the filters.` : "";
  }

  function show(panel) {
    all(".panel.open").forEach((other) => other.classList.remove("open"));
    panel.classList.add("open");
    panel.tabIndex = -1;
    byId("evidence").scrollTop = 0;
  }

  function openPair(id) {
    Object.assign(chosen, { pair: id, actor: null });
    show(byId(`pair-${id}`));
    paint();
  }

  function openActor(id) {
    Object.assign(chosen, { pair: null, actor: id });
    const panel = byId("actor");
    const own = data.edges.filter((edge) => (edge.from === id || edge.to === id) && looks.get(edge.id));
    panel.querySelector("h2").textContent = actors.get(id).name;
    panel.querySelector("ul").replaceChildren(...own.map(entry));
    show(panel);
    paint();
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

  function close() {
    Object.assign(chosen, { pair: null, actor: null });
    show(byId("start"));
    paint();
  }

  /* The address after # says what is open, so that a view can be linked to and the back button works. */
  function follow() {
    const [, kind, id] = /^#(pair|actor)-([\w-]+)$/.exec(location.hash) || [];
    if (kind === "pair" && lines.has(id)) openPair(id);
    else if (kind === "actor" && actors.has(id)) openActor(id);
    else close();
    document.querySelector(".panel.open").focus({ preventScroll: true });
  }

  function go(kind, id) {
    const target = `#${kind}-${id}`;
    if (location.hash === target) follow();
    else location.hash = target;
  }

  function view(tabular) {
    views.classList.toggle("tabular", tabular);
    byId("show-table").setAttribute("aria-pressed", String(tabular));
    byId("show-drawing").setAttribute("aria-pressed", String(!tabular));
    filterRows();
    if (!tabular) drawing.place();
  }

  function find(event) {
    event.preventDefault();
    const sought = byId("find").value.trim().toLowerCase();
    const named = data.nodes.filter((node) => node.name.toLowerCase().includes(sought) || node.label.toLowerCase() === sought);
    const found = named.find((node) => node.name.toLowerCase() === sought) || named[0];
    if (sought && found) go("actor", found.id);
  }

  drawing.network.on("click", ({ nodes, edges }) => {
    if (nodes.length) go("actor", nodes[0]);
    else if (edges.length) go("pair", edges[0]);
    else location.hash = "start";
  });
  all(".filters input").forEach((input) => input.addEventListener("change", readFilters));
  rows.forEach((row) => row.addEventListener("click", () => go("pair", row.dataset.pair)));
  byId("find").addEventListener("input", filterRows);
  byId("search").addEventListener("submit", find);
  byId("show-drawing").addEventListener("click", () => view(false));
  byId("show-table").addEventListener("click", () => view(true));
  byId("zoom-in").addEventListener("click", () => drawing.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.3));
  byId("zoom-fit").addEventListener("click", drawing.fit);
  addEventListener("hashchange", follow);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  new ResizeObserver(() => drawing.place()).observe(byId("graph"));

  globalThis.hedgerow = { drawing };
  readFilters();
  drawing.place();
  if (location.hash) follow();
  else if (data.open) openPair(data.open);
  else close();
})();
