"""The encounters of the list, taken along as a file."""
