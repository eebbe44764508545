"""The store's graph in Neo4j: its model there, an exact sync, and checks of it."""
