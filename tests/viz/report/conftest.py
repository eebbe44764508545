"""Reports as fixtures."""

import pytest

from hedgerow.viz.report import Report
from tests.viz.report.samples import (
    HOSTILE,
    LONG,
    empty_report,
    hostile_report,
    rich_report,
)


@pytest.fixture(scope="session")
def rich() -> Report:
    return rich_report()


@pytest.fixture(scope="session")
def empty() -> Report:
    return empty_report()


@pytest.fixture(scope="session", params=[*HOSTILE, LONG], ids=lambda text: ascii(text[:16]))
def hostile(request: pytest.FixtureRequest) -> Report:
    return hostile_report(request.param)
