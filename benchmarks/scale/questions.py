"""Five questions in plain SPARQL that every engine can answer; `$name` is whom they are about."""

import hashlib
import re
import statistics
from collections.abc import Callable, Iterable, Mapping

from benchmarks.scale.measuring import Clock

Row = tuple[str, ...]
Ask = Callable[[str], Iterable[Row]]

QUESTIONS: Mapping[str, str] = {
    "claims of a pair, 2015-2020": """
SELECT ?claim ?type ?day ?quote WHERE {
  ?claim hr:dyad $dyad ; a hr:Claim ; hr:tieType ?type ; hr:earliest ?day ; hr:quote ?quote
  FILTER(?day >= "2015-01-01"^^xsd:date && ?day <= "2020-12-31"^^xsd:date)
}""",
    "types by year of a pair": """
SELECT ?type ?year (COUNT(?event) AS ?events) WHERE {
  ?event hr:dyad $dyad ; a hr:Event ; hr:tieType ?type ; hr:earliest ?day
  BIND(YEAR(?day) AS ?year)
} GROUP BY ?type ?year""",
    "top partners of a state": """
SELECT ?partner (COUNT(?event) AS ?events) WHERE {
  ?event hr:actor $a ; a hr:Event ; hr:actor ?partner FILTER(?partner != $a)
} GROUP BY ?partner ORDER BY DESC(?events) ?partner LIMIT 10""",
    "evidence of an event": """
SELECT ?claim ?quote ?title ?publisher ?published ?url WHERE {
  $event hr:claim ?claim . ?claim hr:quote ?quote ; hr:document ?document .
  ?document hr:title ?title ; hr:publisher ?publisher ; hr:published ?published ; hr:url ?url
}""",
    "tied to both of two states": """
SELECT ?who WHERE {
  { SELECT DISTINCT ?who WHERE { ?one hr:actor $a ; a hr:Tie ; hr:actor ?who } }
  { SELECT DISTINCT ?who WHERE { ?two hr:actor $b ; a hr:Tie ; hr:actor ?who } }
  FILTER(?who != $a && ?who != $b)
}""",
}


def asked(ask: Ask, arguments: list[dict[str, str]]) -> list[dict[str, object]]:
    """What each question took, asked once before the clock starts, and a digest of its rows."""
    return [
        {"question": name} | _of_one(ask, [_fill(text, given) for given in arguments])
        for name, text in QUESTIONS.items()
    ]


def _of_one(ask: Ask, queries: list[str]) -> dict[str, object]:
    list(ask(queries[0]))
    taken: list[Clock] = []
    digest, rows = hashlib.sha256(), 0
    for query in queries:
        with Clock() as clock:
            found = list(ask(query))
        taken.append(clock)
        rows += len(found)
        digest.update(repr(sorted(found)).encode())
    return {
        "ms": statistics.median(each.wall for each in taken) * 1000,
        "cpu_ms": statistics.median(each.cpu for each in taken) * 1000,
        "slowest_ms": max(each.wall for each in taken) * 1000,
        "rows": rows,
        "digest": digest.hexdigest(),
    }


def _fill(text: str, given: Mapping[str, str]) -> str:
    return re.sub(r"\$(\w+)", lambda name: given[name[1]], text)
