"""What the dashboards show, as tables to take away: a file a page, with the functions that fill its tables."""
