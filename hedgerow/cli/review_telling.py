"""`hedgerow review show, history, orphaned, conflicts`: what was decided, and about what."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption
from hedgerow.cli.output import note, print_rows, print_table, wrapped

if TYPE_CHECKING:
    from hedgerow.graph.records import Claim
    from hedgerow.graph.snapshot import Snapshot

CONTEXT = 300
"""So many characters before and after a sentence are shown with it."""


def show(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its first digits.")],
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show a claim in context: its sentence, what rests on it, and what was decided.

    Example: hedgerow review show claim/0a1b2c3d
    """
    from hedgerow.graph.conflicts import conflicts
    from hedgerow.graph.store import Store
    from hedgerow.queries.review.standing import judged_in
    from hedgerow.queries.review.telling import JUDGEMENTS, bearing_on, judgement_rows
    from hedgerow.queries.review.withdrawn import id_here

    with Store.read(store) as snapshot:
        (found,) = snapshot.claims(ids=[id_here(snapshot, claim, "claim")])
        judged = judged_in(snapshot)
        told = _told(snapshot, found)
        made = bearing_on(judged, found.id)
        rows = list(judgement_rows(judged, made, conflicts(judged)))
    if how is Format.json:
        typer.echo(json.dumps({**told, "judgements": rows}, ensure_ascii=False, indent=2))
    elif how is Format.csv:
        print_rows([told], [*told], how)
    else:
        for name, value in told.items():
            for each in value if isinstance(value, list) else [value]:
                if each:
                    typer.echo(wrapped(f"{name.replace('_', ' ')}: {each}", indent="  "))
        if rows:
            print_table(rows, JUDGEMENTS[:-1])


def history(
    claim: Annotated[
        str | None, typer.Argument(help="Only on this claim; all judgements without it.")
    ] = None,
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """List judgements: who, when, what and why; the undone and the contrary are marked.

    Example: hedgerow review history --format csv
    """
    from hedgerow.graph.conflicts import conflicts
    from hedgerow.graph.store import Store
    from hedgerow.queries.questions.edge_ids import full_id
    from hedgerow.queries.review.telling import JUDGEMENTS, bearing_on, judgement_rows

    with Store.read(store) as snapshot:
        judged = snapshot.judged()
        if claim is None:
            made = list(judged.all.values())
        else:
            made = bearing_on(judged, full_id(snapshot, claim, ("claim",)))
        rows = list(judgement_rows(judged, made, conflicts(judged)))
    print_rows(rows, JUDGEMENTS, how)
    if how is Format.table and not rows:
        note("no judgements")


def orphaned(how: FormatOption = Format.table, store: StoreOption = DEFAULT_STORE) -> None:
    """List judgements on claims that are not here any more, nor found again.

    Example: hedgerow review orphaned
    """
    from hedgerow.graph.store import Store
    from hedgerow.queries.review.telling import ORPHANS, orphan_rows

    with Store.read(store) as snapshot:
        rows = list(orphan_rows(snapshot.orphaned()))
    print_rows(rows, ORPHANS, how)
    if how is Format.table and not rows:
        note("no orphaned judgements")


def conflicts_(how: FormatOption = Format.table, store: StoreOption = DEFAULT_STORE) -> None:
    """List what two analysts hold the contrary of; the later judgement counts.

    Example: hedgerow review conflicts
    """
    from hedgerow.graph.conflicts import conflicts
    from hedgerow.graph.store import Store
    from hedgerow.queries.review.telling import CONFLICTS, conflict_rows

    with Store.read(store) as snapshot:
        rows = list(conflict_rows(conflicts(snapshot.judged())))
    print_rows(rows, CONFLICTS, how)
    if how is Format.table and not rows:
        note("no conflicts")


def add_to(app: typer.Typer) -> None:
    """Make them commands of a group."""
    for name, command in (("show", show), ("history", history), ("orphaned", orphaned)):
        app.command(name)(command)
    app.command("conflicts")(conflicts_)


def _told(snapshot: "Snapshot", claim: "Claim") -> dict[str, object]:
    from hedgerow.graph.catalogue import edges_resting_on, imprint_of_claim
    from hedgerow.graph.rows_rdf import is_row
    from hedgerow.queries.reading.rated import ratings_of
    from hedgerow.queries.review.standing import judged_in
    from hedgerow.queries.review.telling import told_claim
    from hedgerow.queries.review.weight import verdict, whether_it_counts
    from hedgerow.queries.words.phrases import slug_words
    from hedgerow.queries.words.wording import told_edge

    stands = judged_in(snapshot).standing(claim)
    text = "" if is_row(claim) else snapshot.document(claim.document).text
    place = imprint_of_claim(snapshot, claim)
    edges = edges_resting_on(snapshot, claim.id)
    found = [snapshot.event(e) if e.startswith("event/") else snapshot.tie(e) for e in edges]
    return {
        "claim": claim.id,
        "read_as": told_claim(claim),
        "stands_as": "nothing, it does not count" if stands is None else told_claim(stands),
        "date": (stands or claim).date,
        "counts": whether_it_counts(snapshot, claim),
        "confidence": round(claim.confidence, 2),
        "engine": claim.engine,
        "judged": verdict(snapshot, claim.id),
        "flags": [slug_words(each) for each in claim.flags],
        "before": text[max(0, claim.start - CONTEXT) : claim.start].strip() or None,
        "quote": claim.quote,
        "after": text[claim.end : claim.end + CONTEXT].strip() or None,
        "document": claim.document,
        "title": place.title,
        "publisher": place.publisher,
        "published": place.published,
        "address": place.address,
        "handling": ratings_of(snapshot).handling(claim.document),
        "rests_on_it": [f"{each.id} {told_edge(each)}" for each in found],
    }
