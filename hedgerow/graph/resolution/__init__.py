"""Resolution: events and ties as a disposable, order-independent function of claims.

A bucket holds the claims of one type family between one set of actors. `bucket_of` names it,
`resolve_bucket` turns it into events and ties, `apply_judgements` gives the claims as analysts have
them, `step_date` the day on which a claim counts, `status_as_of` reads an event's history for a day
and a state of knowledge.
"""

from hedgerow.graph.resolution.checking import ACTORS, check_judgement
from hedgerow.graph.resolution.evidence import LEAST_CONFIDENCE, Evidence, Resolved, bucket_of
from hedgerow.graph.resolution.history import CONTESTED, status_as_of, step_date
from hedgerow.graph.resolution.judging import apply_judgements
from hedgerow.graph.resolution.readings import DENIED, read_evidence
from hedgerow.graph.resolution.resolve import resolve_bucket

__all__ = [
    "ACTORS",
    "CONTESTED",
    "DENIED",
    "LEAST_CONFIDENCE",
    "Evidence",
    "Resolved",
    "apply_judgements",
    "bucket_of",
    "check_judgement",
    "read_evidence",
    "resolve_bucket",
    "status_as_of",
    "step_date",
]
