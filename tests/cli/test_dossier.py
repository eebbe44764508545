import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_it_takes_its_form_from_the_file(run: Run, loaded: Path) -> None:
    ran = run("dossier", "Vietnam", "--between", "USA,RUS", "-o", "v.html", "--citations", "v.json")
    assert ran.code == 0, ran.err
    assert "wrote v.html: Vietnam between United States and Russia" in ran.err
    html = Path("v.html").read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    cited = set(re.findall(r'href="#n(\d+)"', html))
    assert cited
    assert cited == set(re.findall(r'<li id="n(\d+)"', html))
    assert json.loads(Path("v.json").read_text(encoding="utf-8"))


def test_it_tells_how_to_make_it_again_without_a_path(run: Run, loaded: Path) -> None:
    out = run("dossier", "VNM", "--between", "Japan,RUS", "--as", "md", "--at", "2025-11").out
    assert "hedgerow dossier VNM \\-\\-between" in out or "hedgerow dossier VNM --between" in out
    assert "hedgerow.store" not in out


def test_a_terminal_shows_it_as_text_that_fits(run: Run, loaded: Path) -> None:
    out = run("dossier", "VNM", "--between", "USA,RUS", "--since", "2024").out
    assert "Only in prospect" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_view_says_what_it_leaves_out(run: Run, loaded: Path) -> None:
    ran = run("dossier", "VNM", "--between", "USA,RUS", "--as-known", "2020", "--as", "md")
    assert ran.code == 0
    assert "as known on 2020-12-31" in ran.err
    assert "as known on 2020\\-12" in ran.out or "as known on 2020-12-31" in ran.out


def test_citations_may_be_ris(run: Run, loaded: Path) -> None:
    ran = run("dossier", "VNM", "--between", "USA,RUS", "--citations", "v.ris", "-o", "v.docx")
    assert ran.code == 0
    assert Path("v.ris").read_text(encoding="utf-8").startswith("TY  - ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Vietnma",), "did you mean Vietnam"),
        (("VNM", "--between", "USA,USA"), "differ"),
        (("VNM", "--since", "2030"), "earlier year"),
        (("VNM", "-o", "v.pdf"), "choose one of docx"),
        (("VNM", "--citations", "v.bib"), ".ris"),
        (("VNM", "--weights", "none.csv"), "none.csv"),
    ],
)
def test_errors_are_one_sentence(
    run: Run, loaded: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = run("dossier", *arguments)
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert not Path("v.pdf").exists()
