"""Every row of the table of attacks and accidents: what a kiosk takes, what it refuses, and what it has afterwards."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, repeat
from shutil import rmtree

import pytest

from kiosk import paths
from kiosk.catalogue.editions import EDITIONS, catalogue_in_use
from kiosk.catalogue.model import PhoneId
from kiosk.sync.updates.floors import read_floors
from kiosk.sync.updates.outcomes import Refused, Unreachable, Updated, UpToDate
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.sources import FolderSource, Way
from kiosk.sync.updates.trusting import trust
from kiosk.sync.updates.updating import source_of, update
from tests.disks import full_disk
from tests.sync.updates.conftest import FIRST, SECOND, THIRD, in_region
from tests.sync.updates.reference import DAY, NOW, SHIPPED, YEAR, Publisher, make_edition


def refused(outcome):
    """The reason of a refusal; anything else fails the test."""
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


def test_a_kiosk_reads_a_repository_signed_with_the_reference_tools(kiosk, publisher, editions):
    outcome = kiosk.update(publisher)

    assert isinstance(outcome, Updated)
    assert (outcome.edition.version, outcome.by_delta, outcome.clock_is_wrong) == (FIRST, False, False)
    assert outcome.edition.path.read_bytes() == editions[FIRST]
    assert kiosk.catalogue.version == FIRST
    assert outcome.fetched < len(editions[FIRST]) / 2


def test_nothing_new_is_up_to_date_and_leaves_no_piece_behind(kiosk, publisher):
    kiosk.update(publisher)

    assert kiosk.update(publisher) == UpToDate(FIRST)
    assert not list((kiosk.folder / "partial").iterdir())


def test_the_next_edition_comes_as_what_has_changed_and_the_one_before_is_kept(kiosk, publisher, editions):
    kiosk.update(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW, since=[FIRST])

    outcome = kiosk.update(publisher)

    assert isinstance(outcome, Updated)
    assert outcome.by_delta
    assert outcome.fetched < 65536
    assert outcome.edition.path.read_bytes() == editions[SECOND]
    assert {path.name.partition("-")[0] for path in (kiosk.folder / EDITIONS).iterdir()} == {str(FIRST), str(SECOND)}
    publisher.publish(THIRD, editions[THIRD], NOW, since=[FIRST, SECOND])
    kiosk.update(publisher)
    assert {path.name.partition("-")[0] for path in (kiosk.folder / EDITIONS).iterdir()} == {str(SECOND), str(THIRD)}


def test_the_edition_that_guichet_came_with_is_where_a_first_delta_starts(kiosk, publisher, editions):
    publisher.editions[SHIPPED] = paths.catalogue_file().read_bytes()
    publisher.publish(SECOND, editions[SECOND], NOW, since=[SHIPPED])

    outcome = kiosk.update(publisher)

    assert isinstance(outcome, Updated)
    assert outcome.by_delta


def test_an_edition_that_is_not_newer_than_the_shipped_one_is_not_fetched(kiosk, publisher):
    publisher.publish(SHIPPED, paths.catalogue_file().read_bytes(), NOW)

    assert kiosk.update(publisher) == UpToDate(SHIPPED)
    assert kiosk.version == 0


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


@pytest.mark.parametrize("fault", ["flipped", "gone", "short", "of another edition", "signed rubbish", "signed, wrong"])
def test_a_bad_delta_makes_the_kiosk_fetch_the_whole_edition(kiosk, publisher, editions, fault):
    kiosk.update(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW, since=[FIRST])
    path = f"catalogue/ns/delta-{FIRST}-{SECOND}.zst"
    file = publisher.place(path)
    content = bytearray(file.read_bytes())
    match fault:
        case "flipped":
            content[-9] ^= 1
            file.write_bytes(content)
        case "gone":
            file.unlink()
        case "short":
            file.write_bytes(content[:-1])
        case "of another edition":
            file.write_bytes(publisher.whole(SECOND).read_bytes())
        case "signed rubbish":
            publisher.add(path, b"rubbish")
            publisher.sign(NOW)
        case _:
            publisher.add(path, publisher.whole(SECOND).read_bytes()[:-4] + b"\0\0\0\0")
            publisher.sign(NOW)

    outcome = kiosk.update(publisher)

    assert isinstance(outcome, Updated)
    assert not outcome.by_delta
    assert outcome.edition.path.read_bytes() == editions[SECOND]


def test_a_signed_file_that_unpacks_to_more_than_was_signed_is_refused(kiosk, publisher, editions):
    publisher.publish(SECOND, editions[SECOND], NOW, said={"length": 4096})

    assert refused(kiosk.update(publisher)) is Reason.TOO_LONG
    assert kiosk.version == 0


def test_a_signed_edition_that_this_program_cannot_open_is_refused_before_the_swap(kiosk, publisher, editions):
    kiosk.update(publisher)
    publisher.publish(SECOND, editions[FIRST][:-4096], NOW)
    assert refused(kiosk.update(publisher)) is Reason.UNREADABLE

    publisher.publish(THIRD, editions[SECOND], NOW)
    assert refused(kiosk.update(publisher)) is Reason.UNREADABLE
    assert kiosk.version == FIRST


@pytest.mark.parametrize("said", [{"schema": 99}, {"min_app": "99.0"}, {"version": "next"}])
def test_an_edition_for_another_program_is_refused_and_says_so(kiosk, publisher, editions, said):
    publisher.publish(SECOND, editions[SECOND], NOW, said=said)

    assert refused(kiosk.update(publisher)) is Reason.OTHER_PROGRAM


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


def test_a_region_that_is_not_published_is_named(kiosk, publisher):
    kiosk.config = in_region(kiosk.config, "nb")

    assert refused(kiosk.update(publisher)) is Reason.NO_REGION


def test_a_folder_without_updates_and_one_that_is_not_there_are_told_apart(kiosk, tmp_path):
    (tmp_path / "empty").mkdir()

    assert refused(kiosk.update(tmp_path / "empty")) is Reason.NO_REPOSITORY
    outcome = kiosk.update(tmp_path / "missing")
    assert isinstance(outcome, Unreachable)
    assert outcome.reason is Reason.UNREACHABLE


@pytest.mark.parametrize("room", [0, 3000, 100_000, 1_000_000])
def test_a_full_disk_costs_nothing_and_the_next_attempt_succeeds(kiosk, publisher, editions, room):
    kiosk.update(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW)
    source = source_of(str(publisher.folder))

    with full_disk(room):
        outcome = update(source, kiosk.folder, kiosk.config, NOW)

    assert refused(outcome) is Reason.DISK_FULL
    assert not list((kiosk.folder / "partial").iterdir())
    assert kiosk.catalogue.version == FIRST
    assert isinstance(kiosk.update(publisher), Updated)


def test_of_two_programs_at_once_the_second_says_so(kiosk, publisher):
    seen = []

    def again(_progress):
        if not seen:
            seen.append(update(source_of(str(publisher.folder)), kiosk.folder, kiosk.config, NOW))

    outcome = update(source_of(str(publisher.folder)), kiosk.folder, kiosk.config, NOW, again)

    assert isinstance(outcome, Updated)
    assert [one.reason for one in seen] == [Reason.BUSY]


def test_the_edition_before_is_used_again_and_the_current_one_fetched_anew(kiosk, publisher, editions):
    kiosk.update(publisher)
    publisher.publish(SECOND, editions[SECOND], NOW)
    outcome = kiosk.update(publisher)
    assert isinstance(outcome, Updated)
    outcome.edition.path.chmod(0o600)
    outcome.edition.path.write_bytes(b"")
    assert kiosk.catalogue.version == FIRST

    assert isinstance(kiosk.update(publisher), Updated)
    assert kiosk.catalogue.version == SECOND


def test_a_number_in_the_new_edition_is_shown(kiosk, publisher):
    kiosk.update(publisher)

    assert kiosk.catalogue.phones[PhoneId("311")].number == f"902-555-01{FIRST:02}"


def test_the_catalogue_that_the_configuration_names_is_opened_and_updates_go_on_beside_it(kiosk, publisher):
    named = str(paths.catalogue_file())
    kiosk.config = replace(kiosk.config, catalogue=replace(kiosk.config.catalogue, path=named))

    assert isinstance(kiosk.update(publisher), Updated)
    assert str(catalogue_in_use(kiosk.config.catalogue)) == named
