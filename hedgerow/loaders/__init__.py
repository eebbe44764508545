"""How text and tables become claims."""
