#!/usr/bin/env bash
# Runs every test on every processor: those that open windows first, in processes of their own. Both parts run even when
# one fails.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=0
run() {
    .venv/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder "$@" || failed=1
}
run tests/screens
run tests --ignore=tests/screens
exit "$failed"
