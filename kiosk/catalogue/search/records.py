"""What can be found: the services and bundles of a catalogue, with the texts that find them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kiosk.catalogue.model import Bundle, BundleState, Catalogue, Service
from kiosk.catalogue.text import OFFICE_LANGUAGES


class Kind(StrEnum):
    """What a hit leads to: a whole situation of life, or one service."""

    BUNDLE = "bundle"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one record in one language. `words` are the everyday words that the editors gave it."""

    language: str
    name: str
    words: tuple[str, ...] = ()
    organization: str = ""
    gives: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing to find, in every office language."""

    kind: Kind
    id: str
    wordings: tuple[Wording, ...]

    def name(self, language: str) -> str:
        """Its name in `language`, or in the first office language."""
        return {wording.language: wording.name for wording in self.wordings}.get(language, self.wordings[0].name)


def records_of(catalogue: Catalogue) -> tuple[Record, ...]:
    """Everything to find, bundles first, in the editors' order."""
    return (
        *(_of_bundle(bundle) for bundle in catalogue.bundles.values() if bundle.state is not BundleState.RETIRED),
        *(_of_service(service, catalogue) for service in catalogue.services.values()),
    )


def fingerprint(records: tuple[Record, ...], form: int) -> str:
    """Sixteen hex digits that change when any text does, or when the index takes another `form`."""
    digest = hashlib.sha256(str(form).encode())
    for part in _parts(records):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:16]


def _parts(records: tuple[Record, ...]) -> Iterator[str]:
    for record in records:
        yield from (record.kind, record.id)
        for wording in record.wordings:
            yield from (wording.language, wording.name, wording.organization, wording.gives)
            yield from wording.words


def _of_bundle(bundle: Bundle) -> Record:
    return Record(
        Kind.BUNDLE,
        bundle.id,
        tuple(
            Wording(
                language,
                bundle.name.to(language),
                (bundle.tile.to(language), *bundle.words.get(language, ())),
                gives=" ".join(step.title.to(language) for step in bundle.steps),
            )
            for language in OFFICE_LANGUAGES
        ),
    )


def _of_service(service: Service, catalogue: Catalogue) -> Record:
    organization = catalogue.organizations[service.organization]
    return Record(
        Kind.SERVICE,
        service.id,
        tuple(
            Wording(
                language,
                service.name.to(language),
                service.words.get(language, ()),
                organization.name.to(language),
                service.gives.to(language),
            )
            for language in OFFICE_LANGUAGES
        ),
    )
