"""SPARQL of the user's own, run in a process of its own that can only read, and not for ever."""

from hedgerow.graph.own_sparql.asking import Answer, Limits, ask

__all__ = ["Answer", "Limits", "ask"]
