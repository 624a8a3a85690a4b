"""A week by mail: one's own, or that of the teams one supervises. Only for those who asked for it, and once."""
