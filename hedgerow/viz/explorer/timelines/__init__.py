"""Timelines as of a day, filtered, as rows and as a drawing."""
