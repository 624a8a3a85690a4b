"""Parts of a team's dashboard that are read on demand: each is a page of its own, which htmx fetches into the team's page."""
