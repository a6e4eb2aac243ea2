"""An edition taken up, whole or as what has changed, and what is left when that goes wrong."""

from dataclasses import replace

import pytest

from kiosk import paths
from kiosk.catalogue.editions import EDITIONS, catalogue_in_use
from kiosk.catalogue.model import PhoneId
from kiosk.sync.updates.outcomes import Unreachable, Updated, UpToDate
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.updating import source_of, update
from tests.disks import full_disk
from tests.sync.updates.conftest import FIRST, SECOND, THIRD, in_region, refused
from tests.sync.updates.reference import NOW, SHIPPED


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


def test_a_region_that_is_not_published_is_named(kiosk, publisher):
    kiosk.config = in_region(kiosk.config, "nb")

    assert refused(kiosk.update(publisher)) is Reason.NO_REGION


def test_a_folder_without_updates_and_one_that_is_not_there_are_told_apart(kiosk, tmp_path):
    (tmp_path / "empty").mkdir()

    assert refused(kiosk.update(tmp_path / "empty")) is Reason.NO_REPOSITORY
    outcome = kiosk.update(tmp_path / "missing")
    assert isinstance(outcome, Unreachable)
    assert outcome.reason is Reason.UNREACHABLE


def test_a_stick_about_which_every_call_fails_is_told_as_unreachable(kiosk, tmp_path):
    outcome = kiosk.update(tmp_path / ("n" * 300))

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
