#!/usr/bin/env bash
# Opens the kiosk from this checkout; on a machine without a display it takes pictures of it instead.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh run

guichet=.venv/bin/guichet
[ -s catalogue.db ] || "$guichet" catalogue build
"$guichet" catalogue check

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$guichet"
fi
echo "There is no display here, so Guichet walks through its screens by itself and leaves the pictures in build/tour."
echo "Il n’y a pas d’écran ici : Guichet parcourt ses écrans tout seul et laisse les images dans build/tour."
export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
exec "$guichet" tour --out build/tour
