#!/usr/bin/env bash
# Runs every test on every processor, in three parts of their own processes: one that has opened and closed some thousand
# windows mixes up what PySide told QML of their objects ("Unable to assign [undefined]"). All run even when one fails.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=0
run() {
    .venv/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder "$@" || failed=1
}
run tests/screens/counter
run tests/screens --ignore=tests/screens/counter
run tests --ignore=tests/screens
exit "$failed"
