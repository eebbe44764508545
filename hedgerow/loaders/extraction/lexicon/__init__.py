"""Word lists and cue tables of the extraction, kept as YAML beside this file."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def table(name: str) -> Any:  # noqa: ANN401  the shape is the file's
    """The content of `<name>.yaml`."""
    text = (files(__package__) / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of `words.yaml`."""
    return frozenset(str(word) for word in table("words")[name])
