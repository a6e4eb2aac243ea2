"""Sentences that a person recorded: they are heard instead of the synthesiser, where the very sentence was recorded.

In a folder for each language stands `prompts.tsv`: a line a sentence, the sentence, a tab, the name of its WAV file.
"""

import logging
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from kiosk.logs import Code
from kiosk.speech.sound import Sound, SoundError, read_wav
from kiosk.speech.utterance import Run

INDEX = "prompts.tsv"
_MOST_BYTES = 10_000_000
_log = logging.getLogger(__name__)


class Prompts:
    """The recordings in some folders; where several have a sentence, the first folder's is heard.

    An index is read when its language is first asked for. Nothing here raises: what cannot be read is logged by its
    line, without its words, and the synthesiser says it.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._indexes: dict[str, Mapping[str, tuple[int, Path]]] = {}

    def has(self, run: Run) -> bool:
        """Whether the whole of `run` was recorded."""
        return _same(run.words) in self._index(run.language)

    def sound_of(self, run: Run) -> Sound | None:
        """The recording of `run`, None when there is none that can be heard."""
        found = self._index(run.language).get(_same(run.words))
        if found is None:
            return None
        line, file = found
        try:
            if file.stat().st_size > _MOST_BYTES:
                raise SoundError("the recording is longer than any sentence")
            return read_wav(file.read_bytes())
        except (OSError, SoundError) as error:
            _log.warning("the recording in line %d for %s cannot be heard: %s", line, Code(run.language), error)
            return None

    def _index(self, language: str) -> Mapping[str, tuple[int, Path]]:
        if language not in self._indexes:
            index: dict[str, tuple[int, Path]] = {}
            for folder in reversed(self._folders):
                index |= _read(folder / language, language)
            self._indexes[language] = index
        return self._indexes[language]


def _read(folder: Path, language: str) -> dict[str, tuple[int, Path]]:
    """The sentences of one index with their lines; lines that begin with # are remarks."""
    try:
        lines = (folder / INDEX).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        _log.warning("the recordings for %s cannot be read: %s", Code(language), error)
        return {}
    found = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        sentence, tab, name = line.partition("\t")
        if not tab or not _is_plain(name.strip()):
            _log.warning("line %d of the recordings for %s is not a sentence, a tab and a file", number, Code(language))
            continue
        found[_same(sentence)] = (number, folder / name.strip())
    return found


def _is_plain(name: str) -> bool:
    """Whether it is the name of a WAV file in the same folder."""
    return bool(re.fullmatch(r"[\w][\w.-]*\.wav", name))


def _same(sentence: str) -> str:
    """What writings of a sentence have in common: kinds of spaces and apostrophes, or a full stop, do not count."""
    return " ".join(unicodedata.normalize("NFC", sentence).replace("'", "’").split()).removesuffix(".")
