"""The hub that this machine is enrolled at, kept in a small file beside state.db."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.private_files import make_anew
from kiosk.referral import cose
from kiosk.referral.keys import KeyId
from kiosk.sync.exchange.errors import NotEnrolledError, UnreadableError
from kiosk.sync.exchange.fields import canonical_map, exactly

HUB_FILE = Path("sync") / "hub.cbor"
LONGEST_REGION = 40

_LARGEST = 4096
_SEALING_BYTES = 32


@dataclass(frozen=True, slots=True)
class KnownHub:
    """What enrolment gives: the id the hub calls this kiosk by, the key it signs with (Ed25519, 32 bytes), its region,
    and the key that sticks are sealed to (X25519, 32 bytes); empty where it takes none.
    """

    key_id: KeyId
    public: bytes
    region: str
    sealing: bytes = b""


def written(hub: KnownHub) -> bytes:
    """The file."""
    return cose.canonical(fields_of(hub))


def fields_of(hub: KnownHub) -> dict[object, object]:
    """What is told of a hub, in the file and in its answer to an enrolment (docs/sync.md)."""
    told: dict[object, object] = {1: hub.key_id, 2: hub.public, 3: hub.region}
    if hub.sealing:
        told[5] = hub.sealing
    return told


def read(untrusted: bytes) -> KnownHub:
    """What such a file says; what a later version adds is passed over. Raises `UnreadableError`."""
    return of_fields(canonical_map(untrusted[:_LARGEST]))


def of_fields(fields: dict[object, object]) -> KnownHub:
    """The hub of whom this is told. Raises `UnreadableError`."""
    region, sealing = fields.get(3), fields.get(5, b"")
    if not isinstance(region, str) or not 0 < len(region) <= LONGEST_REGION:
        raise UnreadableError("no region")
    return KnownHub(
        key_id=KeyId(exactly(fields.get(1), cose.KEY_ID_BYTES)),
        public=exactly(fields.get(2), cose.PUBLIC_KEY_BYTES),
        region=region,
        sealing=exactly(sealing, _SEALING_BYTES) if sealing != b"" else b"",
    )


def known_hub(folder: Path) -> KnownHub:
    """The hub that the machine with this state folder is enrolled at. Raises `NotEnrolledError`."""
    path = folder / HUB_FILE
    try:
        return read(path.read_bytes())
    except FileNotFoundError as error:
        raise NotEnrolledError("this kiosk is not enrolled at a hub yet: guichet sync enrol CODE") from error
    except (OSError, UnreadableError) as error:
        raise NotEnrolledError(f"{path} cannot be used, enrol this kiosk again: {error}") from error


def keep_hub(folder: Path, hub: KnownHub) -> None:
    """Remember a hub, in place of an earlier one; on the disk when this returns. Raises a `StateError`."""
    make_anew(folder / HUB_FILE, written(hub))
