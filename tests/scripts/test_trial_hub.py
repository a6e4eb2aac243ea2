"""A hub to try: made once, with a kiosk that it knows."""

from contextlib import closing

import pytest

from kiosk.hub.store import reading
from kiosk.hub.store.opening import open_store
from kiosk.sync.exchange.exchanging import kiosk_key
from kiosk.sync.exchange.known_hub import known_hub
from scripts.trial_hub import PASSPHRASE_FILE, prepare


@pytest.mark.slow
def test_the_hub_has_an_edition_and_knows_its_kiosk_and_stays_as_it_is(tmp_path):
    hub = prepare(tmp_path / "hub")
    passphrase = (hub.folder / PASSPHRASE_FILE).read_bytes()

    again = prepare(tmp_path / "hub")

    folder = hub.folder / "kiosk"
    with closing(open_store(again)) as store:
        (standing,) = reading.kiosks(store)
    assert kiosk_key(folder, known_hub(folder)).key_id == standing.kid
    assert (hub.folder / PASSPHRASE_FILE).read_bytes() == passphrase
    assert (hub.repository_folder / "metadata" / "timestamp.json").exists()


def test_what_was_half_made_is_made_again(tmp_path):
    (tmp_path / ".hub.new" / "keys").mkdir(parents=True)
    (tmp_path / "hub").mkdir()

    assert prepare(tmp_path / "hub").database_file.exists()
