"use strict";
/* The time slider: how much happened when, a window with two handles, and playback. */
{
  const { data, byId, shows, steps, isAsked, isWhole } = hedgerow;
  const PACE = 650; // milliseconds a step
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const [from, to, play] = ["from", "to", "play"].map(byId);
  const last = steps - 1;
  let timer = null;
  let width = null; // of the window that plays; null where it grows from the first step

  /** Events a step, concluded and others; one known to a longer time counts in parts. */
  function counted() {
    const firm = Array(steps).fill(0);
    const other = Array(steps).fill(0);
    const seen = new Set();
    for (const edge of data.edges) {
      for (const item of edge.items) {
        if (item.tie || item.first === null || seen.has(item.matter) || !isAsked(item, shows)) continue;
        seen.add(item.matter);
        const counts = item.standing === 0 ? firm : other;
        for (let step = item.first; step <= item.last; step += 1) counts[step] += 1 / (item.last - item.first + 1);
      }
    }
    return { firm, other };
  }

  function bar(step, height, base, name) {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const inside = shows.from <= step && step <= shows.to;
    const sizes = { x: step + 0.1, y: 1 - base - height, width: 0.8, height, class: inside ? `${name} in` : name };
    for (const [key, value] of Object.entries(sizes)) rect.setAttribute(key, value);
    return rect;
  }

  /** Show the window that `shows` holds. */
  function paint() {
    if (!data.time) return;
    const { firm, other } = counted();
    const most = Math.max(...firm.map((count, step) => count + other[step]), 1);
    byId("bars").replaceChildren(...firm.flatMap((count, step) => [
      bar(step, count / most, 0, "firm"), bar(step, other[step] / most, count / most, "other"),
    ]));
    for (const [input, step, end] of [[from, shows.from, 0], [to, shows.to, last]]) {
      input.value = step;
      input.setAttribute("aria-valuetext", data.time.labels[step]);
      input.style.zIndex = step === end ? 1 : 2;
    }
    const [first, final] = [data.time.labels[shows.from], data.time.labels[shows.to]];
    byId("window").textContent = first === final ? first : `${first} – ${final}`;
    byId("all-time").disabled = isWhole(shows);
  }

  function move(first, final) {
    Object.assign(shows, { from: first, to: final });
    hedgerow.refresh();
  }

  /** A window that does not begin at the first step slides; else it grows. */
  function begin() {
    if (shows.from > 0) width = shows.to - shows.from;
    if (shows.to === last) move(0, width || 0);
    else step();
  }

  function step() {
    move(width === null ? 0 : shows.from + 1, shows.to + 1);
  }

  function tick() {
    step();
    if (shows.to === last) stop();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    byId("shown").setAttribute("aria-live", "polite");
    name();
  }

  /** Where motion is unwanted the button goes one step at a time. */
  function name() {
    play.textContent = still.matches ? "Step" : timer ? "Pause" : "Play";
  }

  function press() {
    if (timer) return stop();
    begin();
    if (!still.matches) {
      timer = setInterval(tick, PACE);
      byId("shown").setAttribute("aria-live", "off");
    }
    return name();
  }

  if (data.time) {
    const handle = (change) => () => { stop(); width = null; change(); };
    from.addEventListener("input", handle(() => move(Math.min(Number(from.value), shows.to), shows.to)));
    to.addEventListener("input", handle(() => move(shows.from, Math.max(Number(to.value), shows.from))));
    byId("all-time").addEventListener("click", handle(() => move(0, last)));
    play.addEventListener("click", press);
    still.addEventListener("change", stop);
    name();
  }
  hedgerow.time = { paint };
}
