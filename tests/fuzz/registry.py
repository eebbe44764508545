"""All targets."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from tests.fuzz.target import Target

PLACES: Mapping[str, str] = {
    **{"value/": "values", "file/": "files", "stream": "files", "table/": "tables"},
    **{"settings/": "settings", "import/": "imports", "web/": "web", "extractor/": "articles"},
    **{"questions": "questions", "export/": "exports", "timeline/": "exports"},
    **{"api/": "explorer", "described/": "described"},
}
"""The modules of targets by how the names begin, in the order in which they are run."""


def targets(beginning: str = "") -> Iterator[Target]:
    """Those whose names begin so; only what they need is imported."""
    wanted = (
        place
        for begin, place in PLACES.items()
        if begin.startswith(beginning) or beginning.startswith(begin)
    )
    for place in dict.fromkeys(wanted):
        found = import_module(f"tests.fuzz.{place}").targets()
        yield from (one for one in found if one.name.startswith(beginning))
