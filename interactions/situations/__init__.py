"""The administrators' list of what encounters are about."""
