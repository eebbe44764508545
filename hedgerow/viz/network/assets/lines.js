"use strict";
/* How a line is drawn, from what the filters leave of the events and ties it bundles. */
{
  const { data, chosen } = hedgerow;
  const WIDTH = { least: 1.8, step: 1.6, most: data.edges.length > 60 ? 5.5 : 9 };
  const FADED = 0.16;
  const ASIDE = 0.22; // lines between others than the focus
  const NO_LABEL = " "; // the library keeps the earlier label if the new one is empty
  const focus = new Set(data.focus);
  const face = getComputedStyle(document.body).fontFamily;
  const adorned = new Set();

  const isFaded = (edge) => Boolean(chosen.actor) && edge.from !== chosen.actor && edge.to !== chosen.actor;
  const widthOf = (look) => Math.min(WIDTH.least + WIDTH.step * Math.sqrt(look.documents - 1), WIDTH.most);

  function opacityOf(edge, look) {
    if (isFaded(edge)) return FADED;
    if (edge.id === chosen.pair) return 1;
    const aside = focus.size && !focus.has(edge.from) && !focus.has(edge.to) && !chosen.actor;
    return look.standing.opacity * (aside ? ASIDE : 1);
  }

  /** What most lines lack is given only to those that have it or had it: the library pays for every option. */
  function extras(edge, look, colour) {
    const asked = look.doubted && !look.standing.disputed && !isFaded(edge);
    const lit = edge.id === chosen.pair;
    if (!asked && !lit && !adorned.has(edge.id)) return {};
    adorned.add(edge.id);
    return {
      shadow: { enabled: lit, color: colour("halo"), size: 16, x: 0, y: 0 },
      label: asked ? "?" : NO_LABEL,
      font: { face, size: 16, color: colour("ink"), strokeColor: colour("paper"), strokeWidth: 5 },
    };
  }

  function lineOf(edge, look, colour) {
    const { id, from, to, arrows } = edge;
    if (!look) return { id, from, to, hidden: true };
    const paint = colour(look.group);
    return {
      id, from, to, arrows, width: widthOf(look), hidden: false,
      title: `${edge.name}: ${edge.tally}`,
      dashes: look.standing.dashes.length ? look.standing.dashes : false,
      color: { color: paint, highlight: paint, hover: paint, opacity: opacityOf(edge, look) },
      ...extras(edge, look, colour),
    };
  }

  Object.assign(hedgerow, { focus, face, isFaded, widthOf, opacityOf, lineOf });
}
