/** Building elements. Text goes in as text, never as markup; addresses only if http or https. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element: `h("p", {class: "note", onclick: f}, "text", child)`.
 * @param {string} tag @param {Record<string, any>} [props] @param {...any} children
 */
export function h(tag, props = {}, ...children) {
  return filled(document.createElement(tag), props, children);
}

/** The same for an element of a drawing: `svg("line", {x1: 2, y1: 4})`. */
export function svg(tag, props = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), props, children);
}

function filled(made, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(made.dataset, value);
    else if (name === "value" || name === "checked") made[name] = value;
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false));
  return made;
}

/** A stretch of line as the drawing has it: coloured by the group, dashed by the standing. */
export function sample(group = "", standing = "") {
  return svg("svg", { class: `sample ${group} ${standing}`, viewBox: "0 0 30 8", "aria-hidden": "true" },
    svg("line", { x1: 2, y1: 4, x2: 28, y2: 4 }));
}

/** A link out, or plain text where the address is not of the web. */
export function out(address, text) {
  const web = /^https?:\/\//i.test(address ?? "");
  const shown = h("bdi", {}, text || address);
  return web ? h("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, shown) : shown;
}

/** A drawing that our server made, as an element; scripts and handlers in it are dropped. */
export function drawing(text) {
  const found = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  for (const each of [...found.querySelectorAll("script, foreignObject")]) each.remove();
  for (const each of [found, ...found.querySelectorAll("*")]) {
    for (const { name } of [...each.attributes]) if (name.startsWith("on")) each.removeAttribute(name);
  }
  return document.importNode(found, true);
}
