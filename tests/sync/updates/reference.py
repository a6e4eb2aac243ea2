"""A repository of updates signed with the reference tools alone, and a web server that lies as it is told.

Nothing here is the hub's: what a kiosk reads must be what the standard says, whoever wrote it.
"""

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import zstandard
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from kiosk import paths
from kiosk.catalogue.editions import version_of
from kiosk.catalogue.schema import SCHEMA_VERSION
from kiosk.sync.updates.clock import built

SHIPPED = version_of(paths.catalogue_file())
NOW = max(datetime(2026, 11, 30, 12, tzinfo=UTC), built(paths.catalogue_file()) + timedelta(days=1))
DAY = timedelta(days=1)
YEAR = timedelta(days=365)


def make_edition(target: Path, version: int) -> bytes:
    """A catalogue of this version, with a change that only it has."""
    beside = target.with_suffix(".tmp")
    copyfile(paths.catalogue_file(), beside)
    with closing(sqlite3.connect(beside)) as catalogue:
        catalogue.execute("UPDATE edition SET version = ?", (version,))
        catalogue.execute("UPDATE phone_number SET number = ? WHERE id = '311'", (f"902-555-01{version % 100:02}",))
        catalogue.commit()
        catalogue.execute("VACUUM INTO ?", (str(target),))
    beside.unlink()
    return target.read_bytes()


class Publisher:
    """Signs as an operator does; every act is one that the standard has a name for."""

    def __init__(self, folder: Path, at: datetime, root_threshold: int = 2, consistent: bool = True) -> None:
        self.folder = folder
        self.editions: dict[int, bytes] = {}
        self.targets: dict[str, TargetFile] = {}
        self.says_issued = True
        self.kiosks: bytes | None = None
        """Which kiosks there are; with them there is a role of its own for them."""
        self.keys = {
            "root": [CryptoSigner.generate_ed25519() for _ in range(3)],
            "targets": [CryptoSigner.generate_ed25519()],
            "catalogue": [CryptoSigner.generate_ed25519()],
            "online": [CryptoSigner.generate_ed25519()],
            "devices": [CryptoSigner.generate_ed25519()],
        }
        self.root_threshold = root_threshold
        self.consistent = consistent
        self.versions = dict.fromkeys(("root", "targets", "catalogue", "snapshot", "timestamp"), 0)
        self.sign_root(at)
        self.sign(at)

    @property
    def first_root(self) -> bytes:
        """What a kiosk is given to trust."""
        return (self.folder / "metadata/1.root.json").read_bytes()

    def sign_root(self, at: datetime, signers=None) -> None:
        """The next root, signed by `signers` or by enough of the keys."""
        self.versions["root"] += 1
        named = {"root": "root", "targets": "targets", "snapshot": "online", "timestamp": "online"}
        root = Root(self.versions["root"], expires=at + 2 * YEAR, consistent_snapshot=self.consistent)
        for role, holder in named.items():
            for key in self.keys[holder]:
                root.add_key(key.public_key, role)
        root.roles["root"].threshold = self.root_threshold
        self.put("root", root, self.keys["root"] if signers is None else signers)

    def new_online_key(self, at: datetime) -> None:
        """What an operator does once the online key was stolen."""
        self.keys["online"] = [CryptoSigner.generate_ed25519()]
        self.sign_root(at)

    def publish(self, version: int, content: bytes, at: datetime, since=(), said=None) -> None:
        """An edition, with deltas from those of `since`; `said` stands in current.json in place of what is right."""
        packed = zstandard.ZstdCompressor(level=3).compress(content)
        here = "catalogue/ns/"
        self.targets = {path: file for path, file in self.targets.items() if path == f"{here}decided.json"}
        self.editions[version] = content
        deltas = {}
        for old in since:
            deltas[str(old)] = f"{here}delta-{old}-{version}.zst"
            self.add(deltas[str(old)], delta(self.editions[old], content))
        self.add(f"{here}catalogue-{version}.db.zst", packed)
        current = {
            "version": version,
            "schema": SCHEMA_VERSION,
            "length": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "full": f"{here}catalogue-{version}.db.zst",
            "deltas": deltas,
            "min_app": "0.1",
        }
        self.add(f"{here}current.json", json.dumps(current | (said or {})).encode())
        self.sign(at)

    def add(self, path: str, content: bytes) -> Path:
        """A file that the catalogue's role will sign."""
        self.targets[path] = TargetFile.from_data(path, content, ["sha256"])
        file = self.place(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def place(self, path: str) -> Path:
        """Where a file that is signed lies."""
        folder, _, name = path.rpartition("/")
        prefix = f"{self.targets[path].hashes['sha256']}." if self.consistent else ""
        return self.folder / "targets" / folder / f"{prefix}{name}"

    def whole(self, version: int) -> Path:
        """Where an edition lies, whole."""
        return self.place(f"catalogue/ns/catalogue-{version}.db.zst")

    def sign(self, at: datetime, *, issued: datetime | None = None, bump: int = 1) -> None:
        """Everything but the root, anew; with `bump` the timestamp and the snapshot skip numbers."""
        for role in ("targets", "catalogue"):
            self.versions[role] += 1
        for role in ("snapshot", "timestamp"):
            self.versions[role] += bump
        catalogue_key = self.keys["catalogue"][0].public_key
        role = DelegatedRole("catalogue", [catalogue_key.keyid], 1, terminating=True, paths=["catalogue/*/*"])
        top = Targets(self.versions["targets"], expires=at + 2 * YEAR)
        top.delegations = Delegations({catalogue_key.keyid: catalogue_key}, {"catalogue": role})
        catalogue = Targets(self.versions["catalogue"], expires=at + 395 * DAY, targets=dict(self.targets))
        if self.says_issued:
            catalogue.unrecognized_fields["x-issued"] = (issued or at).isoformat()
        meta = {
            "targets.json": _meta(self.versions["targets"], self.put("targets", top, self.keys["targets"])),
            "catalogue.json": _meta(
                self.versions["catalogue"], self.put("catalogue", catalogue, self.keys["catalogue"])
            ),
        }
        if self.kiosks is not None:
            meta["devices.json"] = self._sign_devices(top, at)
            meta["targets.json"] = _meta(self.versions["targets"], self.put("targets", top, self.keys["targets"]))
        snapshot = Snapshot(self.versions["snapshot"], expires=at + 90 * DAY, meta=meta)
        named = _meta(self.versions["snapshot"], self.put("snapshot", snapshot, self.keys["online"]))
        self.put("timestamp", Timestamp(self.versions["timestamp"], None, at + 90 * DAY, named), self.keys["online"])

    def _sign_devices(self, top: Targets, at: datetime) -> MetaFile:
        """The list of kiosks, under a key of its own and for 30 days."""
        key = self.keys["devices"][0].public_key
        role = DelegatedRole("devices", [key.keyid], 1, terminating=True, paths=["keys/kiosks.cbor"])
        top.delegations.keys[key.keyid] = key
        top.delegations.roles["devices"] = role
        self.targets["keys/kiosks.cbor"] = file = TargetFile.from_data("keys/kiosks.cbor", self.kiosks, ["sha256"])
        place = self.place("keys/kiosks.cbor")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(self.kiosks)
        del self.targets["keys/kiosks.cbor"]
        version = self.versions["targets"]
        devices = Targets(version, expires=at + 30 * DAY, targets={"keys/kiosks.cbor": file})
        return _meta(version, self.put("devices", devices, self.keys["devices"]))

    def put(self, role: str, signed, signers) -> bytes:
        """Sign and write one role."""
        metadata = Metadata(signed)
        for signer in signers:
            metadata.sign(signer, append=True)
        content = metadata.to_bytes(JSONSerializer(compact=True))
        name = "timestamp.json" if role == "timestamp" else f"{signed.version}.{role}.json"
        if role not in ("root", "timestamp") and not self.consistent:
            name = f"{role}.json"
        (self.folder / "metadata").mkdir(parents=True, exist_ok=True)
        (self.folder / "metadata" / name).write_bytes(content)
        return content


def delta(old: bytes, new: bytes) -> bytes:
    """What makes `new` out of `old`."""
    prefix = zstandard.ZstdCompressionDict(old, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    span = max((len(old) + len(new)).bit_length(), 17)
    parameters = zstandard.ZstdCompressionParameters.from_level(9, window_log=span, enable_ldm=True)
    return zstandard.ZstdCompressor(compression_params=parameters, dict_data=prefix).compress(new)


def _meta(version: int, content: bytes) -> MetaFile:
    return MetaFile(version, len(content), {"sha256": hashlib.sha256(content).hexdigest()})
