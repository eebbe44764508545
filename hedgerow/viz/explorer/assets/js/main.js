/** The shell: finds the view that the address names, shows it, and what went wrong if it cannot. */

import { get } from "./lib/api.js";
import { h } from "./lib/dom.js";
import { here, to } from "./lib/route.js";
import { failure, nothing, waiting } from "./lib/notices.js";
import { top } from "./shell/top.js";
import { drawer } from "./shell/drawer.js";
import { VIEWS } from "./views/index.js";

const root = document.getElementById("view");
const side = drawer(document.getElementById("evidence"));
const app = { status: null, edge: side.edge, side: side.open, signal: null };
let asked = null;
let leave = null;
let line = null;
let told = "";

async function show() {
  asked?.abort();
  leave?.();
  leave = null;
  asked = new AbortController();
  const { signal } = asked;
  const { view, given } = here();
  const found = VIEWS.find((each) => each.name === view);
  side.turn(given);
  mark(found, given);
  tell(given, signal);
  if (!found) {
    root.replaceChildren(nothing(`There is no view called ${view}.`, h("a", { href: to(VIEWS[0].name) }, VIEWS[0].title)));
    root.setAttribute("aria-busy", "false");
    return;
  }
  root.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => root.replaceChildren(waiting()), 300);
  const made = h("div", { class: `view view-${found.name}` });
  try {
    const module = await found.load();
    const left = await module.show(made, given, { ...app, signal });
    if (signal.aborted) return left?.();
    leave = left ?? null;
    const focused = placeOf(document.activeElement);
    root.replaceChildren(made);
    at(focused)?.focus({ preventScroll: true });
    made.dispatchEvent(new CustomEvent("shown"));
    side.follow(given);
  } catch (error) {
    if (error.name === "AbortError" || signal.aborted) return;
    console.warn(error);
    root.replaceChildren(failure(error));
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) root.setAttribute("aria-busy", "false");
  }
}

/** Where the focused element stands in the view, so that a view drawn anew does not lose it. */
function placeOf(element) {
  if (!root.contains(element) || element === root) return null;
  const steps = [];
  for (let each = element; each !== root; each = each.parentElement) steps.unshift([...each.parentElement.children].indexOf(each));
  return { steps, tag: element.tagName };
}

function at(place) {
  const found = place?.steps.reduce((parent, step) => parent?.children[step], root);
  return found?.tagName === place?.tag ? found : null;
}

function mark(found, given) {
  document.title = found ? `${found.title} · hedgerow` : "hedgerow";
  const { edge, ...kept } = given;
  for (const link of document.querySelectorAll("#views a")) {
    const own = link.dataset.view === found?.name;
    link.href = to(link.dataset.view, own ? kept : {});
    if (own) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    if (own) within(link);
  }
  line.show(given);
}

/** Scrolls the tabs so that one shows, and nothing else. */
function within(link) {
  const [tab, tabs] = [link, link.parentElement].map((each) => each.getBoundingClientRect());
  if (tab.left < tabs.left || tab.right > tabs.right) link.parentElement.scrollLeft += tab.left - tabs.left - (tabs.width - tab.width) / 2;
}

/** What is in sight on the day looked back to; where that cannot be told the view says why. */
async function tell({ known = "" }, signal) {
  if (known === told) return;
  told = null;
  line.tell(null);
  const found = known ? await get("/api/status", { known }, signal).catch(() => null) : app.status;
  if (!found || signal.aborted) return;
  told = known;
  line.tell(found);
}

async function start() {
  try {
    app.status = await get("/api/status");
  } catch (error) {
    root.replaceChildren(failure(error));
    return;
  }
  line = top(document.getElementById("top"), app.status);
  document.getElementById("views").replaceChildren(...VIEWS.map((each) => h("a", { dataset: { view: each.name } }, each.title)));
  addEventListener("hashchange", show);
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    root.focus();
  });
  await show();
}

start();
