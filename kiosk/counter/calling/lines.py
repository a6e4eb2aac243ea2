"""How a call reads in one line, and what a line that staff type asks for: the counter at a terminal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.counter.calling.board import End, Entry
from kiosk.counter.calling.calls import LONGEST_NOTE, MOST_MINUTES, CounterError, Standing
from kiosk.languages import Messages
from kiosk.languages.formats import clock_time, listing

_LONGEST_NAME = 30
_LARGEST_NUMBER = 9999


class UnreadableError(CounterError):
    """What was typed asks for nothing known."""

    code = "counter_unreadable"


@dataclass(frozen=True, slots=True)
class Coming:
    """`name` comes in so many minutes."""

    name: str
    minutes: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Refusing:
    """Nobody is free for this caller."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """Somebody is with the caller."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A note for the caller's screen."""

    note: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Attending:
    """Whether anybody is at the counter; the button on the kiosks goes while nobody is."""

    attended: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """All of today's calls again."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Close the counter."""


Asked: TypeAlias = Coming | Refusing | Finished | Saying | Attending | Listing | Leaving

_WORDS: dict[str, Asked] = {
    "away": Attending(False),
    "absent": Attending(False),
    "back": Attending(True),
    "présent": Attending(True),
    "list": Listing(),
    "liste": Listing(),
    "quit": Leaving(),
    "quitter": Leaving(),
}
_OF_ONE_CALL: dict[str, type[Refusing] | type[Finished]] = {
    "busy": Refusing,
    "personne": Refusing,
    "done": Finished,
    "fini": Finished,
}
_SAYING = ("say", "dire")


def read_line(typed: str) -> Asked:
    """What a line asks for: `Samira 2`, `3 Samira 2`, `done`, `3 busy`, `say TEXT`, `away`, `back`, `list`, `quit`.

    A number in front names the call; without it the oldest that waits is meant. Each word has its French twin.
    Raises `UnreadableError`.
    """
    words = typed.split()
    number: int | None = None
    if len(words) > 1 and words[0].isdecimal() and int(words[0]) <= _LARGEST_NUMBER:
        number, words = int(words[0]), words[1:]
    match [word.casefold() for word in words]:
        case [word] if word in _OF_ONE_CALL:
            return _OF_ONE_CALL[word](number)
        case [word] if word in _WORDS and number is None:
            return _WORDS[word]
        case [word, _, *_] if word in _SAYING:
            return Saying(" ".join(words[1:])[:LONGEST_NOTE], number)
        case [*name, minutes] if name and minutes.isdecimal() and int(minutes) <= MOST_MINUTES:
            return Coming(" ".join(words[:-1])[:_LONGEST_NAME], int(minutes), number)
    raise UnreadableError(f"{typed.strip()!r}")


def line_of(messages: Messages, entry: Entry, steady: float, topic: str = "") -> str:
    """A call in one line: when, which number, where, how to speak with the person, and how it stands.

    `topic` is what it is about, as `topic_words` says it; "" where the person has not said.
    """
    call = entry.call
    where = (
        messages.gettext("Kiosk {number}").format(number=call.kiosk) if call.kiosk else messages.gettext("The kiosk")
    )
    how = [
        messages.gettext("private help, go quietly") if call.private else "",
        language_name(messages, call.language),
        messages.gettext("large letters") if call.letters else "",
        messages.gettext("listens to the screen") if call.listening else "",
        topic and messages.gettext("about: {topic}").format(topic=topic),
        standing_words(messages, entry, steady),
    ]
    facts = " · ".join(fact for fact in (where, *how) if fact)
    return f"{clock_time(messages, entry.came.time())}  {entry.number}  {facts}"


def topic_words(messages: Messages, catalogue: Catalogue, about: Iterable[str]) -> str:
    """The names of life events: `Losing a job and Moving house`. Those not in this catalogue are left out."""
    found = (catalogue.bundles.get(BundleId(untrusted)) for untrusted in about)
    return listing(messages, [bundle.name.plain_to(messages.language) for bundle in found if bundle is not None])


def standing_words(messages: Messages, entry: Entry, steady: float) -> str:
    """How a call stands, for staff."""
    if entry.end is End.DONE:
        return messages.gettext("done")
    if entry.end is End.LEFT:
        return messages.gettext("left, or does not need anyone")
    answer = entry.answer(steady)
    match answer.standing:
        case Standing.COMING:
            return messages.ngettext("{name} in {count} minute", "{name} in {count} minutes", answer.minutes).format(
                name=answer.name, count=answer.minutes
            )
        case Standing.NOBODY:
            return messages.gettext("was told that nobody is free")
        case _ if entry.is_missed(steady):
            return messages.gettext("unanswered: was sent to the desk and to 211")
        case _:
            return messages.gettext("waiting")


def language_name(messages: Messages, language: str) -> str:
    """A language as Babel names it in the language of the counter; its code when it has no name."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(messages.language).languages.get(language.partition("_")[0], language))
    except (UnknownLocaleError, ValueError):
        return language
