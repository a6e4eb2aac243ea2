#!/usr/bin/env bash
# Runs every test on every processor. Files that open windows run two by two in processes of their own: one that has opened
# and closed some hundred windows mixes up what PySide told QML of their objects ("Unable to assign [undefined]").
# All run even when one fails.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=0
windows() {
    # Those that take long first, so that no processor is left alone with one of them at the end.
    grep -l "mark.slow" tests/screens/test_*.py tests/screens/counter/test_*.py
    grep -L "mark.slow" tests/screens/test_*.py tests/screens/counter/test_*.py
}
windows | xargs -P "$(nproc)" -n 2 .venv/bin/python -m pytest -q --no-header || failed=1
.venv/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder tests --ignore=tests/screens || failed=1
exit "$failed"
