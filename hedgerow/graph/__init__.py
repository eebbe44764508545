"""What hedgerow holds: records, the store, resolution into events and ties."""
