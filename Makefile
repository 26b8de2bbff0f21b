# Every command of the repository. Nothing but Python >= 3.11 and make is needed beforehand.
SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

export PORT ?= 8000
export OWC_HOME ?= $(CURDIR)/.owc
DETACH ?=

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
VENV := .venv
# Relative, so that the folder may have a space in its name.
BIN := $(VENV)/bin
OWC := $(BIN)/python -m owc
STAMP := $(VENV)/.installed
SERVICES := gateway ledger-service billing-service pricing-service sync-service
PACKAGES := $(foreach s,$(SERVICES),$(s)/src)
export MYPYPATH := $(CURDIR)/deploy/simulator/src
SOURCES := shared deploy/owc deploy/simulator/src $(PACKAGES) functions tests conftest.py

##@ Run it
.PHONY: up down logs status ui
up: $(STAMP) ## Start everything here and print address and credentials (PORT, OWC_HOME, DETACH=1)
	@$(BIN)/python -m owc.admin_build --if-stale || echo "going on without it" >&2
	@$(OWC) up $(if $(DETACH),--detach)

down: $(STAMP) ## Stop what `make up` started in OWC_HOME
	@$(OWC) down

ui: $(STAMP) ## Build the admin app (Node 20 or newer, else one from PyPI in .venv-node)
	@$(BIN)/python -m owc.admin_build

logs: $(STAMP) ## Follow the logs of all processes
	@$(OWC) logs

status: $(STAMP) ## Show each process: port, id, uptime, memory
	@$(OWC) status

##@ Work on it
.PHONY: check check-supply check-ui fmt lint type test bench e2e screenshots test-openwebui api docs freeze check-api check-kubernetes
check: lint type ## Everything that is checked without running the system
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/pytest tests/architecture

check-supply: $(STAMP) .venv-supply/.installed ## Packages, licences, secrets, code: what we take and give away (OFFLINE=1)
	@$(BIN)/python -m owc.supply_check $(if $(OFFLINE),--offline)

check-ui: $(STAMP) ## The admin app: types, style, tests, the committed API types, sizes
	@for what in check test types:check build budget; do \
		$(BIN)/python -m owc.admin_build npm run $$what || exit 1; done

fmt: $(STAMP) ## Format, and repair what can be repaired
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lint: $(STAMP) ## Format and style
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

type: $(STAMP) ## Types
	@$(BIN)/mypy $(wildcard $(SOURCES))
	@# The tests of two services may have files of the same name: one run for each.
	@failed=0; for tests in $(wildcard deploy/tests deploy/simulator/tests $(foreach s,$(SERVICES),$(s)/tests)); do \
		$(BIN)/mypy --no-error-summary $$tests || failed=1; done; exit $$failed

test: $(STAMP) ## All tests on real servers (T=path; TEST_WITH=docker or pgbouncer, TEST_DATABASE_URL, TEST_REDIS_URL)
	@$(if $(T),$(BIN)/pytest $(T),$(BIN)/python -m owc.all_tests)

.PHONY: test-cluster
test-cluster: $(VENV)/cluster/.installed ## Three PostgreSQL under Patroni, the leader killed under load (Debian: apt install etcd-server)
	@$(BIN)/pytest -s tests/cluster

.PHONY: chaos
chaos: $(STAMP) ## 10,000 notices to billing while everything dies at random (CHAOS_NOTICES, CHAOS_SEED)
	@CHAOS_NOTICES=$${CHAOS_NOTICES:-10000} $(BIN)/pytest -s tests/system/test_billing_chaos.py

bench: $(STAMP) ## Measure and write docs/benchmarks.md (B="charging stack" for some; needs nginx and wrk)
	@$(BIN)/python -m tests.bench $(B)

test-openwebui: $(STAMP) ## Acceptance against a real Open WebUI (installs it on first use)
	@tests/openwebui/run.sh

e2e: $(STAMP) $(VENV)/.e2e ## The admin app in the system's Chromium (T=path, OWC_E2E_HOME=a system that runs)
	@$(BIN)/python -m owc.admin_build --if-stale
	@$(BIN)/pytest $(or $(T),tests/e2e)

screenshots: $(STAMP) $(VENV)/.e2e ## Write docs/img/*.png from a system with demo data
	@$(BIN)/python -m owc.admin_build --if-stale
	@$(BIN)/python -m tests.e2e.screenshots

api: $(STAMP) ## Write docs/api/openapi.json from a system that runs
	@$(BIN)/python -m owc.api_description
	@$(BIN)/python -m owc.admin_build npm run types

docs: $(STAMP) ## Write the pages of docs/ that come from the code: commands, settings, events, problems
	@$(BIN)/python -m owc.reference

freeze: ## Add new migrations to deploy/migrations.sha256; from then on they never change
	@for file in */migrations/versions/*.py */migrations/sql/*.sql shared/sql/*.sql; do \
		grep -q "  $$file$$" deploy/migrations.sha256 || sha256sum "$$file" >> deploy/migrations.sha256; done

check-api: $(STAMP) ## Is docs/api/openapi.json current, and does every answer keep to it?
	@$(BIN)/python -m owc.api_check

check-kubernetes: $(STAMP) $(VENV)/.kubernetes ## Render deploy/kubernetes and check every object, without a cluster
	@$(BIN)/pytest tests/kubernetes

##@ Keep it
.PHONY: install lock clean help
install: $(STAMP) ## Make .venv from the locked requirements

lock: $(STAMP) ## Lock the newest versions that fit (hashes, no index address)
	@for what in requirements requirements-dev requirements-node requirements-e2e requirements-kubernetes requirements-cluster requirements-supply; do \
		$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
			--upgrade $$what.in -o $$what.lock || exit 1; done
	@$(BIN)/uv pip compile -q --no-deps --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--upgrade requirements-kubectl.in -o requirements-kubectl.lock

clean: ## Remove caches; .venv and .owc stay
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

help: ## This text
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} \
		/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' Makefile

$(VENV)/.e2e $(VENV)/.kubernetes: $(VENV)/.%: requirements-%.lock $(STAMP)
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r $< 2>/dev/null || \
		$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

# A folder of its own: Patroni runs under the account of the servers, which may not read .venv.
$(VENV)/cluster/.installed: requirements-cluster.lock $(STAMP)
	@rm -rf $(VENV)/cluster
	@$(BIN)/uv pip install -q --target $(VENV)/cluster --require-hashes -r $< 2>/dev/null || \
		$(BIN)/python -m pip install -q --disable-pip-version-check --target $(VENV)/cluster --require-hashes -r $<
	@touch $@

# In a place of their own: what looks at our packages must not be among them.
.venv-supply/.installed: requirements-supply.lock $(STAMP)
	@$(BIN)/python -m venv .venv-supply
	@$(BIN)/uv pip install -q --python .venv-supply/bin/python --require-hashes -r $< 2>/dev/null || \
		.venv-supply/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(STAMP): requirements-dev.lock
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed (PYTHON=/path/to/python3)" >&2; exit 1; }
	@[ -x $(BIN)/python ] || { echo "making $(VENV) with $(PYTHON)"; $(PYTHON) -m venv $(VENV); } || \
		{ rm -rf $(VENV); echo "python's venv module is needed (Debian: apt install python3-venv)" >&2; exit 1; }
	@echo "installing the locked requirements"
	@# uv is quicker, but only pip reads the package index that this machine may have configured.
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements-dev.lock 2>/dev/null || \
		$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@printf '%s\n' "$(CURDIR)" "$(CURDIR)/deploy" "$(CURDIR)/deploy/simulator/src" $(foreach p,$(PACKAGES),"$(CURDIR)/$(p)") \
		> "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/owc.pth"
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m owc "$$@"\n' > $(BIN)/owc && chmod +x $(BIN)/owc
	@touch $(STAMP)
