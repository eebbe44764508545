"""The page itself: the model through pyvis's node and edge lists into our own template.

Article text is hostile: it enters the page only through the template's autoescape or as escaped
JSON, and the policy in the page lets no script run but the three below, by their hashes.
"""

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from hedgerow.errors import UsageError
from hedgerow.graph.ids import dyad_id
from hedgerow.graph.snapshot import Snapshot
from hedgerow.viz.files import write_whole
from hedgerow.viz.network.drawing import drawing
from hedgerow.viz.network.model import NetworkModel, network_model
from hedgerow.viz.network.pairs import kinds, tally
from hedgerow.viz.network.style import style
from hedgerow.viz.network.wording import counted, date_words, listed, names

PACKAGE = files("hedgerow.viz.network")
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
POLICY = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


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
    with the evidence of `open_edge`, a pair of ids; None: the focus's best attested pair. `as_of`
    is the day on which ties count as unconfirmed; None: the newest publication date on the page.

    Raises:
        UnknownActor: an id in `focus` is no actor's.
        UsageError: `open_edge` is not on the page.
        NothingDone: the snapshot holds nothing to show.
    """
    model = network_model(snapshot, focus=focus, as_of=as_of)
    opened = _opened(model, open_edge)
    scripts = {name: Markup(text) for name, text in _scripts().items()}  # noqa: S704  our own files
    return _template().render(
        title=title or _title(model),
        policy=_policy(_scripts().values()),
        css=Markup(_text("assets/page.css")),  # noqa: S704  our own file
        scripts=scripts,
        data=_json(drawing(model) | {"open": opened}),
        model=model,
        opened=opened,
        style=style(),
        summary=_summary(model),
    )


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


def _text(name: str) -> str:
    return PACKAGE.joinpath(name).read_text("utf-8")


def _scripts() -> dict[str, str]:
    vendored = _text("vendor/vis-network.min.js")
    return {
        "boot": 'document.documentElement.className = "js";',
        "vis": vendored[: vendored.rindex("//# sourceMappingURL=")],
        "drawing": _text("assets/drawing.js"),
        "page": _text("assets/page.js"),
    }


def _policy(scripts: Iterable[str]) -> str:
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return POLICY.format(hashes=hashes)


def _json(data: dict[str, Any]) -> Markup:
    """JSON that can end neither the element it stands in nor a line of script."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.translate(ESCAPES))  # noqa: S704  every character that markup needs is gone


def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(tally=tally, kinds=kinds, date_words=date_words)
    return environment.from_string(_text("assets/page.html.j2"))
