"""What all tests share: a Neo4j for those marked `neo4j`, and that Ctrl-C is heard."""

import signal

import pytest

from tests.neo4j import neo4j, neo4j_server, own_neo4j

# A shell that starts tests in the background has them ignore it, and so all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

__all__ = ["neo4j", "neo4j_server", "own_neo4j"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker runs all tests of Neo4j, so that one server serves them."""
    for item in items:
        if item.get_closest_marker("neo4j"):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
