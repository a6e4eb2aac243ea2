"""A steward decides flags and corrections on the operator's page, by the keyboard; and what a page refuses."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import cbor2
import pytest

from kiosk.catalogue.model import Catalogue
from kiosk.counter.corrections import exchange
from kiosk.counter.corrections.keeping import lying_corrections
from kiosk.counter.corrections.values import CorrectionState, FlagState, NumberValue
from kiosk.counter.tables import MIGRATIONS
from kiosk.hub.pages import operators
from kiosk.hub.publishing.editions import publish_decided
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.starting import init
from kiosk.hub.store import reading
from kiosk.hub.store.deciding import decide_flag, decided_file
from kiosk.state import open_state
from kiosk.sync.exchange.messages import ReceiptKind
from tests.hub.pages.browsing import Browser
from tests.hub.pages.conftest import Hub
from tests.hub.pages.filling import CORRECTION, FLAG, Filled, fill

pytestmark = pytest.mark.chromium


@pytest.fixture
def filled(hub: Hub, catalogue: Catalogue) -> Filled:
    return fill(hub.store, catalogue, hub.clock.now)


def told_to(hub: Hub, filled: Filled) -> list[Any]:
    """The flags and corrections that the office's kiosk is told of when it comes again."""
    receipts = filled.office.send(hub.store, first=len(filled.office.items) + 1).receipts
    decisions = [cbor2.loads(each.body)[1] for each in receipts if each.kind == ReceiptKind.DECISION]
    return [said for file in decisions for part in exchange.read(file) for said in part]


def test_a_flag_is_accepted_in_other_words_and_its_kiosk_hears_of_it(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    browser = signed_in("/corrections")
    browser.tab_to(_entry(hub, FLAG))
    browser.go("Enter")

    browser.tab_to("Accept")
    browser.press("Space")
    browser.tab_to("In English")
    browser.press("End", control=True)
    browser.type(", all year")
    browser.tab_to("Decide")
    browser.go("Space")

    assert browser.texts("[role=status]") == [
        "Accepted. It goes to every kiosk with the next edition of the catalogue."
    ]
    (flag,), _ = exchange.read(decided_file(hub.store))
    assert (flag.state, flag.says.en) == (FlagState.ACCEPTED, "It closes at four on Fridays, all year")
    assert flag.says.fr == "C’est fermé dès 16\N{NO-BREAK SPACE}h le vendredi"
    assert told_to(hub, filled) == [flag]
    assert operators.last_done(hub.store, 1)[0].act == "amended"


def test_a_correction_is_amended_and_takes_the_place_of_the_first(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    browser = signed_in(f"/corrections/correction/{CORRECTION}")

    browser.tab_to("Accept")
    browser.press("Space")
    browser.tab_to("Telephone number")
    browser.type("902 555 0199")
    browser.go("Enter")

    _, corrections = exchange.read(decided_file(hub.store))
    states = {one.value: one.state for one in corrections}
    assert states == {
        NumberValue("902-555-0143"): CorrectionState.CLEARED,
        NumberValue("902-555-0199"): CorrectionState.LYING,
    }


def test_a_rejection_needs_a_reason_and_keeps_what_was_typed(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    browser = signed_in(f"/corrections/correction/{CORRECTION}")
    browser.tab_to("Accept")
    browser.press("Down")
    browser.tab_to("Telephone number")
    browser.type("902 555 0199")
    browser.tab_to("Decide")
    browser.go("Space")

    fault = "Say why it is rejected: whoever wrote it will read this."
    assert browser.texts("[role=alert]") == [fault]
    assert browser.run("document.querySelector('[name=number]').value") == "902 555 0199"
    assert browser.described("Reason").endswith(fault)
    assert reading.waiting_count(hub.store) == 2

    browser.tab_to("Reason")
    browser.type("The number was checked today")
    browser.tab_to("Decide")
    browser.go("Space")

    assert browser.texts("[role=status]") == ["Rejected. Whoever wrote it will read why."]
    (told,) = told_to(hub, filled)
    assert (told.id, told.state) == (CORRECTION, CorrectionState.CLEARED)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("twelve", "This is no telephone number, such as 902-555-0143 or 211."),
        ("", "This is no telephone number, such as 902-555-0143 or 211."),
    ],
)
def test_what_no_kiosk_would_take_is_refused_with_a_sentence(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser], typed: str, fault: str
) -> None:
    answer = _sent(hub, signed_in, f"/corrections/correction/{CORRECTION}", decision="accept", number=typed)

    assert fault in answer
    assert reading.waiting_count(hub.store) == 2


def test_what_somebody_else_has_decided_meanwhile_is_not_decided_again(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    browser = signed_in(f"/corrections/flag/{FLAG}")
    decide_flag(hub.store, FLAG, accepted=False, who="marc", at=hub.clock.now, reason="Not so")

    browser.tab_to("Accept")
    browser.press("Space")
    browser.tab_to("Decide")
    browser.go("Space")

    assert "This was decided by somebody else" in browser.text()
    (flag,), _ = exchange.read(decided_file(hub.store))
    assert (flag.state, flag.decided_by) == (FlagState.REJECTED, "marc")


def test_a_decision_sent_from_another_site_is_not_taken(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    answer = _sent(hub, signed_in, f"/corrections/flag/{FLAG}", token="0" * 32, decision="accept")

    assert "This form did not come from an open page of yours." in answer
    assert reading.waiting_count(hub.store) == 2


def test_a_decision_sent_after_the_session_has_ended_is_not_taken(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    browser = signed_in(f"/corrections/flag/{FLAG}")
    browser.tab_to("Accept")
    browser.press("Space")
    hub.clock.later(minutes=31)
    browser.tab_to("Decide")
    browser.go("Space")

    assert "What you had not sent is not saved." in browser.text()
    assert reading.waiting_count(hub.store) == 2


def test_the_file_of_decisions_is_what_counters_read(
    hub: Hub, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    decide_flag(hub.store, FLAG, accepted=True, who="marc", at=hub.clock.now)
    browser = signed_in("/corrections")

    file = browser.fetched("/corrections/decided.json")

    assert exchange.read(file.encode())[0][0].id == FLAG


def test_what_does_not_wait_is_not_found(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/corrections/flag/ffffffffffff")

    assert ("heading", "Not found") in browser.tree()


def _entry(hub: Hub, flag: str) -> str:
    """The name of the entry that a flag is about."""
    found = next(one for _, one in reading.waiting(hub.store).flags if one.id == flag)
    return hub.desk.catalogue().services[found.subject.id].name.plain_to("en")


def _sent(hub: Hub, signed_in: Callable[..., Browser], path: str, **fields: str) -> str:
    """What the hub answers to a form sent by a program that has the session's cookie."""
    browser = signed_in(path)
    token = browser.run("document.querySelector('main [name=token]').value")
    return browser.posted(path, {"token": token, **fields})


def test_a_decision_made_here_reaches_a_counter_by_the_signed_repository(
    hub: Hub, filled: Filled, catalogue: Catalogue, signed_in: Callable[..., Browser], tmp_path: Path
) -> None:
    keys = Keys.within(tmp_path / "keys")
    init(hub.repository, keys, hub.clock.now)
    browser = signed_in(f"/corrections/correction/{CORRECTION}")
    browser.tab_to("Accept")
    browser.press("Space")
    browser.tab_to("Decide")
    browser.go("Space")
    before = browser.text()

    publish_decided(hub.repository, keys, "ns", hub.clock.now, decided_file(hub.store))
    browser.open("/corrections")
    (published,) = (hub.repository / "targets").rglob("*.decided.json")
    with closing(open_state(tmp_path / "state.db", MIGRATIONS)) as counter:
        exchange.merge(counter, catalogue, published.read_bytes(), hub.clock.now)
        (lying,) = lying_corrections(counter)

    assert "1 is not published yet." in before
    assert "All of them are published." in browser.text()
    assert (lying.id, lying.value) == (CORRECTION, NumberValue("902-555-0143"))
