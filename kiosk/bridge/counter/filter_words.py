"""The filters of the walk-in page in words, and what they leave open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.counter.calling.lines import language_name
from kiosk.counter.walkin.filters import Filter, GivenIn, Wish, key_of
from kiosk.languages import Messages
from kiosk.languages.known import MIKMAW, tongue_of

_SYMBOLS: Mapping[Filter, str] = {
    Filter.OPEN_NOW: "clock",
    Filter.NEAR: "map-pin",
    Filter.FREE: "coin",
    Filter.STEP_FREE: "wheelchair",
    Filter.WITHOUT_VOICE: "ear-off",
    Filter.ALONE: "user",
    Filter.WITH_STAFF: "users",
}
_BEFORE_LANGUAGES = (Filter.OPEN_NOW, Filter.NEAR, Filter.FREE)


@dataclass(frozen=True, slots=True)
class FilterRow:
    """One filter to press; `filter_key` is that of its wish."""

    filter_key: str
    filter_symbol: str
    label: str
    on: bool


def wishes_offered(languages: Sequence[str]) -> tuple[Wish, ...]:
    """Every filter in the order of the page; `languages` are those worth asking for."""
    after = tuple(wish for wish in Filter if wish not in _BEFORE_LANGUAGES)
    return (*_BEFORE_LANGUAGES, *(GivenIn(language) for language in languages), *after)


def filter_rows(messages: Messages, offered: Sequence[Wish], on: frozenset[Wish]) -> tuple[FilterRow, ...]:
    """The filters as they stand."""
    return tuple(_filter_row(messages, wish, wish in on) for wish in offered)


def unknown_words(messages: Messages, unknown: Mapping[Wish, int]) -> str:
    """`3 more: hours not known`; empty when nothing is left open."""
    return ". ".join(_left_open(messages, wish, count) for wish, count in unknown.items())


def toggled(wishes: frozenset[Wish], wish: Wish) -> frozenset[Wish]:
    """The wishes with one more or one less; alone and with staff exclude each other, and so do two languages."""
    if wish in wishes:
        return wishes - {wish}
    who = {Filter.ALONE, Filter.WITH_STAFF}
    apart = {other for other in wishes if (isinstance(wish, GivenIn) and isinstance(other, GivenIn))}
    return (wishes - apart - (who if wish in who else set())) | {wish}


def _filter_row(messages: Messages, wish: Wish, on: bool) -> FilterRow:
    if isinstance(wish, GivenIn):
        # Note: a filter, as in "In French": the service is given in this language
        words = messages.pgettext("filter", "In {language}").format(language=_tongue(messages, wish.language))
        return FilterRow(key_of(wish), "language", words, on)
    return FilterRow(key_of(wish), _SYMBOLS[wish], _label(messages, wish), on)


def _label(messages: Messages, wish: Filter) -> str:
    """A filter in a word or two."""
    pgettext = messages.pgettext
    match wish:
        case Filter.OPEN_NOW:
            return pgettext("filter", "Open now")
        case Filter.NEAR:
            return pgettext("filter", "Under 5 km")
        case Filter.FREE:
            return pgettext("filter", "Free")
        case Filter.STEP_FREE:
            return pgettext("filter", "Step-free")
        case Filter.WITHOUT_VOICE:
            return pgettext("filter", "Text or sign")
        case Filter.ALONE:
            # Note: the person can do it without anybody
            return pgettext("filter", "On their own")
        case Filter.WITH_STAFF:
            return pgettext("filter", "With staff")


def _tongue(messages: Messages, language: str) -> str:
    """The language's name; that of the Mi’kmaq is theirs to give."""
    return tongue_of(language).own_name if language == MIKMAW else language_name(messages, language)


def _left_open(messages: Messages, wish: Wish, count: int) -> str:
    match wish:
        case GivenIn():
            pattern = messages.ngettext("{count} more: language not known", "{count} more: language not known", count)
        case Filter.OPEN_NOW:
            pattern = messages.ngettext("{count} more: hours not known", "{count} more: hours not known", count)
        case Filter.NEAR:
            pattern = messages.ngettext("{count} more: distance not known", "{count} more: distance not known", count)
        case Filter.FREE:
            pattern = messages.ngettext("{count} more: cost not known", "{count} more: cost not known", count)
        case Filter.STEP_FREE:
            pattern = messages.ngettext("{count} more: entrance not known", "{count} more: entrance not known", count)
        case Filter.WITHOUT_VOICE:
            pattern = messages.ngettext(
                "{count} more: by relay 711 or with an interpreter",
                "{count} more: by relay 711 or with an interpreter",
                count,
            )
        case _:
            pattern = messages.ngettext("{count} more: not known", "{count} more: not known", count)
    return pattern.format(count=count)
