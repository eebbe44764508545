"""A folder or zip of tables with a description of them all (a Frictionless Data Package)."""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.errors import UsageError
from hedgerow.graph.neo4j.admin_files import whole_folder
from hedgerow.graph.snapshot import Snapshot
from hedgerow.viz.export.about import About
from hedgerow.viz.export.csv import SEPARATOR, CsvSink
from hedgerow.viz.export.schema import Column, Table, Type, tables
from hedgerow.viz.export.sinks import Progress, Sink
from hedgerow.viz.export.writing import write_tables
from hedgerow.viz.files import whole_file

if TYPE_CHECKING:
    from hedgerow.viz.export.parquet import ParquetSink

DESCRIPTION = "datapackage.json"
ZIP = ".zip"
_TYPES: Mapping[Type, str] = {
    "text": "string",
    "texts": "array",
    "whole": "integer",
    "number": "number",
    "truth": "boolean",
    "day": "date",
    "instant": "datetime",
}
INSTALL = "pyarrow is not installed; run: pip install 'hedgerow[tables]'."


def check_package(place: Path, form: str) -> None:
    """Say what is in the way before any work is done.

    Raises:
        UsageError: the folder is not empty, or a library is missing.
    """
    if form == "parquet":
        _parquet_sink()
    if place.suffix.lower() != ZIP and place.is_dir() and any(place.iterdir()):
        raise UsageError(f"{place} is not empty; name a new folder with -o.")


def write_package(
    snapshot: Snapshot,
    place: Path,
    form: str,
    about: About,
    *,
    actors: Collection[str] = (),
    texts: bool = False,
    bom: bool = False,
    progress: Progress | None = None,
) -> None:
    """Write `parquet` or `csv` into a new or empty folder, or into a file that ends in .zip.

    Raises:
        UsageError: the place cannot be written to, or a library is missing.
    """
    found, told = tables(texts=texts), about.dublin_core
    with _folder(place) as folder:
        with _sink(folder, form, found, told, bom=bom) as sink:
            write_tables(snapshot, sink, actors, progress)
        described = json.dumps(_package(form, found, told), ensure_ascii=False, indent=2)
        (folder / DESCRIPTION).write_text(f"{described}\n", encoding="utf-8")


def _sink(
    folder: Path, form: str, found: Mapping[str, Table], told: Mapping[str, str], *, bom: bool
) -> AbstractContextManager[Sink]:
    if form == "csv":
        return CsvSink(folder, found, bom=bom)
    return _parquet_sink()(folder, found, told)


def _parquet_sink() -> "type[ParquetSink]":
    try:
        from hedgerow.viz.export.parquet import ParquetSink  # noqa: PLC0415  an extra
    except ImportError as error:
        raise UsageError(INSTALL) from error
    return ParquetSink


def _package(form: str, found: Mapping[str, Table], told: Mapping[str, str]) -> object:
    return {
        "profile": "data-package",
        "name": "hedgerow",
        **told,
        "resources": [
            {
                "name": table.name,
                "path": f"{table.name}.{form}",
                "format": form,
                "description": table.about,
                "schema": {
                    "fields": [
                        {"name": each.name, **_described(each, form)} for each in table.columns
                    ]
                },
            }
            for table in found.values()
        ],
    }


def _described(column: Column, form: str) -> Mapping[str, str]:
    """The type and meaning of a column; CSV knows no lists."""
    if form == "csv" and column.type == "texts":
        return {"type": "string", "description": f"{column.about}; separated by {SEPARATOR!r}"}
    return {"type": _TYPES[column.type], "description": column.about}


@contextmanager
def _folder(place: Path) -> Iterator[Path]:
    """A folder to write to, which becomes the place when all is well."""
    if place.suffix.lower() != ZIP:
        with whole_folder(place) as folder:
            yield folder
        return
    with tempfile.TemporaryDirectory(prefix="hedgerow-") as name, whole_file(place) as out:
        folder = Path(name)
        yield folder
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(folder.iterdir()):
                with path.open("rb") as file, packed.open(path.name, "w", force_zip64=True) as to:
                    shutil.copyfileobj(file, to)
