"""Where every test runs: no display, one time zone, and folders of its own instead of the user's."""

import gc
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.sweeping import sweep
from tests.web.chromium import Chromium, program

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PATIENCE_MS = 20_000
"""How long a window may take over something before a test gives it up."""

_home = Path(tempfile.mkdtemp(prefix="guichet-tests-"))


_HOW_MUCH = {"GUICHET_MONKEY", "GUICHET_FUZZ"}
"""What tells the tests themselves how long to go on; every other setting of the user's is put away."""


def _settle() -> None:
    """Give the whole run its surroundings; this must happen before anything imports Qt."""
    for name in [name for name in os.environ if name.startswith(("GUICHET_", "LC_", "XDG_"))]:
        if name not in _HOW_MUCH:
            del os.environ[name]
    os.environ.pop("LANGUAGE", None)
    # The programs that tests start would read and compile all of ours each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    folders = {
        "HOME": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "share",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "runtime",
    }
    for name, folder in folders.items():
        (_home / folder).mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(_home / folder)
    os.environ |= {"TZ": "America/Halifax", "LANG": "C.UTF-8", "QT_QUICK_BACKEND": "software"}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # A method connected without @Slot gives its object a description of its own, which QML may mistake for that of
    # another that lay at the same address before: PySide warns of it, and a warning of Qt's fails a test.
    os.environ["QT_LOGGING_RULES"] = "qt.pyside.libpyside.warning=true"
    time.tzset()


_settle()

# A gate must say the same of the same commit; at a desk every run tries other examples.
hypothesis.settings.register_profile("gate", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("gate")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with something slow go first, so that no processor is left alone with one of them at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Nothing of Qt's is taken down in a thread that comes upon it while it works: as in the program, nobody looks."""
    if "qapp" in getattr(item, "fixturenames", ()):
        gc.disable()


def pytest_runtest_logfinish() -> None:
    """Look here instead, once the test holds nothing any more."""
    if not gc.isenabled():
        sweep()
        gc.enable()


def pytest_unconfigure() -> None:
    """Remove the run's folders."""
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp_cls():
    """Give pytest-qt the kind of application the kiosk is: windows without widgets."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture
def qtbot(qtbot: "QtBot") -> "QtBot":
    """What waits for windows, with patience: a machine that other tests keep busy is no fault of theirs."""
    for wait in ("waitUntil", "waitSignal"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def log_into() -> Iterator[Callable[[Path], None]]:
    """Write the log into a folder, as a program does, until the test ends."""
    from kiosk import logs

    root = logging.getLogger()
    level = root.level
    yield logs.start
    for handler in [handler for handler in root.handlers if isinstance(handler.formatter, logs.ImpersonalFormatter)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture(scope="session")
def catalogue_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogue, built from its sources."""
    from kiosk import paths
    from kiosk.catalogue.build import build

    target = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build(paths.assets_folder() / "catalogue", target)
    return target


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One browser for all tests that open a page in it."""
    path = program()
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium, or run make test")
    browser = Chromium(path, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()
