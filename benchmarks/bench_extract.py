"""Extraction speed on one core: words and articles a second, peak memory.

Reads the example and development articles over and over; CPU time, so that a busy machine does not
matter much.
"""

import argparse
import json
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from hedgerow.graph.records import Document
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.sources import read_sources

ROOT = Path(__file__).parents[1]
ARTICLES = (ROOT / "examples" / "articles", ROOT / "evaluation" / "development")
ENGINES: tuple[tuple[str, ...], ...] = (("patterns",), ("dependency", "patterns"))
AIM = 16_000
"""Words a second on one core with both engines."""


def articles() -> list[Document]:
    return [
        item
        for item in read_sources([str(folder) for folder in ARTICLES])
        if isinstance(item, Document)
    ]


def measure(engines: Sequence[str], rounds: int) -> dict[str, object]:
    documents = articles() * rounds
    extractor = Extractor(engines)
    for document in documents[:3]:
        extractor.extract(document)
    words = sum(len(document.text.split()) for document in documents)
    started = time.process_time()
    claims = sum(len(found) for _, found in extractor.extract_many(documents))
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {
        "engines": "+".join(engines),
        "articles": len(documents),
        "articles_s": len(documents) / seconds,
        "words_s": words / seconds,
        "parsed": extractor.parsed / extractor.sentences,
        "claims_an_article": claims / len(documents),
        "peak_mib": peak,
    }
    print(
        f"extract {found['engines']:<20} "
        f"{found['articles_s']:7.1f} articles/s  {found['words_s']:9,.0f} words/s"
        f"  {found['parsed']:.0%} of sentences parsed"
        f"  {claims:6,} claims  peak {peak:,.0f} MB"
    )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=6, help="times the articles are read")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    rows = [measure(engines, options.rounds) for engines in ENGINES]
    print(f"aim with both engines: {AIM:,} words/s, 700 MB")
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
