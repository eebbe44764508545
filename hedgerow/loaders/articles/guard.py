"""What keeps hostile files from doing harm: any failure of a parser is one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from hedgerow.errors import HedgerowError, InputError, MissingExtra


@contextmanager
def parsing(what: str) -> Iterator[None]:
    """Others' parsers may fail in any way on a damaged file; the file is then unreadable.

    Raises:
        InputError: the parser failed.
    """
    try:
        yield
    except HedgerowError:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise InputError(f"it is no {what} that can be read ({kind}); save it again") from error


def missing(package: str, extra: str) -> MissingExtra:
    """What to say where a package that only some need is not there."""
    return MissingExtra(f"{package} is not installed; run: pip install 'hedgerow[{extra}]'")
