/** The views, in the order of the navigation. Each module has `show(root, given, app)`. */

import { lost } from "../lib/api.js";

const view = (name, title) => ({ name, title, load: () => import(`./${name}.js`).catch(lost) });

export const VIEWS = [
  view("network", "Network"),
  view("large", "Everything"),
  view("pair", "Pair"),
  view("levels", "Levels"),
  view("compass", "Compass"),
  view("matrix", "Matrix"),
  view("timeline", "Timeline"),
  view("changes", "Changes"),
  view("ask", "Ask"),
  view("read", "Read"),
  view("review", "Review"),
];
