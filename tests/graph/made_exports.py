"""Importing made-up exports in tests."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from hedgerow.graph.importing import import_nquads
from hedgerow.graph.imports.report import Imported
from hedgerow.graph.intake import Item
from hedgerow.graph.store import Store
from tests.graph.articles import article

VISIT = article("A Russian minister visited.", "visit", "RUS VNM", date="2023-09-10")
CALL = article("They spoke.", "call", "USA VNM", date="2023-08")
TOLD = VISIT[1][0]
Taken = Callable[..., tuple[Imported, Store]]


def store_of(*items: Item) -> Store:
    store = Store.open()
    store.add(items)
    return store


def exported(*items: Item) -> str:
    return export_of(store_of(*(items or [VISIT])))


def export_of(store: Store, *, canonical: bool = True) -> str:
    out = io.BytesIO()
    store.export_nquads(out, canonical=canonical)
    return out.getvalue().decode()


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    """Import some lines; gives the account and the store."""

    def take(*lines: str, into: Store | None = None, **options: bool) -> tuple[Imported, Store]:
        file, store = tmp_path / "theirs.nq", into or Store.open()
        file.write_text("".join(lines), encoding="utf-8")
        return import_nquads(store, file, **options), store

    return take


def reasons(done: Imported) -> dict[str, str]:
    return dict(done.refusals.first)
