"""`hedgerow reread`: stored texts read anew with the rules of today."""

from typing import Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    ClusterOption,
    EngineOption,
    QuietOption,
    StoreOption,
    WorkersOption,
)
from hedgerow.cli.output import note
from hedgerow.cli.reader import open_reader


def reread(
    documents: Annotated[
        list[str] | None, typer.Argument(help="Ids of documents, or their starts [all].")
    ] = None,
    workers: WorkersOption = 1,
    cluster: ClusterOption = None,
    engine: EngineOption = None,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
) -> None:
    """Read stored texts anew, after an update of hedgerow, and replace what they are read to say.

    Judgements bear on what is read in place of their claims; those that lost theirs are kept and
    listed by `hedgerow review orphaned`. Tables, entries by hand and what a language model read
    stay as they are.

    Example: hedgerow reread document/0a1b2c3d
    """
    from hedgerow.cli.load import open_patiently
    from hedgerow.graph.store import Store
    from hedgerow.loaders.rereading import reread as read_anew
    from hedgerow.queries.questions.edge_ids import full_id
    from hedgerow.queries.words.changed import changed_in_words
    from hedgerow.queries.words.phrases import counted

    Store.read(store).close()  # opening for writing would make a store where there is none
    with (
        open_reader(engine, None, workers=workers, cluster=cluster, explaining=False) as reader,
        open_patiently(store) as opened,
    ):
        ids = [full_id(opened, each, ("document",)) for each in documents or ()]
        told = read_anew(
            opened, ids or [each.id for each in opened.documents()], reader.extract_many
        )
        lost = len({each.judgement.id for each in opened.orphaned()})
    reader.tell(quiet=quiet)
    edges = changed_in_words(sum(len(each) for each in told.changes))
    typer.echo(f"{counted(told.documents, 'text')} read, {told.differing:,} otherwise; {edges}")
    if told.kept:
        note(f"{counted(told.kept, 'document')} kept: stated by a table, a model or a person")
    if lost:
        note(f"{counted(lost, 'judgement')} lost what they name; see: hedgerow review orphaned")
