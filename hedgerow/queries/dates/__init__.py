"""How things stand in time: as of a day, in a range, in the months before and after."""
