"""The page on default weights: each with its rationale and source, from the ontology."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from hedgerow.ontology.weights import EdgeKind
from hedgerow.queries.measures.weights import Weight, default_weights


def weights_page() -> str:
    """Weights of events, of ties, and by what is told of either."""
    rows = default_weights().rows.values()
    plain = [row for row in rows if row.attribute is None]
    lines = [*_intro(), *_events(plain), *_ties(plain)]
    return "\n".join([*lines, *_refined(row for row in rows if row.attribute is not None)]) + "\n"


def _intro() -> Iterator[str]:
    yield "# Default weights"
    yield ""
    yield "Written from the ontology; edit `weights.ttl` and `tie_types.ttl` in"
    yield "`hedgerow/ontology/data`, not this page. A proposal with a rationale, not a finding:"
    yield "`hedgerow weights > mine.csv` writes them as a table to edit. What they do is told in"
    yield f"[hedging.md](hedging.md). Their version is `{default_weights().version}`."
    yield ""
    yield "Weights run from -1, the worst, to 1. *Costly* signals make up the costly variants."
    yield ""


def _events(rows: Iterable[Weight]) -> Iterator[str]:
    yield "## Events"
    yield ""
    yield "An event loses half of its weight in its half-life, in days."
    yield ""
    yield "| type | weight | half-life | costly | why | source |"
    yield "|---|---|---|---|---|---|"
    for row in _heaviest_first(rows, "event"):
        costly = "yes" if row.costly else ""
        told = f"{row.half_life} | {costly} | {row.rationale} | {row.source}"
        yield f"| {row.what} | {row.weight:g} | {told} |"
    yield ""


def _ties(rows: Iterable[Weight]) -> Iterator[str]:
    yield "## Ties"
    yield ""
    yield "A tie that is held counts in full, until none confirmed it for its horizon, in days."
    yield ""
    yield "| kind | weight | horizon | costly | why | source |"
    yield "|---|---|---|---|---|---|"
    for row in _heaviest_first(rows, "tie"):
        costly = "yes" if row.costly else ""
        told = f"{row.horizon or 'none'} | {costly} | {row.rationale} | {row.source}"
        yield f"| {row.what} | {row.weight:g} | {told} |"
    yield ""


def _refined(rows: Iterable[Weight]) -> Iterator[str]:
    yield "## By what is told of them"
    yield ""
    yield "Where documents tell a value of an attribute, its weight replaces the one above; of"
    yield "several the one nearest to zero. `unstated` is for edges of which none is told."
    yield ""
    yield "| event or tie | attribute | values | weight | why | source |"
    yield "|---|---|---|---|---|---|"
    alike: dict[tuple[str, ...], list[Weight]] = defaultdict(list)
    for row in rows:
        alike[str(row.attribute), f"{row.weight:g}", row.rationale, row.source].append(row)
    for (attribute, weight, rationale, source), found in alike.items():
        edges = ", ".join(dict.fromkeys(f"{row.what} ({row.edge})" for row in found))
        values = ", ".join(dict.fromkeys(str(row.value) for row in found))
        yield f"| {edges} | {attribute} | {values} | {weight} | {rationale} | {source} |"


def _heaviest_first(rows: Iterable[Weight], edge: EdgeKind) -> list[Weight]:
    wanted = (row for row in rows if row.edge == edge)
    return sorted(wanted, key=lambda row: (-row.weight, row.what))
