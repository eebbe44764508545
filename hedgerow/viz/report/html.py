"""A report as one page to read and print, complete in itself and without scripts."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from hedgerow.viz.links import web_address
from hedgerow.viz.report.drawings import digest, inline, style_hashes
from hedgerow.viz.report.model import Drawing, Report
from hedgerow.viz.report.wording import EVIDENCE, NOTES, place, quotation, standing
from hedgerow.viz.templates import environment_of

ASSETS = files("hedgerow.viz.report") / "assets"
POLICY = "default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'"
MARKS = Markup('<sup class="marks">{}</sup>')
MARK = Markup('<a href="#n{0}"{1} aria-label="evidence {0}">{0}</a>')
ANCHOR = Markup(' id="r{}"')
CONTENTS_FROM = 5
"""A report with fewer sections needs no table of contents."""


def to_html(report: Report) -> bytes:
    """The page; its policy lets no script run and nothing load."""
    css = _asset("page.css")
    drawings = [b for part in report.sections for b in part.blocks if isinstance(b, Drawing)]
    inner = {one: None for drawing in drawings for one in style_hashes(drawing.svg)}
    page = _environment().get_template("page.html.j2")
    return page.render(
        report=report,
        css=Markup(css),  # noqa: S704  our own file
        policy=POLICY.format(" ".join([digest(css), *inner])),
        marks=_Marks(),
        evidence=EVIDENCE,
        notes_column=NOTES,
        contents_from=CONTENTS_FROM,
    ).encode()


class _Marks:
    """Prints the numbers of notes as links; the first link to a note is where it leads back to."""

    def __init__(self) -> None:
        self.seen: set[int] = set()

    def __call__(self, numbers: Sequence[int]) -> Markup:
        links = [self._link(number) for number in numbers]
        return MARKS.format(Markup(", ").join(links)) if links else Markup()

    def _link(self, number: int) -> Markup:
        anchor = Markup() if number in self.seen else ANCHOR.format(number)
        self.seen.add(number)
        return MARK.format(number, anchor)


@cache
def _environment() -> Environment:
    """Templates in which each printed text is freed of controls and then escaped."""
    made = environment_of(ASSETS)
    made.filters.update(
        inline=inline, place=place, quotation=quotation, standing=standing, web_address=web_address
    )
    return made


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text("utf-8")
