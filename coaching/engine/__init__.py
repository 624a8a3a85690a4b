"""The engine: what a logged encounter shows of each practice, and the words that say so.

Plain Python: it knows nothing of Django, databases or people, so it can be read, tested and measured alone.
Start at `assess.py`; each practice is a file in `practices/`.
"""
