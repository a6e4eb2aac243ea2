"""Somebody who only listens: presses keys, and knows of the window what the voice has said."""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from kiosk.speech.delivery import Pace
from kiosk.speech.earcons import Earcon
from kiosk.speech.utterance import Utterance

_BY_NUMBER = re.compile(r"(?:press|Press|touche|Touche) (\d)\.")
_ZERO = re.compile(r"(?:Press 0 for: |Touche 0\s?: )$")
MOST_KEYS = 120


class Transcript:
    """A voice that writes down what it would say."""

    def __init__(self) -> None:
        self.said: list[Utterance] = []
        self.volumes: list[int] = []
        self.earcons: list[Earcon] = []
        self.broken_off = 0
        self.forgotten = 0
        self.paused = False

    def say(self, utterance: Utterance, pace: Pace, volume: int, earcon: Earcon | None = None) -> None:
        assert utterance.words.strip()
        self.said.append(utterance)
        self.volumes.append(volume)
        self.earcons += [earcon] if earcon is not None else []
        self.paused = False

    def repeat(self) -> None:
        self.said.append(self.said[-1])

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False

    def quiet(self) -> None:
        self.broken_off += 1
        self.paused = False

    def forget(self) -> None:
        self.forgotten += 1
        self.quiet()

    @property
    def words(self) -> str:
        """All that was said."""
        return " ".join(utterance.words for utterance in self.said)


class Listener:
    """Presses keys and remembers what is heard; `keys` counts them."""

    def __init__(self, screen, voice: Transcript) -> None:
        self.screen = screen
        self.voice = voice
        self.keys = 0
        self.heard: list[str] = []

    @property
    def last(self) -> str:
        """What was said last."""
        return self.heard[-1] if self.heard else ""

    def press(self, key: Qt.Key) -> str:
        """Press one key; what was said at that."""
        self.keys += 1
        before = len(self.voice.said)
        QTest.keyClick(self.screen.window, key)
        self.attend()
        said = " ".join(utterance.words for utterance in self.voice.said[before:])
        if said:
            self.heard.append(said)
        return said

    def attend(self) -> None:
        """Let the window do what is due, and draw it."""
        for _ in range(2):
            QCoreApplication.processEvents()
            self.screen.paint()

    def wait_for(self, words: str, until: Callable[[Callable[[], bool]], None]) -> None:
        """Wait until something with `words` in it is said."""

        def was_said() -> bool:
            self.attend()
            return any(words in utterance.words for utterance in self.voice.said)

        until(was_said)
        self.heard.append(next(u.words for u in reversed(self.voice.said) if words in u.words))

    def choose(self, words: str) -> None:
        """Choose what was said to be called `words`, by its number when one was told, else with Enter."""
        if words not in self.last:
            for _ in range(MOST_KEYS):
                if self.press(Qt.Key.Key_Down).startswith(words):
                    break
        assert words in self.last, f"{words!r} was never said on {self.screen.page}: {self.heard[-MOST_KEYS:]}"
        before, _, after = self.last.rpartition(words)
        zero = _ZERO.search(before)
        told = _BY_NUMBER.search(after)
        if zero is not None:
            self.press(Qt.Key.Key_0)
        else:
            self.press(Qt.Key(int(Qt.Key.Key_0) + int(told[1])) if told else Qt.Key.Key_Return)

    def read_on(self) -> list[str]:
        """Go down to the end and hear everything, from the first thing to the last."""
        first = self.press(Qt.Key.Key_Home)
        said = [first]
        while (next_one := self.press(Qt.Key.Key_Down)) != first:
            said.append(next_one)
            assert len(said) < MOST_KEYS, "the list never comes round"
        return said


def letters_of(words: str) -> str:
    """Letters and figures alone, for comparing what is seen with what is said."""
    plain = re.sub(r"</?b>", "", words).replace("ı", "i")
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", plain).casefold())


def unsaid(seen, said) -> list[str]:
    """The texts seen that nobody said; what a key of the keyboard shows, its name says in other words."""
    everything = letters_of(_any_second(" ".join(said)))
    lines = [line for words in seen for line in words.split("\n")]
    return [line for line in lines if letters_of(_any_second(line)) not in everything]


def _any_second(words: str) -> str:
    """A count that runs down between being said and being looked at."""
    return re.sub(r"\d+ second", "some second", words.replace("\N{NO-BREAK SPACE}", " "))
