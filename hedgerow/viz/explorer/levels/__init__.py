"""The levels of a state with some powers: rows and the staircase."""
