# make run   opens the program over ./sessions     make test   runs all tests
# make check runs every check                       make bench  prints the benchmarks
# make eval  measures the language part             make fit    fits its weights anew
# make lexikon makes the sorting's word lists ready after a change of them
# make torture  does everything to the vault that a disk, the power, a kill and a stranger can do (some 20 minutes)
PYTHON ?= python3
VENV   ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
RUN_STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
WORKERS ?= 2

.PHONY: run test torture check lint bench eval fit clean lock

run: $(RUN_STAMP)
	@$(BIN)/gk --sessioner sessions

$(BIN)/pip:
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): pyproject.toml constraints.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	$(BIN)/python -m compileall -q gk_assistant question_bank
	@touch $(RUN_STAMP)

$(DEV_STAMP): pyproject.toml constraints.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $(RUN_STAMP) $(DEV_STAMP)

test: $(DEV_STAMP)
	$(BIN)/pytest -n $(WORKERS)

torture: export GK_TORTURE = 1
torture: $(DEV_STAMP)
	$(BIN)/pytest -n $(WORKERS) tests/torture tests/storage/vault

check: lint test

lint: $(DEV_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/gk bank kontrollera

bench: $(DEV_STAMP)
	$(BIN)/python -m benchmarks

eval: $(DEV_STAMP)
	$(BIN)/python -m evaluation

fit: $(DEV_STAMP)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,passning]"
	$(BIN)/python -m evaluation.fit_sorting

lexikon: $(DEV_STAMP)
	$(BIN)/python -m evaluation.build_lexicon

lock: $(DEV_STAMP)
	$(BIN)/pip freeze --exclude-editable | sort --ignore-case > constraints.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
