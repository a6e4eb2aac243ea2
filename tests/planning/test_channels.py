import pytest

from kiosk.catalogue.hours import UNKNOWN_HOURS, read_schedule
from kiosk.catalogue.model import ChannelType
from kiosk.planning import Preferences
from kiosk.planning.plan import ChannelReason

NIGHT = "Mo-Fr 22:00-23:00"


@pytest.fixture
def ways(small):
    """The channels of one service, best first."""

    def ways(channels, *, prefers=None, hours=UNKNOWN_HOURS, door=UNKNOWN_HOURS, **more):
        service = small.service("help", channels, places=("desk",), lines=("line",), **more)
        catalogue = small.catalogue(
            (small.bundle("b", small.step("s", "help")),),
            service,
            small.place("desk", schedule=door),
            small.line("line", hours),
        )
        return small.plan(catalogue, preferences=Preferences(prefers)).step("b/s").channels

    return ways


def names(channels):
    return [str(channel.type) for channel in channels]


@pytest.mark.parametrize(
    ("prefers", "best"),
    [
        (None, ["online", "phone", "in_person", "mail"]),
        (ChannelType.MAIL, ["mail", "online", "phone", "in_person"]),
        (ChannelType.IN_PERSON, ["in_person", "phone", "online", "mail"]),
        (ChannelType.PHONE, ["phone", "in_person", "online", "mail"]),
        (ChannelType.TEXT, ["online", "mail", "in_person", "phone"]),
    ],
)
def test_the_way_a_person_prefers_comes_first_and_none_is_hidden(ways, prefers, best):
    assert names(ways("phone in_person mail online", prefers=prefers)) == best


def test_exactly_one_way_is_recommended(ways):
    assert [way.recommended for way in ways("phone online mail")] == [True, False, False]


def test_a_preference_is_given_as_the_reason(ways):
    assert ways("phone online", prefers=ChannelType.PHONE)[0].reason is ChannelReason.PREFERRED


def test_what_is_better_done_with_someone_goes_to_a_person_first(ways):
    found = ways("online phone in_person mail", mediated=True)

    assert names(found) == ["phone", "in_person", "online", "mail"]
    assert found[0].reason is ChannelReason.BETTER_WITH_A_PERSON


def test_a_line_that_is_closed_now_goes_behind_a_door_that_is_open(ways, small):
    found = ways("phone in_person", mediated=True, hours=read_schedule(NIGHT), door=small.always_open)

    assert names(found) == ["in_person", "phone"]
    assert found[1].reason is ChannelReason.CLOSED_NOW


def test_a_line_that_is_open_now_says_so(ways, small):
    found = ways("phone mail", hours=small.always_open)

    assert (found[0].type, found[0].reason) == (ChannelType.PHONE, ChannelReason.OPEN_NOW)


def test_hours_that_nobody_knows_are_not_held_against_a_line(ways):
    assert names(ways("mail phone")) == ["phone", "mail"]


def test_the_only_way_and_what_happens_by_itself_say_so(ways):
    assert ways("phone")[0].reason is ChannelReason.ONLY_WAY
    assert ways("online automatic")[0].reason is ChannelReason.HAPPENS_BY_ITSELF


def test_ways_are_ranked_again_when_the_hour_changes(small):
    service = small.service("help", "phone in_person", lines=("line",))
    catalogue = small.catalogue(
        (small.bundle("b", small.step("s", "help")),), service, small.line("line", read_schedule("Mo-Fr 08:30-16:30"))
    )

    by_day = small.plan(catalogue).step("b/s").channels
    by_night = small.plan(catalogue, now=small.now.replace(hour=20)).step("b/s").channels

    assert names(by_day) == ["phone", "in_person"]
    assert names(by_night) == ["in_person", "phone"]
