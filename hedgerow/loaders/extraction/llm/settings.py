"""Which model to ask, where, and for how much."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from hedgerow.errors import UsageError

KEY_VARIABLE = "HEDGEROW_LLM_KEY"
BUDGET = 500


@dataclass(frozen=True, slots=True)
class Settings:
    """`url` is the base of an OpenAI-compatible interface, such as `http://localhost:8080/v1`.

    `budget` is the number of requests a run, `timeout` the seconds that one may take, `pause` those
    before the first retry; each later pause is twice as long. Without a `cache` folder the user's
    own is taken.

    Raises:
        UsageError: the address or the key cannot be used.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    budget: int = BUDGET
    whole_articles: bool = False
    cache: Path | None = None
    timeout: float = 120.0
    pause: float = 1.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise UsageError(
                "the model's address must begin with http:// or https://; "
                "give its base, such as http://localhost:8080/v1"
            )
        if parts.username or parts.password or parts.query:
            raise UsageError(
                f"the model's address must hold no key or password; put it into {KEY_VARIABLE}"
            )
        if self.key is not None and not _is_word(self.key):
            raise UsageError("the model's key must be one word of printable ASCII; check it")


def read_key(environment: str | None, file: Path | None) -> str | None:
    """The key in a file, else that of the environment; None without either.

    Raises:
        UsageError: the file cannot be read or is empty.
    """
    if file is None:
        return environment or None
    try:
        key = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the model's key from {file}; name a text file") from error
    if not key:
        raise UsageError(f"{file} is empty; put the model's key into it")
    return key


def _is_word(key: str) -> bool:
    return key.isascii() and key.isprintable() and key.split() == [key]
