"""Tables of coded events: GDELT, ICEWS, POLECAT, PLOVER and any other by a mapping file."""
