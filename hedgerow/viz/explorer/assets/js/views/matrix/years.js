/** The year that is shown: a slider, steps, and a play button that walks to the newest. */

import { h } from "../../lib/dom.js";

const PAUSE_MS = 900;

/** @param {{year: number, first: number, last: number}} found @param {(year: number) => Promise<void>} turn */
export function years({ year, first, last }, turn) {
  let now = year;
  let timer = null;
  const told = h("output", {});
  const slider = h("input", { type: "range", min: first, max: last, "aria-label": "Year", oninput: () => { stop(); set(Number(slider.value)); } });
  const play = h("button", { type: "button", class: "button", onclick: () => (timer ? stop() : start()) });
  const back = h("button", { type: "button", class: "button icon", "aria-label": "Year before", onclick: () => { stop(); set(now - 1); } }, "‹");
  const on = h("button", { type: "button", class: "button icon", "aria-label": "Year after", onclick: () => { stop(); set(now + 1); } }, "›");

  async function set(wanted) {
    now = Math.min(last, Math.max(first, wanted));
    paint();
    const meant = now;
    await turn(meant);
  }

  function start() {
    if (now >= last) now = Math.max(first, last - 10);
    const walk = async () => {
      await set(now + 1).catch(stop);
      if (timer) timer = now < last ? setTimeout(walk, PAUSE_MS) : null;
      paint();
    };
    timer = setTimeout(walk, 0);
    paint();
  }

  function stop() {
    clearTimeout(timer);
    timer = null;
    paint();
  }

  function paint() {
    slider.value = now;
    told.textContent = now;
    back.disabled = now <= first;
    on.disabled = now >= last;
    play.textContent = timer ? "Pause" : "Play";
  }

  paint();
  return { element: h("div", { class: "row years", role: "group", "aria-label": "Year" }, back, slider, on, told, play), stop };
}
