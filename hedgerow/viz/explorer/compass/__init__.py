"""A state between several poles."""
