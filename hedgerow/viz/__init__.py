"""How people see what is held: the page, drawings, calendars and tables."""
