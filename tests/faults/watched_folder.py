"""A folder that is watched while a program writes files in it: what is written, synced, renamed and taken away.

Before each sync and each change of a name the folder is looked through, and what has changed in it since is logged as
written and not synced. What a library of another language syncs for itself is thus taken for not synced.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.power import Cut, FolderMade, FolderSynced, Linked, Log, Made, Removed, Renamed, Synced, Written

_Path = str | os.PathLike[str]


@contextmanager
def watched(folder: Path, log: Log) -> Iterator[None]:
    """Log what this process does in `folder` through Python's `os` while the block lasts."""
    watch = _Watch(folder.resolve(), log)
    watch.look(at_first=True)
    hooks: dict[str, Callable[..., None]] = {
        "replace": watch.renamed,
        "rename": watch.renamed,
        "link": watch.linked,
        "symlink": watch.linked,
        "unlink": watch.removed,
        "remove": watch.removed,
        "rmdir": watch.removed,
        "mkdir": watch.folder_made,
    }
    syncs = ("fsync", "fdatasync")
    ordinary = {name: getattr(os, name) for name in (*hooks, *syncs)}
    for name, hook in hooks.items():
        setattr(os, name, _naming(watch, ordinary[name], hook))
    for name in syncs:
        setattr(os, name, _syncing(watch, ordinary[name]))
    try:
        yield
    finally:
        for name, function in ordinary.items():
            setattr(os, name, function)
        watch.look()


def _naming(watch: "_Watch", ordinary: Callable[..., Any], hook: Callable[..., None]) -> Callable[..., Any]:
    def call(*paths: Any, **settings: Any) -> None:
        watch.look()
        ordinary(*paths, **settings)
        hook(*paths[:2])

    return call


def _syncing(watch: "_Watch", ordinary: Callable[[int], None]) -> Callable[[int], None]:
    def call(descriptor: int) -> None:
        watch.look()
        ordinary(descriptor)
        watch.synced(watch.named(descriptor))

    return call


@dataclass(slots=True)
class _Watch:
    folder: Path
    log: Log
    files: dict[int, int] = field(default_factory=dict)
    """The log's number of each file, by its number on the disk."""
    contents: dict[int, bytes] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def look(self, *, at_first: bool = False) -> None:
        """Log every file that is new, and all that was written since the last look."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_dir():
                continue
            number, name = path.stat().st_ino, self.name(path)
            if at_first:
                self.files[number] = self.log.files[name]
                self.contents[number] = self.log.start[name]
            elif name not in self.names and number not in self.files:
                self.files[number] = self.log.numbered(name)
                self.contents[number] = b""
                self.log.add(Made(self.files[number], name))
            self.names.add(name)
            self.written(number, path.read_bytes())

    def written(self, number: int, content: bytes) -> None:
        """Log how the content of a file differs from what it was."""
        before = self.contents[number]
        if content == before:
            return
        self.contents[number] = content
        if len(content) < len(before):
            self.log.add(Cut(self.files[number], len(content)))
        same = _alike(before, content)
        if same < len(content):
            self.log.add(Written(self.files[number], same, content[same:]))

    def named(self, descriptor: int) -> str | int | None:
        """What a descriptor stands for: a file's number in the log, a folder's name, None for what lies elsewhere."""
        found = os.fstat(descriptor)
        if found.st_ino in self.files:
            return self.files[found.st_ino]
        for folder in (self.folder, *(path for path in self.folder.rglob("*") if path.is_dir())):
            if folder.stat().st_ino == found.st_ino:
                return self.name(folder)
        return None

    def synced(self, what: str | int | None) -> None:
        if what is not None:
            self.log.add(FolderSynced(what) if isinstance(what, str) else Synced(what))

    def renamed(self, old: _Path, new: _Path) -> None:
        if self.holds(new):
            self.names = self.names - {self.name(old)} | {self.name(new)}
            self.forget()
            self.log.add(Renamed(self.files[Path(new).stat().st_ino], self.name(old), self.name(new)))

    def linked(self, _old: _Path, new: _Path) -> None:
        if self.holds(new):
            self.names.add(self.name(new))
            self.log.add(Linked(self.files[Path(new).stat().st_ino], self.name(new)))

    def removed(self, path: _Path, _more: object = None) -> None:
        if self.holds(path):
            self.names.discard(self.name(path))
            self.forget()
            self.log.add(Removed(self.name(path)))

    def folder_made(self, path: _Path, _mode: object = None) -> None:
        if self.holds(path):
            self.log.add(FolderMade(self.name(path)))

    def forget(self) -> None:
        """Let go of files that no name leads to any more: the disk gives their numbers again."""
        there = {path.stat().st_ino for path in self.folder.rglob("*") if not path.is_dir()}
        for number in self.files.keys() - there:
            del self.files[number], self.contents[number]

    def holds(self, path: _Path) -> bool:
        return self.folder in Path(path).absolute().parents

    def name(self, path: _Path) -> str:
        below = Path(path).absolute().relative_to(self.folder).as_posix()
        return "" if below == "." else below


def _alike(before: bytes, after: bytes) -> int:
    """How many bytes are the same from the beginning, by whole blocks."""
    block = 4096
    upto = min(len(before), len(after))
    for at in range(0, upto, block):
        if before[at : at + block] != after[at : at + block]:
            return at
    return upto
