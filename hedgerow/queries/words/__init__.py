"""How things are put in words: names, dates, counts, absences, cells of tables."""
