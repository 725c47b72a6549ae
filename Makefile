# make serve: set up and start the service. make test: set up and run the tests.
PYTHON ?= $(or $(shell command -v python3.11),$(shell command -v python3),python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
FILES := service tests

.DEFAULT_GOAL := help
.PHONY: help serve test test-slow floor lint format bench clean

help:
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

serve: $(VENV)/.installed ## set up and start the service on 127.0.0.1:8080
	$(BIN)/bodycopy serve

test: $(VENV)/.installed-dev ## set up and run the tests
	$(BIN)/python -m pytest -m "not slow" --numprocesses auto --dist loadscope

test-slow: $(VENV)/.installed-dev ## run the tests that take longer, such as the wheel's
	$(BIN)/python -m pytest -m slow

floor: $(VENV)/.installed-bench ## raise the recorded scores that were surpassed; LOWER=1 lowers them
	$(BIN)/python -m tests.quality $(if $(LOWER),--lower)

lint: $(VENV)/.installed-dev ## ruff and mypy
	$(BIN)/ruff check $(FILES)
	$(BIN)/ruff format --check $(FILES)
	$(BIN)/mypy

format: $(VENV)/.installed-dev ## format and repair what ruff can
	$(BIN)/ruff check --fix $(FILES)
	$(BIN)/ruff format $(FILES)

bench: $(VENV)/.installed-bench ## how fast it is
	$(BIN)/bodycopy bench

clean: ## remove what make made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A stamp is older than pyproject.toml when something may have to be installed.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# pip before 23.3 stumbles over lxml's extra, which two of the peers name.
$(VENV)/.installed-bench: pyproject.toml | $(BIN)/python
	$(PIP) install --upgrade 'pip>=23.3'
	$(PIP) install --editable '.[bench]'
	@touch $@ $(VENV)/.installed

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "bodycopy needs Python 3.11 or newer; '$(PYTHON)' is not. Name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "'$(PYTHON)' has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
