"""What the kiosk does not load before its first screen stands; each of these costs a start that everyone waits for."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]

LATER = frozenset(
    {
        *("kiosk.catalogue.model", "kiosk.planning", "kiosk.wording", "kiosk.referral"),
        *("kiosk.app.citizen", "kiosk.bridge.session", "kiosk.visit.visit", "kiosk.bridge.viewmodels.kiosk", "msgspec"),
        *("kiosk.bridge.slips", "kiosk.bridge.viewmodels.home", "kiosk.bridge.touring", "kiosk.cli.commands"),
        *("babel", "click", "cryptography", "dateutil", "escpos", "holidays", "PIL", "qrcode", "sqlite_utils", "typst"),
        *("hashlib", "logging.handlers", "sqlite3", "tomllib", "yaml"),
    }
)

DRAW_ONCE = """
import sys
import kiosk.app.front
from kiosk.cli import main

class Watched(kiosk.app.front.Front):
    def show(self):
        self.window.window.frameSwapped.connect(self.tell)
        super().show()

    def tell(self):
        print(*sys.modules, sep="\\n", flush=True)
        import os
        os._exit(0)

kiosk.app.front.Front = Watched
sys.argv = ["guichet", "--window"]
main()
"""


NAME_PICTURES = DRAW_ONCE.replace(
    "def show",
    """
    def __init__(self, *given):
        from kiosk.bridge.art import Art
        from kiosk.bridge.symbols import Symbols
        for provider in (Art, Symbols):
            provider.requestImage = self.named(provider.requestImage)
        super().__init__(*given)

    def named(self, draw):
        return lambda *asked: print(asked[1].partition("/")[0], flush=True) or draw(*asked)

    def show""",
).replace("print(*sys.modules", "print('drawn'")


def modules_at_the_first_frame() -> set[str]:
    run = subprocess.run([sys.executable, "-c", DRAW_ONCE], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_first_screen_waits_for_nothing_that_only_later_ones_need() -> None:
    modules_at_the_first_frame()  # the very first start also compiles the words

    loaded = modules_at_the_first_frame()

    assert "kiosk.bridge.window" in loaded
    assert loaded & LATER == set()


def pictures_until_the_first_frame() -> list[str]:
    run = subprocess.run([sys.executable, "-c", NAME_PICTURES], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_the_first_frame_is_the_whole_greeting() -> None:
    pictures = pictures_until_the_first_frame()

    assert pictures[-1] == "drawn"
    assert {"landscape", "mark", "headphones", "lifebuoy"} <= set(pictures)


def test_every_picture_of_the_first_screen_is_drawn_once_at_the_size_of_this_panel() -> None:
    asked = Counter(pictures_until_the_first_frame())

    assert set(asked.values()) == {1}


def test_a_configuration_that_cannot_be_read_is_told_though_the_window_is_being_read(tmp_path: Path) -> None:
    config = tmp_path / "guichet.toml"
    config.write_text("[site", encoding="utf-8")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "GUICHET_CONFIG": str(config)}

    run = subprocess.run([sys.executable, "-m", "kiosk", "--window"], cwd=ROOT, env=surroundings, capture_output=True)

    assert run.returncode == 1
    assert run.stderr.decode().startswith(f"Error: {config} is not TOML")
