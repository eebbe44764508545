"""Comparing measures with published rankings of the ASEAN states; writes docs/validation.md."""
