"""One person's page: for themselves over all their teams, for a supervisor in one team."""
