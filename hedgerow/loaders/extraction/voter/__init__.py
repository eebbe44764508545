"""The learned voter: a small network that judges which pairs of a sentence are tied, and how."""
