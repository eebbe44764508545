"""An optional language model beside the rules: it judges their doubtful readings, and may propose.

It is asked only if a user names its address. What it answers is never taken at its word: a status
gets less firm or stays, a quote stands in the text, an actor in the quoted sentence. An article is
data to it and to us, so an article that gives orders can at most spoil the answer about itself.
"""

from typing import TYPE_CHECKING

from hedgerow.errors import UsageError
from hedgerow.loaders.extraction.llm.settings import Settings

if TYPE_CHECKING:
    from hedgerow.loaders.extraction.llm.model import Model

__all__ = ["Settings", "open_model"]

EXTRA = frozenset({"httpx", "platformdirs"})
"""What the extra `llm` installs."""


def open_model(settings: Settings) -> "Model":
    """The model behind an address; nothing is sent yet.

    Raises:
        UsageError: the extra is not installed.
    """
    try:
        from hedgerow.loaders.extraction.llm.opening import opened  # noqa: PLC0415  needs the extra
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        raise UsageError(
            'a language model needs more packages; install it with: pip install "hedgerow[llm]"'
        ) from error
    return opened(settings)
