"""The network: all events and ties of a commit as columns, so that any filter is fast."""
