"""What resolution reads: claims with the publication date and outlet of their document."""

from dataclasses import dataclass

from hedgerow.graph.records import Claim, Event, Tie
from hedgerow.ontology.vocabulary import Vocabulary, vocabulary

LEAST_CONFIDENCE = 0.5
"""Claims read less surely than this wait for review and resolve into nothing."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim as stored, with what its document says about itself.

    `published` is the EDTF publication date of the document or None, `source` the outlet that
    speaks where the claim is attributed to nobody: its `publisher`, else its `address`. `copy_of`
    is the document that stands for all copies of its text, None where that is itself. Resolution
    looks at no more than these.
    """

    claim: Claim
    published: str | None
    source: str
    publisher: str | None = None
    title: str | None = None
    address: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The events and ties of one bucket, each sorted by id."""

    events: tuple[Event, ...]
    ties: tuple[Tie, ...]


def bucket_of(claim: Claim, words: Vocabulary | None = None) -> str:
    """The bucket a (corrected) claim resolves in: `bucket/<type family>/<sorted actor ids>`.

    Every type of one tie kind shares a family, so a bucket holds all that bears on a tie between
    exactly these actors, in either direction.

    Raises:
        UsageError: the vocabulary has no such type.
    """
    tie_type = (words or vocabulary()).tie_type(claim.type)
    return f"bucket/{tie_type.family}/{'-'.join(sorted(set(claim.actors)))}"
