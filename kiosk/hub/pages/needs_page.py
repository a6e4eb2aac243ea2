"""The page of needs and demand: what people wanted, what they could not get and why, by month, as plots and tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.model import Catalogue
from kiosk.counter.suppression import Hidden, Listed, Told
from kiosk.counter.unmet import Summary, Term, Wanted
from kiosk.counter.unmet_words import reason_words, told_words, wanted_words
from kiosk.hub.pages.asking import Answer, Asked
from kiosk.hub.pages.blocks import Bar, Block, Cell, Facts, Page, Plot, Section, Table
from kiosk.hub.pages.frame import NEEDS
from kiosk.hub.pages.months import Month, month_asked, month_links
from kiosk.hub.pages.numbers import Wants, needs_shown, wants_shown, wrongs_shown
from kiosk.hub.store import reading
from kiosk.languages import N_, Messages
from kiosk.languages.formats import month_and_year, number, plain_date

_THEMES = {
    "bereavement": N_("A death"),
    "work": N_("Work"),
    "money": N_("Money"),
    "family": N_("Family"),
    "newcomer": N_("Newcomers"),
    "senior": N_("Older people"),
    "home": N_("Housing"),
    "business": N_("Business"),
    "health": N_("Health"),
    "all": N_("Everyday matters"),
}


def answer(asked: Asked) -> Answer:
    """The page of one month."""
    desk, today = asked.desk, asked.now.astimezone(asked.desk.zone).date()
    month = month_asked(asked.query, today)
    catalogue = desk.catalogue()
    needs = needs_shown(catalogue, reading.unmet_needs(desk.store, month.first, month.last))
    wants = wants_shown(catalogue, reading.demand(desk.store, month.first, month.last), month)
    wrongs = wrongs_shown(catalogue, reading.citizen_flags(desk.store, month.first, month.last))
    return needs_page(asked.messages, Named(catalogue, desk.terms()), Shown(needs, wants, *wrongs), month, today)


@dataclass(frozen=True, slots=True)
class Named:
    """Where names come from."""

    catalogue: Catalogue
    terms: Sequence[Term]


@dataclass(frozen=True, slots=True)
class Shown:
    """The numbers of one month, as they may be shown."""

    needs: Summary
    wants: Wants
    wrong: Told
    wrongs: Listed[Wanted]


def needs_page(messages: Messages, named: Named, shown: Shown, month: Month, today: date) -> Page:
    """What could not be had, then what was wanted, and what people found wrong."""
    gettext = messages.gettext
    title = gettext("Needs and demand, {month}").format(month=month_and_year(messages, month.first))
    return Page(
        title,
        (month_links(messages, NEEDS, month, today), _totals(messages, shown)),
        (
            Section(gettext("What people could not get"), tuple(_of_needs(messages, named, shown.needs))),
            Section(gettext("What plans were about"), tuple(_of_wants(messages, named.catalogue, shown.wants, today))),
            Section(gettext("What people said is wrong"), (_of_wrongs(messages, named, shown),)),
        ),
        place=NEEDS,
    )


def _totals(messages: Messages, shown: Shown) -> Block:
    gettext = messages.gettext
    return Facts(
        (
            (gettext("Plans handed over"), (Cell(told_words(messages, shown.wants.total)),)),
            (gettext("Needs that nothing here met"), (Cell(told_words(messages, shown.needs.total)),)),
            (gettext("Mistakes that people pointed out"), (Cell(told_words(messages, shown.wrong)),)),
        )
    )


def _of_needs(messages: Messages, named: Named, needs: Summary) -> list[Block]:
    gettext = messages.gettext
    reasons: list[tuple[str, Told]] = [(reason_words(messages, reason), count) for reason, count in needs.reasons.parts]
    wanted: list[tuple[str, Told]] = [
        (wanted_words(messages, named.catalogue, named.terms, each), count) for each, count in needs.wanted.parts
    ]
    return [
        _plot(messages, gettext("Why not"), gettext("Reason"), gettext("People"), reasons, needs.reasons.rest),
        _plot(messages, gettext("What was needed"), gettext("Need"), gettext("People"), wanted, needs.wanted.rest),
    ]


def _of_wants(messages: Messages, catalogue: Catalogue, wants: Wants, today: date) -> list[Block]:
    gettext = messages.gettext
    language = messages.language
    themes = [(_theme_name(messages, theme.name), theme.total) for theme in wants.themes]
    bundles = [
        (catalogue.bundles[bundle].name.plain_to(language), count)
        for theme in wants.themes
        for bundle, count in theme.bundles.items()
        if count
    ]
    weeks = [(_stretch_words(messages, week, today), count) for week, count in wants.stretches]
    plans = gettext("Plans")
    return [
        _plot(messages, gettext("By theme"), gettext("Theme"), plans, _largest_first(themes)),
        _plot(messages, gettext("By situation"), gettext("Situation"), plans, _largest_first(bundles)),
        _plot(messages, gettext("Week by week"), gettext("Days"), plans, weeks),
    ]


def _of_wrongs(messages: Messages, named: Named, shown: Shown) -> Plot:
    gettext = messages.gettext
    parts = [(wanted_words(messages, named.catalogue, named.terms, each), n) for each, n in shown.wrongs.parts]
    return _plot(messages, gettext("By service"), gettext("Service"), gettext("People"), parts, shown.wrongs.rest)


def _stretch_words(messages: Messages, week: Month, today: date) -> str:
    """`1 November to 7 November`; one day as it is."""
    first, last = plain_date(messages, week.first, today), plain_date(messages, week.last, today)
    return first if first == last else messages.gettext("{first} to {last}").format(first=first, last=last)


def _theme_name(messages: Messages, theme: str) -> str:
    return messages.gettext(_THEMES[theme]) if theme in _THEMES else theme or messages.gettext("Not said")


def _largest_first(parts: Sequence[tuple[str, Told]]) -> list[tuple[str, Told]]:
    """What is not told comes at the end, in no order that tells anything."""
    return sorted(parts, key=lambda part: (isinstance(part[1], Hidden), -part[1] if isinstance(part[1], int) else 0))


def _plot(
    messages: Messages, title: str, head: str, counted: str, parts: Sequence[tuple[str, Told]], rest: int = 0
) -> Plot:
    """What is told as bars; in the table beside them, what is not told, and what is left over, too."""
    longest = max((count for _, count in parts if isinstance(count, int)), default=0)
    rows = [(Cell(name), Cell(told_words(messages, count), number=True)) for name, count in parts]
    if rows and rest:
        rows.append((Cell(messages.gettext("Others together")), Cell(number(messages, rest), number=True)))
    empty = messages.gettext("{title}: too few to tell.").format(title=title)
    bars = tuple(
        Bar(name, number(messages, count), count / longest) for name, count in parts if isinstance(count, int) and count
    )
    drawing = messages.gettext("{title}, as bars; the table has the same numbers").format(title=title)
    return Plot(title, drawing, bars, Table(title, (head, counted), tuple(rows) if longest else (), empty))
