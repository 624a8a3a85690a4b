"""Django's SQLite, waiting for another writer in Python instead of inside SQLite (see base.py)."""
