"""Reading `here.toml`, in which a centre says what it has and may do; docs/delivery.md shows one."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from kiosk.catalogue.hours import UNKNOWN_HOURS, HoursError, Jurisdiction, Schedule, read_schedule
from kiosk.catalogue.model import Catalogue, DeliveryStructure, LocationId, OrganizationId, ServiceId
from kiosk.config import InBoth
from kiosk.config.mistaken import placed
from kiosk.counter.here.centre import Act, Centre, Equipment, Given, Mandate, Term
from kiosk.languages.sentences import Sentence, SentenceError, sentence

FILE = "here.toml"
_LARGEST = 256 * 1024

Weekday = Literal["mo", "tu", "we", "th", "fr", "sa", "su"]
_WEEKDAYS: tuple[Weekday, ...] = ("mo", "tu", "we", "th", "fr", "sa", "su")
Id = TypeVar("Id", bound=str)


class HereFileError(SentenceError):
    """`here.toml` is there and cannot be used; the centre is then taken for one that has said nothing."""

    code = "here_file"


class _Strict(Struct, kw_only=True, forbid_unknown_fields=True):
    """A table in which an unknown key is a typing mistake."""


class _Mandate(_Strict):
    organization: str
    acts: list[Act]
    services: list[str] = []
    since: date | None = None
    until: date | None = None


class _Given(_Strict):
    service: str
    structure: DeliveryStructure
    acts: list[Act]
    by: str | None = None
    desk: dict[Literal["en", "fr"], str] | None = None
    hours: str | None = None
    since: date | None = None
    until: date | None = None


class _Here(_Strict):
    location: str | None = None
    equipment: list[Equipment] | None = None
    usual: list[Act] | None = None
    spoken: dict[Weekday, list[str]] = {}
    mandates: list[_Mandate] = []
    given: list[_Given] = []


def read_centre(path: Path, catalogue: Catalogue) -> Centre:
    """The centre as `path` describes it; one that has said nothing when there is no such file.

    Raises `HereFileError` with one sentence that names the file and what is wrong in it, a name that `catalogue` does
    not have included.
    """
    try:
        with path.open("rb") as file:
            untrusted = file.read(_LARGEST)
    except FileNotFoundError:
        return Centre()
    except OSError as error:
        raise HereFileError(sentence("{file} cannot be read: {problem}", file=path, problem=error.strerror)) from error
    try:
        here = msgspec.convert(tomllib.loads(untrusted.decode()), _Here)
        return _centre(here, catalogue)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HereFileError(sentence("{file} is not TOML: {problem}", file=path, problem=str(error))) from error
    except msgspec.ValidationError as error:
        raise HereFileError(sentence("{place}: {problem}", place=path, problem=placed(error))) from error
    except HereFileError as error:
        raise HereFileError(sentence("{place}: {problem}", place=path, problem=error.what)) from error


def _centre(here: _Here, catalogue: Catalogue) -> Centre:
    usual = Centre()
    return Centre(
        location=_known(LocationId(here.location), catalogue.locations, _no_place) if here.location else None,
        equipment=usual.equipment if here.equipment is None else frozenset(here.equipment),
        spoken={_WEEKDAYS.index(day): tuple(languages) for day, languages in here.spoken.items()},
        usual=usual.usual if here.usual is None else frozenset(_binding_nobody(here.usual)),
        mandates=tuple(_mandate(mandate, catalogue) for mandate in here.mandates),
        given=tuple(_given(given, catalogue) for given in here.given),
    )


def _mandate(mandate: _Mandate, catalogue: Catalogue) -> Mandate:
    organization = _known(OrganizationId(mandate.organization), catalogue.organizations, _no_organization)
    services = frozenset(_known(ServiceId(name), catalogue.services, _no_service) for name in mandate.services)
    for service in sorted(services):
        if catalogue.services[service].organization != organization:
            raise HereFileError(
                sentence(
                    "`{service}` is no service of `{organization}`: put it under the one it belongs to",
                    service=service,
                    organization=organization,
                )
            )
    return Mandate(organization, frozenset(mandate.acts), services, _term(mandate))


def _given(given: _Given, catalogue: Catalogue) -> Given:
    in_both = (given.desk or {}).keys() in ({"en", "fr"}, set())
    if not in_both:
        raise HereFileError(
            sentence(
                "the desk of `{service}` is to be named in English and in French: `en` and `fr`", service=given.service
            )
        )
    return Given(
        service=_known(ServiceId(given.service), catalogue.services, _no_service),
        structure=given.structure,
        acts=frozenset(given.acts),
        by=_known(OrganizationId(given.by), catalogue.organizations, _no_organization) if given.by else None,
        desk=InBoth(given.desk["en"], given.desk["fr"]) if given.desk else None,
        schedule=_schedule(given),
        term=_term(given),
    )


def _schedule(given: _Given) -> Schedule:
    if given.hours is None:
        return UNKNOWN_HOURS
    try:
        return read_schedule(given.hours, Jurisdiction.NOVA_SCOTIA)
    except HoursError as error:
        raise HereFileError(
            sentence(
                "the hours of `{service}` cannot be understood: {problem}", service=given.service, problem=error.what
            )
        ) from error


def _term(written: _Mandate | _Given) -> Term:
    if written.since and written.until and written.until < written.since:
        raise HereFileError(
            sentence(
                "an agreement cannot end on {end}, before it begins on {start}", end=written.until, start=written.since
            )
        )
    return Term(written.since, written.until)


def _binding_nobody(acts: Iterable[Act]) -> Iterable[Act]:
    """`acts`, refused where one of them asks for somebody's agreement."""
    for act in acts:
        if act.needs_mandate:
            raise HereFileError(
                sentence("`{act}` binds an organization: write it under `[[mandates]]`, with its agreement", act=act)
            )
        yield act


def _known(name: Id, catalogued: Mapping[Id, object], missing: Callable[[str], Sentence]) -> Id:
    if name not in catalogued:
        raise HereFileError(missing(name))
    return name


def _no_place(name: str) -> Sentence:
    return sentence("the catalogue has no place `{name}`", name=name)


def _no_organization(name: str) -> Sentence:
    return sentence("the catalogue has no organization `{name}`", name=name)


def _no_service(name: str) -> Sentence:
    return sentence("the catalogue has no service `{name}`", name=name)
