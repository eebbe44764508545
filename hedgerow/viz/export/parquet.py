"""Tables as Parquet files, written a group of rows at a time (the extra `tables`)."""

import json
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from hedgerow.viz.export.rows import Row
from hedgerow.viz.export.schema import Table, Type

GROUP = 10_000
"""Rows that are written at once."""
BYTES = 32_000_000
"""Or so much text, where rows are long."""


class ParquetSink:
    """A file a table, compressed by zstd; metadata tell what the export is and what columns mean.

    A context manager: the files are whole at its end.
    """

    def __init__(self, folder: Path, tables: Mapping[str, Table], about: Mapping[str, str]) -> None:
        self._stack = ExitStack()
        self._groups = {}
        for name, table in tables.items():
            schema = _schema(table, about)
            place = folder / f"{name}.parquet"
            writer = self._stack.enter_context(pq.ParquetWriter(place, schema, compression="zstd"))
            self._groups[name] = _Group(schema, writer)

    def add(self, table: str, row: Row) -> None:
        """Add a row to a table; cells that are not there are null."""
        self._groups[table].add(row)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._stack:
            if kind is None:
                for group in self._groups.values():
                    group.write()


class _Group:
    """Rows that wait to be written."""

    def __init__(self, schema: pa.Schema, writer: pq.ParquetWriter) -> None:
        self._schema = schema
        self._writer = writer
        self._columns: list[list[object]] = [[] for _ in schema.names]
        self._names: list[str] = schema.names
        self._size = 0

    def add(self, row: Row) -> None:
        for name, column in zip(self._names, self._columns, strict=True):
            value = row.get(name)
            column.append(value)
            if isinstance(value, str):
                self._size += len(value)
        if len(self._columns[0]) >= GROUP or self._size >= BYTES:
            self.write()

    def write(self) -> None:
        if self._columns[0]:
            arrays = [
                pa.array(values, field.type)
                for values, field in zip(self._columns, self._schema, strict=True)
            ]
            self._writer.write_batch(pa.record_batch(arrays, schema=self._schema))
        for column in self._columns:
            column.clear()
        self._size = 0


def _schema(table: Table, about: Mapping[str, str]) -> pa.Schema:
    types: Mapping[Type, pa.DataType] = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "day": pa.date32(),
        "instant": pa.timestamp("us", "UTC"),
    }
    fields = [
        pa.field(column.name, types[column.type], metadata={"description": column.about})
        for column in table.columns
    ]
    told = {**about, "description": table.about}
    return pa.schema(fields, metadata={"hedgerow": json.dumps(told, ensure_ascii=False)})
