from collections import Counter

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.viz.design import style


def test_every_family_of_types_has_one_group() -> None:
    listed = Counter(family for group in style().groups for family in group.families)
    families = {tie_type.family for tie_type in vocabulary().tie_types.values()}
    assert listed == Counter(families)


def test_every_type_and_kind_has_a_group() -> None:
    for name in vocabulary().tie_types:
        assert style().group_of_type(name) in style().groups
    for kind in vocabulary().kinds:
        assert style().group_of_kind(kind) in style().groups


def test_a_type_with_a_negative_sign_is_pressure_whatever_its_family() -> None:
    for name, tie_type in vocabulary().tie_types.items():
        assert style().group_of_type(name).negative == (tie_type.sign < 0)


def test_every_standing_is_drawn_in_its_own_way() -> None:
    dashes = [standing.dashes for standing in style().standings]
    assert len(set(dashes)) == len(dashes)
    for standing in ("contested", *(status.standing for status in vocabulary().statuses.values())):
        assert style().standing_of(standing, "") in style().standings


def test_only_concluded_matters_are_solid() -> None:
    for status in vocabulary().statuses.values():
        drawn = style().standing_of(status.standing, status.name)
        assert (drawn.dashes == ()) == (status.standing == "concluded")
