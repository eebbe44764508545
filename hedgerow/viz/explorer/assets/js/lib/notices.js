/** What is shown in place of content: while it loads, where there is none, where it failed. */

import { h } from "./dom.js";

export const waiting = (text = "Working it out …") => h("p", { class: "notice waiting", role: "status" }, text);

export const nothing = (text, ...more) => h("div", { class: "empty" }, h("p", {}, text), ...more);

export const failure = (error) => h("div", { class: "notice bad", role: "alert" }, h("p", {}, error.message || String(error)));
