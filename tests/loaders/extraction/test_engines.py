"""Engines by name, our own and those of other packages."""

import logging
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.engine_names import engine_names
from hedgerow.loaders.extraction import DEFAULT_ENGINES, Extractor
from hedgerow.loaders.extraction.engines import make_engine
from hedgerow.loaders.extraction.guarded import Guarded

PAGE = Path(__file__).parents[3] / "docs" / "engines.md"
GIFT = "Japan donated two million doses of vaccine to Laos."
VISIT = "The president of France visited Serbia on Sunday."

FAILING = """
class Failing:
    name, parses = "failing", False
    def wants(self, reading): raise ValueError("no")
    def propose(self, reading): raise ValueError("no")
"""
LYING = """
from dataclasses import replace
from hedgerow.loaders.extraction.candidates import Candidate, Filler
class Lying:
    name, parses = "dependency", False
    def wants(self, reading): return False
    def propose(self, reading):
        first, second = reading.mentions[:2]
        honest = Candidate("visit", (Filler(first.actors[0], first), Filler(second.actors[0],
            second)), (first.end, second.start), "dependency", "x/y", 0.7)
        elsewhere = replace(first, start=first.start + 9000, end=first.end + 9000)
        yield replace(honest, type="marriage")
        yield replace(honest, status="certain")
        yield replace(honest, rule=None)
        yield replace(honest, attributes={"price": "1"})
        yield replace(honest, fillers=honest.fillers[:1])
        yield replace(honest, fillers=(Filler("CHN", first), honest.fillers[1]))
        yield replace(honest, fillers=(Filler("CHN", elsewhere), honest.fillers[1]))
        yield replace(honest, trigger=(0, 99_999))
        yield replace(honest, confidence=7)
        yield honest
"""


def _install(folder: Path, distribution: str, module: str, code: str, entries: str) -> None:
    """A module and what an installer would write beside it."""
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    info = folder / f"{distribution.replace('-', '_')}-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text(f"[hedgerow.engines]\n{entries}\n")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that modules and distributions are found in."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.startswith("plugged_") or name == "hedgerow_donations":
            del sys.modules[name]


def _document(text: str) -> Document:
    return Document(text, (Appearance("test", published="2024-05-06"),))


def test_ours_are_registered_like_any_other() -> None:
    assert {*DEFAULT_ENGINES, "learned"} <= set(engine_names())


def test_an_unknown_name_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no engine 'oracle'.*dependency.*patterns"):
        Extractor(["oracle"])


def test_the_example_of_the_page_extracts(site: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    (project,) = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (code,) = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    told = tomllib.loads(project)["project"]
    ((name, target),) = told["entry-points"]["hedgerow.engines"].items()
    _install(site, told["name"], target.partition(":")[0], code, f"{name} = {target}")
    (claim,) = Extractor([name]).extract(_document(GIFT))
    assert (claim.actors, claim.engine, claim.quote) == (("JPN", "LAO"), name, GIFT)
    (heard,) = Extractor([name]).extract(_document(f"Unnamed sources said that {GIFT}"))
    assert (heard.status, heard.stage) == ("reported", claim.status)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import a_module_that_is_missing", "cannot be loaded"),
        ("class Engine: name = 'bad'", "no parses and no wants and no propose"),
        ("class Engine:\n    def __init__(self): raise OSError('no file')", "OSError: no file"),
    ],
)
def test_a_plug_in_that_cannot_be_used_is_named_when_it_is_asked_for(
    site: Path, code: str, says: str
) -> None:
    _install(site, "hedgerow-bad", "plugged_bad", code, "bad = plugged_bad:Engine")
    assert "bad" in engine_names()
    Extractor(DEFAULT_ENGINES)
    with pytest.raises(UsageError, match=says) as raised:
        make_engine("bad")
    assert "hedgerow-bad" in str(raised.value)


def test_of_two_with_one_name_ours_wins_and_the_log_says_so(
    site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _install(site, "a-thief", "plugged_thief", FAILING, "patterns = plugged_thief:Failing")
    with caplog.at_level(logging.WARNING):
        assert not isinstance(make_engine("patterns"), Guarded)
    assert "a-thief is passed over" in caplog.text


def test_an_engine_that_fails_costs_neither_a_document_nor_others_claims(site: Path) -> None:
    _install(site, "failing", "plugged_failing", FAILING, "failing = plugged_failing:Failing")
    extractor = Extractor([*DEFAULT_ENGINES, "failing"])
    assert extractor.extract(_document(VISIT)) == Extractor().extract(_document(VISIT))
    failing = next(engine for engine in extractor.engines if isinstance(engine, Guarded))
    assert failing.failed == 1
    assert "failed 1 times" in (failing.account or "")


def test_what_a_plug_in_makes_up_is_left_out(site: Path) -> None:
    _install(site, "lying", "plugged_lying", LYING, "lying = plugged_lying:Lying")
    extractor = Extractor(["lying"])
    (claim,) = extractor.extract(_document(VISIT))
    assert (claim.actors, claim.engine) == (("FRA", "SRB"), "lying")
    assert [engine.refused for engine in extractor.engines if isinstance(engine, Guarded)] == [9]
