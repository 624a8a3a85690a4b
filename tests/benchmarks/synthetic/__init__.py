"""A year of a made-up chain, as large as one likes, to measure on: 10 thousand, 1 million, 10 million encounters.

    DATABASE_URL=postgres://... SECRET_KEY=x python -m tests.benchmarks.synthetic --encounters 1000000

Always 5,000 people in 500 teams, whatever the number of encounters: what a page costs should follow from what it shows and not
from what the database holds, so between two sizes only the latter may differ. Therefore **the measured team is the same at
every size**, row for row: `bench-1`, ten people who log 36 encounters each a week (a year of 10 million among 5,000 people
is 38), and which opened 26 weeks ago: the 13 weeks of its page and the 13 that they are compared with. Its 9,360
encounters are nearly all of the smallest size. The rest of the chain grows around it, over a whole year: at 10 thousand
nearly nobody logs, at 10 million everybody does as much as the measured team. `bench-2` is any other team of that chain.

What is said comes from the demo's grammar, and the real engine scored it: some thousand distinct encounters (`cases.py`)
are drawn again and again, better ones more often by people who are better at it, so scores, practices, concessions, outcomes,
waits and promises have the demo's shapes. When, by whom, what came back and which promises were kept is drawn anew for each
(`plan.py`, numpy). Not like real data: the same words are said more often; findings are cut to about 1,000 characters of the
2 to 4 thousand they would have, those of practices that were not judged first; and the audit trail has no entries about them.

Narrow plans go in by COPY, and become encounters, assessments and promises by INSERT ... SELECT within the database
(`loading.py`). On SQLite the same by executemany: for the small sizes. The same seed and day give the same rows on both.
Rollups are `manage.py rebuild_rollups`' to fill.
"""
