/** Views that begin with a choice of actors: the fields stay whatever comes of it. */

import { failure } from "./notices.js";

/** What `load` gives, or null after showing below the fields why there is nothing. */
export async function orTold(root, load) {
  try {
    return await load();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    root.append(failure(error));
    return null;
  }
}

/** Puts the names of actors in the place of their codes, field by field. */
export function named(root, names) {
  const fields = root.querySelectorAll('.actor input[type="search"]');
  names.forEach((name, place) => { if (fields[place]) fields[place].value = name; });
}
