"""A day in words and numbers, in sections: the same on the page, on the sheet of paper and at a terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.model import Catalogue
from kiosk.counter.counts import CallEnding, Ending
from kiosk.counter.day import Day
from kiosk.counter.suppression import Hidden, Told
from kiosk.counter.unmet import Term
from kiosk.counter.unmet_words import reason_words, spoken_words, told_words, wanted_words
from kiosk.languages import N_, Messages
from kiosk.languages.formats import full_date, number
from kiosk.referral.slip.numbers import NumberLine, NumberSection, NumberSheet

_ENDINGS = {
    Ending.PRINTED: N_("Plans printed"),
    Ending.PHONE: N_("Taken by phone code"),
    Ending.SEEN: N_("Looked at a plan, took nothing"),
    Ending.LEFT: N_("Left before a plan"),
}
_CALL_ENDINGS = {
    CallEnding.ANSWERED: N_("Answered"),
    CallEnding.MISSED: N_("Missed"),
    CallEnding.TAKEN_BACK: N_("Taken back before an answer"),
}
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A name with its number, as it may be shown."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together."""

    title: str
    lines: tuple[Line, ...]


def sections_of(
    messages: Messages, catalogue: Catalogue, terms: Sequence[Term], day: Day
) -> tuple[Section, Section, Section, Section]:
    """Visits, languages, calls and unmet needs of a day. A section without lines has nothing that may be told."""
    gettext = messages.gettext
    return (
        Section(gettext("Visits"), tuple(_visits(messages, day))),
        Section(
            gettext("Languages"),
            _listed(messages, [(spoken_words(messages, c), n) for c, n in day.languages.parts], day.languages.rest),
        ),
        Section(gettext("Calls for help"), tuple(_calls(messages, day))),
        Section(gettext("Unmet needs"), _needs(messages, catalogue, terms, day)),
    )


def title_of(messages: Messages, day: date, today: date) -> str:
    """`Thursday, March 12`"""
    words = full_date(messages, day, today)
    return words[:1].upper() + words[1:]


def promise(messages: Messages) -> str:
    """What is not among these numbers."""
    return messages.gettext(
        "Nobody can be recognised here: numbers under 5 are not told, nor any that would tell them."
    )


def duration_words(messages: Messages, seconds: int | None) -> str:
    """`1:45`, minutes and seconds; in words where there were too few to say."""
    return messages.gettext("too few to say") if seconds is None else f"{seconds // 60}:{seconds % 60:02}"


def sheet_of(messages: Messages, place: str, day: date, today: date, sections: Sequence[Section]) -> NumberSheet:
    """The day as it is printed; a section without lines is left out."""
    told = tuple(
        NumberSection(section.title, tuple(NumberLine(line.name, line.number) for line in section.lines))
        for section in sections
        if section.lines
    )
    return NumberSheet(messages.language, place, title_of(messages, day, today), told, promise(messages))


def plain_values(day: Day) -> dict[str, object]:
    """The day for other programs: numbers, and "few" or "withheld" in place of those that are not told."""
    return {
        "day": day.day.isoformat(),
        "visits": _plain(day.sessions),
        "visits_ended": _plain_all(day.endings),
        "visits_timed_out": _plain(day.timed_out),
        "visits_helped": _plain(day.helped),
        "visits_median_s": day.lasted_s,
        "visits_by_kiosk": {str(kiosk): _plain(told) for kiosk, told in day.kiosks.items()},
        "languages": {**dict(day.languages.parts), "other": day.languages.rest},
        "calls": _plain(day.calls),
        "calls_ended": _plain_all(day.call_endings),
        "calls_median_answer_s": day.answered_s,
        "unmet_needs": _plain(day.needs.total),
        "unmet_needs_by_reason": {
            **{str(reason): count for reason, count in day.needs.reasons.parts},
            "not_told": day.needs.reasons.rest,
        },
        "unmet_needs_by_kind": {
            **{f"{wanted.kind}/{wanted.key}": count for wanted, count in day.needs.wanted.parts},
            "not_told": day.needs.wanted.rest,
        },
    }


def _visits(messages: Messages, day: Day) -> list[Line]:
    gettext = messages.gettext
    lines = [Line(gettext("Visits at the kiosks"), told_words(messages, day.sessions))]
    lines += [Line(gettext(name), told_words(messages, day.endings[ending])) for ending, name in _ENDINGS.items()]
    return [
        *lines,
        Line(gettext("Helped by staff"), told_words(messages, day.helped)),
        Line(gettext("Timed out"), told_words(messages, day.timed_out)),
        Line(gettext("Half took no longer than"), duration_words(messages, day.lasted_s)),
    ]


def _calls(messages: Messages, day: Day) -> list[Line]:
    gettext = messages.gettext
    ended = [Line(gettext(name), told_words(messages, day.call_endings[e])) for e, name in _CALL_ENDINGS.items()]
    return [
        Line(gettext("Calls"), told_words(messages, day.calls)),
        *ended,
        Line(gettext("Half were answered within"), duration_words(messages, day.answered_s)),
    ]


def _needs(messages: Messages, catalogue: Catalogue, terms: Sequence[Term], day: Day) -> tuple[Line, ...]:
    needs = day.needs
    reasons = [(reason_words(messages, reason), count) for reason, count in needs.reasons.parts]
    wanted = [(wanted_words(messages, catalogue, terms, each), count) for each, count in needs.wanted.parts]
    total = Line(messages.gettext("Needs that nothing here met"), told_words(messages, needs.total))
    return (total, *_listed(messages, reasons, needs.reasons.rest), *_listed(messages, wanted, needs.wanted.rest))


def _listed(messages: Messages, parts: Sequence[tuple[str, int]], rest: int) -> tuple[Line, ...]:
    """The largest lines of a list, and what is left over, where something of it is told at all."""
    shown = parts[:_MOST_LINES]
    rest += sum(count for _, count in parts[_MOST_LINES:])
    lines = [Line(name, number(messages, count)) for name, count in shown]
    if lines and rest:
        lines.append(Line(messages.gettext("Others together"), number(messages, rest)))
    return tuple(lines)


def _plain(told: Told) -> int | str:
    return told.value if isinstance(told, Hidden) else told


def _plain_all(told: Mapping[Ending, Told] | Mapping[CallEnding, Told]) -> dict[str, int | str]:
    return {str(name): _plain(value) for name, value in told.items()}
