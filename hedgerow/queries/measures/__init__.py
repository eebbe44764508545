"""Measures of how a state stands between others, from the signals of a graph as of a day."""
