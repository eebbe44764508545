"""Reading documents: which there are, and one with all that was read from it."""
