"""Signing and registering a plan, on disks that are full, read-only, or hold a damaged key."""

from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, Catalogue
from kiosk.catalogue.reading import load
from kiosk.paths import FolderError, catalogue_file
from kiosk.planning import Here, Preferences, make_plan
from kiosk.planning.plan import Plan
from kiosk.referral import registry
from kiosk.referral.code import make
from kiosk.referral.composing import Choices
from kiosk.referral.issuing import STATE_FILE, Handover, Issuer
from kiosk.referral.keys import KEY_FILE
from kiosk.state import open_state
from tests.disks import full_disk

NOW = datetime(2026, 11, 9, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
TODAY = NOW.date()
ID = bytes.fromhex("00112233aabbccdd")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(catalogue_file())


@pytest.fixture(scope="module")
def plan(catalogue: Catalogue) -> Plan:
    return plan_for(catalogue, "losing-a-job")


def plan_for(catalogue: Catalogue, bundle: str) -> Plan:
    return make_plan(
        catalogue,
        (BundleId(bundle),),
        {FactId("event_date"): date(2026, 11, 5)},
        skipped=frozenset(),
        now=NOW,
        here=Here(44.66, -63.59),
        preferences=Preferences(),
    )


def rows_in(folder: Path) -> int:
    with closing(open_state(folder / STATE_FILE, registry.MIGRATIONS)) as state:
        count: int = state.execute("SELECT count(*) FROM referral_issued").fetchone()[0]
    return count


def test_looking_at_a_slip_registers_nothing(tmp_path, catalogue, plan):
    Issuer(lambda: tmp_path).sign(catalogue, plan, Choices(), TODAY, ID)

    assert not (tmp_path / STATE_FILE).exists()


def test_handing_over_registers_the_code_that_was_shown_once(tmp_path, catalogue, plan):
    issuer = Issuer(lambda: tmp_path)
    shown = issuer.sign(catalogue, plan, Choices(), TODAY, ID)

    first = issuer.register(shown, TODAY)
    again = issuer.register(shown, TODAY)

    assert first.registered
    assert again.registered
    assert first.code == again.code == shown.code
    assert rows_in(tmp_path) == 1


def test_a_code_that_is_taken_gives_way_to_another(tmp_path, catalogue, plan):
    issuer = Issuer(lambda: tmp_path)
    issuer.register(issuer.sign(catalogue, plan, Choices(), TODAY, ID), TODAY)
    other = issuer.sign(catalogue, plan, Choices(("fr",)), TODAY, ID)

    handed = issuer.register(other, TODAY)

    assert handed.registered
    assert handed.code != other.code
    assert rows_in(tmp_path) == 2


def test_a_sensitive_plan_leaves_no_record(tmp_path, catalogue):
    issuer = Issuer(lambda: tmp_path)
    signed = issuer.sign(catalogue, plan_for(catalogue, "fleeing-violence"), Choices(), TODAY, ID)

    handed = issuer.register(signed, TODAY)

    assert handed.token
    assert handed.code == ""
    assert not (tmp_path / STATE_FILE).exists()


def test_the_key_and_the_number_of_the_kiosk_sign(tmp_path, catalogue, plan):
    numbered = Issuer(lambda: tmp_path, kiosk_number=7).sign(catalogue, plan, Choices(), TODAY, ID)
    unnumbered = Issuer(lambda: tmp_path).sign(catalogue, plan, Choices(), TODAY, ID)

    assert numbered.token != unnumbered.token
    assert numbered.referral == unnumbered.referral


def test_a_damaged_key_leaves_the_slip_without_a_code(tmp_path, catalogue, plan):
    (tmp_path / KEY_FILE).write_text("not a key")

    signed = Issuer(lambda: tmp_path).sign(catalogue, plan, Choices(), TODAY, ID)

    assert signed == Handover(trouble="key_damaged")
    assert Issuer(lambda: tmp_path).register(signed, TODAY) == signed


def test_a_state_folder_that_cannot_be_made_leaves_the_slip_without_a_code(catalogue, plan):
    def no_folder() -> Path:
        raise FolderError("the folder /x cannot be made: Read-only file system")

    signed = Issuer(no_folder).sign(catalogue, plan, Choices(), TODAY, ID)

    assert signed == Handover(trouble="folder")


def test_a_full_disk_leaves_the_signed_token_and_no_short_code(tmp_path, catalogue, plan):
    issuer = Issuer(lambda: tmp_path)
    signed = issuer.sign(catalogue, plan, Choices(), TODAY, ID)

    with full_disk():
        handed = issuer.register(signed, TODAY)

    assert handed.token == signed.token
    assert (handed.registered, handed.code) == (False, "")
    assert handed.trouble in ("disk_full", "state_unusable")


def test_room_made_on_the_disk_gives_the_code_after_all(tmp_path, catalogue, plan):
    issuer = Issuer(lambda: tmp_path)
    signed = issuer.sign(catalogue, plan, Choices(), TODAY, ID)
    with full_disk():
        without = issuer.register(signed, TODAY)

    handed = issuer.register(without, TODAY)

    assert (handed.registered, handed.code) == (True, signed.code)


def test_a_full_disk_at_the_first_start_leaves_the_steps(tmp_path, catalogue, plan):
    with full_disk():
        signed = Issuer(lambda: tmp_path).sign(catalogue, plan, Choices(), TODAY, ID)

    assert (signed.referral, signed.token, signed.code) == (None, "", "")
    assert signed.trouble in ("disk_full", "state_unusable")


def test_a_slip_handed_over_is_made_again_with_its_own_code(tmp_path, catalogue, plan):
    issuer = Issuer(lambda: tmp_path)
    first = issuer.register(issuer.sign(catalogue, plan, Choices(), TODAY, ID), TODAY)

    again = Issuer(lambda: tmp_path).again(first.token, Choices(languages=("fr",)), TODAY + timedelta(days=5))

    assert again is not None
    assert (again.token, again.code, again.referral) == (first.token, first.code, first.referral)
    assert issuer.register(again, TODAY) is again
    assert rows_in(tmp_path) == 1


def test_a_slip_of_another_kiosk_keeps_its_code(tmp_path, catalogue, plan):
    elsewhere = Issuer(lambda: tmp_path / "elsewhere", kiosk_number=7)
    (tmp_path / "elsewhere").mkdir()
    token = elsewhere.sign(catalogue, plan, Choices(), TODAY, ID).token

    again = Issuer(lambda: tmp_path, kiosk_number=8).again(token, Choices(), TODAY)

    assert again is not None
    assert (again.token, again.code) == (token, str(make(ID)))


def test_a_code_that_this_kiosk_never_wrote_down_is_not_said_again(tmp_path, catalogue, plan):
    issuer = Issuer(lambda: tmp_path)
    shown_only = issuer.sign(catalogue, plan, Choices(), TODAY, ID)

    again = issuer.again(shown_only.token, Choices(), TODAY)

    assert again is not None
    assert (again.token, again.code) == (shown_only.token, "")


@pytest.mark.parametrize(
    ("choices", "days", "spoilt"),
    [(Choices(), 91, False), (Choices(plain_cover=True), 0, False), (Choices(), 0, True)],
    ids=["run out", "topic to be hidden", "unreadable"],
)
def test_a_new_slip_is_signed_where_the_old_one_will_not_do(tmp_path, catalogue, plan, choices, days, spoilt):
    issuer = Issuer(lambda: tmp_path)
    token = issuer.sign(catalogue, plan, Choices(), TODAY, ID).token

    assert issuer.again(token[:-9] if spoilt else token, choices, TODAY + timedelta(days=days)) is None
