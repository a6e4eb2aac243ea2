#!/usr/bin/env bash
# Writes packaging/constraints.txt: the newest versions that pyproject.toml allows, tried in an empty environment.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=build/lock
rm -rf "$fresh"
python3 -m venv "$fresh"
"$fresh/bin/python" -m pip install --quiet --upgrade 'pip>=25.1' hatchling editables setuptools
"$fresh/bin/python" -m pip install --quiet --no-build-isolation --editable '.[hub]' --group dev

{
    echo "# The versions Guichet is built and tested with; \`make lock\` writes this file."
    "$fresh/bin/python" -m pip freeze --all --exclude-editable
} >packaging/constraints.txt
rm -rf "$fresh"
