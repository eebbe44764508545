/** Steps through a list that is shown in parts. */

import { h } from "./dom.js";
import { nothing } from "./notices.js";
import { change } from "./route.js";

/** What is told of an address that begins behind the end of its list. */
export const beyond = (total) => nothing(`The list ends before that: it has ${total.toLocaleString("en")}.`,
  h("button", { type: "button", class: "button", onclick: () => change({ offset: null }) }, "To its beginning"));

/** Buttons to the part before and after, and which part this is; nothing where all is shown. */
export function paging(total, offset, shown, most) {
  if (total <= most) return null;
  const step = (label, to, able) => h("button", { type: "button", class: "button", disabled: !able, onclick: () => change({ offset: to || null }) }, label);
  return h("p", { class: "row paging" },
    step("Previous", Math.max(0, offset - most), offset > 0),
    h("span", { class: "muted" }, `${(offset + 1).toLocaleString("en")} to ${(offset + shown).toLocaleString("en")} of ${total.toLocaleString("en")}`),
    step("Next", offset + most, offset + shown < total));
}
