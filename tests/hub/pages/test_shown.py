"""What the operator's pages show: kiosks with the worst first, numbers nobody can be known from, claims, releases."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest

from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.hub.store import kiosks
from kiosk.outbox.kinds import Kind
from tests.hub.pages.browsing import Browser
from tests.hub.pages.conftest import Hub
from tests.hub.pages.filling import Filled, fill

pytestmark = pytest.mark.chromium


@pytest.fixture
def filled(hub: Hub, catalogue: Catalogue) -> Filled:
    return fill(hub.store, catalogue, hub.clock.now)


def test_kiosks_that_need_somebody_come_first(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/kiosks")

    assert browser.rows("What needs looking after comes first")[:2] == [
        ["North End", "Its disk is nearly full, and 1 more", "25 November, 6 a.m.", "1", "150 MB", "0"],
        ["Sackville Heights", "Never heard since it was enrolled", "never", "not known", "not known", "not known"],
    ]
    assert browser.texts("[role=alert]") == ["1 kiosk needs somebody now."]


def test_a_kiosk_tells_what_is_wrong_and_what_to_do(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/kiosks")
    browser.tab_to("North End")
    browser.go("Enter")

    assert browser.path() == "/kiosks/00000007"
    assert browser.texts("[role=alert]") == [
        "Its disk is nearly full. Free some room on it now: soon it can keep nothing new.",
        "Not heard for more than a day. If it is one that is online, look whether it is switched on.",
    ]


def test_a_wrong_clock_is_told_by_how_much(hub: Hub, filled: Filled, signed_in: Callable[..., Browser]) -> None:
    at = int(hub.clock.now.timestamp())
    filled.library.clock = at - 3 * 24 * 3600
    filled.library.send(hub.store, first=len(filled.library.items) + 1, at=at)

    browser = signed_in("/kiosks/0000000c")

    assert "slow by 3 days" in browser.text()
    assert "Its clock is wrong." in browser.text()


def test_a_kiosk_off_the_list_troubles_nobody(hub: Hub, filled: Filled, signed_in: Callable[..., Browser]) -> None:
    kiosks.revoke(hub.store, filled.office.kid, int(hub.clock.now.timestamp()))

    browser = signed_in("/kiosks")

    assert browser.rows("What needs looking after comes first")[-1][:2] == ["North End", "Off the list"]
    assert browser.texts("[role=alert]") == []


@pytest.mark.parametrize("path", ["/kiosks/ffffffff", "/kiosks/nothing", "/kiosks/%00"])
def test_a_kiosk_that_is_none_is_not_found(path: str, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/kiosks")

    browser.open(path)

    assert ("heading", "Not found") in browser.tree()


def test_plots_say_the_same_as_the_tables_beside_them(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/needs")

    for plot in range(browser.run("document.querySelectorAll('.plot').length")):
        root = f".plot:nth-of-type({plot + 1})"
        drawn = browser.run(
            "[...document.querySelectorAll('.plot')]"
            f"[{plot}].querySelector('svg').outerHTML.match(/<text[^>]*>[^<]*/g).map((t) => t.replace(/.*>/, ''))"
        )
        table = browser.run(
            f"[...[...document.querySelectorAll('.plot')][{plot}].querySelectorAll('tbody tr')]"
            ".map((r) => [...r.cells].map((c) => c.textContent.trim()))"
        )
        numbers = {name: number for name, number in table if number.isdecimal()}
        bars = dict(zip(drawn[::2], drawn[1::2], strict=True))
        assert bars.items() <= numbers.items(), root
        assert bars


def test_small_numbers_are_not_told_nor_what_gives_them_away(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/needs")

    reasons = dict(browser.rows("Why not"))
    themes = dict(browser.rows("By theme"))

    assert reasons == {"Full, or a long wait": "14", "Others together": "10"}
    assert sorted(themes.values()) == ["23", "31", "fewer than 5", "not told"]
    assert dict(browser.rows("By situation")).keys() == {
        "Losing a job", "Having a baby", "A death in the family", "Turning 65 and retirement"
    }  # fmt: skip


def test_what_people_said_is_wrong_is_counted_by_service(
    catalogue: Catalogue, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    browser = signed_in("/needs")

    name = catalogue.services[ServiceId(filled.service.id)].name.plain_to("en")
    assert browser.rows("By service") == [[name, "7"], ["Not said", "6"]]
    assert "Mistakes that people pointed out 13" in browser.text()


def test_a_sensitive_situation_is_never_named(
    hub: Hub, catalogue: Catalogue, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    secret = next(bundle for bundle in catalogue.bundles.values() if bundle.sensitive)
    day = (hub.clock.now.date() - timedelta(days=1)).toordinal() - 719163
    begun = len(filled.library.items)
    for place in range(40):
        filled.library.put(Kind.REFERRAL, {1: b"%08d" % place, 2: day, 3: 1, 4: [[7, 1]], 5: secret.number})
        filled.library.put(Kind.UNMET_NEED, {1: "2026-11-20T10", 2: "full", 3: secret.id, 5: "citizen"})
    filled.library.send(hub.store, first=begun + 1, at=filled.library.clock)

    browser = signed_in("/needs")

    assert secret.name.plain_to("en") not in browser.text()
    assert "Not said" in dict(browser.rows("By theme"))


def test_another_month_is_one_key_away_and_empty_ones_say_so(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/needs")
    browser.tab_to("October 2026")
    browser.go("Enter")

    assert ("heading", "Needs and demand, October 2026") in browser.tree()
    assert "By theme: too few to tell." in browser.texts(".empty")


@pytest.mark.parametrize("month", ["2027-01", "1999-12", "2026-13", "x", "2026-11-01"])
def test_a_month_that_cannot_be_is_this_one(month: str, filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/needs")

    browser.open(f"/needs?month={month}")

    assert ("heading", "Needs and demand, November 2026") in browser.tree()


def test_a_slip_with_two_cases_tells_both_offices(filled: Filled, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/claims")

    (row,) = browser.rows("Who has a case for which slip")

    assert row[0].startswith("R-")
    assert row[2:] == ["Bibliothèque Keshen Goodman", "Bibliothèque Keshen Goodman", "North End"]
    assert browser.texts("[role=alert]") == ["1 slip has a case in more than one office. Both offices were told."]


def test_releases_show_whose_keys_have_signed(hub: Hub, released: None, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/releases")

    editions, parts = (
        browser.rows("Editions that are kept, the newest first"),
        browser.rows("Every part is signed on its own"),
    )

    assert [edition[:2] for edition in editions] == [["1", "26 November, noon"]]
    catalogue = next(part for part in parts if part[0].startswith("Catalogue"))
    assert editions[0][3] == catalogue[4]
    assert len(catalogue[4]) == 8
    root = parts[0]
    assert (len(root[4].split(" and ")), root[5]) == (2, "2 of 3")
    assert browser.texts("[role=alert]") == []


def test_signatures_that_run_out_are_told_before_and_after(
    hub: Hub, released: None, signed_in: Callable[..., Browser]
) -> None:
    hub.clock.later(days=25)
    browser = signed_in("/releases")
    soon = browser.texts("[role=alert]")
    hub.clock.later(days=70)

    later = signed_in("/releases").texts("[role=alert]")

    assert soon == ["Sign again soon: devices, snapshot and timestamp."]
    assert later[0] == "Kiosks take nothing new: these signatures have run out: devices, snapshot and timestamp."


def test_a_repository_that_was_altered_is_told_as_such(
    hub: Hub, released: None, signed_in: Callable[..., Browser]
) -> None:
    timestamp = hub.repository / "metadata" / "timestamp.json"
    timestamp.write_bytes(timestamp.read_bytes().replace(b"snapshot.json", b"snapshut.json"))

    browser = signed_in("/releases")

    assert browser.texts("[role=alert]")[0].startswith("The repository cannot be read as a kiosk would:")


def test_without_a_repository_the_page_says_how_to_make_one(signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/releases")

    assert "guichet hub init" in browser.text()


def test_a_kiosk_with_an_old_catalogue_is_behind_the_repository(
    hub: Hub, released: None, filled: Filled, signed_in: Callable[..., Browser]
) -> None:
    filled.library.health = dataclasses.replace(filled.library.health, catalogue_version=0)
    filled.library.send(hub.store, first=len(filled.library.items) + 1, at=filled.library.clock)

    assert "Its catalogue is not the newest." in signed_in("/kiosks/0000000c").text()


def test_a_store_that_does_not_answer_is_told_in_a_sentence(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/kiosks")
    hub.store.away = True

    browser.open("/needs")

    assert browser.texts("[role=alert]") == [
        "The hub’s store does not answer. Nothing was changed. Try again in a few minutes."
    ]


def test_one_of_many_kiosks_is_found_by_its_name_or_number(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    for place in range(1, 221):
        kiosks.enrol_by_hand(hub.store, place.to_bytes(32, "big"), f"Station n° {place:03}", 0, 5_000 + place)
    kiosks.enrol_by_hand(hub.store, bytes(32), "Église Sainte-Hélène", 0, 77)
    caption = "What needs looking after comes first"
    browser = signed_in("/kiosks")

    assert "Kiosks 1 to 100 of 221" in browser.text()
    browser.tab_to("Those after")
    browser.go("Enter")
    assert "Kiosks 101 to 200 of 221" in browser.text()
    browser.tab_to("Those after")
    browser.go("Enter")
    assert len(browser.rows(caption)) == 21

    for wanted, name in (("eglise", "Église Sainte-Hélène"), ("5123", "Station n° 123")):
        browser.tab_to("Name or number")
        browser.type(wanted)
        browser.go("Enter")
        assert [row[0] for row in browser.rows(caption)] == [name]
    browser.open("/kiosks?find=nowhere&from=9999999")
    assert browser.texts(".empty") == ["No kiosk has this in its name or number."]
