"""The words of the command line in each office language, and how click comes by them too.

Click asks Python's gettext for its own words, and gettext asks the environment for the language and a folder for a
compiled catalogue: the one that is kept here anyway serves both.
"""

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.errors import KioskError

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from kiosk.languages import Messages

_DOMAIN = "terminal"
_ENGLISH = "en"
_WHICH = "LANGUAGE"
"""What gettext asks first. Programs that are started from here are told the same."""


@cache
def terminal_words(language: str) -> "Messages":
    """The words of the command line in `language`; what it has none for is as on the screens, else in English."""
    from kiosk.languages.catalogs import Language, beside, load_messages
    from kiosk.languages.shipped import words_of

    kept = _folder()
    where = _beneath(kept, language) if kept is not None else None
    return beside(load_messages(Language(language), _locale(), where, _DOMAIN), words_of(language))


@contextmanager
def gettext_as_before() -> Iterator[None]:
    """Let the block `speak`; afterwards gettext, and the environment, are as they were."""
    domain, language = gettext.textdomain(), os.environ.get(_WHICH)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            os.environ.pop(_WHICH, None)
        else:
            os.environ[_WHICH] = language


def speak(language: str) -> None:
    """Have click, and the programs that are started from here, speak `language`: for the whole process.

    Where no file at all can be written, click's own words stay English; ours do not.
    """
    os.environ[_WHICH] = language
    gettext.textdomain(_domain(language))


def _domain(language: str) -> str:
    """The name under which gettext finds the words of `language`; for English one that it finds nothing under."""
    if language == _ENGLISH:
        return _DOMAIN
    from kiosk.languages.catalogs import Language, catalog_path, kept_file, load_messages

    try:
        source = catalog_path(_locale(), Language(language), _DOMAIN).read_bytes()
    except OSError:
        return _DOMAIN
    for folder in _folders():
        beneath = _beneath(folder, language)
        file = kept_file(beneath, source, Language(language), _DOMAIN)
        if not file.is_file():
            load_messages(Language(language), _locale(), beneath, _DOMAIN)
        if file.is_file():
            gettext.bindtextdomain(file.stem, str(folder))
            return file.stem
    return _DOMAIN


def asked_of(environment: Mapping[str, str], offered: Sequence[str]) -> str | None:
    """The first of the languages `offered` that `environment` asks for, in gettext's order; None where it asks none."""
    named = next((value for name in (_WHICH, "LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    codes = (wanted.partition(".")[0].partition("@")[0].partition("_")[0] for wanted in named.split(":"))
    return next((code for code in codes if code in offered), None)


def _locale() -> Path:
    return paths.assets_folder() / "locale"


def _folder() -> Path | None:
    """Where compiled words are kept as gettext looks for them; None where there is no such place."""
    try:
        return paths.cache_folder() / _DOMAIN
    except KioskError:
        return None


def _folders() -> Iterator[Path]:
    """Where gettext can be shown compiled words: where they are kept, else a place that is gone with this process."""
    kept = _folder()
    if kept is not None:
        yield kept
    with suppress(OSError):
        yield Path(_makeshift().name)


@cache
def _makeshift() -> "TemporaryDirectory[str]":
    from tempfile import TemporaryDirectory

    return TemporaryDirectory(prefix="guichet-words-")


def _beneath(folder: Path, language: str) -> Path:
    return folder / language / "LC_MESSAGES"
