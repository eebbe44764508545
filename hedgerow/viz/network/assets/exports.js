"use strict";
/* Files of what is on the screen: the drawing as SVG and PNG, rows and sentences as CSV; and print. */
{
  const { byId, all, lines, passes, shows, table } = hedgerow;
  const UNFIT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
  const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
  const MOST = 32767; // characters that a cell of a spreadsheet holds
  const SHARPNESS = 2;
  const MARK = "\ufeff"; // spreadsheets then read UTF-8

  function save(content, type, suffix) {
    const name = document.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "network";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    link.download = `${name}${suffix}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const drawn = () => new XMLSerializer().serializeToString(hedgerow.picture());

  async function png() {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn())}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.width * SHARPNESS, height: image.height * SHARPNESS });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, "image/png", ".png"), "image/png");
  }

  /** A cell that a spreadsheet takes as text, whatever it begins with. */
  function cell(value) {
    const text = String(value).replace(UNFIT, "").trim();
    return `"${(FORMULA.test(text) ? `'${text}` : text).slice(0, MOST).replaceAll('"', '""')}"`;
  }

  function csv(rows) {
    return MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  }

  function rows() {
    const heads = all("#table thead th").map((head) => head.textContent.trim());
    return [heads, ...table.shown().map((row) => [...row.cells].map((one) => one.textContent.trim()))];
  }

  function sentencesOf(pair) {
    const items = all(".item", byId(`pair-${pair}`));
    const left = items.filter((item, index) => passes(lines.get(pair).items[index], shows));
    return left.flatMap((item) => {
      const said = (selector, root = item) => (root.querySelector(selector) || {}).textContent || "";
      const about = [lines.get(pair).name, said("h3"), said(".badge"), said(".when"), said(".status"), said(".parties")];
      return all("figure", item).map((figure) => [
        ...about, said("blockquote", figure), said(".title", figure), said(".outlet", figure), said(".published", figure),
        said(".held", figure), said(".handling", figure),
        (figure.querySelector("figcaption a") || {}).href || "",
      ]);
    });
  }

  function sentences() {
    const heads = ["Pair", "Matter", "Standing", "When", "Status", "Parties", "Sentence", "Title", "Outlet", "Published", "Rated", "Handling", "Address"];
    return [heads, ...table.shown().flatMap((row) => sentencesOf(row.dataset.pair))];
  }

  const forms = {
    svg: () => save(drawn(), "image/svg+xml", ".svg"),
    png,
    csv: () => save(csv(rows()), "text/csv", ".csv"),
    sentences: () => save(csv(sentences()), "text/csv", "-sentences.csv"),
  };
  for (const button of all("#export button")) {
    button.addEventListener("click", async () => {
      byId("export").open = false;
      byId("export").querySelector("summary").focus();
      table.paint();
      await forms[button.value]();
    });
  }
  addEventListener("beforeprint", () => {
    table.paint();
    const state = document.createElement("p");
    state.textContent = hedgerow.filtered();
    byId("printed").replaceChildren(state, hedgerow.picture({ bare: true }));
  });
}
