"""The doctor: whether a store is what it was written to be, and mending what is derived in it."""
