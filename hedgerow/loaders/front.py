"""Markdown articles: what the front matter states, and the text without the markup."""

import re
from collections.abc import Iterable, Iterator, Mapping

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from hedgerow.errors import InputError
from hedgerow.loaders.text import one_line

HANDLING = "handling"
_FENCED = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The fields between the `---` lines at the top, by lower-case name, and what follows.

    Fields that are no single value (lists of tags and the like) are left out.
    """
    match = _FENCED.match(text)
    if match is None:
        return {}, text
    return _fields(match["head"]), text[match.end() :]


def _fields(head: str) -> Mapping[str, str]:
    try:
        # BaseLoader builds nothing but strings, lists and dicts, and leaves dates as written.
        data = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError:
        # A bare colon in a headline breaks YAML; the fields are still plain to see.
        data = dict(line.split(":", 1) for line in head.splitlines() if ":" in line)
    if not isinstance(data, dict):
        return {}
    words = {str(key).strip().lower(): value for key, value in data.items()}
    if not isinstance(words.get(HANDLING, ""), str):  # else a mark would be lost without a word
        raise InputError("its `handling` is not one mark; write one, as handling: TLP:AMBER")
    return {key: one_line(value) for key, value in words.items() if isinstance(value, str)}


def markdown_text(source: str) -> str:
    """The text of a Markdown document: one line a paragraph, links by their words, no images."""
    tokens = MarkdownIt("commonmark").parse(source)
    blocks = ("".join(_words(token.children or ())) for token in tokens if token.type == "inline")
    return "\n\n".join(block for block in blocks if block.strip())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline", "text_special"}:
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"
