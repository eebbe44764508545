"""Articles as JSON: one object, an array of objects, or one object a line (JSON Lines)."""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.compose import compose
from hedgerow.loaders.dates import to_edtf
from hedgerow.loaders.encoding import decode, repair
from hedgerow.loaders.handling import stated_mark
from hedgerow.loaders.limits import MAX_BYTES, MEGABYTE
from hedgerow.loaders.records import Skipped, WebPage
from hedgerow.loaders.text import one_line


def _words(value: object) -> object:
    """Ids and years come as numbers too; an empty string states nothing."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return (one_line(repair(value)) or None) if isinstance(value, str) else value


def _date(value: object) -> object:
    return to_edtf(value) if isinstance(value, str) else value


Words = Annotated[str | None, BeforeValidator(_words)]
Published = Annotated[str | None, BeforeValidator(_date), BeforeValidator(_words)]


class Article(BaseModel):
    """The fields of a JSON article. All but the text are optional; others are passed over."""

    model_config = ConfigDict(extra="ignore")

    text: str | None = None
    html: str | None = None
    url: Words = None
    id: Words = None
    title: Words = None
    published: Published = None
    publisher: Words = None
    language: Words = None
    handling: Words = None

    @model_validator(mode="after")
    def _has_text(self) -> Self:
        if not (self.text or "").strip() and not (self.html or "").strip():
            raise ValueError("it has neither `text` nor `html`; put the article into one of them")
        return self

    def document(self, source: str, published: str | None) -> Document | WebPage:
        """The article as a document, or its page; what the JSON states beats what that states."""
        told = (self.url, self.title, self.publisher, self.published, self.language, self.id)
        stated = Appearance(source, *told, handling=stated_mark(self.handling))
        if self.text and self.text.strip():
            return compose(repair(self.text), stated, published=published)
        return WebPage(repair(self.html or ""), stated, published)


def read_json(
    text: str, name: str, published: str | None
) -> Iterator[Document | Skipped | WebPage]:
    """The articles of a JSON document: one object or an array; JSON Lines by a wrong name too.

    Raises:
        InputError: it is not JSON, or an empty array.
    """
    try:
        content = _parse(text)
    except InputError:
        lines = text.lstrip("\ufeff \n\r\t").encode(errors="replace").splitlines()
        if len(lines) < 2 or not is_json_line(lines[0]):
            raise
        yield from read_json_lines(lines, name, published)
        return
    if content == []:
        raise InputError("the array is empty; put articles into it")
    if isinstance(content, list):
        for number, item in enumerate(content, start=1):
            yield read_article(item, f"{name}, article {number}", published)
    else:
        yield read_article(content, name, published)


def read_json_lines(
    lines: Iterable[bytes | None], name: str, published: str | None
) -> Iterator[Document | Skipped | WebPage]:
    """The articles of a JSON Lines file, one by one; a broken line does not stop the rest.

    None stands for a line that was too long to read.

    Raises:
        InputError: there is no article in it.
    """
    empty = True
    for number, line in enumerate(lines, start=1):
        if line is None or line.strip():
            empty = False
            yield _read_line(line, f"{name}:{number}", published)
    if empty:
        raise InputError("there is no article in it; put one JSON object on each line")


def is_json_line(line: bytes) -> bool:
    """Whether the line is a whole JSON object."""
    try:
        return line.lstrip().startswith(b"{") and isinstance(_parse(decode(line)), dict)
    except InputError:
        return False


def _read_line(
    line: bytes | None, where: str, published: str | None
) -> Document | Skipped | WebPage:
    if line is None:
        return Skipped(where, f"the line is longer than {MAX_BYTES // MEGABYTE} MB; split it")
    try:
        return read_article(_parse(decode(line)), where, published)
    except InputError as error:
        return Skipped(where, str(error))


def _parse(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        problem = f"it is not valid JSON ({error.msg}, {place})"
        raise InputError(f"{problem}; mend or remove it") from None
    except (ValueError, RecursionError):
        raise InputError("its JSON is nested too deeply; flatten or remove it") from None


def read_article(
    content: object, where: str, published: str | None
) -> Document | Skipped | WebPage:
    """The article that an object with the fields of `Article` holds."""
    try:
        return Article.model_validate(content).document(where, published)
    except ValidationError as error:
        return Skipped(where, _first_problem(error))
    except InputError as error:
        return Skipped(where, str(error))


def _first_problem(error: ValidationError) -> str:
    """What is wrong with a record, in the user's terms."""
    problem = error.errors(include_url=False)[0]
    if problem["type"] == "model_type":
        return "it is not a JSON object; write an object with the field `text` or `html`"
    message = problem["msg"].removeprefix("Value error, ")
    field = ".".join(str(part) for part in problem["loc"])
    return f"`{field}`: {message[0].lower()}{message[1:]}" if field else message
