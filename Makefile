# onrecord: everything a developer needs, with Python 3.11 or later and make alone.
#
#   make demo     read the example report
#   make test     run the tests
#   make check    lint, types, generated docs
#   make docs     write the generated pages of docs/ anew
#   make bench    accuracy and speed (needs the data; see bench/)
#   make lock     work out requirements.lock anew

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.setup-done

.PHONY: setup demo test check docs bench lock clean

setup: $(STAMP)

# --require-hashes: nothing is installed but what requirements.lock names, byte for byte.
$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.11 or later with venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup
	$(BIN)/onrecord read examples/greetings.txt

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python docs/generate.py --check

docs: setup
	$(BIN)/python docs/generate.py

bench: setup
	$(BIN)/python -m bench

# Versions and hashes, no addresses: where packages come from is pip's own settings' business.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet pip-tools
	CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --strip-extras \
		--allow-unsafe --generate-hashes --extra dev --build-deps-for editable \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis
