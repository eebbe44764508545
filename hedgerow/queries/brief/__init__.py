"""What is new, changed, contested, withdrawn and coming up."""
