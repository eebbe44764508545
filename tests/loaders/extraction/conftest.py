"""One extractor for all extraction tests: engines are costly to build and keep no state."""

from collections.abc import Callable

import pytest

from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.extraction.confidence import INFERRED, Calibration

Reader = Callable[..., list[Claim]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Confidence as the rules' authors give it, so that examples test rules, not their history."""
    return Extractor(calibration=Calibration({f"dependency-{INFERRED}": 0.7}))


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Reader:
    """Read a text into claims; `published` sets its publication date."""

    def _read(text: str, published: str | None = None) -> list[Claim]:
        return extractor.extract(Document(text, (Appearance("test", published=published),)))

    return _read
