"""Results told: as text for a terminal, JSON for machines, CSV for a spreadsheet, and the document of the project."""
