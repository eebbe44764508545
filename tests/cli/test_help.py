"""Every command explains itself, with an example."""

import re
from pathlib import Path

import pytest

from hedgerow.cli.app import app
from tests.cli.conftest import Run

COMMANDS = [command.name for command in app.registered_commands if command.name] + [
    "ontology check"
]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_of_the_command(command: str, run: Run) -> None:
    ran = run(*command.split(), "--help")
    assert ran.code == 0
    assert f"Example: hedgerow {command}" in " ".join(ran.out.split())


def test_the_readme_names_only_commands_that_exist() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"^```\n(.*?)^```", readme, re.MULTILINE | re.DOTALL))
    named = set(re.findall(r"^hedgerow ([a-z]+)", blocks, re.MULTILINE))
    assert named
    assert named <= {command.split()[0] for command in COMMANDS}
