"""Every pattern of `re` that a module of ours holds, with how it is asked."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hedgerow

APART = ("__main__", ".child")
ROOT = Path(hedgerow.__file__).parent


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by where they stand; one that two modules name only once."""
    found: dict[tuple[str | bytes, int], tuple[str, re.Pattern[str]]] = {}
    for each in pkgutil.walk_packages(hedgerow.__path__, "hedgerow."):
        if not each.name.endswith(APART):
            module = importlib.import_module(each.name)
            for name, value in list(vars(module).items()):
                for pattern in _within(value):
                    found.setdefault(
                        (pattern.pattern, pattern.flags), (f"{each.name}.{name}", pattern)
                    )
    return dict(found.values())


def _within(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for each in value.values():
            yield from _within(each, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _within(each, depth - 1)
    elif depth and isinstance(value, type) and value.__module__.startswith("hedgerow"):
        for each in vars(value).values():
            yield from _within(each, 0 if not isinstance(each, re.Pattern) else 1)


@cache
def _sources() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))


def how(name: str) -> str:
    """`match` or `fullmatch` where it is only asked so: then it is tried at one place."""
    asked = set(re.findall(rf"\b{re.escape(name.rpartition('.')[2])}\.([a-z]+)\(", _sources()))
    tried = asked & {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
    return "search" if not tried or tried - {"match", "fullmatch"} else min(tried, key=len)
