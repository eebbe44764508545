"""The page itself: the model through pyvis's node and edge lists into our own template.

Article text is hostile: it enters the page only through the template's autoescape or as escaped
JSON, and the policy in the page lets no script run but those below, by their hashes.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from hedgerow.errors import UsageError
from hedgerow.graph.ids import dyad_id
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.reading.origin import origin_of
from hedgerow.queries.words.phrases import counted, listed, names
from hedgerow.viz.design import Group, css, style
from hedgerow.viz.files import write_whole
from hedgerow.viz.network.drawing import drawing
from hedgerow.viz.network.inlined import BOOT, asset, escaped_json, policy, scripts
from hedgerow.viz.network.kinds import Kind
from hedgerow.viz.network.model import NetworkModel, network_model
from hedgerow.viz.network.pairs import kinds, tally
from hedgerow.viz.network.wording import date_words
from hedgerow.viz.report.handling import margin


def network_page(
    snapshot: Snapshot,
    *,
    focus: Sequence[str] = (),
    title: str | None = None,
    open_edge: tuple[str, str] | None = None,
    as_of: dt.date | None = None,
) -> str:
    """One HTML page, complete in itself, of the ties that a snapshot holds.

    `focus` holds actor ids: the page then shows their ties and those among their partners. It opens
    with the evidence of `open_edge`, a pair of ids; None: that of the two in the focus, else the
    focus's best attested pair. `as_of` is the day on which ties count as unconfirmed; None: the
    newest publication date on the page.

    Raises:
        UnknownActor: an id in `focus` is no actor's.
        UsageError: `open_edge` is not on the page.
        NothingDone: the snapshot holds nothing to show.
    """
    model = network_model(snapshot, focus=focus, as_of=as_of)
    return page_of(model, title=title, open_edge=open_edge, origin=origin_of(snapshot))


def page_of(
    model: NetworkModel,
    *,
    title: str | None = None,
    open_edge: tuple[str, str] | None = None,
    origin: str | None = None,
) -> str:
    """The page of a model; the rest as in `network_page`."""
    items = {item.id: item for pair in model.pairs for item in pair.items}.values()
    heading = title or _title(model)
    page = _template().render(
        origin=origin,
        title=f"{model.handling}: {heading}" if model.handling else heading,
        policy=policy((BOOT, *scripts())),
        css=Markup(css() + asset("page.css")),  # noqa: S704  our own files
        boot=BOOT,
        scripts=scripts(),
        data=escaped_json(drawing(model) | {"open": _opened(model, open_edge)}),
        model=model,
        groups=_groups(model),
        scale=model.scale,
        undated=sum(not item.is_dated for item in items),
        style=style(),
        summary=_summary(model),
    )
    return page.replace("</head>", _on_printed_pages(model.handling), 1) if model.handling else page


def _on_printed_pages(mark: str) -> str:
    return f"<style>{margin(mark)}</style>\n</head>"


def write_page(path: Path, html: str) -> None:
    """Write the page as UTF-8, whole or not at all.

    Raises:
        UsageError: the place cannot be written to.
    """
    write_whole(path, html.encode())


def _title(model: NetworkModel) -> str:
    return f"Ties of {listed(names(model.focus))}" if model.focus else "Ties between states"


def _summary(model: NetworkModel) -> str:
    matters = {item.id for pair in model.pairs for item in pair.items}
    counts = [
        counted(len(model.nodes), "actor"),
        counted(len(model.pairs), "pair"),
        counted(len(matters), "event or tie", "events and ties"),
    ]
    span = ""
    if model.published is not None:
        first, last = (date_words(date) for date in model.published)
        span = f", published {first}" + (f" to {last}" if last != first else "")
    return f"{listed(counts)} from {counted(model.documents, 'document')}{span}"


def _opened(model: NetworkModel, open_edge: tuple[str, str] | None) -> str | None:
    """The id of the pair whose evidence the page opens with."""
    if open_edge is None:
        return model.pairs[0].id if model.focus else None
    wanted = dyad_id(*open_edge).removeprefix("dyad/")
    if all(pair.id != wanted for pair in model.pairs):
        raise UsageError(
            f"The page has no line between {listed(names(open_edge))}; "
            f"choose a pair such as {model.pairs[0].id}."
        )
    return wanted


def _groups(model: NetworkModel) -> list[tuple[Group, list[tuple[int, Kind]]]]:
    """The groups of the legend, each with the kinds on the page that it colours."""
    kinds = list(enumerate(model.kinds))
    return [
        (group, [(number, kind) for number, kind in kinds if kind.group == group.name])
        for group in style().groups
    ]


def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(tally=tally, kinds=kinds, date_words=date_words)
    return environment.from_string(asset("page.html.j2"))
