"""Score what was imported, and say what it showed."""
