"""Themes, icons and ways in: what the first screen needs of bundles and doors, and what facts offer to touch."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.catalogue.faults import Fault, Severity
from kiosk.catalogue.model import FactType
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.conditions import is_day
from kiosk.catalogue.sources.shapes import BundleShape, DoorShape, FactShape
from kiosk.languages.sentences import sentence

THEMES = (
    "all", "bereavement", "business", "family", "health", "home", "money", "newcomer", "safety", "senior", "work",
)  # fmt: skip

_CHOSEN = frozenset({FactType.CHOICE, FactType.SEVERAL, FactType.MONEY_BAND})


def appearance_faults(sources: Sources, icons: Path) -> Iterator[Fault]:
    """Everything a screen could not draw; icons are looked for only where the folder `icons` is."""
    for bundle in sources.bundles:
        yield from _theme_and_icon(bundle, icons)
    for door in sources.doors:
        yield from _theme_and_icon(door, icons)
        if not (door.value.bundles or door.value.services):
            yield door.fault(sentence("this door leads nowhere: add `bundles:` or `services:`"))
    behind_doors = {name for door in sources.doors for name in door.value.bundles}
    for bundle in sources.bundles:
        if bundle.value.id not in behind_doors:
            message = sentence("no door opens `{bundle}`: it is found by searching only", bundle=bundle.value.id)
            yield Fault(bundle.at("id"), message, Severity.WARNING)
    for fact in sources.facts:
        yield from _fact(fact)


def _theme_and_icon(entry: Entry[BundleShape] | Entry[DoorShape], icons: Path) -> Iterator[Fault]:
    theme, icon = entry.value.theme, entry.value.icon
    if theme is not None and theme not in THEMES:
        yield entry.fault(
            sentence("`{theme}` is no theme: use one of {all}", theme=theme, all=", ".join(THEMES)), "theme"
        )
    if icon is not None and icons.is_dir() and not (icons / f"{icon}.svg").is_file():
        message = sentence(
            "there is no icon {icon}.svg in {folder}/: add it, or name another", icon=icon, folder=icons.name
        )
        yield entry.fault(message, "icon")


def _fact(entry: Entry[FactShape]) -> Iterator[Fault]:
    fact = entry.value
    values = [choice.value for choice in fact.choices]
    if fact.type in _CHOSEN and len(values) < 2:
        yield entry.fault(sentence("`{fact}` needs at least two choices", fact=fact.fact), "choices")
    if fact.type not in _CHOSEN and values:
        message = sentence(
            "`{fact}` is a {type}, which has no choices: take them out", fact=fact.fact, type=fact.type.value
        )
        yield entry.fault(message, "choices")
    for index, value in enumerate(values):
        if value in values[:index]:
            message = sentence("the choice `{value}` is there twice: rename one", value=value)
            yield entry.fault(message, "choices", index, "value")
    if fact.type is FactType.MONEY_BAND:
        yield from _bands(entry)
    if fact.minimum is not None and fact.maximum is not None and fact.maximum < fact.minimum:
        yield entry.fault(sentence("`maximum` is below `minimum`"), "maximum")
    yield from _default_and_said(entry, values)


def _bands(entry: Entry[FactShape]) -> Iterator[Fault]:
    expected: int | None = 0
    for index, choice in enumerate(entry.value.choices):
        if expected is None:
            message = sentence("no band can follow one that has no `max:`: put that one last")
            yield entry.fault(message, "choices", index)
        elif choice.min != expected:
            message = sentence("this band must begin at {amount}, one dollar above the band before", amount=expected)
            yield entry.fault(message, "choices", index)
        expected = None if choice.max is None else choice.max + 1
    if expected is not None:
        yield entry.fault(sentence("the last band needs `max: null`, so that no income is left out"), "choices")


def _default_and_said(entry: Entry[FactShape], values: list[str]) -> Iterator[Fault]:
    fact = entry.value
    answers = values if fact.type in _CHOSEN else ["true", "false"] if fact.type is FactType.BOOLEAN else []
    for answer in fact.said:
        if answer not in answers:
            known = ", ".join(answers) or sentence("none to read back")
            message = sentence(
                "`{answer}` is no answer to `{fact}`: it has {all}", answer=answer, fact=fact.fact, all=known
            )
            yield entry.fault(message, "said", answer)
    if fact.default is None:
        return
    match fact.type:
        case FactType.BOOLEAN:
            fits = isinstance(fact.default, bool)
        case FactType.SEVERAL:
            fits = isinstance(fact.default, list) and all(value in values for value in fact.default)
        case FactType.CHOICE | FactType.MONEY_BAND:
            fits = fact.default in values
        case FactType.NUMBER:
            fits = isinstance(fact.default, int) and not isinstance(fact.default, bool)
        case FactType.DATE:
            fits = isinstance(fact.default, str) and is_day(fact.default)
    if not fits:
        message = sentence("`{answer}` is no answer to `{fact}`", answer=str(fact.default), fact=fact.fact)
        yield entry.fault(message, "default")
