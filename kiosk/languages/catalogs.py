"""The words of the screens and slips in each language, from the gettext catalogues of `assets/locale`."""

import gettext
import io
import logging
import os
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NewType

from kiosk.errors import KioskError
from kiosk.languages.foreign import kept_in_order
from kiosk.languages.known import PSEUDO, tongue_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

Language = NewType("Language", str)
"""A language code of `kiosk.languages.known`: `en`, `fr`, `ar`, `zh`, `uk`."""

ENGLISH = Language("en")
FRENCH = Language("fr")

DOMAIN = "guichet"
"""The catalogue of what is read on screens and slips; `kiosk.languages.terminal` has another."""

_NOTE_MARK = "\x04"
_FORM = 1
"""Counts the ways of compiling, so that words kept by an older program are compiled again."""

_log = logging.getLogger(__name__)


class CatalogError(KioskError):
    """The words of a language are there and cannot be read."""

    code = "language-unreadable"


@dataclass(frozen=True, slots=True)
class Messages:
    """The words of one language, asked for by their English source text; what is not translated comes back as it is.

    The methods have gettext's names so that extraction finds the calls. Fields are filled by the caller:
    `messages.gettext("Open now until {time}").format(time=...)`.
    """

    language: Language
    _words: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, repr=False, compare=False)

    def gettext(self, message: str) -> str:
        return self._words.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self._words.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        return self._words.pgettext(context, message)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        return self._words.npgettext(context, singular, plural, n)

    def sources(self) -> dict[tuple[str, str], str]:
        """Every text that has words here and no plural, by note of context and source text."""
        catalog: dict[str | tuple[str, int], str] = getattr(self._words, "_catalog", {})
        told = {}
        for source, translation in catalog.items():
            if isinstance(source, str) and source and translation:
                note, mark, text = source.rpartition(_NOTE_MARK)
                told[(note if mark else "", text)] = translation
        return told


def load_messages(language: Language, folder: Path, cache: Path | None = None, domain: str = DOMAIN) -> Messages:
    """The words of `language` from `folder` (`assets/locale`); without a catalogue, the source texts.

    Compiling takes some tens of milliseconds, so the result is kept in the `cache` folder under a checksum of its
    source. A cache that is missing, torn or not writable costs only that time.

    Raises:
        CatalogError: the catalogue is there and is not a .po file.
    """
    if language == PSEUDO:
        from kiosk.languages.pseudo import PseudoWords

        return Messages(language, PseudoWords(sources_in(catalog_path(folder, ENGLISH).read_bytes())))
    try:
        source = catalog_path(folder, language, domain).read_bytes()
    except FileNotFoundError:
        return Messages(language)
    except OSError as error:
        raise CatalogError(f"cannot read the words of {language!r}: {error}") from error
    if cache is None:
        return Messages(language, gettext.GNUTranslations(io.BytesIO(compiled(source, language))))
    kept = kept_file(cache, source, language, domain)
    return Messages(language, _kept_words(kept) or _words_kept_at(kept, compiled(source, language)))


def kept_file(cache: Path, source: bytes, language: Language, domain: str = DOMAIN) -> Path:
    """Where in `cache` the compiled words of `source`, the text of a catalogue, are kept."""
    # Not a digest of hashlib: that loads OpenSSL, which takes 3 ms of the kiosk's start.
    return cache / f"{domain}-{language}-{zlib.crc32(source, _FORM):08x}{len(source):08x}.mo"


def beside(first: Messages, then: Messages) -> Messages:
    """The words of `first`, and where it has none those of `then`; `first` is used up."""
    first._words.add_fallback(then._words)  # gettext's own way of asking a second catalogue
    return first


def available_languages(folder: Path) -> tuple[Language, ...]:
    """The languages that have a catalogue in `folder`, English and French first."""
    found = {Language(path.parent.parent.name) for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")}
    return tuple(sorted(found, key=lambda language: (language != ENGLISH, language != FRENCH, language)))


def catalog_path(folder: Path, language: Language, domain: str = DOMAIN) -> Path:
    """Where the catalogue of `language` is in `folder`."""
    return folder / language / "LC_MESSAGES" / f"{domain}.po"


def compiled(source: bytes, language: Language) -> bytes:
    """The .mo form of a .po file, without what is untranslated or marked fuzzy.

    Where the language is written from right to left, whatever fills a field is kept in its own order.

    Raises:
        CatalogError: `source` is not a .po file.
    """
    from babel.messages.mofile import write_mo

    catalog = _read(source, language)
    right_to_left = tongue_of(language).right_to_left
    for message in list(catalog):
        forms = _forms(message.string)
        if message.id and not all(forms):
            catalog.delete(message.id, message.context)
        elif message.id and right_to_left:
            kept = tuple(map(kept_in_order, forms))
            message.string = kept[0] if isinstance(message.string, str) else kept
    binary = io.BytesIO()
    write_mo(binary, catalog)
    return binary.getvalue()


def sources_in(source: bytes) -> dict[str, str]:
    """The texts without plural of a .po file by gettext's key: the note of context, if any, and the text.

    Raises:
        CatalogError: `source` is not a .po file.
    """
    texts = ((message.context, message.id) for message in _read(source, ENGLISH) if message.id)
    return {
        f"{context}{_NOTE_MARK}{text}" if context else text: text for context, text in texts if isinstance(text, str)
    }


def _read(source: bytes, language: Language) -> "Catalog":
    # Imported where it is used: a kiosk whose cache is warm never needs Babel to show its first screen.
    from babel.messages.pofile import PoFileError, read_po

    try:
        return read_po(io.BytesIO(source), locale=language, domain=DOMAIN, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise CatalogError(f"the words of {language!r} cannot be read: {error}") from error


def _forms(string: str | Iterable[str] | None) -> tuple[str, ...]:
    return (string or "",) if string is None or isinstance(string, str) else tuple(string)


def _kept_words(kept: Path) -> gettext.GNUTranslations | None:
    try:
        return gettext.GNUTranslations(io.BytesIO(kept.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, struct.error) as error:
        _log.warning("compiled words set aside: %s: %s", kept.name, error)
        return None


def _words_kept_at(kept: Path, binary: bytes) -> gettext.GNUTranslations:
    beside = kept.with_suffix(f".{os.getpid()}.part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(binary)
        beside.replace(kept)
        for other in kept.parent.glob(f"{kept.name.rpartition('-')[0]}-*.mo"):
            if other != kept:
                other.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("compiled words not kept: %s: %s", kept.name, error)
    return gettext.GNUTranslations(io.BytesIO(binary))
