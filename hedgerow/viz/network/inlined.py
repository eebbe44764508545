"""What stands inside the page: its scripts, the policy that names them, its data."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

ASSETS = files("hedgerow.viz.network") / "assets"
VENDOR = files("hedgerow.viz") / "vendor"
BOOT = Markup('document.documentElement.className = "js";')
PARTS = (
    *("data", "labels", "lines", "drawing", "time", "filters", "table"),
    *("evidence", "address", "picture", "exports", "page"),
)
"""Our own scripts in the order in which they need each other."""
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
POLICY = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


@cache
def scripts() -> tuple[Markup, ...]:
    """The scripts at the end of the page, each to stand in an element of its own."""
    vendored = (VENDOR / "vis-network.min.js").read_text("utf-8")
    without_map = vendored[: vendored.rindex("//# sourceMappingURL=")]
    own = (asset(f"{part}.js") for part in PARTS)
    return tuple(Markup(script) for script in (without_map, *own))  # noqa: S704  our own files


def policy(allowed: Iterable[str]) -> str:
    """A policy by which these scripts may run and no other, and nothing is loaded."""
    digests = (hashlib.sha256(script.encode()).digest() for script in allowed)
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return POLICY.format(hashes=hashes)


def escaped_json(data: Mapping[str, Any]) -> Markup:
    """JSON that can end neither the element it stands in nor a line of script."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.translate(ESCAPES))  # noqa: S704  every character that markup needs is gone


def asset(name: str) -> str:
    """The text of one of our own files."""
    return (ASSETS / name).read_text("utf-8")
