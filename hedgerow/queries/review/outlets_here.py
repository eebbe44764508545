"""Whether an outlet that somebody rates has published anything that is here."""

import pyoxigraph as ox

from hedgerow.graph.ratings import outlet_key
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.outlets import keys_of, outlets

_IMPRINTS = """
SELECT DISTINCT ?publisher ?url WHERE { GRAPH ?document { ?document a hr:Document .
  OPTIONAL { ?document hr:publisher ?publisher } OPTIONAL { ?document hr:url ?url } } }
"""


def is_here(snapshot: Snapshot, outlet: str) -> bool:
    """Whether a document is of an outlet, by a name or host of it."""
    wanted = outlet_key(outlet)
    found = snapshot.query(_IMPRINTS)
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    for publisher, url in found:
        name, address = (each.value if each else "" for each in (publisher, url))
        known = outlets().find(name, address)
        if wanted in {known.name.casefold() if known else "", *keys_of(name, address)}:
            return True
    return False
