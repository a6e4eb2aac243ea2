"""A new repository: its keys, its first root, and roles that list nothing yet."""

from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import DelegatedRole, Delegations, Key, Metadata, MetaFile, Root, Snapshot, Targets
from tuf.api.metadata import Role as Delegation

from kiosk.hub.publishing.errors import KeysError, NotWrittenError, RepositoryBrokenError
from kiosk.hub.publishing.keys import Keys, has_any, make_keys
from kiosk.hub.publishing.repository import is_there, metadata_path, written_moment
from kiosk.hub.publishing.roles import DELEGATED, LIFETIME, SIGNING, X_ISSUED, Holder, Role, holder
from kiosk.hub.publishing.signing import sign, stamped
from kiosk.hub.publishing.writing import Laid, alone, lay_down, open_to_all, sha256

Signers = dict[Holder, tuple[CryptoSigner, ...]]


def init(folder: Path, keys: Keys, at: datetime) -> bytes:
    """Make keys and a repository that holds no edition yet; gives the first root, which kiosks are to trust.

    Raises:
        KeysError: there are keys already, or none could be written.
        RepositoryBrokenError: there is something of a repository already.
        NotWrittenError: the disk did not take it.
    """
    if is_there(folder):
        raise RepositoryBrokenError(f"{folder} holds a repository already, or part of one: choose an empty folder")
    if has_any(keys):
        raise KeysError(f"there are keys in {keys.folders[0]} already: choose an empty folder")
    try:
        if not folder.exists():
            folder.mkdir(parents=True)
            open_to_all(folder, 0o755)
    except OSError as error:
        raise NotWrittenError(f"the folder {folder} cannot be made: {error.strerror}") from error
    with alone(folder):
        made = {one: make_keys(keys, one, SIGNING[one].keys) for one in Holder}
        signed = {one: signers[: SIGNING[one].threshold] for one, signers in made.items()}
        root = sign(_root(made, at), signed[Holder.ROOT])
        lay_down(folder, [*_lists(made, signed, at), Laid(metadata_path(Role.ROOT, 1), root)])
    return root


def _root(made: Signers, at: datetime) -> Metadata[Root]:
    top = (Role.ROOT, Role.TARGETS, Role.SNAPSHOT, Role.TIMESTAMP)
    return Metadata(
        Root(
            version=1,
            expires=at + LIFETIME[Role.ROOT],
            keys={key.public_key.keyid: key.public_key for role in top for key in made[holder(role)]},
            roles={str(role): _delegation(made, role) for role in top},
            consistent_snapshot=True,
        )
    )


def _delegation(made: Signers, role: Role) -> Delegation:
    whose = holder(role)
    return Delegation([key.public_key.keyid for key in made[whose]], SIGNING[whose].threshold)


def _lists(made: Signers, signed: Signers, at: datetime) -> list[Laid]:
    """The lists of targets, the snapshot and the timestamp, all of the first version."""
    delegated = {
        str(role): DelegatedRole(
            role, [key.public_key.keyid for key in made[holder(role)]], SIGNING[holder(role)].threshold,
            terminating=True, paths=list(paths),
        )
        for role, paths in DELEGATED.items()
    }  # fmt: skip
    public: dict[str, Key] = {key.public_key.keyid: key.public_key for role in DELEGATED for key in made[holder(role)]}
    lists = {Role.TARGETS: Targets(1, expires=at + LIFETIME[Role.TARGETS], delegations=Delegations(public, delegated))}
    lists |= {role: Targets(1, expires=at + LIFETIME[role]) for role in DELEGATED}
    lists[Role.CATALOGUE].unrecognized_fields[X_ISSUED] = written_moment(at)
    laid = [
        Laid(metadata_path(role, 1), sign(Metadata(targets), signed[holder(role)])) for role, targets in lists.items()
    ]
    metas = {
        f"{role}.json": MetaFile(1, len(file.content), {"sha256": sha256(file.content)})
        for role, file in zip(lists, laid, strict=True)
    }
    snapshot = sign(Metadata(Snapshot(1, expires=at + LIFETIME[Role.SNAPSHOT], meta=metas)), signed[Holder.ONLINE])
    named = MetaFile(1, len(snapshot), {"sha256": sha256(snapshot)})
    return [
        *laid,
        Laid(metadata_path(Role.SNAPSHOT, 1), snapshot),
        stamped(1, named, signed[Holder.ONLINE], at),
    ]
