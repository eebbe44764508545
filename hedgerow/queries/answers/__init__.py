"""What each question of the library does with its rows, and how it puts its answer in words.

A module here is named like its `.rq` file and has two functions: `shape`, from raw to final rows,
and `words`, from final rows to one sentence. A question without a module is answered as it comes.
"""
