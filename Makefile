# `make demo` shows the application, `make test` tests it, `make check` reads it over. CONTRIBUTING.md says more.

PYTHON ?= python3
PORT ?= 8000
RESET ?=

VENV := .venv/bin
LOCKS := requirements/installer.txt requirements/dev.txt
READY := .venv/.ready
PYTEST := $(VENV)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help setup demo test faults check lock screenshots bench clean

help:
	@echo "make setup        .venv with the locked development set"
	@echo "make demo         the application with demo data, on http://127.0.0.1:$(PORT)  (PORT=, RESET=1)"
	@echo "make test         the whole suite on SQLite, then on PostgreSQL"
	@echo "make faults       networks, browsers and servers that break: nothing logged may be lost"
	@echo "make check        lint, types, layers, migrations, deployment, coverage of the last make test"
	@echo "make lock         pin the newest versions that pyproject.toml allows"
	@echo "make screenshots  every page, phone and laptop, light and dark"
	@echo "make bench        CPU of every page that people wait for (SIZE=10000), of reading an encounter, and of publishing"
	@echo "make bench-growth what make bench-pages found at several sizes, side by side"
	@echo "make clean        remove everything that the targets above made"

setup: $(READY)
	@:

$(READY): $(LOCKS) bin/make-venv
	@echo "Setting up .venv ..."
	@bin/make-venv "$(PYTHON)"
	@touch $@

# ---- Demo: its own SQLite file; a fill that was interrupted starts over, new migrations keep the data.

DEMO := DEMO=1 DATABASE_URL=sqlite:///var/demo.sqlite3
FILLED := var/demo.filled

demo: setup
	@mkdir -p var
	@$(if $(RESET),rm -f $(FILLED))
	@test -e $(FILLED) || rm -f var/demo.sqlite3*
	@$(MAKE) --no-print-directory --silent $(FILLED)
	@echo "Microconnect is at http://127.0.0.1:$(PORT)  (Ctrl-C stops it)"
	@$(DEMO) LOG_LEVEL=WARNING bin/serve-demo $(PORT)

$(FILLED): $(wildcard */migrations/*.py */*/migrations/*.py)
	@$(DEMO) $(VENV)/python manage.py migrate --verbosity 0
	@test -e $@ || $(DEMO) $(VENV)/python manage.py fill_demo
	@$(DEMO) $(VENV)/python manage.py rebuild_rollups --if-empty >/dev/null
	@touch $@

screenshots: setup
	@$(VENV)/python -m tests.browser.screenshots

# ---- Benchmarks: on a PostgreSQL that the run starts. SIZE= encounters; DATA= a folder in which the filled database stays.

SIZE ?= 10000
DATA ?=
.PHONY: bench-pages bench-growth

bench: bench-pages
	@$(VENV)/python -m tests.benchmarks.engine
	@$(VENV)/python -m tests.benchmarks.bounds
	@$(VENV)/python -m tests.benchmarks.publishing --pg

bench-pages: setup
	@$(VENV)/python -m tests.benchmarks.pages --size $(SIZE) $(if $(DATA),--data $(DATA)) --json var/bench-$(SIZE).json

# What was measured at several sizes, side by side.
bench-growth: setup
	@$(VENV)/python -m tests.benchmarks.pages --compare $(wildcard var/bench-*.json)

# ---- Tests: on both databases even when the first fails, so that one run tells everything. Coverage is measured on SQLite, and
# what asks no database anything (how pages look, two readings of one rule) runs there alone: a third of the time.

ALL_CORES := --numprocesses=auto

test: setup
	@mkdir -p var && rm -f var/coverage*
	@failed=0; \
	echo "On SQLite:"; COVERAGE_FILE=var/coverage $(PYTEST) $(ALL_CORES) --cov --cov-report= -m "not faults" || failed=1; \
	echo "On PostgreSQL:"; $(PYTEST) $(ALL_CORES) -m "not faults and not either_database" --pg || failed=1; \
	exit $$failed

# Networks, browsers and servers that really break: minutes, and so a target of its own.
faults: setup
	@failed=0; \
	$(PYTEST) tests/faults --numprocesses=auto || failed=1; \
	echo "On PostgreSQL, what depends on the database:"; $(PYTEST) tests/faults/server --numprocesses=auto --pg || failed=1; \
	exit $$failed

# ---- Checks: each on its own, or all with `make check`; `make -k check` goes on after a failure.

CHECKS := check-python check-templates check-types check-layers check-migrations check-deployment check-coverage
.PHONY: $(CHECKS)

check: $(CHECKS)

# As in production, whatever a developer's .env says.
$(CHECKS): export SECRET_KEY := only-for-make-check-0123456789-abcdefghijklmnopqrstuvwxyz
$(CHECKS): export DEBUG := false
$(CHECKS): export DEMO := false
$(CHECKS): export ALLOWED_HOSTS := microconnect.example
$(CHECKS): export DATABASE_URL := sqlite:///:memory:

check-python: setup
	@$(VENV)/ruff check --quiet
	@$(VENV)/ruff format --check --quiet

# Linted, not formatted: djlint's formatter takes SVG apart and adds white space that people would see.
check-templates: setup
	@$(VENV)/djlint --quiet --lint templates

check-types: setup
	@$(VENV)/mypy

check-layers: setup
	@$(VENV)/lint-imports --no-cache

check-migrations: setup
	@$(VENV)/python manage.py makemigrations --check --dry-run

check-deployment: setup
	@$(VENV)/python manage.py check --deploy --fail-level WARNING

check-coverage: setup
	@test -e var/coverage || { echo "Run make test first: it measures coverage." >&2; exit 1; }
	@echo "Engine, every branch:"
	@$(VENV)/coverage report --data-file=var/coverage --include='coaching/engine/*' --fail-under=100
	@echo "Everything else:"
	@$(VENV)/coverage report --data-file=var/coverage --omit='coaching/engine/*' --fail-under=95

# ---- Locks: readable by plain pip, for every platform, and naming no host.

PIN := $(VENV)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-annotate

lock: setup
	@$(PIN) --group installer --output-file requirements/installer.txt
	@$(PIN) pyproject.toml --output-file requirements/runtime.txt
	@$(PIN) pyproject.toml --group dev --output-file requirements/dev.txt
	@! grep -nE '^ *--(extra-)?index-url|^ *--find-links|://' requirements/*.txt || { echo "A lock names a host." >&2; exit 1; }

clean:
	@rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
