"""Drawings that the explorer, the dossier and exports share."""
