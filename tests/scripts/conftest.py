"""A small Wikidata of invented officials behind a real HTTP server on this machine."""

import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store

SCRIPTS = Path(__file__).parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

PREFIXES = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix s: <http://www.wikidata.org/entity/statement/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@dataclass
class Reply:
    """What the server says instead of an answer."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


class Wikidata:
    """The graph, the requests it got, and the replies it gives first."""

    def __init__(self) -> None:
        self.store = Store()
        self.queries: list[str] = []
        self.agents: list[str] = []
        self.first: list[Reply] = []
        self.url = ""
        self._statements = 0

    def add(self, turtle: str) -> None:
        """More triples."""
        self.store.load((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE)

    def person(self, item: str, name: str, *aliases: str, language: str = "en") -> None:
        """A person with an English name, or one for all languages."""
        self.add(f'wd:{item} wdt:P31 wd:Q5 ; rdfs:label "{name}"@{language} .')
        for alias in aliases:
            self.add(f'wd:{item} skos:altLabel "{alias}"@en .')

    def held(self, item: str, position: str, start: str = "", end: str = "", more: str = "") -> str:
        """A statement that a person held a position; dates are EDTF, an end may be `unknown`."""
        self._statements += 1
        held = f"s:{item}-{self._statements}"
        self.add(f"wd:{item} p:P39 {held} . {held} ps:P39 wd:{position} . {more.format(held)}")
        for property_, text in (("P580", start), ("P582", end)):
            if text:
                self.add(f"{held} pq:{property_} [] .")
            if text and text != "unknown":
                day, precision = f"{text}-01-01"[:10], 9 + text.count("-")
                self.add(
                    f'{held} pqv:{property_} [ wikibase:timePrecision "{precision}"^^xsd:integer ; '
                    f'wikibase:timeValue "{day}T00:00:00Z"^^xsd:dateTime ] .'
                )
        return held

    def answer(self, query: str) -> bytes:
        """The solutions in JSON."""
        solutions = self.store.query(query)
        assert isinstance(solutions, QuerySolutions)
        return solutions.serialize(format=QueryResultsFormat.JSON) or b""


def _handler(wikidata: Wikidata) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            assert form["format"] == ["json"]
            wikidata.queries.append(form["query"][0])
            wikidata.agents.append(self.headers["User-Agent"])
            reply = (
                wikidata.first.pop(0)
                if wikidata.first
                else Reply(body=wikidata.answer(form["query"][0]))
            )
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def wikidata() -> Iterator[Wikidata]:
    """Two states, their offices, and nobody in them."""
    known = Wikidata()
    known.add(
        """
        wd:Q100 wdt:P298 "VNM" ; wdt:P1906 wd:Q101 ; wdt:P1313 wd:Q102 .
        wd:Q200 wdt:P298 "USA" ; wdt:P1906 wd:Q201 ; wdt:P1313 wd:Q201 .
        wd:Q103 wdt:P279 wd:Q7330070 ; wdt:P1001 wd:Q100 .
        wd:Q203 wdt:P31 wd:Q7330070 ; wdt:P17 wd:Q200 .
        wd:Q104 wdt:P279 wd:Q999 ; wdt:P17 wd:Q100 . wd:Q999 wdt:P279 wd:Q2518691 .
        wd:Q205 wdt:P279 wd:Q7330070 ; wdt:P17 wd:Q200 ; wdt:P1001 wd:Q300 .
        wd:Q201 rdfs:label "President"@en .
        wd:Q101 rdfs:label "President of Vietnam"@en .
        wd:Q102 rdfs:label "Prime Minister of Vietnam"@en .
        wd:Q103 rdfs:label "Minister of Foreign Affairs of Vietnam"@en .
        wd:Q104 rdfs:label "Minister of National Defence of Vietnam"@en .
        wd:Q203 rdfs:label "Secretary of State"@en .
        wd:Q205 rdfs:label "Minister of External Relations of a Province"@en .
        wd:Q106 wdt:P279 wd:Q7330070 ; wdt:P1001 wd:Q100 ;
            rdfs:label "Deputy Minister of Foreign Affairs"@en .
        """
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(known))
    known.url = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


def bindings(*rows: dict[str, str]) -> bytes:
    """An answer with these solutions."""
    cells = [{name: {"type": "literal", "value": text} for name, text in r.items()} for r in rows]
    return json.dumps({"head": {"vars": []}, "results": {"bindings": cells}}).encode()
