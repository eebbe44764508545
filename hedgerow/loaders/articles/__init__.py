"""Articles in bulk: one reader for each kind of file that is more than text."""
