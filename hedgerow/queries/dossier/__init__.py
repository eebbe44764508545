"""What a dossier tells: edges by lane, years, gaps."""
