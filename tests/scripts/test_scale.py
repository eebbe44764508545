"""The benchmark of stores finds the same rows everywhere; the page's sums are right."""

import json
from pathlib import Path

import pytest

from benchmarks.scale.comparing import compared_loads, compared_questions, verdicts
from benchmarks.scale.engine import measured
from benchmarks.scale.engines import ASKED, ENGINES
from benchmarks.scale.given import Given
from scripts import scale_page
from scripts.scale_sums import Job, jobs

MACHINE = {
    **{"date": "2026-01-01", "system": "Linux", "cores": 4, "memory_gib": 16.0, "disk_gib": 100},
    **{"python": "3.12", "versions": {"hedgerow": "0.1.0", "spacy": None}},
}
LOADED = {
    **{"engine": "hedgerow", "size": 1000, "quads": 960, "claims": 20, "seconds": 0.2, "cpu": 0.1},
    **{"memory_mib": 9.0, "peak_mib": 9.0, "disk_mib": 1.0, "load": 1.0, "rate": 4800.0},
    **{"of_raw": 0.5, "of_raw_cpu": 0.5, "times_rdflib": None, "times_add": None},
}
READ = {
    **{"engines": "dependency+patterns", "articles_s": 50.0, "words_s": 5000.0},
    **{"claims_an_article": 2.0, "load": 1.0},
}
WORKERS = [
    {"workers": workers, "articles_s": rate, "parent_cpu_ms": 1.0, "load": 1.0}
    for workers, rate in ((0, 41.0), (1, 40.0), (2, 72.0))
]


def results() -> dict[str, dict[str, object]]:
    parts = {"load": [LOADED], "extract": [READ], "workers": WORKERS}
    return {name: {"machine": MACHINE, "rows": rows} for name, rows in parts.items()}


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning:rdflib")
def test_all_engines_find_the_same_rows(tmp_path: Path) -> None:
    loads, questions = [], []
    for name in ENGINES:
        found = measured(name, Given(tmp_path, tmp_path / name, 40), ask=name in ASKED)
        shared = {"engine": name, "size": 40}
        questions += [shared | each for each in found.pop("asked")]
        loads.append(shared | found)
    assert len({row["quads"] for row in loads}) == 1
    assert all(row["same"] for row in compared_questions(questions))
    assert sum(row["rows"] for row in questions) > 0
    told = list(verdicts("load", list(compared_loads(loads))))
    assert [line.split(":")[0] for line in told[:1]] == ["hedgerow, 40 quads"]


def test_more_machines_help_until_the_writer_is_never_idle() -> None:
    job = Job("articles", items=1000, read=0.9, write=0.1, efficiency=0.9, room=1)
    assert job.an_item(1) == pytest.approx(1.1)
    assert job.an_item(4) == pytest.approx(0.275)
    assert job.enough(4) == 3
    assert job.an_item(4 * 3) == job.an_item(4 * 300) == 0.1


def test_no_machine_helps_who_reads_what_it_writes() -> None:
    job = Job("rows", items=1000, read=0.1, write=0.2, room=1)
    assert job.an_item(1) == job.an_item(64) == pytest.approx(0.3)
    assert job.enough(4) == 1


def test_jobs_are_computed_from_what_was_measured_alone() -> None:
    (articles,) = jobs(results())
    assert articles.read == pytest.approx(0.02)
    assert articles.efficiency == pytest.approx(0.9)
    assert articles.write == pytest.approx(2 * 0.2 / 20)
    assert articles.room == pytest.approx(2 * 2**20 / 20 + 100 * 6)
    assert list(jobs({"load": results()["load"]})) == []


def test_the_page_is_what_the_kept_figures_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "results.json"
    figures.write_text(json.dumps(results()))
    monkeypatch.setattr(scale_page, "PAGE", tmp_path / "scale.md")
    assert scale_page.main([str(figures), "--check"]) == 1
    assert scale_page.main([str(figures)]) == 0
    assert scale_page.main([str(figures), "--check"]) == 0
    assert "100,000,000 articles" in (tmp_path / "scale.md").read_text()
    assert "run: python -m scripts.scale_page" in capsys.readouterr().err


@pytest.mark.skipif(not scale_page.RESULTS.exists(), reason="no figures are kept")
def test_the_committed_page_agrees_with_the_committed_figures() -> None:
    assert scale_page.main(["--check"]) == 0
