"use strict";
/* The table: the same pairs as the drawing, under the same filters; sorted from its head. */
{
  const { data, lines, actors, answers, chosen, byId, all, documentsOf } = hedgerow;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const body = document.querySelector("#table tbody");
  const rows = all("tr", body).map((row) => ({ row, edge: lines.get(row.dataset.pair), name: row.querySelector("a").textContent }));
  const heads = all("#table thead th");
  const caption = document.querySelector("#table caption");
  const unsorted = caption.textContent;
  const sorting = { column: null, down: true };

  /** An EDTF date in words: `10 Sep 2023`. */
  function words(date) {
    const [year, month, day] = date.split("-").map(Number);
    return [day, MONTHS[month - 1], year].filter(Boolean).join(" ");
  }

  /** What a row says under the filters, by column. */
  function facts(edge, look) {
    const left = look ? look.left : [];
    const found = {
      documents: documentsOf(left).size,
      latest: left.reduce((newest, item) => (item.date > newest ? item.date : newest), ""),
      kinds: data.groups.filter((group, number) => left.some((item) => item.group === number)).map((group) => group.label).join("; "),
    };
    data.standings.forEach((standing, number) => {
      found[standing.name] = left.filter((item) => item.standing === number).length;
    });
    return found;
  }

  function isSought({ name, edge }) {
    const sought = byId("find").value.trim().toLowerCase();
    return name.toLowerCase().includes(sought) || [edge.from, edge.to].some((end) => answers(actors.get(end), sought));
  }

  function fill(entry) {
    const look = hedgerow.looks.get(entry.edge.id);
    entry.facts = facts(entry.edge, look);
    for (const cell of entry.row.cells) {
      const value = entry.facts[cell.dataset.column];
      if (value !== undefined) cell.textContent = cell.dataset.column === "latest" ? words(value || "") : value || "";
    }
    if (look) entry.row.querySelector("svg").setAttribute("class", `sample ${look.group} ${look.standing.name}`);
    entry.row.setAttribute("aria-current", String(entry.edge.id === chosen.pair));
    entry.row.hidden = !look || !isSought(entry);
  }

  function compare(one, other) {
    const key = ({ name, facts }) => (sorting.column === "pair" ? name : facts[sorting.column]);
    const [a, b] = [key(one), key(other)];
    const order = typeof a === "number" ? a - b : a.localeCompare(b);
    return (sorting.down ? -order : order) || rows.indexOf(one) - rows.indexOf(other);
  }

  /** Moves rows only if their order has changed: moving many takes long. */
  function order() {
    const sorted = sorting.column ? [...rows].sort(compare) : rows;
    if (sorted.some(({ row }, place) => body.rows[place] !== row)) body.append(...sorted.map(({ row }) => row));
  }

  function paint() {
    rows.forEach(fill);
    order();
    caption.textContent = sorting.column ? "Every pair on the page" : unsorted;
    for (const head of heads) {
      const own = head.dataset.column === sorting.column;
      if (own) head.setAttribute("aria-sort", sorting.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  /** Numbers and dates begin with the largest, words with the first of the alphabet. */
  function sort(column) {
    const wordy = column === "pair" || column === "kinds";
    sorting.down = sorting.column === column ? !sorting.down : !wordy;
    sorting.column = column;
    hedgerow.refresh();
  }

  /** The rows that search and filters leave, in their order. */
  function shown() {
    return [...body.rows].filter((row) => !row.hidden);
  }

  heads.forEach((head) => head.querySelector("button").addEventListener("click", () => sort(head.dataset.column)));
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (row) hedgerow.address.go("pair", row.dataset.pair);
    event.preventDefault();
  });
  hedgerow.table = { paint, shown, sorting, columns: heads.map((head) => head.dataset.column) };
}
