"""What somebody in between can serve, and which clock is believed: old, frozen, mixed, endless or altered files."""

from datetime import UTC, datetime
from itertools import chain, repeat
from shutil import rmtree

import pytest

from kiosk.sync.updates.outcomes import Refused, Updated
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.sources import FolderSource, Way
from tests.sync.updates.conftest import FIRST, SECOND, refused
from tests.sync.updates.reference import DAY, NOW, YEAR, Publisher


def test_rollback_an_old_repository_is_refused(kiosk, publisher, editions, copied):
    old = copied(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW)
    kiosk.update(publisher)

    assert refused(kiosk.update(old)) is Reason.OLDER
    assert kiosk.version == SECOND


def test_rollback_is_refused_though_a_power_cut_lost_all_that_the_client_kept(kiosk, publisher, editions, copied):
    old = copied(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW)
    kiosk.update(publisher)
    rmtree(kiosk.folder / "metadata")

    assert refused(kiosk.update(old)) is Reason.OLDER
    assert kiosk.version == SECOND


def test_rollback_is_refused_though_the_marks_are_lost_as_well(kiosk, publisher, editions, copied):
    old = copied(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW)
    kiosk.update(publisher)
    rmtree(kiosk.folder / "metadata")
    (kiosk.folder / "floors.json").write_bytes(b"")

    assert refused(kiosk.update(old)) is Reason.OLDER
    assert kiosk.version == SECOND


def test_an_older_edition_signed_anew_is_refused(kiosk, publisher, editions):
    publisher.publish(SECOND, editions[SECOND], NOW)
    kiosk.update(publisher)
    publisher.publish(FIRST, editions[FIRST], NOW + DAY)

    assert refused(kiosk.update(publisher, NOW + DAY)) is Reason.OLDER


def test_freeze_a_repository_that_nobody_signed_for_120_days_is_refused_online(kiosk, publisher):
    kiosk.update(publisher)

    assert refused(kiosk.update(publisher, NOW + 120 * DAY)) is Reason.EXPIRED
    assert kiosk.version == FIRST


def test_what_has_run_out_never_stops_a_kiosk_and_the_next_signature_mends_it(kiosk, publisher, editions):
    kiosk.update(publisher)
    kiosk.update(publisher, NOW + 2 * YEAR)
    assert kiosk.catalogue.version == FIRST

    publisher.sign_root(NOW + 2 * YEAR)
    publisher.publish(SECOND, editions[SECOND], NOW + 2 * YEAR)

    assert isinstance(kiosk.update(publisher, NOW + 2 * YEAR), Updated)


@pytest.mark.parametrize("clock", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2045, 6, 1, tzinfo=UTC)])
def test_a_dead_clock_neither_stops_updates_nor_passes_unseen(kiosk, publisher, editions, clock):
    outcome = kiosk.update(publisher, clock)
    assert isinstance(outcome, Updated)
    assert outcome.clock_is_wrong

    publisher.publish(SECOND, editions[SECOND], NOW + 30 * DAY)

    outcome = kiosk.update(publisher, clock)
    assert isinstance(outcome, Updated)
    assert outcome.clock_is_wrong


def test_a_right_clock_is_believed(kiosk, publisher):
    outcome = kiosk.update(publisher, NOW + 10 * DAY)

    assert isinstance(outcome, Updated)
    assert not outcome.clock_is_wrong


def test_a_clock_that_fell_back_cannot_make_an_old_repository_good_again(kiosk, publisher, editions, copied):
    old = copied(publisher)
    kiosk.update(old)
    publisher.publish(SECOND, editions[SECOND], NOW + YEAR)
    kiosk.update(publisher, NOW + YEAR)

    assert isinstance(kiosk.update(old, datetime(1970, 1, 1, tzinfo=UTC)), Refused)


def test_mix_and_match_files_of_two_days_are_refused(kiosk, publisher, editions, copied):
    old = copied(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW)
    version = publisher.versions["catalogue"]
    catalogue = publisher.folder / f"metadata/{version}.catalogue.json"
    catalogue.write_bytes((old / f"metadata/{version - 1}.catalogue.json").read_bytes())

    assert refused(kiosk.update(publisher)) is Reason.MIXED
    assert kiosk.version == 0


def test_mix_and_match_a_snapshot_of_another_day_is_refused(kiosk, publisher, copied):
    old = copied(publisher)
    publisher.sign(NOW)
    version = publisher.versions["snapshot"]
    snapshot = publisher.folder / f"metadata/{version}.snapshot.json"
    snapshot.write_bytes((old / f"metadata/{version - 1}.snapshot.json").read_bytes())

    assert refused(kiosk.update(publisher)) is Reason.MIXED


def test_a_timestamp_that_somebody_else_signed_is_refused(kiosk, publisher, tmp_path, editions):
    other = Publisher(tmp_path / "other", NOW)
    other.publish(SECOND, editions[SECOND], NOW)
    (publisher.folder / "metadata/timestamp.json").write_bytes((other.folder / "metadata/timestamp.json").read_bytes())

    assert refused(kiosk.update(publisher)) is Reason.UNSIGNED


class Endless(FolderSource):
    """Goes on for ever after the file of one name."""

    way = Way.NETWORK

    def __init__(self, folder, name):
        super().__init__(folder)
        self.name, self.given = name, 0

    def read(self, path, start=0):
        more = repeat(b"\0" * 65536) if self.name in path else ()
        for chunk in chain(super().read(path, start), more):
            self.given += len(chunk)
            yield chunk


@pytest.mark.parametrize(("name", "most"), [("timestamp", 200_000), ("snapshot", 200_000), (".db.zst", 2_000_000)])
def test_endless_data_stops_at_the_length_that_was_signed(kiosk, publisher, name, most):
    source = Endless(publisher.folder, name)

    assert refused(kiosk.update(source)) is Reason.TOO_LONG
    assert source.given < most


def test_one_bit_flipped_in_an_edition_is_refused_and_a_good_copy_taken_afterwards(kiosk, publisher):
    whole = publisher.whole(FIRST)
    good = whole.read_bytes()
    bad = bytearray(good)
    bad[len(bad) // 2] ^= 4
    whole.write_bytes(bad)

    assert refused(kiosk.update(publisher)) is Reason.ALTERED
    whole.write_bytes(good)
    assert isinstance(kiosk.update(publisher), Updated)


def test_a_signed_file_that_unpacks_to_more_than_was_signed_is_refused(kiosk, publisher, editions):
    publisher.publish(SECOND, editions[SECOND], NOW, said={"length": 4096})

    assert refused(kiosk.update(publisher)) is Reason.TOO_LONG
    assert kiosk.version == 0
