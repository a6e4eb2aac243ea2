#!/usr/bin/env bash
# Runs every test, file by file. One more at a time than there are processors: tests wait a fifth of their time, for a
# browser, for a program that they started, for sound that is as long as it is.
set -euo pipefail
cd "$(dirname "$0")/.."

# What is compiled is kept: else every worker reads and rewrites all files anew, and takes twice as long to begin.
unset PYTHONDONTWRITEBYTECODE

exec .venv/bin/python -m pytest -n $(($(nproc) + 1)) --dist loadfile --no-loadscope-reorder "$@"
