"""Whether what is derived from whole documents is so: copies and editions; and the ontology."""

from collections.abc import Iterator
from itertools import chain

import pyoxigraph as ox

from hedgerow.graph.copies import Copies
from hedgerow.graph.copies_text import Wordings
from hedgerow.graph.difference import Difference
from hedgerow.graph.doctor.comparison import compared, told
from hedgerow.graph.doctor.documents import UNREADABLE
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.editions import Editions
from hedgerow.graph.rdf import ACTORS, COPIES, ONTOLOGY, node, prop
from hedgerow.graph.reading import find_document, find_table
from hedgerow.graph.schema_rdf import schema_quads


def check_ontology(patient: Patient) -> Iterator[Trouble]:
    """The graphs of the ontology and the actors are those of this version."""
    if patient.is_of_this_version:
        stored = chain.from_iterable(
            patient.database.quads_for_pattern(None, None, None, each)
            for each in (ONTOLOGY, ACTORS)
        )
        missing, strange = compared(schema_quads(), stored)
        if missing or strange:
            yield Trouble("ontology", "graph/ontology", told(missing, strange))


def check_copies(patient: Patient) -> Iterator[Trouble]:
    """The documents that are copies of others are those that are stored as such."""
    if not patient.is_of_this_version:
        return
    found = Copies(patient.database, Wordings())
    expected = found.start_anew()
    stored = patient.database.quads_for_pattern(None, None, None, COPIES)
    missing, strange = compared(expected, stored)
    if missing or strange:
        yield Trouble("copy", "graph/copies", told(missing, strange))
    for each in found.changes():
        message = f"is a copy of {each.after}, and {each.before} is stored"
        yield Trouble("copy", each.document, message)


def check_editions(patient: Patient) -> Iterator[Trouble]:
    """The documents that supersede others are those that are stored as such."""
    for each in patient.each(patient.documents):
        difference = editions_of(patient.database, each)
        if difference:
            yield Trouble("edition", each, "does not supersede the editions before it, or others")


def editions_of(database: ox.Store, document: str) -> Difference:
    """What is to change in the editions that a document supersedes."""
    difference = Difference()
    try:
        found = find_document(database, document)
        table = find_table(database, document)
        older = Editions(database, {}).superseded_by(found) if found and table is None else []
    except UNREADABLE:
        return difference  # of which others tell
    place = node(document)
    stored = database.quads_for_pattern(place, prop("supersedes"), None, place)
    wanted = [str(ox.Quad(place, prop("supersedes"), node(each), place)) + " .\n" for each in older]
    difference.replace([f"{quad} .\n" for quad in stored], wanted)
    return difference
