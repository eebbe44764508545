# `make demo` runs the main job on the bundled examples, `make test` the tests.
# Every target sets up what it needs from a bare python3 and is safe to repeat.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# An environment of its own for tools that the tests do not need.
AUDIT := UV_PROJECT_ENVIRONMENT=.venv-audit $(BIN)/uv

.PHONY: demo test check evaluate bench voter torture fuzz fuzz-guided audit sbom coverage mutants neo4j neo4j-stop validation docs lock format clean

demo: $(READY)
	$(BIN)/hedgerow demo

test: $(READY)
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m hedgerow.ontology.generate --check
	$(BIN)/hedgerow ontology check
	$(BIN)/python scripts/write_docs.py --check
	$(BIN)/python -m evaluation.validation --check
	$(BIN)/python -m scripts.write_dossier --check
	$(BIN)/uv lock --check --quiet
	$(BIN)/uv export --frozen --no-emit-project --no-header --quiet | diff -q - requirements.txt

# Fails where the frozen set is read worse than it was; see evaluation/README.md.
evaluate: $(READY)
	$(BIN)/hedgerow evaluate --quiet evaluation/development
	$(BIN)/hedgerow evaluate --quiet evaluation/development --second evaluation/second/gold.csv
	$(BIN)/hedgerow evaluate --quiet --plover evaluation/plover/plover_gsr.jsonl
	$(BIN)/hedgerow evaluate --quiet evaluation/frozen --floor 0.65 --most-overstated 2

bench: $(READY)
	$(BIN)/python benchmarks/run.py

# Trains the learned voter anew (some 20 minutes and 6 GB); see evaluation/voter/README.md.
voter: $(READY)
	UV_PROJECT_ENVIRONMENT=.venv-train $(BIN)/uv sync --frozen --no-default-groups --group train --quiet
	.venv-train/bin/python -m evaluation.voter.train
	.venv-train/bin/python -m evaluation.voter.export

# Kills, cuts off and fills the disk under what writes, and looks what became of it (20 minutes).
torture: $(READY)
	$(BIN)/python -m tests.torture --cycles $(or $(CYCLES),500)

# Random input for every loader, the extractor, the questions, the API and the exports.
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz --inputs $(or $(INPUTS),100000)

# One target guided by coverage, as in make fuzz-guided TARGET=file/a.eml RUNS=100000.
fuzz-guided: $(READY)
	$(AUDIT) sync --frozen --group audit --quiet
	.venv-audit/bin/python -m tests.fuzz.with_atheris $(TARGET) -runs=$(or $(RUNS),100000)

# Known weaknesses in what is installed; asks PyPI.
audit: $(READY)
	$(AUDIT) sync --frozen --only-group audit --quiet
	.venv-audit/bin/pip-audit --requirement requirements.txt --require-hashes --disable-pip

# What the package and its extras bring, with versions and hashes: out/sbom.cdx.json.
sbom: $(READY)
	@mkdir -p out
	$(BIN)/uv export --frozen --no-dev --all-extras --format cyclonedx1.5 --quiet --output-file out/sbom.cdx.json >/dev/null

# Which branches the tests reach.
coverage: $(READY)
	$(AUDIT) sync --frozen --group audit --quiet
	.venv-audit/bin/python -m pytest -n auto --dist loadgroup --cov --cov-report=term:skip-covered

# Changes the code of status, dates and resolution in small ways, to see that some test fails.
mutants: $(READY)
	$(AUDIT) sync --frozen --group audit --quiet
	.venv-audit/bin/mutmut run

# A Neo4j of this machine on 127.0.0.1:7687 (NEO4J_PORT, NEO4J_PASSWORD), which keeps its data.
neo4j: $(READY)
	@$(BIN)/python -m scripts.neo4j_run start

neo4j-stop: $(READY)
	@$(BIN)/python -m scripts.neo4j_run stop

# The measures against published rankings: docs/validation.md.
validation: $(READY)
	$(BIN)/python -m evaluation.validation

# After a change of dependencies in pyproject.toml.
lock: $(READY)
	$(BIN)/uv lock
	$(BIN)/uv export --frozen --no-emit-project --no-header --quiet > requirements.txt

docs: $(READY)
	$(BIN)/python scripts/write_docs.py
	$(BIN)/python -m scripts.write_dossier
	$(BIN)/python -m scripts.write_tutorial

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) .venv-train .venv-audit mutants out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info < (3, 14); sys.exit(0 if ok else "hedgerow needs Python 3.11 to 3.13, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
