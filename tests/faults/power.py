"""A disk that loses power: what SQLite or a program did to its files, and what a cut at any moment could leave of it.

`Log` is filled while the work is done, by `tests.faults.watched_database` or `tests.faults.watched_folder`;
`left_after` then plays the first so many deeds again. What was synced is there; what was not may be there, may be
missing, or may be there by sectors. Names given and taken since the folder was last synced are there up to a point, in
the order they were given.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

SECTOR = 512
"""What a disk writes whole, in bytes: the least that drives promise, and what SQLite reckons with."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file was made under a name, empty."""

    file: int
    name: str


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes were written into a file, from `offset` on."""

    file: int
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was cut, or grown with zeros, to `size` bytes."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """All that was written into a file is on the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """The file of one name has another, in place of what had it."""

    file: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A file has a second name."""

    file: int
    new: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A name was taken away, of a file or of a folder."""

    name: str


@dataclass(frozen=True, slots=True)
class FolderMade:
    """A folder was made; where it is not there, nothing in it is."""

    name: str


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """All names given and taken in a folder are on the disk; "" is the folder that is looked at itself."""

    folder: str = ""


Naming = Made | Renamed | Linked | Removed | FolderMade
Content = Written | Cut
Deed = Naming | Content | Synced | FolderSynced


class Loss(StrEnum):
    """What becomes of what was not synced."""

    ALL = "all"
    """Nothing of it is there."""
    TORN = "torn"
    """Some sectors of it are there, others not."""


@dataclass(slots=True)
class Log:
    """Every deed in order; `files` gives each file's number by its name, `start` what was on the disk before.

    Names are paths below the folder that is looked at, with "/" between their parts.
    """

    start: dict[str, bytes] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    deeds: list[Deed] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    made: int = 0

    @classmethod
    def of(cls, folder: Path) -> "Log":
        """A log that begins with the files now in `folder`, all of them on the disk."""
        log = cls()
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_dir():
                log.folders.add(name)
            else:
                log.start[name] = path.read_bytes()
                log.numbered(name)
        return log

    def numbered(self, name: str) -> int:
        """Give a file that is new to the log its number."""
        self.files[name] = self.made
        self.made += 1
        return self.files[name]

    def add(self, deed: Deed) -> None:
        """Write down what was just done."""
        self.deeds.append(deed)


@dataclass(slots=True)
class _Disk:
    """What is on the disk for certain, and what is only under way."""

    contents: dict[int, bytearray]
    names: dict[str, int]
    folders: set[str]
    unsynced: dict[int, list[Content]] = field(default_factory=dict)
    unnamed: list[Naming] = field(default_factory=list)

    def take(self, deed: Deed) -> None:
        match deed:
            case Written(file) | Cut(file):
                self.unsynced.setdefault(file, []).append(deed)
            case Synced(file):
                for content in self.unsynced.pop(file, []):
                    _apply(self.contents.setdefault(file, bytearray()), content)
            case FolderSynced(folder):
                for naming in [one for one in self.unnamed if _folder_of(one) == folder]:
                    self.name(naming)
                    self.unnamed.remove(naming)
            case _:
                self.unnamed.append(deed)

    def name(self, naming: Naming) -> None:
        match naming:
            case Made(file, name):
                self.names[name] = file
                self.contents.setdefault(file, bytearray())
            case Renamed(file, old, new):
                self.names.pop(old, None)
                self.names[new] = file
            case Linked(file, new):
                self.names[new] = file
            case FolderMade(name):
                self.folders.add(name)
            case Removed(name):
                self.names.pop(name, None)
                self.folders.discard(name)

    def reached(self) -> dict[str, bytes]:
        return {
            name: bytes(self.contents.get(file, b""))
            for name, file in self.names.items()
            if all(folder in self.folders for folder in _folders_above(name))
        }


def left_after(log: Log, deeds: int, loss: Loss, chance: random.Random) -> dict[str, bytes]:
    """What the disk may hold, by name, when the power goes after so many deeds, the last of them under way."""
    disk = _Disk(
        {number: bytearray(log.start[name]) for number, name in enumerate(log.start)},
        {name: number for number, name in enumerate(log.start)},
        set(log.folders),
    )
    for deed in log.deeds[:deeds]:
        disk.take(deed)
    if loss is Loss.TORN:
        for file, contents in disk.unsynced.items():
            kept = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
            for content in contents:
                _tear(disk.contents.setdefault(file, bytearray()), content, kept, chance)
        for naming in disk.unnamed[: chance.randint(0, len(disk.unnamed))]:
            disk.name(naming)
    return disk.reached()


def lay(left: dict[str, bytes], folder: Path) -> None:
    """Write into a new folder what a cut left."""
    for name, content in left.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def places(log: Log, cuts: int, chance: random.Random) -> Sequence[int]:
    """So many moments for a cut: each deed in turn when there are fewer, else drawn, and always the very last."""
    every = range(1, len(log.deeds) + 1)
    return [len(every), *(chance.choice(every) for _ in range(cuts - 1))]


def _apply(content: bytearray, deed: Content) -> None:
    match deed:
        case Written(_, offset, written):
            content.extend(bytes(max(0, offset - len(content))))
            content[offset : offset + len(written)] = written
        case Cut(_, size):
            del content[size:]
            content.extend(bytes(size - len(content)))


def _tear(content: bytearray, deed: Content, kept: float, chance: random.Random) -> None:
    """Do part of a deed: each sector with the chance `kept`. A sector that was never written holds zeros or noise."""
    if isinstance(deed, Cut):
        if chance.random() < kept:
            _apply(content, deed)
        return
    end = deed.offset + len(deed.content)
    at = deed.offset
    while at < end:
        upto = min(end, (at // SECTOR + 1) * SECTOR)
        if chance.random() < kept:
            if len(content) < at:
                content.extend(_never_written(at - len(content), chance))
            content[at:upto] = deed.content[at - deed.offset : upto - deed.offset]
        at = upto


def _never_written(size: int, chance: random.Random) -> bytes:
    return bytes(size) if chance.random() < 0.5 else chance.randbytes(size)


def _folder_of(naming: Naming) -> str:
    name = naming.new if isinstance(naming, Renamed | Linked) else naming.name
    return name.rpartition("/")[0]


def _folders_above(name: str) -> Sequence[str]:
    parts = name.split("/")
    return ["/".join(parts[:upto]) for upto in range(1, len(parts))]
