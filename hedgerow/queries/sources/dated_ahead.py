"""Documents that are dated after they were loaded, or after today: mistaken, or spoofed."""

import datetime as dt

import pyoxigraph as ox

from hedgerow.graph.rdf import LEDGER, local_id
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.partial_date import date_or_none
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.kept import kept

DATED_AHEAD = "dated in the future"
TIME_ZONES = dt.timedelta(days=1)
_LATER = """
SELECT ?claim ?day ?recorded WHERE {
  GRAPH $ledger { ?document hr:recorded ?recorded }
  GRAPH ?document { ?document hr:publishedEarliest ?day . ?claim hr:document ?document }
  FILTER(STR(?day) > SUBSTR(STR(?recorded), 1, 10)) }
"""


def claims_dated_ahead(snapshot: Snapshot) -> frozenset[str]:
    """The claims of documents that were loaded before their own date, by the ledger's clock.

    What a day is differs with the place, so one day ahead is no fault.
    """
    return kept(snapshot, ("dated ahead",), lambda: _read(snapshot))


def is_dated_ahead(source: Source) -> bool:
    """Whether a sentence is of a document that is dated after today."""
    date = date_or_none(source.published) if source.published else None
    return date is not None and date.earliest > dt.datetime.now(dt.UTC).date() + TIME_ZONES


def _read(snapshot: Snapshot) -> frozenset[str]:
    found = snapshot.query(_LATER, {"ledger": LEDGER})
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    return frozenset(
        local_id(row["claim"])
        for row in found
        if dt.date.fromisoformat(row["day"].value)
        > dt.datetime.fromisoformat(row["recorded"].value).date() + TIME_ZONES
    )
