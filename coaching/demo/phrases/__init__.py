"""What the people of the demo say: one phase or situation a file, all of it made up."""
