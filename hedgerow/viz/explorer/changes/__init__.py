"""What differs between two days."""
