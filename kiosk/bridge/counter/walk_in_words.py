"""What the walk-in page says: one row for each thing found, the filters, and what a filter leaves unsaid."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.catalogue.hours import ByAppointment, Closed, Open, OutOfSeason, opening_at
from kiosk.catalogue.model import Bundle, BundleId, Catalogue, ChannelType, LocationId, Service, ServiceId, TimingKind
from kiosk.catalogue.search import Kind
from kiosk.counter.walkin.filters import shown_places
from kiosk.languages import Messages
from kiosk.languages.formats import beside, clock_time, distance, duration
from kiosk.planning.channels import ways_seen
from kiosk.planning.circumstances import Here
from kiosk.planning.places import Places
from kiosk.visit.single import is_single, service_of_single
from kiosk.wording.channels import channel_name

ROWS = 9
"""As many as there are digits to add them by."""

_ABBREVIATION = 5
_PROMPT = frozenset({TimingKind.DEADLINE, TimingKind.MUST_BY, TimingKind.SHOULD_BY, TimingKind.RECOMMENDED})
_FORWARD = re.compile(r"P\d")


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One thing found, or an empty line where there are fewer than `ROWS`. `spoken` is the whole of it, for the ear."""

    kind: str = ""
    target: str = ""
    label: str = ""
    detail: str = ""
    way: str = ""
    away: str = ""
    hours: str = ""
    hours_tone: str = "calm"
    limit: str = ""
    asks: str = ""
    doubt: str = ""
    added: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class OftenRow:
    """One thing that was often given today."""

    kind: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a row is seen from: the catalogue, here and now, and how many questions a life event asks at first.

    `made` holds the rows told so far, for the same things are found at one letter after the other.
    """

    catalogue: Catalogue
    here: Here
    now: datetime
    questions: Callable[[BundleId], int]
    made: dict[tuple[str, str, bool], "ResultRow"] = field(default_factory=dict, compare=False)

    def row(self, messages: Messages, kind: Kind, target: str, *, added: bool) -> "ResultRow":
        """The row of a life event or a service, in the language of `messages`."""
        key = (messages.language, target, added)
        if key not in self.made:
            self.made[key] = row_of(messages, self, kind, target, added=added)
        return self.made[key]

    @property
    def places(self) -> Places:
        """How far places are, and what is open."""
        return ways_seen(self.catalogue, self.here, self.now).places


def row_of(messages: Messages, seen: Surroundings, kind: Kind, target: str, *, added: bool) -> ResultRow:
    """The row of a life event or a service."""
    if kind is Kind.BUNDLE:
        return _spoken(messages, _bundle_row(messages, seen, seen.catalogue.bundles[BundleId(target)], added))
    return _spoken(messages, _service_row(messages, seen, seen.catalogue.services[ServiceId(target)], added))


def filled(rows: Sequence[ResultRow]) -> tuple[ResultRow, ...]:
    """`rows` with empty lines up to `ROWS`, so that the page never takes a line away and draws it again."""
    return (*rows, *(ResultRow() for _ in range(ROWS - len(rows))))


def often_rows(messages: Messages, catalogue: Catalogue, things: Sequence[str]) -> tuple[OftenRow, ...]:
    """What was often given, by the ids of bundles; nothing sensitive or discreet, for the next person may read it."""
    rows = (_often_row(messages, catalogue, BundleId(thing)) for thing in things)
    return tuple(row for row in rows if row is not None)


def elapsed_words(seconds: float) -> str:
    """`0:42`, `12:05`, `1:00:30`."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _bundle_row(messages: Messages, seen: Surroundings, bundle: Bundle, added: bool) -> ResultRow:
    steps, asked = len(bundle.steps), seen.questions(bundle.id)
    return ResultRow(
        kind=Kind.BUNDLE,
        target=bundle.id,
        label=bundle.name.to(messages.language),
        detail=messages.ngettext("A plan of up to {count} step", "A plan of up to {count} steps", steps).format(
            count=steps
        ),
        way=messages.pgettext("counter", "Plan"),
        asks=messages.ngettext("{count} question", "{count} questions", asked).format(count=asked) if asked else "",
        added=added,
    )


def _service_row(messages: Messages, seen: Surroundings, service: Service, added: bool) -> ResultRow:
    language = messages.language
    ways = ways_seen(seen.catalogue, seen.here, seen.now).to(service, None)
    nearest = seen.places.nearest(shown_places(service))
    metres = seen.places.distance(nearest) if nearest else None
    hours, tone = _hours(messages, seen, service, nearest)
    organization = seen.catalogue.organizations[service.organization].name.to(language)
    notes = [note.to(language) for note in (service.notice, *service.staff_notes) if note]
    return ResultRow(
        kind=Kind.SERVICE,
        target=service.id,
        label=service.name.to(language),
        detail=beside(messages, (*notes, organization, service.gives.to(language))),
        way=channel_name(messages, ways[0].type) if ways else "",
        away=distance(messages, metres) if metres is not None else "",
        hours=hours,
        hours_tone=tone,
        limit=_limit(messages, service),
        doubt=_mark(messages, service),
        added=added,
    )


def _hours(messages: Messages, seen: Surroundings, service: Service, nearest: LocationId | None) -> tuple[str, str]:
    """Whether the nearest door is open, or where nobody goes anywhere, the first line; nothing where nobody knows."""
    catalogue = seen.catalogue
    zone = seen.now.tzinfo
    if ChannelType.IN_PERSON in service.channels and nearest:
        schedule = catalogue.locations[nearest].schedule
    elif ChannelType.PHONE in service.channels and service.phones:
        schedule = catalogue.phones[service.phones[0]].schedule
    else:
        return "", "calm"
    assert isinstance(zone, ZoneInfo)
    match opening_at(schedule, seen.now, zone):
        case Open(until):
            words = messages.gettext("Open until {time}") if until else messages.gettext("Open 24 hours")
            return words.format(time=clock_time(messages, until.time()) if until else ""), "good"
        case Closed():
            return messages.gettext("Closed now"), "warn"
        case OutOfSeason():
            return messages.gettext("Closed for the season"), "warn"
        case ByAppointment():
            return messages.gettext("By appointment"), "calm"
        case _:
            return "", "calm"


def _mark(messages: Messages, service: Service) -> str:
    """What stands in doubt, or that somebody here has left a note."""
    if service.to_verify or service.notice:
        return messages.pgettext("counter", "To be checked")
    return messages.pgettext("counter", "Note") if service.staff_notes else ""


def _limit(messages: Messages, service: Service) -> str:
    """`Within 4 weeks`, where the service must be asked for within a time."""
    for timing in service.deadlines:
        if timing.kind in _PROMPT and timing.offset and _FORWARD.match(timing.offset):
            time = duration(messages, timing.offset)
            return messages.pgettext("counter", "Within {duration}").format(duration=time)
    return ""


def _spoken(messages: Messages, row: ResultRow) -> ResultRow:
    """The row with all that it shows in one line, what was added first of all."""
    told = messages.gettext("In the plan") if row.added else ""
    parts = (row.label, told, row.way, row.away, row.hours, row.limit, row.asks, row.doubt, row.detail)
    return replace(row, spoken=", ".join(part for part in parts if part))


def _often_row(messages: Messages, catalogue: Catalogue, thing: BundleId) -> OftenRow | None:
    language = messages.language
    if is_single(thing):
        service = catalogue.services.get(service_of_single(thing))
        return (
            None
            if service is None or service.discreet
            else OftenRow(Kind.SERVICE, service.id, _short(service, language))
        )
    bundle = catalogue.bundles.get(thing)
    return None if bundle is None or bundle.sensitive else OftenRow(Kind.BUNDLE, bundle.id, bundle.tile.to(language))


def _short(service: Service, language: str) -> str:
    """The abbreviation that everybody says, where the editors have one; else the name."""
    said = service.words.get(language, ())
    return next((word for word in said if word.isupper() and 1 < len(word) <= _ABBREVIATION), service.name.to(language))
