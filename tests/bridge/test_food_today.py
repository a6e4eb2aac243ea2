"""Food today, at many hours of ordinary weeks and of holidays: the nearest open place first, or the next opening."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.bridge.viewmodels.urgent_words import When, behind
from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.hours import Open, opening_at
from kiosk.catalogue.hours.wording import opening_words
from kiosk.catalogue.model import ChannelType
from kiosk.planning import Here
from kiosk.planning.places import Places

HALIFAX = ZoneInfo("America/Halifax")
NORTH_END = Here(44.6625, -63.5905)
WEEKS = {
    "an ordinary week": datetime(2026, 3, 9, tzinfo=HALIFAX),
    "the week of Good Friday": datetime(2026, 3, 30, tzinfo=HALIFAX),
    "the week when clocks go back": datetime(2026, 10, 26, tzinfo=HALIFAX),
    "the week of Christmas": datetime(2026, 12, 21, tzinfo=HALIFAX),
}
EVERY = timedelta(hours=1, minutes=45)
GLANCE = timedelta(minutes=15)


def moments(week):
    start = WEEKS[week]
    return [(start.astimezone(ZoneInfo("UTC")) + EVERY * n).astimezone(HALIFAX) for n in range(96)]


def walked_into(catalogue):
    """Places where one is given food without calling first."""
    services = [catalogue.services[s] for door in catalogue.doors if door.id == "food" for s in door.services]
    own = {}
    for service in sorted(services, key=lambda service: len(service.locations)):
        for place in service.locations:
            own.setdefault(place, service)
    return [
        catalogue.locations[place]
        for place, service in own.items()
        if ChannelType.IN_PERSON in service.channels and not hides_places(service)
    ]


@pytest.mark.parametrize("week", WEEKS)
def test_the_nearest_open_place_stands_first(words, catalogue, week):
    seen = 0
    for now in moments(week):
        places = Places(catalogue, NORTH_END, now)
        doors = [p for p in walked_into(catalogue) if isinstance(opening_at(p.schedule, now, HALIFAX), Open)]
        nearest = sorted(doors, key=lambda place: places.how_far(place.id))

        found = behind(words["en"], catalogue, "food", now, HALIFAX, NORTH_END)

        shown = [contact.name for group in found.groups if group.when is When.NOW for contact in group.contacts]
        assert shown == [place.name.to("en") for place in nearest], now
        assert (found.closed == "") is bool(nearest), now
        if shown:
            assert found.contacts[0].name == shown[0]
            assert found.contacts[0].opening.startswith("Open")
            assert found.contacts[0].place
            assert found.contacts[0].number
            seen += 1
    assert seen > 3


@pytest.mark.parametrize("week", WEEKS)
def test_where_all_is_closed_the_next_opening_is_named_and_211(words, catalogue, week):
    doors = walked_into(catalogue)
    seen = 0
    for now in moments(week)[::4]:
        found = behind(words["en"], catalogue, "food", now, HALIFAX, NORTH_END)
        if not found.closed:
            continue

        later = now.replace(minute=now.minute // 15 * 15)
        opened = []
        while not opened:
            later = (later.astimezone(ZoneInfo("UTC")) + GLANCE).astimezone(HALIFAX)
            opened = [place for place in doors if isinstance(opening_at(place.schedule, later, HALIFAX), Open)]
            assert later - now < timedelta(days=14)

        told = {
            f"{place.name.to('en')}: "
            + opening_words(words["en"], opening_at(place.schedule, now, HALIFAX), now.date())
            for place in opened
        }
        assert found.next_opening.splitlines()[0] in told, now
        assert "211" in found.next_opening
        assert any("211" in contact.number for contact in found.contacts)
        seen += 1
    assert seen > 3


def test_what_opens_today_comes_before_what_opens_tomorrow(words, catalogue):
    for now in moments("an ordinary week"):
        groups = [group.when for group in behind(words["fr"], catalogue, "food", now, HALIFAX, NORTH_END).groups]

        assert groups == sorted(groups)


def test_no_time_on_foot_is_told_across_the_harbour(words, catalogue):
    noon = datetime(2026, 3, 12, 12, 0, tzinfo=HALIFAX)

    told = {c.name: c.place for c in behind(words["en"], catalogue, "food", noon, HALIFAX, NORTH_END).contacts}

    assert told["Hope Cottage"].endswith("700\N{NO-BREAK SPACE}m, about 10 min on foot")
    assert "Dartmouth" in told["Margaret’s House"]
    assert "on foot" not in told["Margaret’s House"]


def test_who_wants_to_be_called_first_is_not_told_as_open_to_walk_in(words, catalogue):
    noon = datetime(2026, 3, 12, 12, 0, tzinfo=HALIFAX)

    groups = {g.when: g.contacts for g in behind(words["en"], catalogue, "food", noon, HALIFAX, NORTH_END).groups}

    assert "Parker Street Food & Furniture Bank" in {contact.name for contact in groups[When.CALL]}
    assert [contact.name for contact in groups[When.NOW]] == ["Margaret’s House"]


def test_for_a_place_tonight_the_telephones_come_first(words, catalogue):
    for now in moments("an ordinary week")[::6]:
        found = behind(words["en"], catalogue, "tonight", now, HALIFAX, NORTH_END)

        assert [group.when for group in found.groups][:2] == [When.CALL, When.BY_PHONE]
        assert found.closed == ""
        assert found.contacts[0].number
