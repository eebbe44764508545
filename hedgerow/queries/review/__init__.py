"""Review: the claims that wait for a person, and what analysts decided about claims."""
