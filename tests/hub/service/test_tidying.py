"""What is too old is let go, but for no wrong clock."""

import pytest

from kiosk.hub.service.tidying import Begun
from kiosk.hub.store.reading import last_contact
from tests.hub.fleet import AT, Kiosk, number

DAY_S = 86_400


@pytest.mark.parametrize(
    ("heard", "clock", "steady", "right"),
    [
        (AT - 3600, AT + 6 * 3600, 6 * 3600.0, True),
        (None, AT + 6 * 3600, 6 * 3600.0, True),  # a new hub
        (AT - 3600, AT + 20 * 365 * DAY_S, 6 * 3600.0, False),  # it has jumped to 2046
        (AT - 3600, AT - 50 * 365 * DAY_S, 6 * 3600.0, False),
        (AT - 20 * 365 * DAY_S, AT + 6 * 3600, 6 * 3600.0, False),  # it was wrong at the start
    ],
)
def test_a_clock_is_believed_that_agrees_with_the_last_contact_and_with_itself(heard, clock, steady, right):
    assert Begun(AT, 0.0, heard).is_right(clock, steady) is right


def test_the_last_contact_is_the_latest_of_any_kiosk(store):
    assert last_contact(store) is None

    Kiosk(store).send(store, at=AT)
    Kiosk(store).send(store, at=AT - 60)

    assert last_contact(store) == AT


def test_a_hub_lets_go_once_it_is_started(serving, library, store):
    library.put(6, {1: "2024-03-12T10", 2: "answered"})
    library.send(store, at=AT - 700 * DAY_S)
    library.put(6, {1: "2026-03-12T10", 2: "answered"})
    library.send(store, 2, at=AT)
    served = serving()

    for _ in range(200):  # each a round trip: nothing waits for a length of time
        served.get("/health")
        if number(store, "call") == 1:
            break
    assert (number(store, "item"), number(store, "call")) == (1, 1)
