"""What the dashboards ask the database: sums over the rollups, returned as named rows."""
