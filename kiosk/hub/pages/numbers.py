"""What people wanted, in numbers that may be shown: nobody can be known from them, nor worked out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.model import Bundle, BundleId, Catalogue
from kiosk.counter.needs import Reason
from kiosk.counter.suppression import Listed, Sum, Told, listed, told
from kiosk.counter.unmet import Kind, Summary, Wanted, may_be_named, summary_of
from kiosk.hub.pages.months import Month, stretches
from kiosk.hub.store.reading import Demand, Unmet

_TOTAL = "total"
_NOT_SAID = Wanted(Kind.WORDS, "")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the catalogue, its plans, and those of each situation in it. "" is of no situation that is named."""

    name: str
    total: Told
    bundles: Mapping[BundleId, Told]


@dataclass(frozen=True, slots=True)
class Wants:
    """Plans handed over: in all, by theme and situation, week by week; themes and situations without any are left out.

    A plan about something sensitive is of no theme and no situation here.
    """

    total: Told
    themes: tuple[Theme, ...]
    stretches: tuple[tuple[Month, Told], ...]


def needs_shown(catalogue: Catalogue, unmet: Iterable[Unmet]) -> Summary:
    """Unmet needs as they may be shown."""
    wanted: Counter[Wanted] = Counter()
    reasons: Counter[Reason] = Counter()
    for one in unmet:
        named = _wanted(catalogue, one)
        wanted[named if may_be_named(catalogue, named) else _NOT_SAID] += one.people
        reasons[Reason(one.reason) if one.reason in frozenset(Reason) else Reason.OTHER] += one.people
    return summary_of(wanted, reasons, {})


def wrongs_shown(catalogue: Catalogue, flags: Mapping[str, int]) -> tuple[Told, Listed[Wanted]]:
    """What citizens said is wrong: in all, and by the service meant, where it may be named."""
    wrongs: Counter[Wanted] = Counter()
    for service, count in flags.items():
        named = _service(catalogue, service) if service else _NOT_SAID
        wrongs[named if may_be_named(catalogue, named) else _NOT_SAID] += count
    total = told({_TOTAL: sum(wrongs.values())}, ())[_TOTAL]
    return total, listed(total, wrongs)


def wants_shown(catalogue: Catalogue, demand: Demand, month: Month) -> Wants:
    """Demand as it may be shown: themes, situations and weeks are looked at together, since they add up."""
    themes = _themes(catalogue)
    named = {bundle.number: bundle.id for bundles in themes.values() for bundle in bundles}
    counts: Counter[str] = Counter()
    for number, count in demand.bundles.items():
        counts[_bundle(named[number]) if number in named else _theme("")] += count
    for theme, bundles in themes.items():
        counts[_theme(theme)] += sum(counts[_bundle(bundle.id)] for bundle in bundles)
    weeks = {f"from {each.first}": each for each in stretches(month)}
    cells = {_theme(theme): counts[_theme(theme)] for theme in themes}
    cells |= {_bundle(bundle): counts[_bundle(bundle)] for bundle in named.values()}
    cells |= {name: _within(demand.days, week) for name, week in weeks.items()}
    cells[_TOTAL] = sum(cells[name] for name in weeks)
    shown = told(
        cells,
        (
            Sum(_TOTAL, tuple(weeks)),
            Sum(_TOTAL, tuple(_theme(theme) for theme in themes)),
            *(
                Sum(_theme(theme), tuple(_bundle(one.id) for one in bundles))
                for theme, bundles in themes.items()
                if theme
            ),
        ),
    )
    return Wants(
        shown[_TOTAL],
        tuple(
            Theme(theme, shown[_theme(theme)], {one.id: shown[_bundle(one.id)] for one in bundles})
            for theme, bundles in themes.items()
            if shown[_theme(theme)]
        ),
        tuple((week, shown[name]) for name, week in weeks.items()),
    )


def _within(days: Mapping[date, int], week: Month) -> int:
    return sum(count for day, count in days.items() if week.first <= day <= week.last)


def _themes(catalogue: Catalogue) -> Mapping[str, tuple[Bundle, ...]]:
    """Each theme and the situations in it that may be named; "" at the end for all that is none."""
    found: dict[str, tuple[Bundle, ...]] = {}
    for bundle in catalogue.bundles.values():
        if not bundle.sensitive:
            found[bundle.theme] = (*found.get(bundle.theme, ()), bundle)
    return {**found, "": ()}


def _theme(name: str) -> str:
    return f"theme {name}"


def _bundle(bundle: BundleId) -> str:
    return f"bundle {bundle}"


def _wanted(catalogue: Catalogue, one: Unmet) -> Wanted:
    """The most telling of what was named; a situation may come by its number."""
    if one.term:
        return Wanted(Kind.TERM, one.term)
    if one.service:
        return _service(catalogue, one.service)
    if one.bundle:
        numbered = (each.id for each in catalogue.bundles.values() if str(each.number) == one.bundle)
        return Wanted(Kind.BUNDLE, next(numbered, one.bundle))
    return _NOT_SAID


def _service(catalogue: Catalogue, named: str) -> Wanted:
    """A service by its id, or by its number."""
    by_number = (each.id for each in catalogue.services.values() if str(each.number) == named)
    return Wanted(Kind.SERVICE, next(by_number, named))
