/** A window of time over bars that say how much happened when: two handles, keyboard and all. */

import { h, svg } from "./dom.js";

/**
 * @param {{codes: string[], labels: string[], firm: number[], other: number[]}} times
 * @param {string|undefined} since @param {string|undefined} until  EDTF dates
 * @param {(since: string|null, until: string|null) => void} changed  null where nothing is cut off
 */
export function span(times, since, until, changed) {
  const last = times.codes.length - 1;
  const steps = { since: stepOf(times, since, 0), until: stepOf(times, until, last) };
  const bars = svg("svg", { viewBox: `0 0 ${last + 1} 1`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const told = h("output", { class: "small" });
  const whole = h("button", { type: "button", class: "button quiet", onclick: () => set(0, last) }, "All time");
  const handles = {
    since: handle("From", () => [Math.min(Number(handles.since.value), steps.until), steps.until]),
    until: handle("To", () => [steps.since, Math.max(Number(handles.until.value), steps.since)]),
  };

  function handle(label, moved) {
    return h("input", {
      type: "range", min: 0, max: last, "aria-label": label,
      oninput: () => { [steps.since, steps.until] = moved(); paint(); },
      onchange: () => tell(),
    });
  }

  function set(first, final) {
    Object.assign(steps, { since: first, until: final });
    paint();
    tell();
  }

  function tell() {
    changed(steps.since === 0 ? null : times.codes[steps.since], steps.until === last ? null : times.codes[steps.until]);
  }

  function paint() {
    const most = Math.max(1, ...times.firm.map((count, step) => count + times.other[step]));
    const inside = (step) => (steps.since <= step && step <= steps.until ? " in" : "");
    const bar = (step, height, base, name) => height > 0 && svg("rect", { x: step + 0.1, y: 1 - base - height, width: 0.8, height, class: name + inside(step) });
    bars.replaceChildren(...times.firm.flatMap((count, step) => [
      bar(step, count / most, 0, "firm"), bar(step, times.other[step] / most, count / most, "other"),
    ]).filter(Boolean));
    for (const [name, input] of Object.entries(handles)) {
      input.value = steps[name];
      input.setAttribute("aria-valuetext", times.labels[steps[name]]);
    }
    handles.since.style.zIndex = steps.since === last ? 3 : 2;
    const [first, final] = [times.labels[steps.since], times.labels[steps.until]];
    told.textContent = first === final ? first : `${first} – ${final}`;
    whole.disabled = steps.since === 0 && steps.until === last;
  }

  paint();
  return h("div", { class: "span", role: "group", "aria-label": "Time" },
    h("div", { class: "track" }, bars, handles.since, handles.until), told, whole);
}

/** The step that a date falls on; one outside falls on the end that is nearest to it. */
function stepOf({ codes }, date, otherwise) {
  if (!date) return otherwise;
  const cut = date.slice(0, codes[0].length);
  const found = codes.findIndex((code) => code >= cut);
  return found < 0 ? codes.length - 1 : found;
}
