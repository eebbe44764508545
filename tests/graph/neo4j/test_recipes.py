"""The recipes in the docs give rows on the bundled examples, and only read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.graph.neo4j.reading import ReadOnly
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.neo4j.target import Target
from hedgerow.graph.store import Store
from hedgerow.loaders.load import load
from tests.neo4j import Neo4j

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

ROOT = Path(__file__).parents[3]
RECIPES = [
    recipe
    for page in sorted((ROOT / "docs").glob("*.md"))
    for recipe in re.findall(r"^```cypher\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)
]


@pytest.fixture(scope="module")
def examples(neo4j_server: Neo4j) -> Iterator[ReadOnly]:
    """A server with the graph of the bundled examples."""
    neo4j_server.empty()
    user, password = neo4j_server.auth or (None, None)
    with Store.open() as store, ReadOnly(Target(neo4j_server.uri, user, password)) as server:
        load(store, [str(ROOT / "examples" / each) for each in ("articles", "milestones.csv")])
        sync(store, server)
        yield server


def test_the_docs_have_recipes() -> None:
    assert len(RECIPES) >= 5


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_gives_rows(examples: ReadOnly, recipe: str) -> None:
    assert examples.ask(recipe, {}, limit=5, timeout=60).rows


def test_a_deal_is_drawn_by_its_type_only_where_it_is_concluded(examples: ReadOnly) -> None:
    (row,) = examples.ask(
        "MATCH ()-[r:ARMS_DEAL]->() RETURN collect(DISTINCT r.standing) AS standings",
        {},
        limit=5,
        timeout=60,
    ).rows
    assert row == {"standings": ["concluded"]}
