"""What articles and analysts may have written, in everything that shows it."""
