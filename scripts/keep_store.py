"""Keeps a small store of the present version, for the tests of all later ones.

Run it once for each release: `python -m scripts.keep_store`. In tests/fixtures/stores/VERSION it
puts the store's folder packed, its full export, and what both must still hold. What is there is
never written over, as later versions must go on reading what this one wrote.
"""

import gzip
import json
import sys
import tarfile
import tempfile
from pathlib import Path

from hedgerow.graph.backup import backup
from hedgerow.graph.manifest import NAME
from hedgerow.graph.store import Store
from hedgerow.version import __version__
from tests.graph.doctor.sick import make

KEPT = Path(__file__).parents[1] / "tests" / "fixtures" / "stores"


def keep(folder: Path) -> None:
    """Write a store of made-up articles, rows and judgements, and its export, into a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        path, packed = Path(scratch) / "made.store", Path(scratch) / "store"
        make(path)
        backup(path, packed)
        (packed / NAME).unlink()
        folder.mkdir(parents=True)
        with tarfile.open(folder / "store.tar.xz", "w:xz") as tar:
            tar.add(packed, "store")
        with Store.read(path) as store:
            with gzip.open(folder / "export.nq.gz", "wb") as out:
                store.export_nquads(out, canonical=False)  # type: ignore[arg-type]
            counts = store.counts()
            held = {
                "given": store.given_hash(),
                "documents": counts.documents,
                "claims": counts.claims,
                "judgements": counts.judgements,
                "withdrawn": counts.withdrawn,
            }
    (folder / "held.json").write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    place = KEPT / __version__
    if place.exists():
        sys.exit(f"{place} is there already; a released store is never written over.")
    keep(place)
    size = sum(file.stat().st_size for file in place.iterdir())
    sys.stdout.write(f"{place}: {size / 1024:,.0f} KiB\n")
