"""Takes the README's pictures: walks the guided tour and keeps a few of its screens, small, in docs/pictures."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
TOUR = ROOT / "build" / "tour"
KEPT = ROOT / "docs" / "pictures"

CHOSEN = {
    "home": "death-portrait-*-home.png",
    "question": "death-portrait-*-question-is-executor.png",
    "plan": "death-portrait-*-plan.png",
    "step": "death-portrait-*-step.png",
    "take": "death-portrait-*-take.png",
    "plan-fr": "job-landscape-*-plan.png",
    "large": "turning-65-portrait-*-plan.png",
    "urgent": "food-portrait-*-food.png",
    "access": "food-portrait-*-access.png",
    "where": "death-portrait-*-where.png",
    "home-ar": "turning-65-ar-portrait-*-home.png",
    "counter-walk-in": "counter-en-*-walk-in-plan.png",
    "counter-case-fr": "counter-fr-*-case.png",
    "counter-scan": "counter-en-*-scan-slip.png",
    "counter-kiosks-fr": "counter-fr-*-kiosks.png",
    "operator": "operator.png",
}
"""The name each kept picture has, and the picture of the tour that it is."""

OPERATOR = "tests/hub/pages/taking_pictures.py"
"""What leaves the picture of the operator's page; it wants a Chromium."""

SHORT_SIDE = 480
"""Pixels of a kept picture's shorter side."""


def main() -> None:
    """Walk the tours, once in Arabic and once at the counter, open the operator's page; scale down what is chosen."""
    for wanted in ((), ("--lang", "ar", "--journey", "turning-65", "--orientation", "portrait"), ("--counter",)):
        subprocess.run([sys.executable, "-m", "kiosk", "tour", "--out", str(TOUR), *wanted], check=True)
    subprocess.run([sys.executable, "-m", "pytest", "-q", "-n", "0", OPERATOR], cwd=ROOT, check=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    for name, pattern in CHOSEN.items():
        taken = sorted(TOUR.glob(pattern))[0]
        _keep(Image.open(taken), name)
    slip = Image.open(sorted(TOUR.glob("death-portrait-slip.png"))[0])
    _keep(slip.crop((0, 0, slip.width, min(slip.height, slip.width * 16 // 9))), "slip")


def _keep(picture: Image.Image, name: str) -> None:
    scale = SHORT_SIDE / min(picture.size)
    small = picture.convert("RGB").resize(
        (round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS
    )
    small.quantize(128).save(KEPT / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
