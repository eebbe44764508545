"""The whole graph, or what bears on some actors, as tables and graphs for other tools."""
