"""A hub to try on one machine, in build/hub: made once, then served until stopped, with one kiosk that is enrolled.

Everything in that folder is a demonstration: its keys lie open, and its operator's passphrase is in a file beside them.
"""

import os
import secrets
import shutil
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from kiosk import paths
from kiosk.hub.pages import operators
from kiosk.hub.pages.passphrases import stretched
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.starting import init
from kiosk.hub.service.desk import answer_to
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.service.serving import at_work, store_of
from kiosk.hub.settings import SETTINGS, Hub, load_hub
from kiosk.hub.store import kiosks
from kiosk.hub.store.statements import Store
from kiosk.private_files import make_once
from kiosk.referral.keys import own_key
from kiosk.sync.exchange.answering import by_key
from kiosk.sync.exchange.enrolling import enrol_from_file
from kiosk.sync.exchange.fingerprint import fingerprint

OPERATOR = "operator"
PASSPHRASE_FILE = "operator-passphrase"
ADDRESS = "127.0.0.1:8780"


def prepare(folder: Path, address: str = ADDRESS) -> Hub:
    """Make the hub, its operator, its first edition and its kiosk in `folder`, where they are not there yet."""
    made = folder.with_name(f".{folder.name}.new")
    if not (folder / "hub.toml").exists():
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(mode=0o700, parents=True)
        _make(made, folder, address)
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)  # only now: what was half made is made again
    return load_hub(folder / "hub.toml")


def _make(made: Path, folder: Path, address: str) -> None:
    (made / "hub.toml").write_text(f'listen = "{address}"\n')
    hub = load_hub(made / "hub.toml")
    passphrase = "-".join(secrets.token_hex(2) for _ in range(4))
    make_once(made / PASSPHRASE_FILE, f"{passphrase}\n".encode())
    with store_of(hub) as store:
        operators.add(store, stretched, OPERATOR, passphrase, by="", at=int(time.time()))
        signing = Keys.within(hub.keys_folder)
        init(hub.repository_folder, signing, datetime.now(UTC))
        publish(
            hub.repository_folder, signing, NewEdition(paths.catalogue_file(), hub.settings.region), datetime.now(UTC)
        )
        _enrol(hub, store, made / "kiosk")
    (made / "kiosk" / "guichet.toml").write_text(
        f'[sync]\nhub = "http://{address}"\nupdates = "{folder.absolute() / "repository"}"\n'
    )


def _enrol(hub: Hub, store: Store, folder: Path) -> None:
    """Enrol a kiosk as it is done where there is no network: each side compares the other's fingerprint."""
    public = own_key(folder).public
    known = kiosks.enrol_by_hand(store, public, "Demonstration", int(time.time()))
    signing = hub_keys(hub.keys_folder).signing
    told = by_key(answer_to(at_work(hub, store), known), public, signing.private)
    enrol_from_file(folder, told, fingerprint(signing.public))


def main() -> None:
    """Prepare the hub, say what there is to see, and become `guichet hub serve`."""
    hub = prepare(Path("build/hub"))
    kiosk = hub.folder / "kiosk"
    passphrase = (hub.folder / PASSPHRASE_FILE).read_text().strip()
    as_kiosk = f"GUICHET_STATE={kiosk} .venv/bin/guichet --config {kiosk / 'guichet.toml'}"
    print(
        f"The operator’s page: http://{hub.settings.listen}/  {OPERATOR}  {passphrase}\n"
        f"Be its kiosk, in another terminal:\n  {as_kiosk} --window\n  {as_kiosk} sync\n",
        flush=True,
    )
    os.environ[SETTINGS] = str(hub.folder / "hub.toml")
    os.execv(sys.executable, [sys.executable, "-m", "kiosk", "hub", "serve"])


if __name__ == "__main__":
    main()
