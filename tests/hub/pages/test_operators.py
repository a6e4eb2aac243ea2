"""Operators, sessions and tries in the store, of either engine; what the forms of the page do with them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.hub.pages import operators, passphrases, sessions
from kiosk.hub.pages.passphrases import PassphraseError
from kiosk.hub.pages.sessions import Tries
from kiosk.hub.pages.tables import MIGRATIONS
from kiosk.hub.store.sqlite import SqliteStore
from kiosk.hub.store.statements import Store
from tests.hub.pages.browsing import Browser
from tests.hub.pages.conftest import PASSPHRASE, Hub, quick

AT = 1_800_000_000


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, once of each engine."""
    opened: Store
    if request.param == "sqlite":
        opened = SqliteStore(tmp_path / "either.db", MIGRATIONS)
    else:
        from kiosk.hub.store.postgresql import PostgresqlStore

        opened = PostgresqlStore(request.getfixturevalue("address"), MIGRATIONS)
    yield opened
    opened.close()


def add(store: Store, name: str) -> operators.Operator:
    return operators.add(store, quick, name, PASSPHRASE, by="", at=AT)


def test_nothing_that_opens_a_session_is_in_the_store(either: Store) -> None:
    session = sessions.begin(either, add(either, "Claire"), AT)

    with either.reading() as statements:
        kept = str([statements.run(f"SELECT * FROM {table}") for table in ("operator", "operator_session")])

    assert sessions.signed_in(either, session, AT) is not None
    assert session not in kept
    assert PASSPHRASE not in kept


def test_names_differ_by_more_than_case_and_accents(either: Store) -> None:
    add(either, "Hélène Côté")

    for name in ("helene cote", "HÉLÈNE  CÔTÉ", "He\u0301le\u0300ne Côté"):
        with pytest.raises(operators.OperatorTakenError):
            add(either, name)


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "two\x00parts", "a\u2028b\u200e\x07"])
def test_what_is_no_name_is_refused(either: Store, name: str) -> None:
    with pytest.raises(operators.OperatorNameError):
        add(either, name)


def test_who_is_removed_is_signed_out_and_the_last_one_stays(either: Store) -> None:
    claire, marc = add(either, "Claire"), add(either, "Marc")
    session = sessions.begin(either, marc, AT)

    operators.remove(either, marc.id, by="Claire", at=AT)

    assert sessions.signed_in(either, session, AT) is None
    with pytest.raises(operators.LastOperatorError):
        operators.remove(either, claire.id, by="Claire", at=AT)


def test_another_passphrase_ends_every_session(either: Store) -> None:
    claire = add(either, "Claire")
    session = sessions.begin(either, claire, AT)

    operators.change_passphrase(either, quick, claire, "five geese on a roof", by="Claire", at=AT)

    assert sessions.signed_in(either, session, AT) is None
    assert operators.recognised(either, quick, "Claire", PASSPHRASE) is None
    assert operators.recognised(either, quick, "claire", "five geese on a roof") == claire


def test_a_session_is_used_up_by_time_alone(either: Store) -> None:
    session = sessions.begin(either, add(either, "Claire"), AT)

    assert sessions.signed_in(either, session, AT + sessions.IDLE_S) is not None
    assert sessions.signed_in(either, session, AT + 2 * sessions.IDLE_S + 1) is None
    assert sessions.signed_in(either, "", AT) is None
    assert sessions.signed_in(either, "made up", AT) is None


def test_what_was_done_in_one_second_stays_in_its_order(either: Store) -> None:
    claire, marc = add(either, "Claire"), add(either, "Marc")
    sessions.begin(either, marc, AT)
    operators.remove(either, claire.id, by="Marc", at=AT)

    assert [(done.act, done.subject) for done in operators.last_done(either, 3)] == [
        ("operator_removed", "Claire"),
        ("signed_in", "Marc"),
        ("operator_added", "Marc"),
    ]


def test_tries_are_counted_before_they_are_checked(either: Store) -> None:
    tries = Tries(of_a_name=2, from_an_address=3)
    at = AT - AT % sessions.SPAN_S

    assert [sessions.may_try(either, "claire", "192.0.2.1", at, tries) for _ in range(3)] == [True, True, False]
    assert not sessions.may_try(either, "marc", "192.0.2.1", at, tries)
    assert sessions.may_try(either, "marc", "192.0.2.2", at, tries)
    assert sessions.may_try(either, "claire", "192.0.2.1", at + sessions.SPAN_S, tries)


def test_a_passphrase_is_stretched_for_long_and_known_again_however_it_is_composed() -> None:
    kept = passphrases.keep(passphrases.stretched, passphrases.read_new("quatre étés à la mer", "Claire"))

    assert passphrases.opens(passphrases.stretched, kept, "quatre e\u0301te\u0301s a\u0300 la mer")
    assert not passphrases.opens(passphrases.stretched, kept, "quatre etes a la mer")


@pytest.mark.parametrize("passphrase", ["eleven char", "x" * 201, "abababababababab", "all about CLAIRE here"])
def test_an_easy_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(PassphraseError):
        passphrases.read_new(passphrase, "Claire")


@pytest.mark.chromium
def test_an_operator_adds_another_who_can_sign_in(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")
    browser.tab_to("Their name")
    browser.type("Marc")
    browser.tab_to("Their first passphrase")
    browser.type("five geese on a roof")
    browser.tab_to("Your passphrase")
    browser.type(PASSPHRASE)
    browser.go("Enter")

    assert browser.rows("Who may sign in")[1][0] == "Marc"
    assert operators.recognised(hub.store, quick, "Marc", "five geese on a roof") is not None
    assert ["Claire", "operator added", "Marc"] in [row[1:] for row in browser.rows("The newest first")]


@pytest.mark.chromium
def test_whoever_finds_the_page_open_adds_nobody(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")
    browser.tab_to("Their name")
    browser.type("Mallory")
    browser.tab_to("Their first passphrase")
    browser.type("five geese on a roof")
    browser.tab_to("Your passphrase")
    browser.type("not the passphrase")
    browser.go("Enter")

    assert browser.texts("[role=alert]") == ["This is not your passphrase."]
    assert [each.name for each in operators.listed(hub.store)] == ["Claire"]
    assert browser.run("document.querySelector('input[name=name]').value") == "Mallory"
    assert browser.run("[...document.querySelectorAll('input[type=password]')].every((e) => e.value === '')")


@pytest.mark.chromium
def test_who_changes_their_passphrase_signs_in_again(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")
    browser.tab_to("Your passphrase")
    browser.type(PASSPHRASE)
    browser.tab_to("New passphrase")
    browser.type("five geese on a roof")
    browser.tab_to("New passphrase, again")
    browser.type("five geese on a roof")
    browser.go("Enter")

    assert browser.texts("[role=status]") == ["Your passphrase is changed. Sign in with the new one."]
    assert operators.recognised(hub.store, quick, "Claire", "five geese on a roof") is not None


@pytest.mark.chromium
def test_an_operator_removes_another(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    hub.add("Claire")
    hub.add("Marc")
    browser = signed_in("/operators")
    browser.tab_to("Marc")
    browser.press("Space")
    browser.tab_to("Your passphrase")
    browser.type(PASSPHRASE)
    browser.go("Enter")

    assert [each.name for each in operators.listed(hub.store)] == ["Claire"]
    assert browser.texts("[role=status]") == ["The operator is removed, and signed out everywhere."]
