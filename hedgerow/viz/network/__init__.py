"""The network page: one self-contained HTML file of who has which ties with whom."""

from hedgerow.viz.network.page import network_page, write_page

__all__ = ["network_page", "write_page"]
