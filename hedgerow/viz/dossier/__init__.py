"""Dossiers: one file on a state between powers, with drawings and numbered evidence."""

from hedgerow.viz.dossier.handling import render_dossier
from hedgerow.viz.dossier.page import Making
from hedgerow.viz.dossier.report import dossier_report

__all__ = ["Making", "dossier_report", "render_dossier"]
