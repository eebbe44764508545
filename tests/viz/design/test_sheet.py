import re

from hedgerow.viz.design import css, palette, properties, sizes, style

USED = re.compile(r"var\(--([\w-]+)")
DECLARED = re.compile(r"--([\w-]+):")


def test_every_property_that_is_used_is_declared() -> None:
    assert set(USED.findall(css())) <= set(DECLARED.findall(css()))


def test_the_properties_hold_every_size_and_colour() -> None:
    assert set(DECLARED.findall(properties())) == {*sizes(), *palette()}


def test_dark_is_chosen_by_the_system_and_overruled_by_the_page() -> None:
    paper = f"--paper: {palette('dark')['paper']};"
    system, chosen = properties().split(paper)[:2]
    assert system.rstrip().endswith(
        '(prefers-color-scheme: dark) { :root:not([data-theme="light"]) {'
    )
    assert chosen.rstrip().endswith(':root[data-theme="dark"] { color-scheme: dark;')


def test_groups_and_standings_are_classes() -> None:
    for group in style().groups:
        assert f".{group.name} {{ --colour: var(--{group.name}); }}" in css()
    for standing in style().standings:
        assert f".{standing.name} {{ --tone: var(--{standing.name});" in css()


def test_the_sheet_can_stand_inside_a_page_and_loads_nothing() -> None:
    assert not re.search(r"url\(|@import|</", css())
