"""Reading the folder of sources into typed entries, with every mistake of writing at its file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from kiosk.catalogue.faults import Fault, Place
from kiosk.catalogue.sources import shapes
from kiosk.catalogue.sources.explaining import explained
from kiosk.catalogue.sources.files import SourceFile, Step, read_source_file, shown_name
from kiosk.languages.sentences import Sentence, sentence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One entry of a source file, and the way to the line of each of its parts."""

    value: T
    file: SourceFile
    path: tuple[Step, ...]

    def at(self, *path: Step) -> Place:
        """The line of the part at `path`."""
        return self.file.place(*self.path, *path)

    def fault(self, what: Sentence, *path: Step) -> Fault:
        """A fault at the part at `path`."""
        return Fault(self.at(*path), what)


@dataclass(frozen=True, slots=True)
class Sources:
    """All entries of all files, in the order of the files' names and then as written.

    `declared` holds the ids of every entry by kind, those included that are written wrongly; `torn` names the kinds of
    which a whole file could not be read. What refers to either is not at fault.
    """

    edition: Entry[shapes.EditionShape] | None
    organizations: tuple[Entry[shapes.OrganizationShape], ...]
    locations: tuple[Entry[shapes.LocationShape], ...]
    location_groups: Entry[dict[str, list[str]]] | None
    deliveries: tuple[Entry[shapes.DeliveryShape], ...]
    phones: tuple[Entry[shapes.PhoneShape], ...]
    terms: tuple[Entry[shapes.TermShape], ...]
    anchors: tuple[Entry[shapes.AnchorShape], ...]
    documents: tuple[Entry[shapes.DocumentShape], ...]
    facts: tuple[Entry[shapes.FactShape], ...]
    services: tuple[Entry[shapes.ServiceShape], ...]
    bundles: tuple[Entry[shapes.BundleShape], ...]
    doors: tuple[Entry[shapes.DoorShape], ...]
    declared: dict[str, frozenset[str]]
    torn: frozenset[str]
    faults: tuple[Fault, ...]

    def names(self, kind: str, name: str) -> bool:
        """Tell whether `name` is, or may be, an entry of `kind`."""
        return kind in self.torn or name in self.declared[kind]

    def locations_of(self, service: shapes.ServiceShape) -> list[str]:
        """The places of a service, its `group:` names replaced by their members, each once."""
        groups = self.location_groups.value if self.location_groups else {}
        flat: dict[str, None] = {}
        for name in service.locations:
            members = groups.get(name.removeprefix("group:"), []) if name.startswith("group:") else [name]
            flat.update(dict.fromkeys(members))
        return list(flat)


def read_sources(folder: Path) -> Sources:
    """Read everything in `folder`; mistakes are in `faults`, and what they touch is left out."""
    return _Reading(folder).sources()


class _Reading:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults: list[Fault] = []
        self._declared: dict[str, frozenset[str]] = {}
        self._torn: set[str] = set()

    def sources(self) -> Sources:
        places = self._file("locations.yaml", {"locations", "location_groups"})
        return Sources(
            edition=self._edition(),
            organizations=self._list("organizations", shapes.OrganizationShape),
            locations=self._entries([places], "locations", shapes.LocationShape),
            location_groups=self._one(places, ("location_groups",), dict[str, list[str]]),
            deliveries=self._list("deliveries", shapes.DeliveryShape),
            phones=self._list("phones", shapes.PhoneShape),
            terms=self._entries([self._file("taxonomy.yaml", {"taxonomy_terms"})], "taxonomy_terms", shapes.TermShape),
            anchors=self._list("anchors", shapes.AnchorShape),
            documents=self._list("documents", shapes.DocumentShape),
            facts=self._list("facts", shapes.FactShape),
            services=self._entries(self._files("services"), "services", shapes.ServiceShape),
            bundles=self._bundles(),
            doors=self._list("doors", shapes.DoorShape),
            declared=self._declared,
            torn=frozenset(self._torn),
            faults=tuple(self._faults),
        )

    def _edition(self) -> Entry[shapes.EditionShape] | None:
        return self._one(self._file("catalogue.yaml"), (), shapes.EditionShape)

    def _bundles(self) -> tuple[Entry[shapes.BundleShape], ...]:
        files = self._files("bundles")
        self._declared["bundles"] = frozenset(
            str(file.content["id"]) for file in files if isinstance(file.content, dict) and "id" in file.content
        )
        if any(file.content is None for file in files):
            self._torn.add("bundles")
        entries = (self._one(file, (), shapes.BundleShape) for file in files)
        return tuple(entry for entry in entries if entry is not None)

    def _files(self, name: str) -> list[SourceFile]:
        found = sorted((self._folder / name).glob("*.yaml"))
        if not found:
            message = sentence("there is no source file here: {name}/ needs at least one .yaml file", name=name)
            self._faults.append(Fault(Place(shown_name(self._folder / name), 1), message))
        top = {"services"} if name == "services" else None
        return [self._file(f"{name}/{path.name}", top) for path in found]

    def _file(self, name: str, top: set[str] | None = None) -> SourceFile:
        """Read one file whose top-level keys, when `top` is given, must be among those."""
        file = read_source_file(self._folder / name)
        self._faults += file.faults
        if file.content is None or top is None:
            return file
        if not isinstance(file.content, dict):
            self._faults.append(Fault(file.place(), sentence("this file must begin with `{key}:`", key=min(top))))
            return file
        for key in file.content.keys() - top:
            message = sentence("`{key}` is not expected here, only {keys}", key=key, keys=_listed(top))
            self._faults.append(Fault(file.place(key), message))
        return file

    def _list(self, name: str, shape: type[T]) -> tuple[Entry[T], ...]:
        return self._entries([self._file(f"{name}.yaml", {name})], name, shape)

    def _entries(self, files: list[SourceFile], key: str, shape: type[T]) -> tuple[Entry[T], ...]:
        rows = [(file, index, row) for file in files for index, row in self._rows(file, key)]
        self._declared[key] = frozenset(
            str(row.get("id", row.get("fact"))) for _file, _index, row in rows if isinstance(row, dict)
        )
        entries = (self._one(file, (key, index), shape) for file, index, _row in rows)
        return tuple(entry for entry in entries if entry is not None)

    def _rows(self, file: SourceFile, key: str) -> Iterator[tuple[int, Any]]:
        if file.content is None or not isinstance(file.content, dict):
            self._torn.add(key)
            return
        rows = file.content.get(key)
        if not isinstance(rows, list):
            message = sentence("`{key}:` must be a list of entries, each beginning with `-`", key=key)
            self._faults.append(Fault(file.place(key), message))
            return
        yield from enumerate(rows)

    def _one(self, file: SourceFile, path: tuple[Step, ...], shape: type[T]) -> Entry[T] | None:
        content = file.content
        if content is None:
            return None
        for step in path:
            if isinstance(step, str) and step not in content:
                message = sentence("`{key}:` is missing from this file", key=step)
                self._faults.append(Fault(file.place(), message))
                return None
            content = content[step]
        value = self._converted(content, file, path, shape)
        return None if value is None else Entry(value, file, path)

    def _converted(self, content: Any, file: SourceFile, path: tuple[Step, ...], shape: type[T]) -> T | None:
        """Convert one entry, reporting every unknown field and every wrong value of it, not only the first."""
        taken_out: set[tuple[Step, ...]] = set()
        while True:
            try:
                value = msgspec.convert(content, shape)
            except msgspec.ValidationError as error:
                culprit, message = explained(error)
                if culprit not in taken_out:
                    self._faults.append(Fault(file.place(*path, *culprit), message))
                if culprit in taken_out or not _without(content, culprit):
                    return None
                taken_out.add(culprit)
            else:
                return None if taken_out else value


def _without(content: Any, path: tuple[Step, ...]) -> bool:
    """Take the part at `path` out of `content`; False when it is not there to take."""
    for step in path[:-1]:
        content = content[step]
    if path and isinstance(content, dict) and path[-1] in content:
        del content[path[-1]]
        return True
    return False


def _listed(names: set[str]) -> Sentence | str:
    """One key or two."""
    first, *second = (f"`{name}:`" for name in sorted(names))
    return sentence("{first} and {then}", first=first, then=second[0]) if second else first
