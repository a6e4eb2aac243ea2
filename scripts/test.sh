#!/usr/bin/env bash
# Runs every test on every processor, file by file.
set -euo pipefail
cd "$(dirname "$0")/.."

exec .venv/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder "$@"
