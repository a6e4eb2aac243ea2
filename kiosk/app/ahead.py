"""What Qt has to load from the disk, loaded by another processor while Python reads what it needs itself.

Python loads one library after the other and does nothing else meanwhile, a fifth of the time until the first picture.
"""

import ctypes
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path
from threading import Thread

_LIBRARIES = tuple(f"Qt/lib/libQt6{name}.so.6" for name in ("Core", "Network", "Gui", "Qml", "OpenGL", "Quick"))
_BINDINGS = tuple(f"Qt{name}.abi3.so" for name in ("Core", "Gui", "Network", "Qml", "OpenGL", "Quick"))
_PLUGINS = (
    "Qt/qml/QtQuick/Templates/libqtquicktemplates2plugin.so",
    "Qt/qml/QtQuick/Layouts/libqquicklayoutsplugin.so",
    "Qt/plugins/imageformats/libqsvg.so",
)
FILES = (*_LIBRARIES, *_BINDINGS, *_PLUGINS)
"""In the folder of PySide6, each after those that it needs; all of them are in use once the first picture stands.

Few at a time: whatever Python itself opens meanwhile waits for the one that is being loaded.
"""
_FONTCONFIG = "libfontconfig.so.1"


def load_ahead() -> Thread | None:
    """Begin to load; what is not there is left to Qt to complain of. None where libraries have other names.

    The environment must not be changed while the thread that is returned runs: fontconfig reads it.
    """
    spec = PathFinder.find_spec("PySide6")
    if sys.platform != "linux" or spec is None or not spec.submodule_search_locations:
        return None
    # PySide imports these first; their own small libraries would stand in line behind Qt's.
    import base64  # noqa: F401
    import inspect  # noqa: F401
    import zipfile  # noqa: F401

    folder = Path(spec.submodule_search_locations[0])
    loading = Thread(target=_load, args=([folder / file for file in FILES],), daemon=True)
    loading.start()
    return loading


def _load(files: Sequence[Path]) -> None:
    # A function of a library is called without Python's lock, while `ctypes.CDLL` would hold it until it has loaded.
    load = ctypes.CDLL(None).dlopen
    load.argtypes, load.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    for file in files:
        load(os.fsencode(file), os.RTLD_LAZY)
    with suppress(OSError, AttributeError):
        ctypes.CDLL(_FONTCONFIG).FcInit()
