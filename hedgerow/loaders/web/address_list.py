"""Lists of addresses: one a line, empty lines and those that begin with `#` left out."""

import sys
from pathlib import Path
from typing import BinaryIO

from hedgerow.errors import InputError, UsageError
from hedgerow.loaders.encoding import decode
from hedgerow.loaders.limits import read_bounded

STANDARD_INPUT = Path("-")


def read_address_list(file: Path, standard_input: BinaryIO | None = None) -> list[str]:
    """The addresses in a file, or in standard input for `-`, each once.

    Raises:
        UsageError: the file cannot be read.
    """
    try:
        if file == STANDARD_INPUT:
            content = read_bounded(standard_input or sys.stdin.buffer)
        else:
            with file.open("rb") as handle:
                content = read_bounded(handle)
        lines = [line.strip() for line in decode(content).splitlines()] if content else []
    except (OSError, InputError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{file} cannot be read ({reason}); give one address a line.") from error
    return [*dict.fromkeys(line for line in lines if line and not line.startswith("#"))]
