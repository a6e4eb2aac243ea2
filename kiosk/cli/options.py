"""What the commands that make a plan have in common: their options, and how those are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import TypeVar
from zoneinfo import ZoneInfo

from kiosk import paths
from kiosk.catalogue.conditions import Answer, FactId
from kiosk.catalogue.model import BundleId, Catalogue, Fact
from kiosk.cli.spoken import argument, option
from kiosk.cli.tongue import SPOKEN, OptionError, language_named, spoken, words
from kiosk.config import Config, load
from kiosk.planning.plan import Plan
from kiosk.visit.answers import read_answer
from kiosk.visit.visit import EVENT_DATE

Command = TypeVar("Command", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan asked for at the command line, and what it was made of."""

    config: Config
    catalogue: Catalogue
    plan: Plan
    now: datetime
    language: str


def plan_options(command: Command) -> Command:
    """Add BUNDLE..., --answer, --event-date, --on, --lang and --as-shipped to a command; hand them to `plan_asked`."""
    for decorate in reversed(
        (
            argument("bundles", metavar="BUNDLE...", nargs=-1),
            option(
                "--answer",
                "answers",
                metavar="FACT=VALUE",
                multiple=True,
                help="What is known: true or false, a choice, a number, a day, or choices joined by commas.",
            ),
            option("--event-date", metavar="DATE", help="The day it happened or will happen: 2026-03-12."),
            option("--on", metavar="DATETIME", help="The moment of the plan; now when left out."),
            option(
                "--lang",
                default=None,
                metavar="en|fr",
                help="The language of the answer; that of the terminal when left out.",
            ),
            option("--as-shipped", is_flag=True, help="Without what staff of this machine have corrected."),
        )
    ):
        command = decorate(command)
    return command


def plan_asked(
    bundles: Sequence[str],
    answers: Sequence[str],
    event_date: str | None,
    on: str | None,
    lang: str | None,
    offered: Sequence[str] = SPOKEN,
    *,
    as_shipped: bool = False,
) -> Asked:
    """Make the plan that the options ask for, in one of the languages `offered`.

    Raises:
        KioskError: in one sentence, which option cannot be, or what cannot be read.
    """
    from kiosk.planning import Here, Preferences, make_plan

    language = language_named(lang or spoken(), offered)
    config = load(paths.config_file())
    catalogue = shipped_catalogue(config) if as_shipped else catalogue_of(config)
    ids = tuple(dict.fromkeys(_bundle(catalogue, name) for name in bundles))
    if not ids:
        raise OptionError(words().gettext("name at least one bundle, such as death-in-the-family"))
    now = moment(on, config.site.zone)
    plan = make_plan(
        catalogue,
        ids,
        answers_from(catalogue, answers, event_date, ids),
        skipped=frozenset(),
        now=now,
        here=Here(config.site.latitude, config.site.longitude),
        preferences=Preferences(language=language),
    )
    return Asked(config, catalogue, plan, now, language)


def answers_from(
    catalogue: Catalogue, pairs: Sequence[str], event_date: str | None = None, bundles: Sequence[BundleId] = ()
) -> Mapping[FactId, Answer]:
    """The answers in `FACT=VALUE` pairs, the last one of a fact counting, and the event's date.

    Where `bundles` have several events, `event_date` is the first one's, and `event_date@BUNDLE=DATE` another's.

    Raises:
        KioskError: a pair is no pair, its fact does not exist, or its value is none that the fact takes.
    """
    answers: dict[FactId, Answer] = {}
    for pair in (*pairs, *([f"{EVENT_DATE}={event_date}"] if event_date is not None else [])):
        name, equals, value = pair.partition("=")
        if not equals:
            refused = words().gettext("{answer} is not an answer: write FACT=VALUE, such as age=64")
            raise OptionError(refused.format(answer=repr(pair)))
        fact = _fact(catalogue, bundles, FactId(name.strip()))
        if fact is None:
            refused = words().gettext("there is no fact {name}").format(name=repr(name.strip()))
            raise OptionError(refused + _nearest(name.strip(), list(catalogue.facts)))
        answers[fact.id] = read_answer(fact, value)
    return answers


def _fact(catalogue: Catalogue, bundles: Sequence[BundleId], name: FactId) -> Fact | None:
    from kiosk.planning import as_asked, event_dates

    return as_asked(catalogue, bundles, name) if name in event_dates(catalogue, bundles) else catalogue.facts.get(name)


def catalogue_of(config: Config) -> Catalogue:
    """The catalogue as a kiosk here shows it today: with what staff have corrected over it. Raises `KioskError`."""
    from kiosk.counter.corrections.watching import Watch
    from kiosk.referral.issuing import STATE_FILE

    watch = Watch(lambda: paths.state_folder() / STATE_FILE)
    return watch.over(shipped_catalogue(config), datetime.now(config.site.zone).date())


def shipped_catalogue(config: Config) -> Catalogue:
    """The catalogue that the configuration names, else the newest edition here, as it is. Raises `KioskError`."""
    from kiosk.catalogue.editions import catalogue_in_use
    from kiosk.catalogue.reading import load as load_catalogue

    return load_catalogue(catalogue_in_use(config.catalogue))


def moment(untrusted: str | None, zone: ZoneInfo) -> datetime:
    """An ISO day or moment on the site's clock; now when None. Raises `OptionError`."""
    if untrusted is None:
        return datetime.now(zone)
    try:
        read = datetime.fromisoformat(untrusted)
    except ValueError as error:
        refused = words().gettext("{moment} is not a moment such as 2026-03-12T10:14")
        raise OptionError(refused.format(moment=repr(untrusted))) from error
    if not 1900 <= read.year <= 2199:
        raise OptionError(words().gettext("{moment} is too far from today to be meant").format(moment=untrusted))
    return read.replace(tzinfo=zone) if read.tzinfo is None else read.astimezone(zone)


def _bundle(catalogue: Catalogue, untrusted: str) -> BundleId:
    bundle = BundleId(untrusted)
    if bundle not in catalogue.bundles:
        refused = words().gettext("there is no bundle {name}").format(name=repr(untrusted))
        raise OptionError(refused + _nearest(untrusted, list(catalogue.bundles)))
    return bundle


def _nearest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return words().gettext(": did you mean {name}?").format(name=near[0]) if near else ""
