"""What kinds of ties and actors exist: data first (`data/`), and a small reader beside it."""
