/** Reading: the documents that are held, and one of them with all that was read from it. */

import { get } from "../lib/api.js";
import { shelf } from "./read/shelf.js";
import { page } from "./read/page.js";

/** @param {HTMLElement} root @param {Record<string, string>} given */
export async function show(root, given, app) {
  const { document, claim, known } = given;
  if (!document && !claim) return shelf(root, given, app);
  const id = document || (await get(`/api/claims/${claim}`, { known }, app.signal)).document;
  return page(root, await get(`/api/documents/${id}`, { known, claim }, app.signal), given, app);
}
