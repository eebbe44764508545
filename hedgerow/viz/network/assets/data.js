"use strict";
/* What the page is about, what is chosen, and what the filters leave of each line. */
const hedgerow = {
  byId: (id) => document.getElementById(id),
  all: (selector, root = document) => [...root.querySelectorAll(selector)],
};
{
  const data = JSON.parse(hedgerow.byId("data").textContent);
  const unpacked = ([matter, kind, standing, first, last, tie, dated, date, documents]) => (
    { matter, kind, group: data.kinds[kind][1], standing, first, last, tie: tie === 1, dated: dated === 1, date, documents }
  );
  for (const edge of data.edges) edge.items = edge.items.map(unpacked);
  const steps = data.time ? data.time.codes.length : 1;
  const everything = () => ({
    kinds: new Set(data.kinds.keys()),
    standings: new Set(data.standings.keys()),
    from: 0, to: steps - 1, undated: true,
  });

  /** Whether kind and standing of an event or tie are asked for. */
  function isAsked(item, shows) {
    return shows.kinds.has(item.kind) && shows.standings.has(item.standing);
  }

  const isWhole = (shows) => shows.from === 0 && shows.to === steps - 1;

  /**
   * Whether the filters leave an event or tie; one that may lie in the chosen time stays. What nothing dates
   * belongs to no time but the whole.
   */
  function passes(item, shows) {
    const inTime = item.first === null ? isWhole(shows) : item.first <= shows.to && item.last >= shows.from;
    return inTime && (item.dated || shows.undated) && isAsked(item, shows);
  }

  function documentsOf(items) {
    return new Set(items.flatMap((item) => item.documents));
  }

  /** How a line looks: the firmest standing that the filters leave decides; null if nothing is left. */
  function lookOf(edge, shows) {
    const left = edge.items.filter((item) => passes(item, shows));
    if (!left.length) return null;
    const standing = Math.min(...left.map((item) => item.standing));
    const firmest = left.filter((item) => item.standing === standing);
    const weight = (group) => documentsOf(firmest.filter((item) => item.group === group)).size;
    const [group] = [...new Set(firmest.map((item) => item.group))].sort((a, b) => weight(b) - weight(a) || a - b);
    return {
      left,
      group: data.groups[group].name,
      standing: data.standings[standing],
      documents: documentsOf(firmest).size,
      doubted: left.some((item) => data.standings[item.standing].disputed),
    };
  }

  /** Whether an actor is called so, by name, code or alias, whatever the case. */
  function answers(node, sought) {
    return [node.name, node.label, ...node.aliases].some((name) => name.toLowerCase() === sought);
  }

  Object.assign(hedgerow, {
    data, steps, answers, everything, isWhole, isAsked, passes, documentsOf, lookOf,
    lines: new Map(data.edges.map((edge) => [edge.id, edge])),
    actors: new Map(data.nodes.map((node) => [node.id, node])),
    chosen: { pair: null, actor: null },
    shows: everything(),
    looks: new Map(),
  });
}
