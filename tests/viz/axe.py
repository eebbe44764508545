"""What axe-core finds wrong with the page that a browser shows."""

from functools import cache
from importlib.resources import files
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

SERIOUS = frozenset({"serious", "critical"})
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(
  ({ violations }) => done(violations.map(({ id, impact, nodes }) => (
    { id, impact, places: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`) }
  ))),
  (error) => done([{ id: "axe failed", impact: "critical", places: [String(error)] }]),
);
"""


def violations(driver: WebDriver) -> list[str]:
    """Serious and critical violations on the page as it stands, one line each; none is good."""
    driver.set_script_timeout(120)
    driver.execute_script(_axe())
    found: list[dict[str, Any]] = driver.execute_async_script(RUN)
    serious = [one for one in found if one["impact"] in SERIOUS]
    return [f"{one['id']}: {' | '.join(one['places'][:5])}" for one in serious]


@cache
def _axe() -> str:
    return (files("tests.viz.vendor") / "axe.min.js").read_text("utf-8")
