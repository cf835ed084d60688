.DEFAULT_GOAL := help
.PHONY: help run list page import export test bench generate lock

PYTHON ?= python3
BIN := .venv/bin
LOCK := workbench/codegen/knowledge/script.lock
IMPORT_LOCK := workbench/codegen/knowledge/import.lock
TRIGGER_LOCK := workbench/codegen/knowledge/trigger.lock
# In a terminal, uv and npm show their own progress.
QUIET := $(shell test -t 2 || echo --quiet)
NPM_CI := npm ci --prefix workbench $(if $(QUIET),--silent) --no-audit --no-fund
export UV_CACHE_DIR := $(CURDIR)/.venv/uv
export PATH := $(CURDIR)/$(BIN):$(PATH)
REHASH := node workbench/node_modules/windmill-cli/esm/main.js generate-metadata rehash
COMPILE := uv pip compile --quiet --no-header --no-annotate --python-version 3.11
INSTALL := uv pip install $(QUIET) --compile-bytecode --constraints $(LOCK) --constraints $(IMPORT_LOCK) --python

# The arguments of the scripts for files.
IMPORT_OPTIONS := METRIC GROUP_BY BACKFILL ACTION CHANNELS LIST_ID CONSENTED_AT CUSTOM_SOURCE MAPPING PROPERTIES TYPES
IMPORT_OPTIONS += CONSENT_VALUES CHECK_WITHDRAWALS DATE_FORMAT DECIMAL TIMEZONE DEFAULT_COUNTRY LEAVE_OUT SHEET DRY_RUN
IMPORT_OPTIONS += REJECTS PART PARTS
EXPORT_OPTIONS := TO ID FILTER INCLUDE FIELDS ADDITIONAL_FIELDS COLUMNS PARAMETERS SINCE OVERLAP
SHARED_OPTIONS := JOURNAL REVISION
VARIABLES := PYTHON SCRIPT ARGS SEARCH FILE WHAT READ STATE OPTIONS EXAMPLES SPEC
VARIABLES += $(IMPORT_OPTIONS) $(EXPORT_OPTIONS) $(SHARED_OPTIONS)
GIVEN := $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name)))
$(if $(filter-out $(VARIABLES) MAKE%,$(GIVEN)),$(error there is no variable $(filter-out $(VARIABLES) MAKE%,$(GIVEN)); there are $(VARIABLES)))

help: ## print these lines
	@sed -n 's/^\([a-z]*\):.*## /make \1  /p' Makefile

run: .venv/run.stamp ## send an example to the sandbox, show what comes back; SCRIPT=profiles/get_profiles ARGS=file.json or ARGS='{…}'
	@python -m workbench.run $(if $(SCRIPT),--script $(SCRIPT)) --state "$(or $(STATE),.venv/sandbox.sqlite)" $(if $(ARGS),"$$ARGS")

list: .venv/run.stamp ## the scripts that have the words of SEARCH="delete profile" in name or description
	@python -m workbench.list "$(SEARCH)"

page: .venv/page.stamp ## every endpoint's form on a page of this machine, run against the sandbox; STATE=file is another account than that of make run
	@python -m workbench.page "$(or $(STATE),.venv/sandbox.sqlite)"

import: .venv/import.stamp ## events from FILE=orders.csv into the sandbox; METRIC="Placed Order" BACKFILL=true DRY_RUN=true or WHAT=profiles TYPES=auto LIST_ID=… or WHAT=subscriptions ACTION=subscribe CHANNELS=email LIST_ID=…, OPTIONS=options.json or OPTIONS='{…}'
	@python -m workbench.import_file "$(FILE)" $(if $(WHAT),--what $(WHAT)) --state "$(or $(STATE),.venv/sandbox.sqlite)" $(if $(OPTIONS),"$$OPTIONS") $(foreach name,$(filter $(IMPORT_OPTIONS) $(SHARED_OPTIONS),$(GIVEN)),--$(name) "$$$(name)")

export: .venv/import.stamp ## READ=profiles/get_profiles, all pages, to TO=profiles.csv; ID=Y6nRLr FILTER='equals(…)' SINCE=last, OPTIONS=options.json or OPTIONS='{…}'
	@python -m workbench.export_file "$(READ)" --state "$(or $(STATE),.venv/sandbox.sqlite)" $(if $(OPTIONS),"$$OPTIONS") $(foreach name,$(filter $(EXPORT_OPTIONS) $(SHARED_OPTIONS),$(GIVEN)),--$(name) "$$$(name)")

test: .venv/test.stamp ## format, lint, types and tests; EXAMPLES=2000 tries more random values
	ruff format --check
	ruff check
	mypy
	workbench/node_modules/.bin/tsc -p workbench/page
	workbench/node_modules/.bin/prettier --check workbench/page/app tests/workbench/browser
	pytest

bench: .venv/bench.stamp ## compare with Klaviyo's official SDK
	@python -m workbench.bench

generate: .venv/test.stamp ## all scripts from the API description in workbench/codegen/description; SPEC=file-or-url uses another and stores it there
	python -m workbench.codegen $(if $(SPEC),--spec $(SPEC))
	$(REHASH)

lock: .venv/test.stamp ## the newest versions of what the scripts need, in every lock
	{ echo '# py: 3.11'; printf 'jsonschema\nrequests\n' | $(COMPILE) -; } > $(LOCK).new
	{ echo '# py: 3.11'; printf 'duckdb\norjson\nphonenumbers\npyrate-limiter\npython-calamine\nrequests\ntqdm\nwmill\n' | $(COMPILE) --constraints $(LOCK).new -; } > $(IMPORT_LOCK).new
	{ echo '# py: 3.11'; printf 'jsonschema\nrequests\nwmill\n' | $(COMPILE) --constraints $(LOCK).new --constraints $(IMPORT_LOCK).new -; } > $(TRIGGER_LOCK).new
	mv $(LOCK).new $(LOCK)
	mv $(IMPORT_LOCK).new $(IMPORT_LOCK)
	mv $(TRIGGER_LOCK).new $(TRIGGER_LOCK)
	find f/klaviyo -name '*.script.lock' -not -path '*/bulk/*' -not -path '*/triggers/*' -exec cp $(LOCK) {} ';'
	find f/klaviyo/bulk -name '*.script.lock' -exec cp $(IMPORT_LOCK) {} ';'
	find f/klaviyo/triggers -name '*.script.lock' -exec cp $(TRIGGER_LOCK) {} ';'
	$(REHASH)

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	@echo "Setting up .venv, once: Python packages are installed there, nowhere else"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check uv==0.13.9

.venv/run.stamp: $(BIN)/uv Makefile pyproject.toml $(LOCK) $(IMPORT_LOCK)
	@echo "Installing what the scripts and the sandbox need (120 MB)"
	@$(INSTALL) .venv --group run
	@touch $@

.venv/import.stamp: .venv/run.stamp
	@echo "Installing what imports and exports need (80 MB)"
	@$(INSTALL) .venv --group bulk
	@touch $@

.venv/node.stamp: .venv/run.stamp
	@echo "Installing Node.js (200 MB)"
	@$(INSTALL) .venv --group node
	@touch $@

.venv/page.stamp: .venv/import.stamp .venv/node.stamp workbench/package-lock.json
	@test .venv/npm.stamp -nt workbench/package-lock.json || { echo "Installing what the page is built with (60 MB)" && $(NPM_CI) --omit=dev; }
	@touch $@

.venv/npm.stamp: .venv/node.stamp workbench/package-lock.json
	@echo "Installing Windmill's programs and form libraries (400 MB)"
	@$(NPM_CI)
	@touch $@

.venv/test.stamp: .venv/import.stamp .venv/npm.stamp
	@echo "Installing what the tests need (200 MB)"
	@$(INSTALL) .venv --group test
	@uv pip install $(QUIET) --target .venv/sdk --group bench-sdk
	@command -v chromium chromium-browser google-chrome >/dev/null || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null \
		|| { echo "Installing Chromium (Debian's package, 300 MB)"; { apt-get update -qq && apt-get install -qq --no-install-recommends chromium; } >/dev/null 2>&1; } || true
	@touch $@

.venv/bench.stamp: .venv/import.stamp .venv/npm.stamp
	@echo "Installing one environment for each side of the comparison (200 MB)"
	@$(INSTALL) .venv --group browser
	@uv venv --quiet --clear --python $(BIN)/python .venv/bench-script
	@uv venv --quiet --clear --python $(BIN)/python .venv/bench-import
	@uv venv --quiet --clear --python $(BIN)/python .venv/bench-sdk
	@$(INSTALL) .venv/bench-script --group bench-script
	@$(INSTALL) .venv/bench-import --group bench-import
	@uv pip install $(QUIET) --compile-bytecode --python .venv/bench-sdk --group bench-sdk
	@touch $@
