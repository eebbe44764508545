"""Stores full of texts that a reader of CSV could take for something else."""

from collections.abc import Iterator
from dataclasses import replace

from hedgerow.graph.intake import Item
from hedgerow.graph.records import Appearance, Document, Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import article, claim

HOSTILE = (
    'They said "no", then ""yes"", and left: "',
    "a,b;c|d\te\\",
    'back\\slash \\" and \\n',
    "one\ntwo\r\nthree\rfour\n\n",
    "=HYPERLINK(1)",
    "'; DROP DATABASE neo4j; //",
    "Việt Nam \u4e2d\u6587 \U0001f600 e\u0301 \u2028 \u2029 \x85",
    "\ufeff \x00\x01\x1f\x7f",
    "  blanks around  ",
    "null",
    '"',
    "\n",
)
SAVED = "$(touch owned) `touch owned`"


def hostile_items() -> Iterator[Item]:
    """Articles whose every text is one that a CSV reader could take for something else."""
    for text in HOSTILE:
        place = Appearance(text, title=text, publisher=SAVED, published="2024", external_id=text)
        of = Document(f"{text} {text}", (place, Appearance("elsewhere.txt")))
        told = claim(of, "arms_deal", "RUS VNM", "planned", "2024-05")
        flags = ("fiction", "satire")
        yield of, [replace(told, flags=flags, attributed_to=text, item=text, place="", rule=text)]


def busy(store: Store) -> None:
    """Hostile articles, a deal that some deny in such words, and a judgement."""
    store.add([*hostile_items(), *contested_items()])
    store.add([article("Ties.", "partnership_upgrade", "USA VNM", "occurred", "2023-09-10")])
    named = tuple(sorted(each.id for each in store.claims())[:1])
    at = "2024-01-01T00:00:00Z"
    store.judge(Judgement("correct", named, HOSTILE[0], at, HOSTILE[3], {"status": "signed"}))


def contested_items() -> Iterator[Item]:
    """A base that some report and some deny, all named in words that end in lists."""
    for place, (text, speaker) in enumerate(zip("abcdef", HOSTILE, strict=False)):
        status = ("reported", "denied")[place % 2]
        of, (told,) = article(text, "base_access", "CHN KHM", status, "2019-07")
        stage = "agreed" if status == "denied" else None
        yield of, [replace(told, stage=stage, place="Ream", attributed_to=speaker)]
