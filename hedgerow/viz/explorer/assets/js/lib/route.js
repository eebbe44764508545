/**
 * Where the page is: `#/pair?a=VNM&b=USA&at=2024`. The hash holds the whole state of a view, so
 * that its address can be sent to someone who explores the same store.
 */

/** The view and its arguments in the address. */
export function here() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const given = {};
  for (const [name, value] of new URLSearchParams(query ?? "")) given[name] = value;
  return { view: path || "network", given };
}

/** The address of a view. The days looked back to go along unless others are given. */
export function to(view, given = {}) {
  const { at, known } = here().given;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ at, known, ...given })) {
    if (value !== undefined && value !== null && value !== "") params.set(name, value);
  }
  const query = params.toString();
  return query ? `#/${view}?${query}` : `#/${view}`;
}

/** Go to a view. */
export function go(view, given = {}) {
  location.hash = to(view, given);
}

/** Change arguments of this view, others stay; without `noted` the back button skips it. */
export function change(given, noted = true) {
  const now = here();
  const address = to(now.view, { ...now.given, ...given });
  if (noted) location.hash = address;
  else history.replaceState(null, "", address);
}

/** Go to this view with other arguments; the back button leads to where it was before. */
export function replace(given) {
  change(given, false);
  dispatchEvent(new Event("hashchange"));
}
