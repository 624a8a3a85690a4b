"""The administrators' pages about people and teams."""
