"""Training, comparing and exporting the learned voter; see README.md beside this file."""
