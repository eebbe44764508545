"""An event or tie with everything behind it: what the evidence drawer shows."""
