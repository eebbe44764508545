"""The files of an offline import, and the script that starts it."""

import gzip
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Self

from hedgerow.errors import UsageError
from hedgerow.graph.neo4j.admin_columns import SEPARATOR, Columns

SCRIPT, SCHEMA = "import.sh", "schema.cypher"
_LEVEL = 3
"""Of compression: five times as fast as the default, for files a tenth larger."""
_COMMAND = """\
#!/bin/sh
# Builds a Neo4j database from these files. Run it on the server's machine, as the server's user,
# with the server or at least the database stopped:
#     sh {script} [DATABASE [OPTION...]]
# The option --overwrite-destination=true replaces a database that is there already.
# After the server has started again: cypher-shell -d DATABASE -f {schema}
set -eu
cd "$(dirname "$0")"
database=${{1:-neo4j}}
[ $# -eq 0 ] || shift
exec neo4j-admin database import full "$database" \\
    --multiline-fields=true --array-delimiter={separator} --report-file="$(mktemp)" \\
    {options} \\
    "$@"
"""


class Files:
    """A file of rows and one of their header for each class and type, begun when first needed.

    A context manager: all are open until its end.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows: dict[tuple[str, tuple[str, ...]], IO[str]] = {}
        self._options: list[str] = []
        self._stack = ExitStack()

    def add(
        self,
        group: str,
        names: tuple[str, ...],
        columns: Columns,
        properties: Mapping[str, Any],
        *ends: str,
    ) -> None:
        """Add a node by its labels, or a relationship by its type; the first name is the file's."""
        rows = self._rows.get((group, names))
        if rows is None:
            rows = self._rows[group, names] = self._begin(group, names, columns)
        rows.write(columns.row(properties, *ends))

    def script(self) -> str:
        """The shell script that imports the files."""
        options = " \\\n    ".join(sorted(self._options))
        separator = f"U+{ord(SEPARATOR):04X}"
        return _COMMAND.format(script=SCRIPT, schema=SCHEMA, separator=separator, options=options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _begin(self, group: str, names: tuple[str, ...], columns: Columns) -> IO[str]:
        header, rows = f"{group}/{names[0]}.header.csv", f"{group}/{names[0]}.csv.gz"
        self._options.append(f"--{group}={':'.join(names)}={header},{rows}")
        (self._folder / group).mkdir(exist_ok=True)
        (self._folder / header).write_text(columns.header(), encoding="utf-8", newline="\n")
        opened = gzip.open(  # noqa: SIM115  the stack closes it
            self._folder / rows, "wt", _LEVEL, encoding="utf-8", newline="\n"
        )
        return self._stack.enter_context(opened)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to write to; what is in it moves to its place when all is well, the script last.

    It is inside the other one, which may be a volume of its own.

    Raises:
        UsageError: the folder is not empty or cannot be written to.
    """
    draft = folder / f".draft.{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty; name a new folder with -o.")
        draft.mkdir()
        yield draft
        for path in sorted(draft.iterdir(), key=lambda path: path.name == SCRIPT):
            path.rename(folder / path.name)
    except OSError as error:
        raise UsageError(
            f"Cannot write {folder} ({error.strerror}); name another folder with -o."
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
