"""Whether everything that is pointed to is there: claims, events, documents, entries."""

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from hedgerow.graph.bearing import bearing_quads
from hedgerow.graph.doctor.documents import UNREADABLE
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.trouble import Trouble
from hedgerow.graph.judged import Judged
from hedgerow.graph.judgements_rdf import read_judgement
from hedgerow.graph.ledger import Version, read_entry, read_version, read_withdrawals
from hedgerow.graph.orphans import orphans
from hedgerow.graph.rdf import JUDGEMENTS, LEDGER, RDF_TYPE, RESOLVED, hr, local_id, node, prop
from hedgerow.graph.reading import describe, instances, parts
from hedgerow.graph.reattaching import bearing_here
from hedgerow.graph.resolution import check_judgement
from hedgerow.graph.schema_rdf import this_version
from hedgerow.ontology.partial_date import parse_partial_date

_TO_CLAIMS = "claim"
_TO_EDGES = ("event", "opened_by", "closed_by", "previous", "history_of", "rung_of")
_TO_DOCUMENTS = {"copy_of": "copy", "supersedes": "edition"}
"""By field: what it is called where that is not here."""
_EDGES = ("Event", "Tie")
Pointing = tuple[str, ox.NamedNode | None, Callable[[ox.Store, object], bool], str]
"""A field, the graph it stands in, whether what it points to is there, and a trouble's name."""


def check_version(patient: Patient) -> Iterator[Trouble]:
    """Whether another version resolved the store, so that what it resolved is not compared."""
    found = read_version(patient.database)
    if not patient.is_of_this_version:
        message = f"was resolved by {found}, this is {_told(found)}"
        yield Trouble("version", "ledger/store", message)


def check_ledger(patient: Patient) -> Iterator[Trouble]:
    """An entry for each document, none without one, and none of a day to come."""
    documents = set(patient.documents)
    for each in patient.each(patient.documents):
        entry = read_entry(patient.database, each)
        if entry is None:
            yield Trouble("no_entry", each, "the ledger does not say when it was loaded")
        elif parse_partial_date(entry.recorded[:10]).earliest > patient.tomorrow:
            yield Trouble("future_date", each, f"was loaded on {entry.recorded}, says the ledger")
    yield from (
        Trouble("entry_of_nothing", each, "is in the ledger, but its document is not here")
        for each in sorted({local_id(quad.subject) for quad in entries_of_nothing(patient)})
    )
    for withdrawal in read_withdrawals(patient.database):
        if withdrawal.document in documents:
            yield Trouble("withdrawn_here", withdrawal.document, "was withdrawn, and is here")


def entries_of_nothing(patient: Patient) -> Iterator[ox.Quad]:
    """What the ledger says about documents that are not here, and where these appeared."""
    documents = set(patient.documents)
    for field in ("recorded", "sequence", "retrieved"):
        for quad in patient.database.quads_for_pattern(None, prop(field), None, LEDGER):
            document = "/".join(local_id(quad.subject).split("/")[:2])
            if document not in documents:
                yield quad


def check_references(patient: Patient) -> Iterator[Trouble]:
    """Events and ties rest on claims and on each other, copies and editions on documents."""
    database = patient.database
    pointing: list[Pointing] = [(_TO_CLAIMS, RESOLVED, _is_claim, "dangling")]
    pointing += [(field, RESOLVED, _is_edge, "dangling") for field in _TO_EDGES]
    pointing += [(field, None, _is_document, name) for field, name in _TO_DOCUMENTS.items()]
    for field, graph, is_there, name in pointing:
        for quad in database.quads_for_pattern(None, prop(field), None, graph):
            if not is_there(database, quad.object):
                message = f"its {field} is {quad.object}, which is not here"
                yield Trouble(name, local_id(quad.subject), message)
    for name in _EDGES:
        for each in instances(database, name, RESOLVED):
            claims = database.quads_for_pattern(node(each), prop(_TO_CLAIMS), None, RESOLVED)
            if next(claims, None) is None:
                yield Trouble("no_claim", each, "rests on no claim")


def check_decisions(patient: Patient) -> Iterator[Trouble]:
    """Every judgement can be applied and has the hash of what it says as its id."""
    database = patient.database
    for each in instances(database, "Judgement", JUDGEMENTS):
        corrections = parts(database, "correction_of", each, JUDGEMENTS)
        witnesses = parts(database, "witness_of", each, JUDGEMENTS)
        try:
            found = read_judgement(describe(database, each, JUDGEMENTS), corrections, witnesses)
            check_judgement(found)
        except UNREADABLE as error:
            yield Trouble("judgement", each, f"cannot be applied: {error}")
            continue
        if found.id != each:
            yield Trouble("judgement", each, f"what it says is {found.id}")


def check_judgements(patient: Patient) -> Iterator[Trouble]:
    """Judgements whose claim is not here any more, and what they bear on instead."""
    judged = patient.judged
    for orphan in orphans(patient.database, judged):
        yield Trouble(
            "orphaned", orphan.judgement.id, f"is about {orphan.claim}, not here any more"
        )
    if patient.is_of_this_version:
        bearing = bearing_here(patient.database, Judged(judged.all.values()), judged.all.values())
        if set(bearing_quads(bearing)) != set(bearing_quads(judged.bearing)):
            yield Trouble("bearing", "graph/judgements", "bear on other claims than is stored")


def _is_claim(database: ox.Store, term: object) -> bool:
    return (
        next(database.quads_for_pattern(_named(term), prop("start"), None, None), None) is not None
    )


def _is_edge(database: ox.Store, term: object) -> bool:
    return any(ox.Quad(_named(term), RDF_TYPE, hr(name), RESOLVED) in database for name in _EDGES)


def _is_document(database: ox.Store, term: object) -> bool:
    return database.contains_named_graph(_named(term))


def _named(term: object) -> ox.NamedNode:
    """A node, whatever stands there: nothing is called by the id of a literal."""
    return term if isinstance(term, ox.NamedNode) else node("none")


def _told(found: Version | None) -> str:
    """This version in words, or that only its files differ."""
    version = this_version()
    same = found is not None and str(found) == str(version)
    return "the same with other files" if same else str(version)
