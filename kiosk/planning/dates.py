"""From "within 30 days of the birth" to a date: what a bundle's event gives a date to, and when a step is due."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from kiosk.catalogue.conditions import Answer, Comparison, FactId, Operator
from kiosk.catalogue.model import AnchorId, Bundle, BundleId, Service, Step, Timing, TimingKind
from kiosk.catalogue.text import Text
from kiosk.planning.known import EVENT_DATE
from kiosk.planning.offsets import Around, Distance, FinalReturn, Season, YearDay, offset_of
from kiosk.planning.plan import Deadline, DueKind

NOW = AnchorId("now")
Anchors = Mapping[AnchorId, date]

ALSO_DATED: Mapping[str, tuple[str, ...]] = {
    "birth": ("birth_or_arrival", "due_date"),
    "death": (),
    "last_day_worked": ("interruption_of_earnings",),
    "wedding": ("status_change",),
    "separation": ("separation_date", "status_change"),
    "turns_65": (),
    "arrival": ("newcomers",),
    "move": ("address_change",),
    "notice": (),
    "loss": (),
    "release": (),
    "start": ("opening",),
    "first_day": (),
}
"""What the date of an event can be, and what else falls on that day. Nothing else gets a date: an employer's
bankruptcy, a first pay or a journey has a day of its own, which nobody asks."""

LANDING = AnchorId("landing")
ARRIVED_AS_RESIDENT = (
    Comparison(FactId("residency_status"), Operator.EQUAL, "permanent_resident"),
    Comparison(FactId("arrived_from"), Operator.EQUAL, "other_country"),
)
"""Who became a permanent resident on the day of arrival."""

_KINDS: Mapping[TimingKind, DueKind] = {
    TimingKind.DEADLINE: DueKind.BY,
    TimingKind.MUST_BY: DueKind.BY,
    TimingKind.RECOMMENDED: DueKind.RECOMMENDED_BY,
    TimingKind.SHOULD_BY: DueKind.RECOMMENDED_BY,
    TimingKind.PLAN: DueKind.RECOMMENDED_BY,
    TimingKind.RENEW_BY: DueKind.RECOMMENDED_BY,
    TimingKind.VALID: DueKind.RECOMMENDED_BY,
    TimingKind.EARLIEST: DueKind.FROM,
    TimingKind.WINDOW: DueKind.BY,
    TimingKind.SEASON: DueKind.BY,
    TimingKind.NEWCOMERS: DueKind.RECOMMENDED_BY,
    TimingKind.RETROACTIVE_MAX: DueKind.BY,
    TimingKind.LATE: DueKind.BY,
}
_LATE_RULES = frozenset({TimingKind.RETROACTIVE_MAX, TimingKind.LATE})
_OWN_RULES = frozenset({TimingKind.MUST_BY, TimingKind.SHOULD_BY})
_SEASONAL = frozenset({AnchorId("season")})


def anchor_of_event(bundle: Bundle) -> AnchorId | None:
    """What the date of the event is, for this bundle: the anchor that most of its steps count from.

    None when the bundle asks for no date, or when none of its steps counts from a day that an event can be.
    """
    if bundle.event_date is None:
        return None
    used = Counter(step.timing.anchor for step in bundle.steps if step.timing and step.timing.anchor in ALSO_DATED)
    return max(used, key=lambda anchor: used[anchor]) if used else None


def dated_by(anchor: AnchorId) -> frozenset[AnchorId]:
    """Every anchor that gets a date from an event on `anchor`."""
    landing = (LANDING,) if anchor == "arrival" else ()
    return frozenset((anchor, *(AnchorId(other) for other in ALSO_DATED[anchor]), *landing))


def event_date_facts(
    bundles: Sequence[BundleId], event_anchors: Mapping[BundleId, AnchorId]
) -> dict[AnchorId, tuple[FactId, BundleId]]:
    """The question that dates each event: `event_date` for the first bundle that has one, `event_date@bundle` for the
    next ones; two bundles about the same event share one.
    """
    questions: dict[AnchorId, tuple[FactId, BundleId]] = {}
    for bundle in bundles:
        anchor = event_anchors.get(bundle)
        if anchor and anchor not in questions:
            questions[anchor] = (FactId(f"{EVENT_DATE}@{bundle}") if questions else EVENT_DATE, bundle)
    return questions


def dates_known(
    events: Mapping[AnchorId, tuple[FactId, BundleId]], known: Mapping[FactId, Answer], today: date
) -> dict[AnchorId, date]:
    """The date of every anchor that today and the events of the answers give one to."""
    dates = {NOW: today, AnchorId("application"): today}
    for anchor, (fact, _bundle) in events.items():
        day = known.get(fact)
        if isinstance(day, date):
            dates.update(dict.fromkeys(dated_by(anchor) - {LANDING}, day))
            if anchor == "arrival" and all(known.get(c.fact) == c.value for c in ARRIVED_AS_RESIDENT):
                dates[LANDING] = day
    return dates


def timing_of(step: Step | None, service: Service | None, event: AnchorId | None) -> Timing | None:
    """When the step is due: its own timing, else a rule of its service that the event or the season gives a date to.

    `step` is None for a service that no step of a bundle brings.
    """
    own_timing = step.timing if step else None
    if own_timing or service is None:
        return own_timing
    countable = _SEASONAL | (dated_by(event) if event else frozenset())
    own = (t for t in service.deadlines if t.kind in _OWN_RULES and t.offset and t.anchor in countable)
    return next(own, None)


def kind_of(timing: Timing) -> DueKind:
    """What the date of `timing` means to the person."""
    return _KINDS[timing.kind]


def deadline_of(timing: Timing | None, service: Service | None, dates: Anchors, today: date) -> Deadline | None:
    """The date of `timing`; None when it says none or counts from a day that is not known: no date is invented."""
    if timing is None or timing.offset is None:
        return None
    offset = offset_of(timing.offset)
    kind = kind_of(timing)
    start = dates.get(timing.anchor)
    match offset:
        case YearDay():
            return _due(kind, offset.on_or_after(start or today), service, today)
        case Season():
            first, last = offset.open_or_next(today)
            return Deadline(DueKind.BETWEEN, last, first)
        case Distance() if offset.in_hours and (start is None or start <= today):
            return Deadline(DueKind.NOW, today)
    if start is None:
        return None
    match offset:
        case Distance():
            return _due(kind, offset.from_day(start), service, today)
        case Around():
            day = offset.closes.from_day(start)
            return _due(DueKind.BETWEEN, day, service, today, offset.opens.from_day(start))
        case FinalReturn():
            return _due(kind, offset.after(start), service, today)


def _due(kind: DueKind, day: date, service: Service | None, today: date, first: date | None = None) -> Deadline:
    missed = kind is not DueKind.FROM and day < today
    return Deadline(kind, day, first, missed, _late_rules(service) if missed else ())


def _late_rules(service: Service | None) -> tuple[Text, ...]:
    """What can still be done: how far back a benefit is paid, what a late request needs."""
    deadlines = service.deadlines if service else ()
    return tuple(timing.text for timing in deadlines if timing.kind in _LATE_RULES and timing.text)
