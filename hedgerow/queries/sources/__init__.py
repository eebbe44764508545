"""What stands behind edges: coverage, gaps, who speaks, what documents disagree on."""
