# Everything runs in .venv, made here from the hash-pinned lock: nothing is installed outside this folder.
PYTHON ?= python3
PORT ?= 8090
ORGANISATION ?= organisations/les-pissenlits
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo run test coverage check format messages migration lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

.venv/bin/python:
	@$(PYTHON) tools/make_venv.py .venv

.venv/run: .venv/bin/python requirements.lock
	@echo "Installing what Relais needs (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev: .venv/run requirements-dev.lock
	@echo "Installing what the tests need (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: .venv/run ## try it in a browser, without a token (PORT=, ORGANISATION=)
	@exec $(BIN)/python -m bot demo --port $(PORT) --organisation $(ORGANISATION)

run: .venv/run ## run the bot with the token in .env
	@exec $(BIN)/python -m bot run

test: .venv/dev ## the whole suite, on SQLite and PostgreSQL
	@$(BIN)/python -m pytest -n 3 --dist worksteal $(ARGS)

# Whatever measures time or memory would measure the measuring.
coverage: .venv/dev ## the suite again, to see what of the code it runs; slower, so no part of test
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -n 2 --dist worksteal --ignore=tests/benchmarks $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

check: .venv/dev ## lint, format, types, import layers, dead dependencies
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry .

format: .venv/dev ## put the code in form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

messages: .venv/run ## bring the catalogues up to date with the sentences in the code
	@sh tools/messages.sh

migration: .venv/dev ## write the next migration from what has changed in db/models (WHAT="what it does")
	@test -n "$$WHAT" || { echo 'Say what it does, in a few words: make migration WHAT="opening hours by season"' >&2; exit 2; }
	@$(BIN)/python tools/new_migration.py "$$WHAT"
	@$(BIN)/ruff check --quiet --select I --fix db/migrations/versions
	@$(BIN)/ruff format --quiet db/migrations/versions

lock: .venv/dev ## pin the newest versions with their hashes again
	@$(BIN)/python -m piptools compile -q --upgrade --extra dev --generate-hashes --strip-extras --allow-unsafe \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements-dev.lock pyproject.toml
	@$(BIN)/python -m piptools compile -q --generate-hashes --strip-extras --allow-unsafe \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links -c requirements-dev.lock -o requirements.lock pyproject.toml

clean: ## remove .venv and caches; the data stays
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.*
