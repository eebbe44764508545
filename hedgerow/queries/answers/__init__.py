"""What each question of the library does with its rows, and how it puts its answer in words.

A module here is named like its question. Where that is a query it has `shape`, from raw to final
rows; where it is a header alone, `rows`, which finds them. `words` puts the final rows in one
sentence, and `notes`, where a module has it, adds what the answer rests on.
"""
