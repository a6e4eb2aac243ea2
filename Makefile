# The ways into the project; the work is in scripts/.
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run hub deb test soak fuzz check format bench catalogue messages lock clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Set up what is missing, check the catalogue, open the kiosk
	@scripts/run.sh

hub: ## Try a hub on this machine: SQLite, keys for show, one enrolled kiosk, the operator's page
	@scripts/setup.sh hub
	@$(PYTHON) -m scripts.trial_hub

deb: ## Build the Debian packages of the commit that is checked out, for this release of Debian, into build
	@scripts/setup.sh run
	@$(PYTHON) -m scripts.deb

test: ## Run every test, on every processor
	@scripts/setup.sh test
	@scripts/test.sh

soak: ## Look at what the tests leave out, and let a monkey do 20,000 things to the window, both ways up
	@scripts/setup.sh test
	@$(PYTHON) -m pytest -n auto --dist loadfile -m thorough
	@GUICHET_MONKEY=20000 $(PYTHON) -m pytest -n auto -m '' tests/e2e/test_monkey.py

fuzz: ## Try a million altered tokens and codes
	@scripts/setup.sh test
	@GUICHET_FUZZ=1000000 $(PYTHON) -m pytest tests/referral/test_fuzz.py -n auto

check: ## Run every check that is not a test: style, types, layers, QML, texts, catalogue
	@scripts/setup.sh test
	@$(PYTHON) -m scripts.check

format: ## Write Python and QML in the house's form
	@scripts/setup.sh test
	@$(PYTHON) -m scripts.format

bench: ## Measure start, plan, print and memory
	@scripts/setup.sh test
	@$(PYTHON) -m bench

catalogue: ## Make catalogue.db from assets/catalogue
	@scripts/setup.sh run
	@$(PYTHON) -m kiosk catalogue build

messages: ## Gather the texts to translate from Python and QML
	@scripts/setup.sh test
	@$(PYTHON) scripts/messages.py update

lock: ## Take today's versions of the dependencies into packaging/constraints.txt
	@scripts/lock.sh

clean: ## Remove what was made, except catalogue.db
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
