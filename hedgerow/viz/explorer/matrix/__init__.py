"""States by powers, a cell each."""
