"""Reports that the tests of writers share: a rich one, a hostile one, an empty one."""

from hedgerow.viz.report import (
    Bullets,
    Drawing,
    Line,
    Note,
    Paragraph,
    Report,
    Section,
    Table,
)

STAIRS = """<svg xmlns="http://www.w3.org/2000/svg" width="680" height="170" viewBox="0 0 680 170">
<style>.stairs text { font: 13px sans-serif; fill: #1b1b1b; }
.stairs path { fill: none; stroke: #14507d; stroke-width: 2; }</style>
<g class="stairs"><title id="stairs">Levels</title>
<path d="M120 140H300V90H480V40H660"/>
<text x="4" y="144">none named</text><text x="4" y="94">strategic</text>
<text x="4" y="44">comprehensive</text>
<text x="300" y="162">2001</text><text x="480" y="162">2012</text></g></svg>"""

SCRIPT = "</script></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>"
MARKUP = (
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png) <b>bold</b> **b** _i_ [^1]: x"
)
BARE = "see https://evil.example/a and www.evil.example or evil@evil.example, evil.example"
FORMULA = '=HYPERLINK("https://evil.example","click")'
CONTROLS = "\x1b]0;owned\x07\x1b[31mred\x00\x0b\ufffe\ud800\u202eevil\u202c"
BREAKING = "one\n\n# heading\n\n- item\n1. first\n| a | b |\n|---|---|\n```\ncode"
LEADING = ("# h", "1. one", "- a", "+ a", "> q", "    code", "=== x", "| a |", "~~~", "$$x$$")
RICH_MARKUP = "[bold red]loud[/] [link=https://evil.example]x[/link]"
HOSTILE = (SCRIPT, MARKUP, BARE, FORMULA, CONTROLS, BREAKING, RICH_MARKUP, *LEADING)
LONG = "Aa" * 5000


def rich_report() -> Report:
    """All kinds of blocks, invented and sober."""
    notes = (
        Note(
            number=1,
            quote="Minister Ilse Marden said the two sides had signed a logistics agreement.",
            outlet="Harbour Gazette",
            title="A signature in the capital",
            published="2023-09-10",
            address="https://gazette.example/2023/09/10/signature?id=1&page=2",
            extra=("signed",),
            document="document/1a",
        ),
        Note(
            number=2,
            quote="The foreign ministry denied that foreign forces would be based on its soil.",
            outlet="Coast Agency",
            title="No bases, says ministry",
            published="2016-10",
            address="file:///articles/no-bases.txt",
            extra=("denied by Vietnam",),
            document="document/2b",
        ),
        Note(
            number=3,
            quote="date: 2019\nactors: RUS VNM\nmatter: frigates delivered",
            published="2019",
            address="milestones.csv, row 3",
            extra=("delivered",),
            document="document/3c",
        ),
        Note(
            number=4,
            quote="הנציגים נפגשו (Hanoi) בשנת 2020!",
            outlet="עיתון הנמל",
            title="פגישה",
            published="2020-05-01",
            address="https://port.example/he",
            extra=("occurred",),
            document="document/4d",
        ),
        Note(
            number=5,
            quote="Deputy minister Oren Vale said the sale was still being discussed.",
            outlet="Harbour Gazette",
            title="A signature in the capital",
            published="2023-09-10",
            address="https://gazette.example/2023/09/10/signature?id=1&page=2",
            extra=("in talks",),
            document="document/1a",
        ),
    )
    edges = Table(
        columns=("date", "what", "standing", "documents"),
        rows=(
            ("2023-09-10", "United States - Vietnam: defence agreement, logistics", "signed", "4"),
            ("2016-10", "denied: Russia to Vietnam: base access, Cam Ranh", "denied", "12"),
            ("by 2023-09-10", "in talks: United States to Vietnam: arms deal", "in talks", "1"),
            ("2020-05-01", "Israel - Vietnam: meeting", "occurred", "1,204"),
        ),
        notes=((1,), (2,), (5,), (4,)),
        caption="Key edges by lane",
        numeric=frozenset({"documents"}),
    )
    scores = Table(
        columns=("year", *(f"measure {n}" for n in range(1, 11))),
        rows=tuple(
            (str(year), *(f"{year % 7 * n / 10:.2f}" for n in range(1, 11)))
            for year in range(2012, 2025)
        ),
        caption="Measures over time",
        numeric=frozenset(f"measure {n}" for n in range(1, 11)),
    )
    return Report(
        title="Vietnam between the United States and Russia",
        subtitle="What 412 documents say, 2012 to 2024",
        facts=(
            ("Store", "sha256 9f2c7d1e40aa8b63c5d1e70f4b2a9c11"),
            ("As known", "2024-12-31"),
            ("Documents", "412 on these pairs"),
        ),
        sections=(
            Section(
                "In short",
                (
                    Paragraph(
                        "One agreement was signed in the period. Talks on an arms deal are in "
                        "prospect and are not counted.",
                        (1, 5),
                    ),
                    Bullets(
                        (
                            Line("logistics with the United States.", (1,), "signed:"),
                            Line("Russian base access at Cam Ranh.", (2,), "denied:"),
                            Line("frigates from Russia.", (3,), "delivered:"),
                        )
                    ),
                ),
            ),
            Section("Measures", (Paragraph("Concluded claims only."), scores)),
            Section(
                "Levels",
                (
                    Drawing(
                        STAIRS,
                        "A staircase: none named until 2001, strategic from 2001, comprehensive "
                        "from 2012.",
                        "Level of the partnership with Russia, by its own ladder",
                    ),
                ),
            ),
            Section("Edges", (edges,)),
            Section("With the United States", (Paragraph("Nothing further.", (1,)),), level=2),
            Section("Gaps", (Paragraph("None found in 412 documents on this pair, 2013-2015."),)),
        ),
        notes=notes,
    )


def hostile_report(text: str) -> Report:
    """One hostile text in every place that takes text."""
    note = Note(1, text, text, text, "2020", text, (text,), "document/x")
    return Report(
        title=text,
        subtitle=text,
        facts=((text, text),),
        sections=(
            Section(
                text,
                (
                    Paragraph(text, (1,)),
                    Bullets((Line(text, (1,), text), Line(text))),
                    Table((text, "n"), ((text, text),), ((1,),), text, frozenset({"n"})),
                    Drawing(STAIRS, text, text),
                ),
            ),
        ),
        notes=(note,),
    )


def empty_report() -> Report:
    """Everything there and everything empty."""
    return Report(
        title="",
        subtitle="",
        facts=(("", ""),),
        sections=(
            Section("", ()),
            Section("", (Paragraph(""), Bullets(()), Table((), ()), Table(("",), (("",),)))),
            Section("", (Bullets((Line("", (1,), ""),)),), level=9),
        ),
        notes=(Note(1, ""),),
    )
