"""A model put together from its settings: connection, cache and account."""

from pathlib import Path

from platformdirs import user_cache_path

from hedgerow.loaders.extraction.llm.asking import Asker
from hedgerow.loaders.extraction.llm.cache import Cache
from hedgerow.loaders.extraction.llm.connection import Connection
from hedgerow.loaders.extraction.llm.model import Model
from hedgerow.loaders.extraction.llm.settings import Settings
from hedgerow.loaders.extraction.llm.tally import Tally


def opened(settings: Settings) -> Model:
    """The model behind an address; nothing is sent yet."""
    tally = Tally(settings.budget)
    asker = Asker(Connection(settings, tally), Cache(settings.cache or _folder()), tally)
    return Model(asker, whole_articles=settings.whole_articles)


def _folder() -> Path:
    return user_cache_path("hedgerow", appauthor=False) / "llm"
