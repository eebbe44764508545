"use strict";
/* The address after # says what is open and how it is filtered, so that a view can be kept and sent. */
{
  const { data, chosen, shows, steps, everything, byId } = hedgerow;
  const NONE = "start";
  const views = document.querySelector(".views");

  const missing = (set, all) => [...all.keys()].filter((number) => !set.has(number));
  const kindName = (number) => data.kinds[number][0];
  const standingName = (number) => data.standings[number].name;

  function target() {
    if (chosen.pair) return `pair-${chosen.pair}`;
    return chosen.actor ? `actor-${chosen.actor}` : NONE;
  }

  /** What differs from the page as it opens. */
  function settings() {
    const { column, down } = hedgerow.table.sorting;
    const found = {
      from: shows.from > 0 ? data.time.codes[shows.from] : "",
      to: shows.to < steps - 1 ? data.time.codes[shows.to] : "",
      undated: shows.undated ? "" : "no",
      without: missing(shows.kinds, data.kinds).map(kindName).join(","),
      not: missing(shows.standings, data.standings).map(standingName).join(","),
      find: byId("find").value.trim(),
      view: views.classList.contains("tabular") ? "table" : "",
      sort: column ? `${column}-${down ? "down" : "up"}` : "",
    };
    return Object.entries(found).filter(([, value]) => value);
  }

  function hash(to) {
    return `#${[to, ...settings().map(([key, value]) => `${key}=${encodeURIComponent(value)}`)].join("&")}`;
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return ""; }
  }

  function readSettings(given) {
    const step = (code, otherwise) => (data.time && data.time.codes.includes(code) ? data.time.codes.indexOf(code) : otherwise);
    const without = new Set((given.get("without") || "").split(","));
    const not = new Set((given.get("not") || "").split(","));
    const all = everything();
    const from = step(given.get("from"), 0);
    Object.assign(shows, {
      kinds: new Set([...all.kinds].filter((number) => !without.has(kindName(number)))),
      standings: new Set([...all.standings].filter((number) => !not.has(standingName(number)))),
      from, to: Math.max(from, step(given.get("to"), steps - 1)),
      undated: given.get("undated") !== "no",
    });
    byId("find").value = given.get("find") || "";
    const [, column, way] = /^([a-z]+)-(up|down)$/.exec(given.get("sort") || "") || [];
    const known = hedgerow.table.columns.includes(column);
    Object.assign(hedgerow.table.sorting, { column: known ? column : null, down: way !== "up" });
    hedgerow.setView(given.get("view") === "table");
  }

  /** Bring the page to what the address says. */
  function follow() {
    const [to, ...rest] = location.hash.slice(1).split("&");
    const given = new Map(rest.map((part) => part.split("=")).map(([key, value = ""]) => [key, decoded(value)]));
    readSettings(given);
    const [, kind, id] = /^(pair|actor)-([\w-]+)$/.exec(to) || [];
    if (to) hedgerow.evidence.open(kind, id);
    else hedgerow.evidence.open("pair", data.open);
    hedgerow.refresh();
  }

  /** Open a pair or an actor, keep the filters, and let the back button lead back. */
  function go(kind, id) {
    const wanted = hash(kind ? `${kind}-${id}` : NONE);
    if (location.hash !== wanted) history.pushState(null, "", wanted);
    follow();
    document.querySelector(".panel.open").focus({ preventScroll: true });
  }

  /** Note in the address what the filters have become, without a step for the back button. */
  function note() {
    const plain = !settings().length && (target() === NONE || target() === `pair-${data.open}`);
    const wanted = plain ? "" : hash(target());
    if (location.hash !== wanted) history.replaceState(null, "", wanted || "#");
  }

  async function copy() {
    note();
    try {
      await navigator.clipboard.writeText(location.href);
      hedgerow.say("Link copied.");
    } catch {
      hedgerow.say("The address bar holds the link.");
    }
  }

  addEventListener("hashchange", follow);
  byId("copy-link").addEventListener("click", copy);
  hedgerow.address = { follow, go, note };
}
