# run, test and check are what README names; .ci/run calls test.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8501
ADDRESS ?= localhost
BIN = $(VENV)/bin
# The store of official tables: named by the environment, else beside the repository, else none.
STORE = $(if $(KASVUMITTARI_SNAPSHOTS),$(KASVUMITTARI_SNAPSHOTS),$(wildcard ../shared/sources))
SNAPSHOTS = $(if $(STORE),--snapshots $(STORE))
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK = $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
export CUSTOM_COMPILE_COMMAND = make lock

.PHONY: run test check fix data bench lock clean chromium

run: $(VENV)/run.stamp
	@$(BIN)/python -c 'import socket, sys; s = socket.socket(); \
	s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); \
	s.bind((sys.argv[1], int(sys.argv[2])))' $(ADDRESS) $(PORT) 2>/dev/null || { \
	echo "Port $(PORT) is in use. Stop the program that uses it, or choose another port:"; \
	echo "  make run PORT=$$(($(PORT) + 1))"; exit 1; }
	@echo "Kasvumittari: http://$(ADDRESS):$(PORT)  (stop with Ctrl-C)"
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT) --server.address $(ADDRESS)

test: check chromium
	$(BIN)/python -m pytest -n 2 --dist loadgroup --cov

check: $(VENV)/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m data.pipeline check $(SNAPSHOTS)

fix: $(VENV)/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

data: $(VENV)/run.stamp
	$(BIN)/python -m data.pipeline build $(SNAPSHOTS)

bench: $(VENV)/test.stamp
	PYTHONPATH=. $(BIN)/python tests/bench/pages.py $(SNAPSHOTS)

lock: $(VENV)/test.stamp
	$(LOCK) --output-file requirements.lock requirements.txt
	$(LOCK) --output-file requirements-dev.lock requirements-dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

chromium:
	@command -v chromium >/dev/null 2>&1 || { \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	echo "Installing Debian's chromium for the browser tests"; \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "The browser tests need chromium: install it, e.g. sudo apt-get install chromium"; \
	exit 1; fi; }

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Python 3.11 or newer is needed. Name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	echo "Python's venv module is needed (Debian: apt-get install python3-venv)."; exit 1; }

$(VENV)/run.stamp: requirements.lock | $(BIN)/python
	@echo "Installing what the dashboard needs into $(VENV)"
	@$(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock | $(BIN)/python
	@echo "Installing what the tests need into $(VENV)"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@ $(VENV)/run.stamp
