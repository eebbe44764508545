"""The same graph as pyvis writes it by default and as `hedgerow network` does."""

from collections import Counter
from collections.abc import Sequence

from pyvis.network import Network

from benchmarks.viewing.graphs import Graph, Happening
from hedgerow.viz.design import style
from hedgerow.viz.network.evidence import Sentence
from hedgerow.viz.network.items import Item
from hedgerow.viz.network.kinds import event_kind
from hedgerow.viz.network.model import NetworkModel, Node
from hedgerow.viz.network.page import page_of
from hedgerow.viz.network.pairs import Pair, pair_of
from hedgerow.viz.network.scale import Span
from hedgerow.viz.network.selection import Limits
from hedgerow.viz.network.wording import date_words

NO_LIMITS = Limits(pairs=10**9, nodes=10**9, matters=10**9)


def pyvis_page(graph: Graph) -> str:
    """What pyvis's own examples lead to, with its files in the page, so that none is fetched."""
    network = Network(cdn_resources="in_line")
    for name in sorted({end for one in graph.happenings for end in one.ends}):
        network.add_node(name, label=name)
    for one in graph.happenings:
        network.add_edge(*one.ends, title=f"{one.day} {one.type}: {one.sentence}")
    return str(network.generate_html())


def our_page(graph: Graph, limits: Limits | None = None) -> str:
    """The page of the strongest pairs, as many as `hedgerow network` shows; or of all pairs."""
    return page_of(_model(graph, limits or Limits()))


def _model(graph: Graph, limits: Limits) -> NetworkModel:
    pairs = _pairs(graph, limits)
    documents = Counter(end for pair in pairs for end in pair.ends for _ in pair.items)
    left = len(graph.by_pair()) - len(pairs)
    return NetworkModel(
        focus=(),
        nodes=tuple(Node(one, one, one, "state", n) for one, n in documents.most_common()),
        pairs=tuple(pairs),
        left_out=(f"{left:,} pairs beyond the {len(pairs):,} with the most evidence",),
        documents=sum(len(pair.items) for pair in pairs),
        published=None,
    )


def _pairs(graph: Graph, limits: Limits) -> list[Pair]:
    kept: list[Pair] = []
    ends: set[str] = set()
    matters = 0
    for pair, happenings in list(graph.by_pair().items())[: limits.pairs]:
        matters += len(happenings)
        ends.update(pair)
        if matters > limits.matters or len(ends) > limits.nodes:
            break
        kept.append(pair_of(pair, _items(happenings, matters)))
    return kept


def _items(happenings: Sequence[Happening], last: int) -> list[Item]:
    first = last - len(happenings)
    return [_item(one, first + number) for number, one in enumerate(happenings)]


def _item(one: Happening, number: int) -> Item:
    kind = event_kind(one.type)
    label = next(s.label for s in style().standings if s.name == one.standing)
    day = one.day.isoformat()
    return Item(
        id=f"event/{number}",
        actors=one.ends,
        directed=False,
        is_tie=False,
        title=kind.label,
        kind=kind,
        standing=one.standing,
        badge=label,
        status="",
        when=date_words(day),
        sort_date=day,
        span=Span(one.day, one.day),
        parties="",
        notes=(),
        sentences=(_sentence(one, number),),
        documents=frozenset({f"document/{number}"}),
    )


def _sentence(one: Happening, number: int) -> Sentence:
    return Sentence(
        claim=f"claim/{number}",
        document=f"document/{number}",
        quote=one.sentence,
        status="",
        title=f"Article {number}",
        publisher="The Daily",
        published=one.day.isoformat(),
        published_words=date_words(one.day.isoformat()),
        url=f"https://example.org/{number}",
        attributed_to=None,
    )
