"""Word lists and cue tables of the extraction, kept as YAML beside this file."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class PlainLoader(yaml.SafeLoader):
    """YAML in which `on`, `off`, `yes` and `no` are the words they are, not truth values."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(text: str) -> Any:  # noqa: ANN401  the shape is the file's
    """The content of a YAML text whose words are words."""
    return yaml.load(text, Loader=PlainLoader)  # noqa: S506  a SafeLoader with less


@cache
def table(name: str) -> Any:  # noqa: ANN401  the shape is the file's
    """The content of `<name>.yaml`."""
    return read_yaml((files(__package__) / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of `words.yaml`."""
    return frozenset(table("words")[name])


@cache
def cue_words(name: str) -> frozenset[str]:
    """One list of `modality.yaml`."""
    return frozenset(table("modality")[name])


def in_lower_case(pattern: str) -> str:
    """A pattern for texts in lower case; ignoring case would cost its literal beginnings."""
    return re.sub(r"(?<!\\)[A-Z]", lambda letter: letter.group().lower(), pattern)
