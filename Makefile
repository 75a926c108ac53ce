# Everything a developer or an operator runs. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
UV_VERSION := 0.13.9
PY := .venv/bin/python
# A uv that works, else one of our own in .tools (a version manager's stand-in may be on the path and not run).
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo .tools/bin/uv)
export RASA_TELEMETRY_ENABLED := false
export OMP_NUM_THREADS ?= 2
export TF_CPP_MIN_LOG_LEVEL ?= 3

.PHONY: help
help: ## List every target
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

.PHONY: chat
chat: setup ## Set up what is missing, train if needed, start Thaw at http://localhost:5005/
	@OMP_NUM_THREADS=1 exec $(PY) -m thaw

.PHONY: setup
setup: .venv/.runtime ## Python environment from the hash lock

.PHONY: transcripts
transcripts: .venv/.dev ## Talk through the published conversations anew, into docs/transcripts/
	@$(PY) -m tools.transcripts

.PHONY: train
train: setup ## Train the model if it is missing or older than its data
	@$(PY) -m thaw.train

.PHONY: test
test: .venv/.dev ## Run all tests (sets up everything itself)
	@$(PY) -m tools.need chromium
	@$(PY) -m tools.need redis-server
	@$(PY) -m tools.need postgresql
	@$(PY) -m thaw.train
	@$(PY) -m pytest

.PHONY: check
check: .venv/.dev ## Format, lint, types, data validation, tests
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@$(MAKE) --no-print-directory validate test

.PHONY: validate
validate: .venv/.dev ## Check domain, rules, training sentences, and the style and claims of the answers
	@$(PY) -m tools.validate
	@$(PY) -m tools.style
	@$(PY) -m tools.claims
	@$(PY) -W ignore -m rasa data validate --domain domain.yml --config config.yml --data data/nlu data/rules 2>&1 | $(PY) -m tools.quiet

.PHONY: format
format: .venv/.dev ## Format the code
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

.PHONY: scorecard
scorecard: .venv/.dev ## Score understanding and safety on the held-out sentences and on FILES="a.jsonl b.jsonl"
	@$(PY) -m thaw.train
	@$(PY) -m evaluation.scorecard $(FILES)

.PHONY: referrals
referrals: setup ## Crisis referrals by month and level, without identifiers
	@$(PY) -m tools.referrals

.PHONY: funnel
funnel: setup ## How many visitors went how far, by day, without identifiers
	@$(PY) -m tools.funnel

.PHONY: consents
consents: setup ## The texts that visitors agreed to, by their version
	@$(PY) -m tools.consents

.PHONY: telegram-webhook
telegram-webhook: setup ## Tell Telegram where Thaw is and which secret to show
	@$(PY) -W ignore -m tools.channel_check telegram-webhook

.PHONY: telegram-check
telegram-check: setup ## What is missing before Thaw answers on Telegram
	@$(PY) -W ignore -m tools.channel_check telegram

.PHONY: whatsapp-check
whatsapp-check: setup ## The same for WhatsApp and SMS
	@$(PY) -W ignore -m tools.channel_check whatsapp

.PHONY: whatsapp-buttons
whatsapp-buttons: setup ## Make the templates of WhatsApp's reply buttons at Twilio
	@$(PY) -W ignore -m tools.channel_check whatsapp-buttons

.PHONY: claims
claims: .venv/.dev ## What the answers state as facts: what lacks a source, what is to be checked soon
	@$(PY) -m tools.claims

.PHONY: bench
bench: .venv/.dev ## Measure understanding and speed beside stock Rasa, each in one run
	@$(PY) -m tools.need postgresql
	@$(PY) -m thaw.train
	@$(PY) -W ignore -m bench.nlu
	@$(PY) -W ignore -m bench.speed
	@$(PY) -W ignore -m bench.loop

.PHONY: load
load: .venv/.dev ## Give Thaw 70 % of what it can take for MINUTES (10)
	@$(PY) -m thaw.train
	@$(PY) -W ignore -m bench.load --minutes $(or $(MINUTES),10)

.PHONY: bench-widget
bench-widget: .venv/.dev ## Measure the widget: size, axe, time to the first bubble, requests to other origins
	@$(PY) -m tools.need chromium
	@$(PY) -m thaw.train
	@$(PY) -m bench.widget $(NOTE)

.PHONY: screenshot
screenshot: .venv/.dev ## Take the README's picture of the widget (Thaw must be running)
	@$(PY) -m tools.screenshot docs/screenshot.png

.PHONY: lock
lock: .tools/uv ## Write the hash locks anew from pyproject.toml
	@$(UV) pip compile -q --python 3.10 --generate-hashes pyproject.toml -o requirements.lock
	@$(UV) pip compile -q --python 3.10 --generate-hashes --extra dev pyproject.toml -o requirements-dev.lock

.PHONY: clean
clean: ## Remove the environment, the models and the caches (the conversations in var/ stay)
	rm -rf .venv .tools models .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis

# What the targets above stand on

.tools/uv:
	@$(UV) --version >/dev/null 2>&1 || { echo "Installing uv $(UV_VERSION) into .tools"; \
	  python3 -m venv .tools && .tools/bin/pip install -q --disable-pip-version-check --require-hashes -r tools/uv.lock; } || \
	  { echo "uv could not be installed: Python 3 with its venv module is needed (Debian: apt install python3-venv)."; exit 1; }
	@mkdir -p .tools && touch $@

.venv/bin/python: .tools/uv .python-version
	@echo "Making the Python $$(cat .python-version) environment"
	@$(UV) venv -q --allow-existing --python "$$(cat .python-version)" .venv
	@touch $@

.venv/.runtime: .venv/bin/python requirements.lock
	@[ -e .venv/.dev ] && [ .venv/.dev -nt requirements-dev.lock ] || { echo "Installing the packages of requirements.lock"; \
	  $(UV) pip sync -q --require-hashes --python $(PY) requirements.lock; }
	@touch $@

.venv/.dev: .venv/bin/python requirements-dev.lock
	@echo "Installing the packages of requirements-dev.lock"
	@$(UV) pip sync -q --require-hashes --python $(PY) requirements-dev.lock
	@touch $@ .venv/.runtime
