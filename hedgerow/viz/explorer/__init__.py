"""The explorer: a web app of this machine alone over a store's snapshots or a Neo4j server."""
