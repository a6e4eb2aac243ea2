"""The search index: a small database made from the catalogue on this machine, and made again when in doubt."""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.search.records import Record, Wording, fingerprint, records_of
from kiosk.catalogue.search.tokens import spellings, stems, tokens
from kiosk.catalogue.text import OFFICE_LANGUAGES
from kiosk.errors import KioskError

APPLICATION_ID = 0x47554953
"""`GUIS`, in the header of every index."""

FORM = 1
"""Goes up whenever the tables or the way words are cut change; an index of another form is made again."""

FIELDS = ("name", "words", "organization", "gives")

_TABLES = f"""
CREATE TABLE record(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL,
    {", ".join(f"name_{language} TEXT NOT NULL" for language in OFFICE_LANGUAGES)});
CREATE TABLE phrase(record INTEGER NOT NULL, language TEXT NOT NULL, is_name INTEGER NOT NULL, tokens TEXT NOT NULL);
CREATE TABLE vocabulary(word TEXT PRIMARY KEY, spelling TEXT NOT NULL, stems TEXT NOT NULL, records INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
    {", ".join(f"{field}_{language}" for language in OFFICE_LANGUAGES for field in FIELDS)},
    prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
"""


class IndexDamagedError(KioskError):
    """The index on the disk is torn, or not an index; whoever opens it makes it again."""

    code = "index_damaged"


def index_of(catalogue: Catalogue, folder: Callable[[], Path]) -> sqlite3.Connection:
    """The index of `catalogue`, read-only: the one kept in the cache `folder`, or a new one.

    Indexes of other catalogues in the folder are removed. Where the folder cannot be written, the index is held in
    memory: searching never fails for want of a disk.
    """
    records = records_of(catalogue)
    name = f"search-{fingerprint(records, FORM)}.db"
    try:
        kept = folder() / name
        try:
            return _opened(kept)
        except IndexDamagedError:
            _build_beside(records, kept)
            return _opened(kept)
    except (OSError, KioskError):
        return _filled(records, ":memory:")


def _opened(path: Path) -> sqlite3.Connection:
    """The index at `path`, read-only, checked whole. Raises `IndexDamagedError`, also when there is none."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            # The last table to be filled has rows only in an index that was finished.
            (words,) = connection.execute("SELECT count(*) FROM vocabulary").fetchone()
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise IndexDamagedError(f"the search index {path} cannot be used: {error}") from error
    if application != APPLICATION_ID or verdict != "ok" or not words:
        connection.close()
        raise IndexDamagedError(f"the search index {path} is damaged: {verdict}")
    return connection


def _build_beside(records: tuple[Record, ...], target: Path) -> None:
    """Make the index in a file of its own, then put it in its place; older ones go."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.unlink(missing_ok=True)
        with closing(_filled(records, os.fspath(beside))):
            pass
        beside.replace(target)
    except sqlite3.Error as error:
        raise IndexDamagedError(f"the search index {target} cannot be made: {error}") from error
    finally:
        beside.unlink(missing_ok=True)
    for old in target.parent.glob("search-*.db"):
        if old != target:
            old.unlink(missing_ok=True)


def _filled(records: tuple[Record, ...], where: str) -> sqlite3.Connection:
    connection = sqlite3.connect(where)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.executescript(_TABLES)
    used: Counter[str] = Counter()
    with connection:
        for number, record in enumerate(records, start=1):
            names = [record.name(language) for language in OFFICE_LANGUAGES]
            connection.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?)", (number, record.kind, record.id, *names))
            connection.executemany("INSERT INTO phrase VALUES (?, ?, ?, ?)", _phrases(number, record))
            cut = [" ".join(tokens(text)) for wording in record.wordings for text in _fields(wording)]
            places = ", ".join("?" * (len(cut) + 1))
            columns = "rowid, " + ", ".join(f"{field}_{lang}" for lang in OFFICE_LANGUAGES for field in FIELDS)
            connection.execute(f"INSERT INTO words({columns}) VALUES ({places})", (number, *cut))
            used.update({word for text in cut for word in text.split()})
        written = spellings(text for record in records for wording in record.wordings for text in _fields(wording))
        connection.executemany(
            "INSERT INTO vocabulary VALUES (?, ?, ?, ?)",
            [(word, written.get(word, word), " ".join(sorted(stems(word))), used[word]) for word in sorted(used)],
        )
    return connection


def _fields(wording: Wording) -> tuple[str, ...]:
    """The texts of one language, in the order of `FIELDS`; phrases stand apart, so that no word spans two."""
    return wording.name, " \n".join(wording.words), wording.organization, wording.gives


def _phrases(number: int, record: Record) -> Iterable[tuple[int, str, bool, str]]:
    for wording in record.wordings:
        yield number, wording.language, True, " ".join(tokens(wording.name))
        for phrase in wording.words:
            yield number, wording.language, False, " ".join(tokens(phrase))
