/** Libraries that are no modules: loaded when first needed, once. */

const loading = new Map();

/** @param {string} address @returns {Promise<void>} */
export function script(address) {
  if (!loading.has(address)) {
    loading.set(address, new Promise((resolve, reject) => {
      const made = document.createElement("script");
      made.src = address;
      made.onload = () => resolve();
      made.onerror = () => reject(new Error(`${address} could not be loaded; is the explorer still running?`));
      document.head.append(made);
    }));
  }
  return loading.get(address);
}
