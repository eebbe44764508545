/** Words about events and ties. */

import { h } from "./dom.js";

/** How firm something is: the word says it, the outline repeats it. */
export const badge = (look, text) => h("span", { class: `badge ${look}` }, text);

/** A slug as words. */
export const words = (slug) => String(slug ?? "").replaceAll("_", " ");

/** So many of something, with a plural in s. */
export const counted = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

export const documents = (number) => counted(number, "document");

/** A text cut where it is longer than anyone reads in passing. */
export const cut = (text, longest) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text);
