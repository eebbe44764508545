"""Fuzzers: many odd inputs for everything that reads what others wrote.

`python -m tests.fuzz --inputs 100000` runs all targets, `--target NAME` one, `--again FILE` a saved
input. The same seed makes the same inputs.
"""
