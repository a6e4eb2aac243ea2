"""Makes the plan: the one entry to planning."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.model import BundleId, Catalogue, ChannelType, DocumentId, LocationId, StepList
from kiosk.planning.book import book_of
from kiosk.planning.bringing import papers_to_bring
from kiosk.planning.channels import Ways, ways_seen
from kiosk.planning.circumstances import Here, Preferences
from kiosk.planning.dates import dates_known, event_date_facts
from kiosk.planning.entries import Entry, brought_in, by_what_they_bring, is_in_plan, merged, spared, step_by_step
from kiosk.planning.fees import fees_of
from kiosk.planning.given import NOTHING_GIVEN, Given, as_given, earlier_only, events_to_ask, standings_of
from kiosk.planning.known import all_known
from kiosk.planning.ordering import Before, in_order, steps_before
from kiosk.planning.papers import papers_lacking
from kiosk.planning.places import Places
from kiosk.planning.plan import Answers, NeededDocument, Plan, PlannedStep, RankedChannel, Visit
from kiosk.planning.providers import Providers
from kiosk.planning.questions import Asked, Drafted, worth_asking
from kiosk.planning.standing import without_closed
from kiosk.planning.visits import UNKNOWN_DISTANCE_M, fewest_visits

Channels = Mapping[str, tuple[RankedChannel, ...]]

NO_PREFERENCE = Preferences()


def make_plan(
    catalogue: Catalogue,
    bundles: Sequence[BundleId],
    answers: Answers,
    *,
    now: datetime,
    here: Here | None = None,
    preferences: Preferences = NO_PREFERENCE,
    skipped: frozenset[FactId] = frozenset(),
    given: Given = NOTHING_GIVEN,
) -> Plan:
    """What a person in the situations of `bundles` should do, after `answers`.

    `now` knows its offset; its date, as it stands, is today. `skipped` are the questions answered "I'm not sure": they
    are not offered again. `given` is a plan handed over before, which stands as it did. The same values always give the
    same plan.

    Raises:
        KeyError: a bundle is not in the catalogue.
    """
    book, today = book_of(catalogue), now.date()
    chosen = tuple(dict.fromkeys(bundles))
    known = all_known(book.usual(preferences.language), answers)
    events = event_date_facts(chosen, book.event_anchors)
    standings = without_closed(standings_of(book.rules_of(chosen), given, known, catalogue.facts))
    steps = step_by_step(standings, answers, known, catalogue.facts, dates_known(events, known, today), today)
    groups = by_what_they_bring(steps)
    entries = [merged(group) for group in groups.values()]
    brought = brought_in(entries, catalogue, known)
    entries = spared([*entries, *brought])
    lacking = papers_lacking(known)
    providers = Providers(entries, catalogue.documents, lacking)
    before = steps_before(entries, providers, lacking)
    ordered = in_order(entries, before, today)
    if given.steps:
        ordered = as_given(ordered, given)
        before = earlier_only(before, ordered)
    ways = ways_seen(catalogue, here, now)
    channels = _channels(ordered, preferences.channel, ways)
    visits = _visits(ordered, channels, ways.places)
    papers = papers_to_bring(ordered, catalogue.documents, providers)
    asked = Asked(answers, known, skipped)
    to_ask = events_to_ask(events, given, chosen, book.event_anchors)
    questions = worth_asking(book, given.asking(chosen), asked, Drafted(standings, groups, brought), to_ask)
    return Plan(
        bundles=chosen,
        steps=_planned(ordered, before, channels, _places_of(ordered, visits, ways.places), papers),
        documents=papers,
        visits=visits,
        fees=fees_of(ordered),
        next_question=questions[0].fact if questions else None,
        questions_left=len(questions),
        essential_left=sum(question.essential for question in questions),
        begin_with=given.begin_with,
    )


def _channels(ordered: Sequence[Entry], preferred: ChannelType | None, ways: Ways) -> Channels:
    return {entry.id: ways.to(entry.service, preferred) for entry in ordered if entry.service and is_in_plan(entry)}


def _visits(ordered: Sequence[Entry], channels: Channels, places: Places) -> tuple[Visit, ...]:
    """One visit for each place to go to, with every step best done in person that it settles."""
    in_person = {
        entry.id: entry.service.locations
        for entry in ordered
        if entry.service
        and not hides_places(entry.service)
        and entry.list is StepList.TO_DO
        and _is_best_in_person(channels.get(entry.id, ()))
    }
    metres = {place: min(places.how_far(place), UNKNOWN_DISTANCE_M) for group in in_person.values() for place in group}
    stops = fewest_visits(in_person, metres)
    left = dict(in_person)
    visits = []
    for stop in stops:
        settled = tuple(step for step, offered in left.items() if stop in offered)
        visits.append(Visit(stop, settled, places.distance(stop)))
        for step in settled:
            del left[step]
    return tuple(visits)


def _is_best_in_person(channels: Sequence[RankedChannel]) -> bool:
    return bool(channels) and channels[0].type is ChannelType.IN_PERSON


def _places_of(ordered: Sequence[Entry], visits: Sequence[Visit], places: Places) -> dict[str, LocationId | None]:
    """Where each step can be done in person: at the place of its visit, else at the nearest one that may be named."""
    nearest = {
        entry.id: places.nearest(entry.service.locations)
        for entry in ordered
        if entry.service and is_in_plan(entry) and not hides_places(entry.service)
    }
    return {**nearest, **{step: visit.location for visit in visits for step in visit.steps}}


def _planned(
    ordered: Sequence[Entry],
    before: Before,
    channels: Channels,
    locations: Mapping[str, LocationId | None],
    papers: Sequence[NeededDocument],
) -> tuple[PlannedStep, ...]:
    wanted: dict[str, list[DocumentId]] = {}
    for paper in papers:
        for step in paper.steps:
            wanted.setdefault(step, []).append(paper.id)
    planned = []
    number = 0
    for entry in ordered:
        to_do = entry.list is StepList.TO_DO and is_in_plan(entry)
        number += to_do
        planned.append(
            PlannedStep(
                id=entry.id,
                bundle=entry.bundle,
                step=entry.step,
                service=entry.service.id if entry.service else None,
                title=entry.title,
                note=entry.note,
                status=entry.status,
                level=entry.level,
                list=entry.list,
                reason=entry.reason,
                number=number if to_do else 0,
                after=before.get(entry.id, ()),
                also=entry.also,
                deadline=entry.deadline,
                timing=entry.timing,
                channels=channels.get(entry.id, ()),
                location=locations.get(entry.id),
                documents=tuple(wanted.get(entry.id, ())),
                say=entry.say,
            )
        )
    return tuple(planned)
