/** The library of questions: as a list, and each as a form with its answer. */

import { get } from "../lib/api.js";
import { h } from "../lib/dom.js";
import { failure, waiting } from "../lib/notices.js";
import { leading } from "../lib/marks.js";
import { change, to } from "../lib/route.js";
import { answer } from "./ask/answer.js";
import { asking } from "./ask/form.js";

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  leading(root, app.edge);
  const questions = await get("/api/questions", {}, app.signal);
  const question = questions.find((one) => one.name === given.q);
  if (!question) {
    root.append(library(questions, given.q));
    return;
  }
  const { q, edge, ...rest } = given;
  const own = new Set(question.parameters.map((one) => one.name));
  const asked = Object.fromEntries(Object.entries(rest).filter(([name]) => own.has(name)));
  const form = asking(question, asked, (values) => change({ ...Object.fromEntries([...own].map((name) => [name, null])), ...values, edge: null }));
  root.append(
    h("p", { class: "small" }, h("a", { href: to("ask") }, "← All questions")),
    h("header", { class: "headline" }, h("h2", {}, question.title), h("p", {}, question.description)), form.element);
  const missing = question.parameters.filter((one) => one.required && !asked[one.name]);
  if (missing.length) {
    root.append(h("p", { class: "empty" }, question.example && ["For example ", h("code", {}, `${question.name} ${question.example}`), "."]));
    return;
  }
  const place = h("div", { class: "answer" }, waiting());
  root.append(place);
  const request = { ...asked, known: given.known };
  get(`/api/ask/${question.name}`, { ...request, at: given.at }, app.signal).then((found) => {
    const codes = question.parameters.filter((one) => one.kind.startsWith("actor") && asked[one.name]);
    change(Object.fromEntries(codes.map((one) => [one.name, found.parameters[one.name]])), false);
    form.name(found.names);
    place.replaceChildren(...[found.unheeded && h("p", { class: "notice caution" }, found.unheeded)].filter(Boolean), ...answer(found, request));
  }, (error) => error.name !== "AbortError" && place.replaceChildren(failure(error)));
}

function library(questions, unknown) {
  const items = questions.map((one) => {
    const words = `${one.name} ${one.title} ${one.description}`.toLowerCase();
    return { words, element: h("li", { class: "card" }, h("h3", {}, h("a", { href: to("ask", { q: one.name }) }, one.title)), h("p", { class: "small" }, one.description)) };
  });
  const number = h("p", { class: "muted small", role: "status" });
  const field = h("input", { class: "field", type: "search", oninput: narrow });
  function narrow() {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const one of items) one.element.hidden = !wanted.every((word) => one.words.includes(word));
    number.textContent = `${items.filter((one) => !one.element.hidden).length} of ${items.length} questions`;
  }
  narrow();
  return h("div", {}, h("header", { class: "headline" }, h("h2", {}, "Questions"),
    unknown && h("p", { class: "notice caution" }, `There is no question called ${unknown}.`)),
    h("div", { class: "row" }, h("label", { class: "labelled" }, h("span", {}, "Find"), field), number),
    h("ul", { class: "questions" }, items.map((one) => one.element)));
}
