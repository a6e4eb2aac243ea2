"""The words around what the screen says: where one is, how many choices there are, what a key does."""

import re
from collections.abc import Iterable, Iterator

from kiosk.bridge.narration.reading import BETWEEN, FIELD, Passage, Reading
from kiosk.languages import Messages
from kiosk.languages.foreign import stretches
from kiosk.speech.utterance import Run, Utterance
from kiosk.visit.comfort import LOUDEST

MOST_BY_NUMBER = 9
"""Choices beyond the ninth have no key of their own."""

_ENDS = (".", "!", "?", ":", "…")
_TWO_ENDS = re.compile(r"([.!?:…])\.(?=\s|$)")
"""What joining sentences of which some have a stop already leaves."""


class Telling:
    """Makes utterances in the language shown; `office` is the language of texts that are marked as foreign."""

    def __init__(self, messages: Messages, office: str) -> None:
        self._messages = messages
        self._office = office

    def words(self, *sentences: str) -> tuple[Run, ...]:
        """Sentences in the language shown, foreign stretches in their own; empty ones are left out."""
        said = " ".join(_closed(sentence.strip()) for sentence in sentences if sentence.strip())
        return tuple(
            Run(stretch.strip(), self._office if foreign else self._messages.language)
            for stretch, foreign in stretches(said)
            if re.search(r"\w", stretch)
        )

    def passage(self, passage: Passage, reading: Reading) -> Utterance:
        """One passage whole: its words, what it is, how it stands, its number."""
        runs = (*self._named(passage), *self.words(*self._content(passage), *self._standing(passage, reading)))
        return Utterance(runs, private=passage.private)

    def change(self, before: Passage, after: Passage) -> Utterance:
        """What is new about a passage: what was typed, how it stands now, or all of its words."""
        if before.content != after.content:
            return Utterance(self.words(self._typed(before.content, after.content)), private=True)
        if before.words == after.words:
            return Utterance(self.words(*self._states(after)), private=after.private)
        return Utterance((*self._named(after), *self.words(*self._states(after))), private=after.private)

    def arrival(self, reading: Reading, start: Passage | None) -> Utterance:
        """A new page: its title and place in the way, how many choices, and the passage that has the ring."""
        gettext = self._messages.gettext
        runs: list[Run] = []
        title = reading.title
        if title is not None:
            runs += self._named(title)
        for passage in reading.passages:
            if passage.with_title and passage is not title:
                runs += self._named(passage)
        if reading.digits:
            runs += self.words(gettext("Type the number with the digit keys. Then choose Next."))
        elif reading.choices > 1:
            runs += self.words(self._choices(reading.choices))
        if reading.zero is not None and start is not reading.zero:
            runs += self.words(gettext("Press 0 for: {words}").format(words=reading.zero.words))
        if start is None or start is title:
            runs += self.words(gettext("The arrow down reads on."))
        else:
            if start.landing:
                runs += self.words(gettext("Arrow up: earlier days. Arrow down: later days. Enter chooses."))
            elif _explained(reading, start):
                runs += self.words(gettext("Arrow up: what stands before."))
            runs += self.passage(start, reading).runs
        return Utterance(tuple(runs), private=start is not None and start.private)

    def whereabouts(self, reading: Reading, cursor: Passage | None) -> Utterance:
        """The help key: where one is, how many things there are, how to reach a person, and what the keys do."""
        gettext = self._messages.gettext
        title = reading.title
        count = len(reading.passages)
        place = next((index for index, p in enumerate(reading.passages, 1) if p is cursor), 1)
        return Utterance(
            (
                *(self._named(title) if title is not None else ()),
                *self.words(
                    gettext("Line {place} of {count}.").format(place=place, count=count),
                    gettext("To reach a person, press F1 again."),
                    self.keys(),
                ),
            )
        )

    def keys(self) -> str:
        """What each key does, in few words."""
        gettext = self._messages.gettext
        return " ".join(
            (
                gettext("Arrows down and up move. Enter chooses. A digit chooses by number."),
                gettext("Arrow left goes back. Plus and minus change the volume."),
                gettext("F2 repeats. F3 pauses."),
            )
        )

    def volume(self, volume: int) -> Utterance:
        """How loud it is now, in words."""
        gettext = self._messages.gettext
        if volume >= LOUDEST:
            said = gettext("Loudest")
        elif volume <= 1:
            said = gettext("Softest")
        else:
            said = gettext("Volume {volume} of {loudest}").format(volume=volume, loudest=LOUDEST)
        return Utterance(self.words(said))

    def greeting(self, *, by_touch: bool = False) -> tuple[Run, ...]:
        """Speech has begun, and how to go on: by keys, or with a finger on the glass."""
        gettext = self._messages.gettext
        if by_touch:
            return self.words(gettext("Speech is on."), self.touch_and_hear())
        return self.words(gettext("Speech is on. Arrow down moves, Enter chooses, F1 helps."))

    def touch_and_hear(self) -> str:
        """How a finger hears and chooses."""
        return self._messages.gettext(
            "Slide a finger over the screen: you hear what is under it. Touch the same thing again to choose it."
        )

    def touch_as_usual(self) -> str:
        """That the glass is as it was before."""
        return self._messages.gettext("A touch chooses at once again.")

    def overheard(self) -> tuple[Run, ...]:
        """Said before anything else where no headset is known to be plugged in."""
        return self.words(self._messages.gettext("Others can hear. Plug in headphones to listen alone."))

    def language_key(self, number: int) -> tuple[Run, ...]:
        """How to choose this language; nothing while that is not translated: it names the language."""
        said = self._messages.gettext("For English, press {number}.")
        if "English" in said and self._messages.language != "en":
            return ()
        return self.words(said.format(number=number))

    def seconds(self, seconds: int) -> tuple[Run, ...]:
        """How long there is to answer the question, and how."""
        ngettext, gettext = self._messages.ngettext, self._messages.gettext
        return self.words(
            ngettext("{count} second left.", "{count} seconds left.", seconds).format(count=seconds),
            gettext("Any key gives you more time. The arrow down reads the answers."),
        )

    def of_item(self, passage: Passage) -> tuple[Run, ...]:
        """The words of a passage alone, each part in its language."""
        return tuple(self._named(passage))

    def _named(self, passage: Passage) -> Iterator[Run]:
        if not passage.languages:
            yield from self.words(passage.words)
            return
        parts = passage.words.split(BETWEEN) if len(passage.languages) > 1 else [passage.words]
        for part, language in zip(parts, _repeated(passage.languages, len(parts)), strict=False):
            yield Run(_closed("".join(stretch for stretch, _ in stretches(part)).strip()), language)

    def _content(self, passage: Passage) -> Iterator[str]:
        if passage.role == FIELD:
            yield self._messages.gettext("Text to type")
            yield passage.content or passage.hint or self._messages.gettext("Empty")

    def _standing(self, passage: Passage, reading: Reading) -> Iterator[str]:
        yield from self._states(passage)
        gettext = self._messages.gettext
        if not passage.number:
            if passage is reading.zero:
                yield gettext("Press 0.")
            if passage.role == "Button":
                yield gettext("Button")
            return
        if passage is reading.zero:
            words = gettext("{number} of {count}: press 0.")
        elif passage.number <= MOST_BY_NUMBER:
            words = gettext("{number} of {count}: press {number}.")
        else:
            words = gettext("{number} of {count}.")
        yield words.format(number=passage.number, count=reading.choices)

    def _states(self, passage: Passage) -> Iterator[str]:
        gettext = self._messages.gettext
        if passage.is_control and not passage.enabled:
            yield gettext("Not available now")
        if passage.role == "CheckBox":
            yield gettext("Ticked") if passage.checked else gettext("Not ticked")
        elif passage.role == "RadioButton":
            yield gettext("Chosen") if passage.checked else gettext("Not chosen")
        elif passage.checked:
            yield gettext("Chosen")

    def _typed(self, before: str, after: str) -> str:
        gettext = self._messages.gettext
        if after.startswith(before):
            added = after.removeprefix(before)
            return gettext("Space") if added == " " else added
        if before.startswith(after) and after:
            return gettext("Erased: {letters}").format(letters=before.removeprefix(after))
        return after or gettext("Empty")

    def _choices(self, count: int) -> str:
        return self._messages.ngettext("{count} choice.", "{count} choices.", count).format(count=count)


def _explained(reading: Reading, start: Passage) -> bool:
    """Whether anything but the title stands before `start`."""
    for passage in reading.passages:
        if passage is start:
            return False
        if passage.on_page and not passage.with_title and passage is not reading.title:
            return True
    return False


def _repeated(languages: tuple[str, ...], count: int) -> Iterable[str]:
    return (*languages, *languages[-1:] * max(0, count - len(languages)))


def _closed(sentence: str) -> str:
    """With a stop at its end, so that the voice pauses before what follows."""
    once = _TWO_ENDS.sub(r"\1", sentence)
    return once if once.endswith(_ENDS) else f"{once}."
