"""Dossiers as fixtures: on the bundled examples, on a small store, and on almost nothing."""

import datetime as dt

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.dossier.dossier import Dossier, read_dossier
from hedgerow.viz.dossier import Making, dossier_report
from hedgerow.viz.report import Report
from tests.queries.conftest import examples, store

__all__ = ["examples", "store"]

DAY = dt.date(2025, 12, 31)
POLES = ("USA", "CHN", "RUS")
MAKING = Making(DAY, "hedgerow dossier VNM")


@pytest.fixture(scope="session")
def vietnam(examples: Store) -> Dossier:
    return read_dossier(examples, "Vietnam", POLES, since=2019, on=DAY)


@pytest.fixture(scope="session")
def page(vietnam: Dossier) -> Report:
    return dossier_report(vietnam, MAKING)


@pytest.fixture(scope="session")
def small(store: Store) -> Dossier:
    return read_dossier(store, "VNM", POLES, since=2020, on=DAY)


@pytest.fixture(scope="session")
def nothing(store: Store) -> Dossier:
    return read_dossier(store, "Fiji", ("Peru", "Chad"), since=2024, on=DAY)
