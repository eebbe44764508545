"""The version of hedgerow."""

__version__ = "0.1.0"
