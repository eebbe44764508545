"""Every question of the library with odd arguments, on a small store."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random

from benchmarks.synthetic import items, states_by_weight
from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.questions.library import questions
from tests.fuzz.mutating import mutated
from tests.fuzz.target import Target, holds
from tests.queries.making import vietnam

CLAIMS = 300
SOUND, NAMED = 0.7, 0.97
"""How often a value is a sound one, and a name one of the question's."""
ODD = (
    *("", " ", "0", "-1", "1e9", "٣", "9" * 40, "NaN", "\0", "\n", "\x1b[2J", "\u202e", "x" * 5000),
    *("VNM,", ",,,", "VNM,VNM", "'; DROP", '"} UNION {?s ?p ?o} #', "<x>", "../..", "{a}", "%s"),
    *("2024-13", "2024-02-30", "0000", "0001", "9999", "9999-12-31", "0001-01-01", "2024-1"),
    *("newest", "recent", "Korea", "nobody", "event/0", "claim/" + "0" * 32, "tie/", "all", "İ"),
)  # fmt: skip
DATES = ("1990", "2008-05", "2020-02-29", "2024", "newest", "1800", "2100-12-31")
NUMBERS = ("1", "2", "7", "30", "365", "10000")


def targets() -> Iterator[Target]:
    """One for the whole library."""
    yield Target("questions", 8, _make, _check)


@cache
def store() -> Store:
    """A store in memory with made-up articles, and with many that chance made."""
    made = Store.open()
    made.add([each.item() for each in vietnam()])
    made.add(items(CLAIMS))
    return made


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """Sound values by kind of parameter."""
    codes = (*states_by_weight()[:8], "VNM", "CHN", "USA", "RUS", "ASEAN")
    edges = (*(one.id for one in store().events()), *(one.id for one in store().ties()))
    claims = tuple(one.id for one in store().claims())
    return {
        "actor": (*codes, "Viet Nam", "china"),
        "actors": (*(f"{one},{codes[0]}" for one in codes[1:]), *codes, ",".join(codes)),
        "first_day": DATES,
        "last_day": DATES,
        "document": tuple(one.id for one in store().documents()),
        "edge": (*edges, *claims[:50]),
        "whole": NUMBERS,
    }


def _make(chance: Random) -> bytes:
    one = questions()[chance.choice(sorted(questions()))]
    told = {}
    for each in one.parameters:
        if each.required or chance.random() < 0.5:
            name = each.name if chance.random() < NAMED else chance.choice(ODD)
            told[name] = value(chance, _kinds()[each.kind])
    return json.dumps({"question": one.name, "arguments": told}).encode()


def value(chance: Random, sound: tuple[str, ...]) -> str:
    """A value that is sound, odd, or nearly sound."""
    dice = chance.random()
    if dice < SOUND:
        return chance.choice(sound)
    if dice < (1 + SOUND) / 2:
        return chance.choice(ODD)
    return mutated(chance, chance.choice(sound).encode()).decode(errors="replace")[:2000]


def _check(data: bytes) -> None:
    asked = json.loads(data)
    try:
        answer = ask(store(), asked["question"], asked["arguments"])
    except UsageError as error:
        holds(str(error).strip(), "an error says something")
        holds(str(error).isprintable(), "an error can be shown")
        return
    names, rows = answer.table()
    holds(answer.in_words, "an answer has words")
    holds(all(set(row) <= set(names) for row in rows), "rows have the columns")
    json.dumps([answer.in_words, *answer.notes, *map(dict, rows)], default=str)
