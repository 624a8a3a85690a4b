"""`python -m tests.benchmarks.synthetic`: fill the empty database of DATABASE_URL; see the package."""

import argparse
import os
import resource
import sys
import time


def main() -> None:
    wanted = _arguments()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microconnect.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from coaching.progress import ProgressBar
    from tests.benchmarks.synthetic.filling import fill

    call_command("migrate", verbosity=0)
    started, cpu = time.monotonic(), time.process_time()
    try:
        fill(
            encounters=wanted.encounters,
            people=wanted.people,
            seed=wanted.seed,
            now=timezone.now(),
            on_progress=ProgressBar(sys.stderr, "A year of the chain"),
        )
    except ValueError as refused:
        sys.exit(str(refused))
    seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{wanted.encounters:,} encounters in {seconds:.0f} s ({cpu:.0f} s of our own CPU), at most {held:.0f} MB held"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encounters", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
