"""Where a table keeps what, as `data/tables.yaml` or a user's mapping file describes it."""

import codecs
import datetime as dt
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictStr,
    ValidationError,
    field_validator,
    model_validator,
)

from hedgerow.errors import UsageError

Column = StrictStr | Annotated[int, Field(strict=True, ge=1)]
"""A column's name, its position from 1 in a file without a header, or a path in JSON."""
SOME_DAY = dt.date(2021, 3, 14)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Side(_Strict):
    """One of a row's two actors; `words` is what the quote shows of it."""

    state: Column
    group: Column | None = None
    ethnic: Column | None = None
    religion: Column | None = None
    religion_2: Column | None = None
    role: Column | None = None
    role_2: Column | None = None
    role_3: Column | None = None
    name: Column | None = None
    words: Column | None = None


class Fields(_Strict):
    """The columns that are read."""

    day: Column
    code: Column
    source: Side
    other: Side
    id: Column | None = None
    added: Column | None = None
    mode: Column | None = None
    contexts: Column | None = None
    page: Column | None = None
    story: Column | None = None


class OwnCode(_Strict):
    """What a code of a user's own scheme means; `source` is the actor, 1 or 2, that acts."""

    type: str
    status: str
    source: int = Field(default=1, ge=1, le=2)


class TableFormat(_Strict):
    """One format of tables.

    `codes` names a scheme of codes or lists the table's own; `actors` says whether its actors are
    CAMEO's codes or names and ISO codes. `days` is a `strptime` pattern where days are not
    YYYY-MM-DD or YYYYMMDD. `quoted` says whether cells can stand in quotation marks; unless it is
    set, those of commas can, and those of tabs where the header does.
    """

    title: str
    fields: Fields
    scheme: str = Field(default="other", pattern=r"^[a-z][a-z0-9_-]*$")
    codes: str | dict[str, OwnCode]
    actors: str = Field(default="names", pattern="^(names|cameo)$")
    publisher: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    separator: str = Field(default=",", pattern=r"^[\t !#-~]$")
    quoted: bool | None = None
    columns: int | None = Field(default=None, ge=1)
    encoding: str = "utf8"
    days: str | None = None
    several: str | None = Field(default=None, min_length=1)
    json_rows: bool = Field(default=False, alias="json")

    @field_validator("encoding")
    @classmethod
    def _decodes_text(cls, encoding: str) -> str:
        try:
            b"a".decode(encoding, "replace")
            codecs.getincrementaldecoder(encoding)(errors="replace").decode(b"a", final=True)
        except (LookupError, ValueError):
            raise ValueError(
                f"there is no encoding called {encoding!r}; write utf8 or latin-1"
            ) from None
        return encoding

    @field_validator("days")
    @classmethod
    def _tells_days(cls, days: str | None) -> str | None:
        if days is None:
            return None
        try:
            read = dt.datetime.strptime(SOME_DAY.strftime(days), days).date()  # noqa: DTZ007
        except ValueError:
            read = None
        if read != SOME_DAY:
            raise ValueError(f"{days!r} is no pattern of days; write one such as '%d.%m.%Y'")
        return days

    @model_validator(mode="after")
    def _has_its_columns(self) -> Self:
        if self.columns is not None:
            for name, column in self.named.items():
                if not isinstance(column, int) or column > self.columns:
                    raise ValueError(
                        f"{name} is at {column!r}, no position from 1 to {self.columns}"
                    )
        return self

    @property
    def named(self) -> dict[str, Column]:
        """The columns that are read, by what they hold: `day`, `source_state` ..."""
        return dict(_columns(self.fields))


class Reading(_Strict):
    """How surely the rows of a scheme were read, in a number and in words, and who says so."""

    publisher: str
    confidence: float
    words: str
    rationale: str
    source: str


class Packed(_Strict):
    """How many times larger than its file a packed table may be, checked from a size on."""

    ratio: int
    from_bytes: int


class TableRules(_Strict):
    """All that `data/tables.yaml` holds."""

    readings: dict[str, Reading]
    formats: tuple[TableFormat, ...]
    packed: Packed
    memory: int
    oldest: str

    def reading(self, scheme: str) -> Reading:
        """The reading of a scheme; that of unknown tables for a mapping's own."""
        return self.readings.get(scheme, self.readings["other"])


@cache
def table_rules() -> TableRules:
    """The rules for tables of coded events."""
    source = files("hedgerow.loaders") / "data" / "tables.yaml"
    return TableRules.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))


def read_mapping(path: Path) -> TableFormat:
    """The format that a user's mapping file describes.

    Raises:
        UsageError: it cannot be read, or describes no table.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return TableFormat.model_validate(data)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}); check the path.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" in line {mark.line + 1}" if mark else ""
        raise UsageError(f"{path} is no YAML{place}; see docs/tables.md for an example.") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise UsageError(
            f"{path}: {place}: {first['msg']}; see docs/tables.md for an example."
        ) from None


def _columns(fields: Fields) -> Iterator[tuple[str, Column]]:
    for name in Fields.model_fields:
        value = getattr(fields, name)
        if isinstance(value, Side):
            for part in Side.model_fields:
                column = getattr(value, part)
                if column is not None:
                    yield f"{name}_{part}", column
        elif value is not None:
            yield name, value
