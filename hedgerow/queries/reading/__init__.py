"""Reading a store or a server: rows, edges with their histories and sentences, coverage."""
