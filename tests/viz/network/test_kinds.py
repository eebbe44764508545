from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.viz.design import style
from hedgerow.viz.network.kinds import event_kind, in_order, tie_kind


def test_an_event_and_the_tie_it_opens_are_told_apart_in_one_group() -> None:
    event, tie = event_kind("partnership_upgrade"), tie_kind("partnership")
    assert event.name != tie.name
    assert event.label != tie.label
    assert event.group == tie.group


def test_every_type_and_every_kind_of_tie_has_a_name_and_a_label_of_its_own() -> None:
    events = [event_kind(name) for name in vocabulary().tie_types]
    found = [*events, *(tie_kind(name) for name in vocabulary().kinds)]
    assert len({kind.name for kind in found}) == len({kind.label for kind in found}) == len(found)


def test_kinds_stand_by_group_then_by_label() -> None:
    order = [group.name for group in style().groups]
    found = in_order(event_kind(name) for name in (*vocabulary().tie_types, "visit"))
    assert len(found) == len(vocabulary().tie_types)
    keys = [(order.index(kind.group), kind.label) for kind in found]
    assert keys == sorted(keys)
