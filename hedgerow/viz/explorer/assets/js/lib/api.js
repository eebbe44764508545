/** Asking the API. Errors are `Failed` with the sentence that the server gave. */

export class Failed extends Error {
  constructor(message, { status = null, cause } = {}) {
    super(message, { cause });
    this.status = status;
  }
}

const token = kept(document.querySelector('meta[name="hedgerow-token"]'));

/**
 * The token, which only the page has that was opened by it: kept where this origin alone can read
 * it, port included, and taken out of the address.
 */
function kept(given) {
  const name = "hedgerow-token";
  if (!given) return localStorage.getItem(name) ?? "";
  localStorage.setItem(name, given.content);
  history.replaceState(history.state, "", `/${location.hash}`);
  return given.content;
}

/** The address of a path below the API with those parameters that have a value. */
export function address(path, given = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== "") params.append(name, each);
    }
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** @param {string} path @param {Record<string, any>} [given] @param {AbortSignal} [signal] */
export async function get(path, given = {}, signal = undefined) {
  return read(await fetch(address(path, given), { signal }).catch(lost));
}

export async function post(path, body) {
  const headers = { "content-type": "application/json", "X-Hedgerow-Token": token };
  return read(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).catch(lost));
}

async function read(answer) {
  const type = answer.headers.get("content-type") ?? "";
  const body = type.includes("json") ? await answer.json() : await answer.text();
  if (!answer.ok) throw new Failed(told(body), { status: answer.status });
  return body;
}

function told(body) {
  if (typeof body === "string") return body;
  return typeof body.error === "string" ? body.error : "The explorer could not answer; see the terminal.";
}

/** Throws what is told where nothing answers, be it a request or a module that is loaded. */
export function lost(error) {
  if (error.name === "AbortError") throw error;
  throw new Failed("The explorer does not answer; is it still running in the terminal?", { cause: error });
}
