"""Reviewing: which claims wait for a person, one of them in its context, and what is decided."""
