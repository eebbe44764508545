"""Pages and feeds by their addresses, fetched only where a user names them."""
