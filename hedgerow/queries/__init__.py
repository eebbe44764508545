"""Questions with typed parameters, measures, timelines, briefs and dossiers of what is loaded."""
