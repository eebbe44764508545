"use strict";
/* Puts the parts together: one change of what is shown, one new picture of it all. */
{
  const { data, shows, steps, byId, lines, drawing, table, evidence, filters, time, address } = hedgerow;
  const views = document.querySelector(".views");
  const counted = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

  function paint() {
    filters.paint();
    time.paint();
    drawing.paint();
    evidence.paint();
    const tabular = views.classList.contains("tabular");
    if (tabular) table.paint();
    const left = tabular ? table.shown().length : [...hedgerow.looks.values()].filter(Boolean).length;
    byId("shown").textContent = left === lines.size ? counted(left, "pair") : `${left.toLocaleString("en")} of ${counted(lines.size, "pair")}`;
    byId("nothing").hidden = left > 0;
  }

  /** After every change of what is asked for. */
  hedgerow.refresh = () => {
    paint();
    address.note();
  };

  hedgerow.setView = (tabular) => {
    const was = views.classList.contains("tabular");
    views.classList.toggle("tabular", tabular);
    byId("show-table").setAttribute("aria-pressed", String(tabular));
    byId("show-drawing").setAttribute("aria-pressed", String(!tabular));
    if (was && !tabular) drawing.place();
  };

  /** What the filters leave out, in words; empty where they leave everything. */
  hedgerow.filtered = () => {
    const names = (all, set) => all.filter((one, number) => !set.has(number)).map((one) => one.label.toLowerCase());
    const window = !hedgerow.isWhole(shows) ? [byId("window").textContent] : [];
    const kinds = data.kinds.length - shows.kinds.size;
    const without = [
      ...(kinds ? [`${kinds} of ${data.kinds.length} types`] : []),
      ...names(data.standings, shows.standings), ...(shows.undated ? [] : ["what is undated"]),
    ];
    return [...window, ...(without.length ? [`without ${without.join(", ")}`] : [])].join("; ");
  };

  let spoken = null;

  /** Tell something for a while. */
  hedgerow.say = (words) => {
    clearTimeout(spoken);
    byId("said").textContent = words;
    spoken = setTimeout(() => { byId("said").textContent = ""; }, 6000);
  };

  function show(tabular) {
    hedgerow.setView(tabular);
    hedgerow.refresh();
  }

  function find(event) {
    event.preventDefault();
    const sought = byId("find").value.trim().toLowerCase();
    if (!sought) return;
    const found = data.nodes.find((node) => hedgerow.answers(node, sought)) || data.nodes.find((node) => node.name.toLowerCase().includes(sought));
    if (found) address.go("actor", found.id);
    hedgerow.say(found ? "" : "No such actor on this page.");
  }

  drawing.network.on("click", ({ nodes, edges }) => {
    if (nodes.length) address.go("actor", nodes[0]);
    else if (edges.length) address.go("pair", edges[0]);
    else address.go();
  });
  byId("find").addEventListener("input", hedgerow.refresh);
  byId("search").addEventListener("submit", find);
  byId("show-drawing").addEventListener("click", () => show(false));
  byId("show-table").addEventListener("click", () => show(true));
  byId("zoom-in").addEventListener("click", () => drawing.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.3));
  byId("zoom-fit").addEventListener("click", drawing.fit);
  byId("reset").addEventListener("click", () => { Object.assign(shows, hedgerow.everything()); byId("find").value = ""; hedgerow.refresh(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  drawing.place();
  address.follow();
  new ResizeObserver(() => drawing.fitted() || drawing.place()).observe(byId("graph"));
}
