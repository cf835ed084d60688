.DEFAULT_GOAL := help
.PHONY: help run page import export test bench generate lock

PYTHON ?= python3
BIN := .venv/bin
LOCK := workbench/codegen/knowledge/script.lock
IMPORT_LOCK := workbench/codegen/knowledge/import.lock
export UV_CACHE_DIR := $(CURDIR)/.venv/uv
export PATH := $(CURDIR)/$(BIN):$(PATH)
REHASH := node workbench/node_modules/windmill-cli/esm/main.js generate-metadata rehash
COMPILE := uv pip compile --quiet --no-header --no-annotate --python-version 3.11
INSTALL := uv pip install --quiet --compile-bytecode --constraints $(LOCK) --constraints $(IMPORT_LOCK) --python

VARIABLES := PYTHON SCRIPT ARGS FILE WHAT METRIC BACKFILL ACTION CHANNELS LIST_ID DRY_RUN OPTIONS
VARIABLES += READ TO ID FILTER SINCE STATE EXAMPLES SPEC
GIVEN := $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name)))
$(if $(filter-out $(VARIABLES) MAKE%,$(GIVEN)),$(error there is no variable $(filter-out $(VARIABLES) MAKE%,$(GIVEN)); there are $(VARIABLES)))

help: ## print these lines
	@sed -n 's/^\([a-z]*\):.*## /make \1  /p' Makefile

run: .venv/run.stamp ## send an example to the sandbox, show what comes back; SCRIPT=profiles/get_profiles ARGS=file.json
	@python -m workbench.run $(if $(SCRIPT),--script $(SCRIPT)) --state "$(or $(STATE),.venv/sandbox.sqlite)" $(ARGS)

page: .venv/import.stamp workbench/node_modules ## every endpoint's form on a page of this machine, run against the sandbox; STATE=file to go on next time
	@python -m workbench.page $(if $(STATE),"$(STATE)")

import: .venv/import.stamp ## events from FILE=orders.csv into the sandbox; METRIC="Placed Order" BACKFILL=true DRY_RUN=true or WHAT=profiles LIST_ID=… or WHAT=subscriptions ACTION=subscribe CHANNELS=email LIST_ID=…, OPTIONS=options.json
	@python -m workbench.import_file "$(FILE)" $(if $(WHAT),--what $(WHAT)) $(if $(METRIC),--metric "$(METRIC)") $(if $(BACKFILL),--backfill $(BACKFILL)) $(if $(ACTION),--action $(ACTION)) $(if $(CHANNELS),--channels "$(CHANNELS)") $(if $(LIST_ID),--list-id $(LIST_ID)) $(if $(DRY_RUN),--dry-run $(DRY_RUN)) --state "$(or $(STATE),.venv/sandbox.sqlite)" $(OPTIONS)

export: .venv/import.stamp ## READ=profiles/get_profiles, all pages, to TO=profiles.csv; ID=Y6nRLr FILTER='equals(…)' SINCE=last, OPTIONS=options.json
	@python -m workbench.export_file "$(READ)" $(if $(TO),--to "$(TO)") $(if $(ID),--id "$(ID)") $(if $(FILTER),--filter "$$FILTER") $(if $(SINCE),--since "$(SINCE)") --state "$(or $(STATE),.venv/sandbox.sqlite)" $(OPTIONS)

test: .venv/test.stamp ## format, lint, types and tests; EXAMPLES=2000 tries more random values
	ruff format --check
	ruff check
	mypy
	workbench/node_modules/.bin/tsc -p workbench/page
	workbench/node_modules/.bin/prettier --check workbench/page/app tests/workbench/browser
	pytest

bench: .venv/bench.stamp ## compare with Klaviyo's official SDK
	@python -m workbench.bench

generate: .venv/test.stamp ## all scripts anew from SPEC=file-or-url, Klaviyo's published description by default
	python -m workbench.codegen $(if $(SPEC),--spec $(SPEC))
	$(REHASH)

lock: .venv/test.stamp ## the newest versions of what the scripts need, in every lock
	{ echo '# py: 3.11'; printf 'jsonschema\nrequests\n' | $(COMPILE) -; } > $(LOCK).new
	{ echo '# py: 3.11'; printf 'duckdb\nphonenumbers\npyrate-limiter\nrequests\ntqdm\nwmill\n' | $(COMPILE) --constraints $(LOCK).new -; } > $(IMPORT_LOCK).new
	mv $(LOCK).new $(LOCK)
	mv $(IMPORT_LOCK).new $(IMPORT_LOCK)
	find f/klaviyo -name '*.script.lock' -not -path '*/bulk/*' -exec cp $(LOCK) {} ';'
	find f/klaviyo/bulk -name '*.script.lock' -exec cp $(IMPORT_LOCK) {} ';'
	$(REHASH)

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	@echo "Setting up .venv, once"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check uv==0.13.9

.venv/run.stamp: $(BIN)/uv Makefile pyproject.toml $(LOCK) $(IMPORT_LOCK)
	@$(INSTALL) .venv --group run
	@touch $@

.venv/import.stamp: .venv/run.stamp
	@$(INSTALL) .venv --group bulk
	@touch $@

workbench/node_modules: $(BIN)/uv workbench/package-lock.json
	@$(INSTALL) .venv --group node
	@npm ci --prefix workbench --silent --no-audit --no-fund
	@touch $@

.venv/test.stamp: .venv/run.stamp workbench/node_modules
	@$(INSTALL) .venv --group test
	@uv pip install --quiet --target .venv/sdk --group bench-sdk
	@command -v chromium chromium-browser google-chrome >/dev/null || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null \
		|| { apt-get update -qq && apt-get install -qq --no-install-recommends chromium; } >/dev/null 2>&1 || true
	@touch $@

.venv/bench.stamp: .venv/import.stamp workbench/node_modules
	@$(INSTALL) .venv --group browser
	@uv venv --quiet --clear --python $(BIN)/python .venv/bench-script
	@uv venv --quiet --clear --python $(BIN)/python .venv/bench-import
	@uv venv --quiet --clear --python $(BIN)/python .venv/bench-sdk
	@$(INSTALL) .venv/bench-script --group bench-script
	@$(INSTALL) .venv/bench-import --group bench-import
	@uv pip install --quiet --compile-bytecode --python .venv/bench-sdk --group bench-sdk
	@touch $@
