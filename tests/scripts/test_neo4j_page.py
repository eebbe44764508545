"""What the docs on Neo4j take from the ontology."""

import re

from hedgerow.graph.neo4j.model import DOUBTFUL, model
from scripts.neo4j_page import model_page, style_sheet


def test_the_page_names_every_label_and_type() -> None:
    page = model_page()
    for label in model().labels:
        assert f":{label}" in page
    for type_ in (*model().link_types, *model().edge_types):
        assert f"`{type_}`" in page


def test_the_style_has_a_rule_for_every_derived_relationship() -> None:
    colours = dict(re.findall(r"^relationship\.(\w+) \{\n  color: (#\w{6});", style_sheet(), re.M))
    assert colours.keys() == set(model().edge_types)
    doubtful = {word.upper() for word in DOUBTFUL}
    (grey,) = {colours[word] for word in doubtful}
    assert re.search(rf"color: {grey};\n  caption: .*\n  shaft-width: 1px", style_sheet())
