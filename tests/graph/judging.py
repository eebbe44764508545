"""Judgements of all kinds, by chance, on some articles."""

from hypothesis import strategies as st

from hedgerow.graph.by_hand import entered
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Judgement

ANALYSTS = ("Ann", "Ben")
TIMES = ("2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z")
"""Few, so that some judgements are made at one time."""
EDGE = {"type": "visit", "actors": "USA VNM", "status": "occurred", "quote": "They met in Hanoi."}
SOURCES: tuple[dict[str, str], ...] = (
    {},
    {"source_url": "http://a.example/1"},
    {"source_url": "http://a.example/3"},
)


@st.composite
def judgements(draw: st.DrawFn, items: list[Item], most: int = 6) -> list[Judgement]:
    """Some judgements on the claims of articles, and on one another."""
    claims = sorted({claim.id for _, told in items for claim in told})
    made: list[Judgement] = []
    for _ in range(draw(st.integers(0, most))):
        by, at = draw(st.sampled_from(ANALYSTS)), draw(st.sampled_from(TIMES))
        decisions = ["same_actor", "add", *(["undo"] * 2 if made else [])]
        decisions += ["accept", "reject", "correct", "same", "different"] if claims else []
        decision = draw(st.sampled_from(decisions))
        if decision == "undo":
            target = draw(st.sampled_from(made)).id
            made.append(Judgement("undo", (), by, at, undoes=target))
        elif decision == "add":
            edge = EDGE | draw(st.sampled_from(SOURCES))
            made.append(entered(edge, by=by, at=at))
        elif decision == "same_actor":
            code = draw(st.sampled_from(("CHN", "USA", "VNM")))
            text = draw(st.sampled_from(("the  usa", "The CHN", "the RUS")))
            told = {"code": code, "text": text}
            made.append(Judgement("same_actor", (), by, at, corrections=told))
        else:
            named = st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True)
            fields = st.sampled_from(({"type": "visit"}, {"actors": "USA VNM"}, {"date": ""}))
            corrections = draw(fields) if decision == "correct" else {}
            on = tuple(sorted(draw(named)))
            made.append(Judgement(decision, on, by, at, corrections=corrections))
    return made
