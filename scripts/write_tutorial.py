"""Run docs/tutorial.ipynb on the bundled examples and write it with its outputs.

    python -m scripts.write_tutorial

Edit the cells in Jupyter or by hand, then run this; a test compares the outputs.
"""

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from hedgerow.graph.store import Store
from hedgerow.loaders.load import load

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.ipynb"
TIMEOUT = 120


def executed(path: Path, store: Path) -> NotebookNode:
    """A notebook after its cells ran in order on a store, in the folder where it stands."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=TIMEOUT, resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute(env={**os.environ, "HEDGEROW_STORE": str(store.resolve())})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return notebook


def texts(notebook: NotebookNode) -> list[str]:
    """What the cells of code show, as text."""
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", ())]
    return [out.text if out.output_type == "stream" else out.data["text/plain"] for out in outputs]


def load_examples(place: Path) -> None:
    """Make a store of the bundled articles and milestones, the one that the demo leaves."""
    with Store.open(place) as store:
        load(store, [str(ROOT / "examples" / each) for each in ("articles", "milestones.csv")])


def main() -> int:
    """Write the notebook."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "demo.store"
        load_examples(store)
        nbformat.write(executed(TUTORIAL, store), TUTORIAL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
