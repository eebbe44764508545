"""One extractor of the rules for all their tests: engines are costly to build, keep no state."""

from collections.abc import Callable

import pytest

from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.extraction.confidence import COREFERENCE, INFERRED, Calibration

Reader = Callable[..., list[Claim]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Confidence as the rules' authors give it, so that examples test rules, not their history."""
    ways = (f"dependency-{INFERRED}", f"dependency-{INFERRED}-{COREFERENCE}")
    return Extractor(("dependency", "patterns"), Calibration(dict.fromkeys(ways, 0.7)))


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Reader:
    """Read a text into claims; `published` sets its publication date."""

    def _read(text: str, published: str | None = None) -> list[Claim]:
        return extractor.extract(Document(text, (Appearance("test", published=published),)))

    return _read
