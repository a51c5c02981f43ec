# The few commands of the project; `make help` lists them. Python 3.11 and make are all they need.

PYTHON ?= python3
RUN = .venv/bin/python
WORKERS ?= logical

.DEFAULT_GOAL := help
.PHONY: help demo test lint check messages format clean install install-dev

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: install ## Run the whole portal with sample data at http://localhost:8000 (HELIU_PORT)
	@exec $(RUN) -m association.demo

test: install-dev ## Run all tests, the browser's included, on throw-away servers
	@$(RUN) manage.py compile_catalogues
	$(RUN) -m pytest -n $(WORKERS) --dist loadscope $(TESTS)

lint: install-dev ## Check style, types, layers and templates
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	find templates -name '*.html' -print0 | xargs -0 -r .venv/bin/djade --target-version 5.2 --check
	.venv/bin/lint-imports
	$(RUN) -m mypy

check: install-dev ## Check migrations and the production settings
	HELIU_DEBUG=1 $(RUN) manage.py makemigrations --check --dry-run
	HELIU_SECRET_KEY=$$($(RUN) -c 'import secrets; print(secrets.token_urlsafe(60))') \
	HELIU_HOSTS=portal.example HELIU_SITE_URL=https://portal.example \
	DATABASE_URL=postgres://db.example/heliu REDIS_URL=redis://cache.example/0 \
	HELIU_PROXY_COUNT=1 HELIU_SMTP_HOST=mail.example HELIU_MAIL_FROM=portal@portal.example \
		$(RUN) manage.py check --deploy --fail-level WARNING

messages: install-dev ## Collect the strings to translate into locale/ (needs gettext)
	HELIU_DEBUG=1 $(RUN) manage.py makemessages --locale zh_Hans --locale en --no-location --no-obsolete \
		--ignore .venv --ignore .heliu --ignore tests --ignore static --ignore staticfiles
	@$(RUN) manage.py compile_catalogues

format: install-dev ## Format Python and templates
	$(RUN) -m ruff check --fix
	$(RUN) -m ruff format
	find templates -name '*.html' -print0 | xargs -0 -r .venv/bin/djade --target-version 5.2

clean: ## Remove what can be made again; the demo's data in .heliu stays
	rm -rf .venv staticfiles .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

install:
	@$(PYTHON) association/embedded/install.py requirements.txt

install-dev:
	@$(PYTHON) association/embedded/install.py requirements-dev.txt
