"""The key edges of a dossier by lane, and apart from them what is not concluded or held."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.dossier.edges import Between, Placed
from hedgerow.queries.dossier.lanes import Lane, lanes
from hedgerow.queries.words.phrases import counted, listed
from hedgerow.viz.dossier.apart import all_apart, bullets, plain_table
from hedgerow.viz.dossier.page import WHOLE, Page
from hedgerow.viz.report import Line, Paragraph, Section

HEAD = "4. Key matters by lane"
MOST = 4
"""As many matters stand in a lane with one pole."""


def key_matters(page: Page) -> Iterator[Section]:
    """A table a lane, then a box each for what is only possibly held, in prospect or in doubt."""
    found = page.found.between
    if not any(each.placed for each in found):
        none = f"Nothing with {listed(page.poles)} by {page.found.on}, concluded or not"
        yield page.head(HEAD, Paragraph(f"{none}: none found in {page.looked_in}."))
        return
    yield page.head(
        HEAD,
        Paragraph(
            f"Concluded or held on {page.found.on}: {_counts(page)}. The weightiest stand first, "
            f"at most {MOST} a pole and lane; what opened or bore out a tie is told with the tie."
        ),
    )
    filled = [lane for lane in lanes() if any(each.block("concluded", lane) for each in found)]
    yield from (_lane(page, lane) for lane in filled)
    empty = [_empty(lane, found) for lane in lanes() if lane not in filled]
    if empty:
        told = f"{'; '.join(empty)}. Section 6 tells what may be said of that."
        yield page.part("Lanes in which nothing concluded or held was found", Paragraph(told))
    yield from all_apart(page)


def _counts(page: Page) -> str:
    """`4 with China and 2 with Russia; possibly held, and not among these: 1 with China`."""
    pairs = list(zip(page.poles, page.found.between, strict=True))
    sure = listed([f"{len(each.block('concluded'))} with {pole}" for pole, each in pairs])
    perhaps = {pole: len(each.block("possible")) for pole, each in pairs}
    told = listed([f"{number} with {pole}" for pole, number in perhaps.items() if number])
    return f"{sure}; only possibly held, and not among these: {told}" if told else sure


def _empty(lane: Lane, found: Sequence[Between]) -> str:
    perhaps = sum(len(each.block("possible", lane)) for each in found)
    return f"{lane.name} ({counted(perhaps, 'tie')} possibly held)" if perhaps else lane.name


def _lane(page: Page, lane: Lane) -> Section:
    rows: list[Placed] = []
    beside: list[Line] = []
    for pole, each in zip(page.poles, page.found.between, strict=True):
        told = each.block("concluded", lane)
        rows += told[:MOST]
        if len(told) > MOST:
            beside.append(page.more(len(told) - MOST, WHOLE, each.pole))
        if not told:
            beside.append(Line(f"With {pole} {_absent(page, each, lane)}."))
    return page.part(lane.name, plain_table(page, rows), *bullets(beside))


def _absent(page: Page, each: Between, lane: Lane) -> str:
    """What may be said of a pole with which nothing concluded or held is told."""
    perhaps = len(each.block("possible", lane))
    if perhaps:
        return f"nothing surely held, but {counted(perhaps, 'tie')} possibly"
    missing = next(gaps.absence for gaps in page.found.gaps if gaps.pole == each.pole)
    return missing.in_words if not missing.is_thin else "nothing, and too little is loaded to tell"
