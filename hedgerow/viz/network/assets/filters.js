"use strict";
/* The filters by kind, standing and missing date: the checkboxes and what they say. */
{
  const { data, shows, byId, all } = hedgerow;
  const kindBoxes = all("input[name='kind']");
  const groupBoxes = all("input[name='group']");
  const standingBoxes = all("input[name='standing']");
  const numbers = (boxes) => new Set(boxes.filter((box) => box.checked).map((box) => Number(box.value)));
  const ofGroup = (group) => kindBoxes.filter((box) => data.kinds[Number(box.value)][1] === group);

  /** Tick the boxes as `shows` has it. */
  function paint() {
    for (const box of kindBoxes) box.checked = shows.kinds.has(Number(box.value));
    for (const box of standingBoxes) box.checked = shows.standings.has(Number(box.value));
    for (const box of groupBoxes) {
      const states = ofGroup(Number(box.value)).map((kind) => kind.checked);
      box.checked = states.some(Boolean);
      box.indeterminate = box.checked && !states.every(Boolean);
    }
    const undated = byId("undated");
    if (undated) undated.checked = shows.undated;
  }

  function read() {
    shows.kinds = numbers(kindBoxes);
    shows.standings = numbers(standingBoxes);
    const undated = byId("undated");
    shows.undated = undated ? undated.checked : true;
    hedgerow.refresh();
  }

  function readGroup(event) {
    for (const box of ofGroup(Number(event.target.value))) box.checked = event.target.checked;
    read();
  }

  /** One menu is open at a time, and none once the reader turns to something else. */
  function closeMenus(except) {
    for (const menu of all("details.menu[open]")) if (!menu.contains(except)) menu.open = false;
  }

  groupBoxes.forEach((box) => box.addEventListener("change", readGroup));
  [...kindBoxes, ...standingBoxes, byId("undated")].filter(Boolean).forEach((box) => box.addEventListener("change", read));
  addEventListener("pointerdown", (event) => closeMenus(event.target));
  addEventListener("focusin", (event) => closeMenus(event.target));
  addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  hedgerow.filters = { paint };
}
