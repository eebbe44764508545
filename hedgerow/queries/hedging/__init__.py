"""The measures for one state between powers, as lines and in words."""
