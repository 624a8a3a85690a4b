"""CPU milliseconds of every page that people wait for, application plus database, under gunicorn on PostgreSQL.

    python -m tests.benchmarks.pages --size 1000000 [--data FOLDER] [--json FILE]
    python -m tests.benchmarks.pages --compare SMALL.json LARGE.json

A PostgreSQL of its own is filled with the made-up chain (`tests.benchmarks.synthetic`), its rollups are built, and
gunicorn serves it with the settings of production. With `--data` the filled database stays in that folder and is used again.
Filled long ago, its newest weeks are empty by now: fill a new one.

What is counted is the CPU time of gunicorn's processes and of all of PostgreSQL's (workers that read in parallel or ahead
included) between the moment before a request and the moment after it; waiting is not counted, and ours, the client's, is not.
A worker keeps its connections, as in production, and caches are warm. Rounds go over all requests in turn, so that a
noisy moment hits every line alike, and a line's figure is the median of its rounds. Quote ratios rather than
milliseconds of another machine. `wanted.py` says what is asked and how long it may take; a page that is not there yet says so.
"""
