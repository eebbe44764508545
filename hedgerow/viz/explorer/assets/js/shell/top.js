/** The top line: what is explored, the search for an actor, and the days looked back to. */

import { h } from "../lib/dom.js";
import { go } from "../lib/route.js";
import { actorField } from "../lib/fields.js";
import { documents } from "../lib/words.js";
import { lookback } from "./lookback.js";

/** Builds the line once; `show` shows the arguments of an address in it, `tell` what is in sight. */
export function top(root, status) {
  const back = lookback(status);
  const held = h("p", { class: "muted small held", role: "status" });
  const mark = h("strong", { class: "handling" });
  const tell = (found) => {
    mark.textContent = found?.handling ? ` ${found.handling}` : "";
    held.textContent = found ? told(found) : "";
    held.classList.toggle("back", found !== status);
  };
  tell(status);
  root.replaceChildren(
    h("h1", { class: "place" }, "hedgerow ", h("bdi", {}, status.place), mark),
    held,
    h("div", { class: "tools" }, actorField("Find an actor", "", (code) => go("network", { focus: code })), back.element),
  );
  return { show: back.show, tell };
}

function told({ documents: number, oldest, newest, left_out: share }) {
  const published = newest && `published ${oldest} to ${newest}`;
  return [share ?? documents(number), published].filter(Boolean).join(share ? "; " : ", ");
}
