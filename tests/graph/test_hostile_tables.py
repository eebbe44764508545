"""Event tables in imports that no file of rows can have become."""

import pytest

from hedgerow.graph.imports.report import Imported
from hedgerow.graph.store import Store
from tests.graph.made_exports import Taken, export_of, exported, reasons, taken
from tests.graph.rows import batch, row, table

__all__ = ["taken"]

DOUBLE = "^^<http://www.w3.org/2001/XMLSchema#double>"


def lines() -> str:
    store = Store.open()
    store.add_tables([(table(), [batch(row("visit", "USA VNM"))])])
    return export_of(store)


CHANGES = {
    "an actor nobody knows": ("actor/VNM>", "actor/XXX>"),
    "confidence NaN": (f'"{table().confidence}', '"NaN'),
    "confidence 2": (f'"{table().confidence}', '"2'),
    "a type that is none": ("#Visit>", "#Invasion>"),
    "a day that is none": ('#earliest> "', '#earliest> "x'),
    "another text": ('#text> "', '#text> "x'),
}


def bent(change: str) -> str:
    old, new = CHANGES[change]
    told = [each for each in lines().splitlines(True) if "graph/" not in each]
    assert any(old in each for each in told), old
    return "".join(each.replace(old, new) for each in told)


@pytest.mark.parametrize("change", CHANGES)
def test_a_table_that_cannot_be_is_refused_and_the_rest_is_taken(taken: Taken, change: str) -> None:
    done, store = taken(exported(), bent(change))
    assert [*reasons(done)] == [table().document.id]
    assert export_of(store) == exported()


def test_an_honest_table_is_taken_whole(taken: Taken) -> None:
    done, store = taken(lines())
    assert _account(done) == (1, 1, 0)
    assert export_of(store) == lines()


def _account(done: Imported) -> tuple[int, int, int]:
    return done.documents, done.claims, done.refusals.kinds.total()
