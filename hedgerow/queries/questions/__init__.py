"""What a question is: its header, the library, its parameters and their values."""
