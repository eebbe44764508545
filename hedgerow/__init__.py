"""hedgerow: what articles say about the ties between states, with the sentence that says so."""

__version__ = "0.1.0"
