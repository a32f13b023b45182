# Two commands are enough: `make run` and `make test`. `make help` lists the others.

PORT ?= 8000
PY = .venv/bin/python
PYTEST = $(PY) -m pytest --dist worksteal
WORKERS ?= 2
# Locks are made for the oldest Python we run on: Debian 12's own.
LOCK = .venv/bin/uv pip compile --python-version 3.11.2 --generate-hashes --no-strip-extras -q

# The first Python that is new enough; the system's own name for it comes first.
FIND_PYTHON = for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
	2>/dev/null && { echo $$p; exit; }; done
PREPARE = python="$$($(FIND_PYTHON))"; [ -n "$$python" ] || { \
	echo "Python 3.11, 3.12 or 3.13 is needed and was not found." >&2; exit 1; }; \
	"$$python" tools/prepare.py

.PHONY: help run prepare-tests lint test test-fast test-long test-postgres \
	screenshots format lock messages clean

help: ## List what make can do.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1 — /p' Makefile

run: export PORT := $(PORT)
run: ## Run the demo: everything it needs is made first. PORT=8001 for another port.
	@$(PREPARE) run
	@exec $(PY) manage.py serve --port $(PORT)

prepare-tests:
	@$(PREPARE) test

lint: prepare-tests ## Check style, types, architecture, settings, migrations, texts.
	@$(PY) -m tools.lint

test: lint ## Every check, and every test on SQLite, in a browser and on PostgreSQL.
	@rm -rf build/coverage && mkdir -p build/coverage
	$(PY) -m slipcover --out build/coverage/tests.json \
		-m pytest --dist worksteal -n $(WORKERS) -m "not long and not postgres"
	TEST_DATABASE=postgres $(PYTEST) -n $(WORKERS) \
		-m "not long and not slow and not browser"
	$(PY) -m tools.coverage

test-fast: prepare-tests ## The quick tests: no browser, no PostgreSQL, no crowds.
	$(PYTEST) -n $(WORKERS) \
		-m "not long and not slow and not browser and not postgres"

test-long: prepare-tests ## What takes minutes: whole crawl, 175 services, wheels, absent plugins.
	$(PYTEST) -n $(WORKERS) -m long

test-postgres: prepare-tests ## The slow tests on PostgreSQL, too: before a release.
	TEST_DATABASE=postgres $(PYTEST) -n $(WORKERS) \
		-m "slow and not long and not browser"

screenshots: prepare-tests ## Save every page and step in both languages, three widths.
	@$(PREPARE) run
	$(PY) -m tools.screenshots

format: ## Format Python and templates.
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	git ls-files '*.html' | xargs .venv/bin/djade --target-version 5.2

lock: ## Write the hashed locks anew from pyproject.toml.
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml --all-extras --group dev --group build \
		-o requirements/all.txt
	$(LOCK) --group build -o requirements/build.txt

clean: ## Remove what was made, the demo's database included.
	rm -rf .venv build var node_modules
