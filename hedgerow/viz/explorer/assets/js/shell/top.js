/** The top line: what is explored, the search for an actor, and the days looked back to. */

import { h } from "../lib/dom.js";
import { go } from "../lib/route.js";
import { actorField } from "../lib/fields.js";
import { lookback } from "./lookback.js";

/** Builds the line once and gives the function that shows the arguments of an address in it. */
export function top(root, status) {
  const back = lookback(status);
  root.replaceChildren(
    h("h1", { class: "place" }, "hedgerow ", h("bdi", {}, status.place)),
    h("p", { class: "muted small held" }, told(status)),
    h("div", { class: "tools" }, actorField("Find an actor", "", (code) => go("network", { focus: code })), back.element),
  );
  return back.show;
}

function told({ documents, oldest, newest }) {
  const count = `${documents.toLocaleString("en")} ${documents === 1 ? "document" : "documents"}`;
  return newest ? `${count}, published ${oldest} to ${newest}` : count;
}
