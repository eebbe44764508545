"""The words for what differs between two days."""

TITLES = {
    "added": "New: concluded events, and ties",
    "possible": "Possibly new: ties that may have begun by then",
    "raised": "Levels raised",
    "lowered": "Levels lowered",
    "relabelled": "Other levels, which no ladder ranks",
    "changed": "Came about, or changed",
    "ended": "Ended, suspended or called off",
    "ahead": "New and only in prospect",
    "contested": "Contested or denied",
}
"""The headings of the kinds of change, in their order."""
COUNTED = {
    "added": "new",
    "possible": "possibly new",
    "raised": "raised in level",
    "lowered": "lowered in level",
    "relabelled": "with another level",
    "changed": "changed",
    "ended": "over",
    "ahead": "new in prospect",
    "contested": "contested or denied",
}
"""How many there are of each."""
NOTES = (
    "Told from all that is loaded, by the dates that it gives: what was dated later than the second"
    " day, or cannot be placed, is left out.",
    "A denial is about a claim and not of a day: what anyone ever denied is contested from the "
    "start here. What became contested shows by what was published.",
)
