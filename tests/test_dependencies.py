"""What is installed with hedgerow: pinned with hashes, listed by a command, free of the GPL."""

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COPYLEFT = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
PINNED = re.compile(r"[a-z0-9][a-z0-9.-]*==[^ ]+|[a-z0-9-]+ @ https://\S+", re.IGNORECASE)


def test_every_dependency_is_pinned_with_hashes() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert len(lines) > 100
    assert [line for line in lines if not PINNED.match(line)] == []
    assert [line for line in lines if "--hash=sha256:" not in line] == []


@pytest.fixture(scope="module")
def shipped() -> list[dict[str, str]]:
    """What the package and its extras bring, from the bill of materials that a command writes."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent))
    assert uv is not None
    asked = "export --frozen --no-dev --all-extras --format cyclonedx1.5 --quiet --offline"
    found = subprocess.run(  # noqa: S603
        [uv, *asked.split()], cwd=ROOT, capture_output=True, check=True, text=True
    )
    bill = json.loads(found.stdout)
    assert bill["bomFormat"] == "CycloneDX"
    listed: list[dict[str, str]] = bill["components"]
    return listed


def test_the_bill_of_materials_names_each_package_with_its_version(
    shipped: list[dict[str, str]],
) -> None:
    names = {each["name"] for each in shipped}
    assert {"pyoxigraph", "rdflib", "spacy", "neo4j", "pyvis", "networkx"} <= names
    assert all(each["version"] and each["purl"].startswith("pkg:pypi/") for each in shipped)


def only_gpl(about: PackageMetadata) -> bool:
    """Whether each licence that a package offers is the GPL, by expression or classifiers."""
    expression = about.get("License-Expression")
    stated = [each for each in about.get_all("Classifier") or () if each.startswith("License")]
    offered = expression.split(" OR ") if expression else stated
    return bool(offered) and all(COPYLEFT.search(each) for each in offered)


def test_nothing_that_is_shipped_is_under_the_gpl(shipped: list[dict[str, str]]) -> None:
    checked = 0
    for each in shipped:
        try:
            about = metadata(each["name"])
        except PackageNotFoundError:  # of another system
            continue
        checked += 1
        assert not only_gpl(about), each["name"]
    assert checked > 60
