"""Keys that come and go: a person leaves, a key was seen, or a role is signed again because its time runs out.

The order of writing lets a kiosk read at every moment. What is signed by a key that the next root names is signed by
the old one too and lies there first; the root, by which kiosks learn of the new key, comes last.
"""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Targets

from kiosk.hub.publishing.errors import KeysError
from kiosk.hub.publishing.keys import Keys, make_keys, signers, threshold_of
from kiosk.hub.publishing.repository import Repository, metadata_path, read_repository
from kiosk.hub.publishing.roles import LIFETIME, Holder, Role
from kiosk.hub.publishing.signing import chained, check_clock, relisted, role_keys, role_signers, sign
from kiosk.hub.publishing.writing import Laid, alone, lay_down

_LOSABLE: Mapping[Holder, tuple[Role, ...]] = {
    Holder.TARGETS: (Role.TARGETS,),
    Holder.ONLINE: (Role.SNAPSHOT, Role.TIMESTAMP),
}
"""Keys that root names: while they change, the old ones sign too."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """Whose keys are to be replaced: all of them, those whose ids begin as `leaving` says, or with () none of them.

    `lost`: the online key or two of targets are gone, and nobody can sign with them.
    """

    holder: Holder
    leaving: Collection[str] | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Rotated:
    """The ids of the keys that came and of those that no kiosk trusts any more once it has asked."""

    came: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A rotation ready to be laid down, in this order, and what it is."""

    files: Sequence[Laid]
    rotated: Rotated


@dataclass(frozen=True, slots=True)
class _Change:
    """What a holder's keys were, are to be, and who signs for them before and after."""

    holder: Holder
    gone: tuple[str, ...]
    made: tuple[CryptoSigner, ...]
    before: tuple[CryptoSigner, ...]
    after: tuple[CryptoSigner, ...]


def rotate(folder: Path, keys: Keys, wanted: Rotation, at: datetime, *, sure: bool = False) -> Rotated:
    """Replace keys by new ones.

    With none to be replaced, the roles that they sign are signed again for their whole time. Needed besides the keys
    themselves is who answers for them: root for the keys of targets and the online one, targets for the rest; and for
    those of root, targets and the online one, who signs with them today, once more.

    Where they are lost, kiosks refuse what they read between the last two writes, and after a cut there until this is
    done again.

    Raises:
        PublishingError: why not; what kiosks read is then as it was, though new keys may lie in the folder.
    """
    with alone(folder):
        prepared = prepare(folder, keys, wanted, at, sure=sure)
        lay_down(folder, prepared.files)
        read_repository(folder, targets=False)
    return prepared.rotated


def prepare(folder: Path, keys: Keys, wanted: Rotation, at: datetime, *, sure: bool = False) -> Prepared:
    """Everything that `rotate` writes, nothing of it written yet but the new keys. Raises `PublishingError`."""
    holder, lost = wanted.holder, wanted.lost
    if lost and (holder not in _LOSABLE or wanted.leaving is not None):
        raise KeysError("only all keys of targets, or the online key, can be replaced once they are lost")
    repository = read_repository(folder, lost=_LOSABLE[holder] if lost else ())
    check_clock(repository, at, sure=sure)
    gone = _leaving(repository, holder, wanted.leaving)
    above = _signers_above(repository, keys, holder, bool(gone))
    change = _changed(repository, keys, holder, gone, lost)
    match holder:
        case Holder.ROOT:
            files = [_next_root(repository, change, change.before, at)]
        case Holder.ONLINE:
            files = chained(repository, {}, _both(change), at)
        case Holder.TARGETS:
            top = repository.lists[Role.TARGETS].signed
            again = relisted(repository, Role.TARGETS, top.targets, at)
            online = role_signers(repository, keys, Role.TIMESTAMP)
            files = chained(repository, {Role.TARGETS: (again, _both(change))}, online, at)
        case _:
            files = _delegated(repository, keys, change, above, at)
    if gone and holder in _LOSABLE:
        files.append(_next_root(repository, change, above, at))
    return Prepared(files, Rotated(tuple(one.public_key.keyid for one in change.made), gone))


def _leaving(repository: Repository, holder: Holder, leaving: Collection[str] | None) -> tuple[str, ...]:
    known = role_keys(repository, _role(holder))
    if leaving is None:
        return tuple(known)
    for said in leaving:
        if sum(key.startswith(said) for key in known) != 1 or len(said) < 4:
            raise KeysError(f"{said!r} does not begin the id of one key of {holder}: it has {', '.join(known)}")
    return tuple(key for key in known if key.startswith(tuple(leaving)))


def _signers_above(repository: Repository, keys: Keys, holder: Holder, replacing: bool) -> tuple[CryptoSigner, ...]:
    """Who answers for the holder's keys; looked for before a key is made, so that little is made in vain."""
    if holder is Holder.ROOT or not replacing:
        return ()
    return role_signers(repository, keys, Role.ROOT if holder in _LOSABLE else Role.TARGETS)


def _changed(repository: Repository, keys: Keys, holder: Holder, gone: tuple[str, ...], lost: bool) -> _Change:
    known, threshold = role_keys(repository, _role(holder)), threshold_of(holder)
    signs_before = not lost and (not gone or holder in (Holder.ROOT, *_LOSABLE))
    before = signers(keys, holder, known, threshold) if signs_before else ()
    made = make_keys(keys, holder, len(gone))
    stay = [key for key in known if key not in gone]
    after = (*made, *(signers(keys, holder, stay, threshold - len(made)) if len(made) < threshold else ()))
    return _Change(holder, gone, made, before, after[:threshold])


def _next_root(repository: Repository, change: _Change, signing: Sequence[CryptoSigner], at: datetime) -> Laid:
    before = repository.root.signed
    after = deepcopy(before)
    after.version, after.expires = before.version + 1, at + LIFETIME[Role.ROOT]
    roles = (Role.SNAPSHOT, Role.TIMESTAMP) if change.holder is Holder.ONLINE else (_role(change.holder),)
    for role in roles:
        _replace(after, role, change)
    signed_by = {one.public_key.keyid: one for one in (*signing, *(change.after if Role.ROOT in roles else ()))}
    return Laid(metadata_path(Role.ROOT, after.version), sign(Metadata(after), tuple(signed_by.values())))


def _delegated(
    repository: Repository, keys: Keys, change: _Change, above: Sequence[CryptoSigner], at: datetime
) -> list[Laid]:
    """The role signed by its new keys, and the top targets that name them, both named by one snapshot."""
    role, online = _role(change.holder), role_signers(repository, keys, Role.TIMESTAMP)
    again = relisted(repository, role, repository.lists[role].signed.targets, at)
    changed = {role: (again, change.after)}
    if change.gone:
        top = relisted(repository, Role.TARGETS, repository.lists[Role.TARGETS].signed.targets, at)
        _replace(top.signed, role, change)
        changed[Role.TARGETS] = (top, tuple(above))
    return chained(repository, changed, online, at)


def _replace(delegator: Root | Targets, role: Role, change: _Change) -> None:
    for gone in change.gone:
        delegator.revoke_key(gone, role)
    for made in change.made:
        delegator.add_key(made.public_key, role)


def _both(change: _Change) -> tuple[CryptoSigner, ...]:
    """Who signs before and who signs after, each once."""
    return tuple({one.public_key.keyid: one for one in (*change.before, *change.after)}.values())


def _role(holder: Holder) -> Role:
    return Role.TIMESTAMP if holder is Holder.ONLINE else Role(holder.value)
