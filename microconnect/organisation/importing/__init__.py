"""A list of people: read, planned line by line, and stored whole or not at all."""
