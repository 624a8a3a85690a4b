"""What is taken for granted everywhere: scores run from 0 to 100, and "sure" means 95 in 100."""

LEVEL = 0.95
LOWEST, HIGHEST = 0.0, 100.0
