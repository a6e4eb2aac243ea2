"""The kiosks whose signatures can be checked on this machine, and the codes that were issued on it."""

from contextlib import closing
from pathlib import Path

from kiosk.config import Config
from kiosk.referral import keys, registry
from kiosk.referral.code import ReferralCode
from kiosk.referral.issuing import STATE_FILE
from kiosk.referral.next_key import previous_key
from kiosk.state import open_state

KEY_LIST = "kiosks.cbor"
"""The kiosks known here beside this one, in the state folder; none when there is no such file."""

HUB_KEY_LIST = "hub-kiosks.cbor"
"""Those that the hub knows, beside it."""


def known_kiosks(folder: Path, config: Config, language: str = "en") -> keys.KeyRing:
    """The kiosks known here; a kiosk that never signed anything has no key of its own, and reading makes none.

    Raises `keys.KeyListError` or `keys.KeyFileError`.
    """
    own = own_kiosk(folder, config, language).known
    listed = [kiosk for name in (KEY_LIST, HUB_KEY_LIST) for kiosk in keys.read_key_list(folder / name)]
    return keys.KeyRing((*own, *listed))


def own_kiosk(folder: Path, config: Config, language: str = "en") -> keys.KeyRing:
    """This kiosk alone, with the key it had before, where it has signed anything yet. Raises `keys.KeyFileError`."""
    if not (folder / keys.KEY_FILE).exists():
        return keys.KeyRing()
    own_name = config.site.name.in_language(language)
    own = keys.own_key(folder, config.referral.kiosk_number)
    before = previous_key(folder)
    earlier = () if before is None else (keys.KnownKiosk(own.key_id, before.public_key().public_bytes_raw(), own_name),)
    return keys.key_ring(own, earlier, own_name)


def token_issued(folder: Path, code: ReferralCode) -> str | None:
    """The token that was issued here under `code`; None when there is none. Raises a `kiosk.state.StateError`."""
    file = folder / STATE_FILE
    if not file.exists():
        return None
    with closing(open_state(file, registry.MIGRATIONS)) as state:
        entry = registry.find(state, code)
    return entry.token if entry else None
