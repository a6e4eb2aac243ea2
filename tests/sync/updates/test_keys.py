"""Whom a kiosk follows: from its first root through new ones, after a theft, and after all its own files were lost."""

from datetime import UTC, datetime
from shutil import rmtree

import pytest

from kiosk.sync.updates.floors import read_floors
from kiosk.sync.updates.outcomes import Refused, Updated, UpToDate
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.trusting import trust
from tests.sync.updates.conftest import FIRST, SECOND, refused
from tests.sync.updates.reference import DAY, NOW, YEAR, Publisher, make_edition


def test_a_root_signed_by_one_key_of_two_is_refused(kiosk, publisher):
    publisher.sign_root(NOW, signers=publisher.keys["root"][:1])
    publisher.sign(NOW)

    assert refused(kiosk.update(publisher)) is Reason.UNSIGNED


@pytest.mark.parametrize("known", [False, True])
def test_three_roots_that_followed_while_the_kiosk_was_away_are_walked(kiosk, publisher, editions, known):
    if known:
        kiosk.update(publisher)
    for days in (1, 2, 3):
        publisher.new_online_key(NOW + days * DAY)
    publisher.publish(SECOND, editions[SECOND], NOW + 3 * DAY)

    outcome = kiosk.update(publisher, NOW + 3 * DAY)

    assert isinstance(outcome, Updated)
    assert read_floors(kiosk.folder).root == 4


def test_a_kiosk_that_was_away_for_three_years_comes_back(kiosk, publisher, editions):
    kiosk.update(publisher)
    for years in (1, 2, 3):
        publisher.sign_root(NOW + years * YEAR)
    publisher.publish(SECOND, editions[SECOND], NOW + 3 * YEAR)

    assert isinstance(kiosk.update(publisher, NOW + 3 * YEAR), Updated)


def test_metadata_truncated_to_nothing_is_fetched_again_from_the_first_root(kiosk, publisher, editions):
    publisher.sign_root(NOW)
    kiosk.update(publisher)
    for file in (kiosk.folder / "metadata").rglob("*.json"):
        file.write_bytes(b"")
    publisher.publish(SECOND, editions[SECOND], NOW)

    assert isinstance(kiosk.update(publisher), Updated)


def test_after_a_stolen_key_ran_ahead_a_new_one_brings_the_kiosk_back(kiosk, publisher, editions):
    kiosk.update(publisher)
    stolen_at, real = NOW + DAY, dict(publisher.versions)
    publisher.sign(stolen_at, issued=datetime(2098, 1, 1, tzinfo=UTC), bump=2_000_000_000)
    kiosk.update(publisher, stolen_at)
    publisher.versions |= {"snapshot": real["snapshot"], "timestamp": real["timestamp"]}
    publisher.publish(SECOND, editions[SECOND], stolen_at)
    assert isinstance(kiosk.update(publisher, stolen_at), Refused)

    publisher.new_online_key(stolen_at)
    publisher.publish(SECOND, editions[SECOND], stolen_at)
    outcome = kiosk.update(publisher, stolen_at)

    assert isinstance(outcome, Updated)
    assert not outcome.clock_is_wrong


def test_an_edition_of_a_stolen_key_that_no_number_follows_is_replaced_once_the_keys_are_new(
    kiosk, publisher, editions, tmp_path
):
    poisoned = 2_000_000_000
    publisher.publish(poisoned, make_edition(tmp_path / "poisoned.db", poisoned), NOW)
    kiosk.update(publisher)
    assert kiosk.version == poisoned
    publisher.new_online_key(NOW)
    publisher.publish(SECOND, editions[SECOND], NOW)

    assert isinstance(kiosk.update(publisher), Updated)
    assert kiosk.catalogue.version == SECOND


def test_a_new_key_alone_does_not_make_an_older_edition_good(kiosk, publisher, editions):
    publisher.publish(SECOND, editions[SECOND], NOW)
    kiosk.update(publisher)
    publisher.new_online_key(NOW)
    publisher.sign(NOW)
    assert kiosk.update(publisher) == UpToDate(SECOND)

    publisher.publish(FIRST, editions[FIRST], NOW)

    assert refused(kiosk.update(publisher)) is Reason.OLDER


def test_an_old_root_brings_no_old_marks_back(kiosk, publisher, editions, copied):
    kiosk.update(publisher)
    old = copied(publisher)
    publisher.new_online_key(NOW)
    publisher.publish(SECOND, editions[SECOND], NOW)
    kiosk.update(publisher)
    rmtree(kiosk.folder / "metadata")

    assert refused(kiosk.update(old)) is Reason.OLDER


def test_a_repository_that_does_not_say_when_it_was_signed_is_read(kiosk, publisher):
    publisher.says_issued = False
    publisher.sign(NOW)

    assert isinstance(kiosk.update(publisher), Updated)
    assert read_floors(kiosk.folder).issued is None


def test_a_repository_without_digests_in_its_names_is_read(tmp_path, monkeypatch, kiosk, editions):
    plain = Publisher(tmp_path / "plain", NOW, consistent=False)
    plain.publish(FIRST, editions[FIRST], NOW)
    trust(kiosk.folder, plain.first_root)

    assert isinstance(kiosk.update(plain), Updated)


def test_a_kiosk_that_was_told_nobody_trusts_nobody(kiosk, publisher):
    (kiosk.folder / "root.json").unlink()
    assert refused(kiosk.update(publisher)) is Reason.NOT_TRUSTED

    (kiosk.folder / "root.json").write_bytes(b"{}")
    assert refused(kiosk.update(publisher)) is Reason.NOT_TRUSTED
