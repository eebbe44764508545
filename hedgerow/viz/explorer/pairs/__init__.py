"""Two actors at a glance, and how long nothing was found between them."""
