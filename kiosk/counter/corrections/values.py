"""What staff say against the catalogue: flags on its facts, and corrections that lie over it, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from kiosk.catalogue.model import ServiceId

FlagId = NewType("FlagId", str)
CorrectionId = NewType("CorrectionId", str)

PROMISE = timedelta(days=2)
"""Within what time the steward answers a flag; after it the flag is overdue."""

LONGEST_SAYING = 300
"""Letters of "it should say", of a reason or of a note, in one language."""


class Field(StrEnum):
    """What is said to be wrong."""

    HOURS = "hours"
    PHONE = "phone"
    ADDRESS = "address"
    DOCUMENTS = "documents"
    ELIGIBILITY = "eligibility"
    CLOSED = "closed"
    TRANSLATION = "translation"
    FEE = "fee"
    WEB = "web"
    OTHER = "other"


class About(StrEnum):
    """What kind of entry of the catalogue is spoken of."""

    SERVICE = "service"
    PLACE = "place"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Subject:
    """The entry that a flag or a correction is about. `service` is the one on whose page a place or a number was seen;
    None for a service, and where nobody said.
    """

    about: About
    id: str
    service: ServiceId | None = None

    @property
    def shown_on(self) -> ServiceId | None:
        """The service whose page tells of it; None when none was named."""
        return ServiceId(self.id) if self.about is About.SERVICE else self.service

    def is_same_entry(self, other: "Subject") -> bool:
        """Tell whether both are about one entry, wherever it was seen."""
        return (self.about, self.id) == (other.about, other.id)


@dataclass(frozen=True, slots=True)
class Saying:
    """The same words in English, in French or in both; either may be empty."""

    en: str = ""
    fr: str = ""

    def __bool__(self) -> bool:
        return bool(self.en or self.fr)

    def to(self, language: str) -> str:
        """The words in `language`, or in the other office language where there are none."""
        own, other = (self.fr, self.en) if language == "fr" else (self.en, self.fr)
        return own or other


NO_WORDS = Saying()


class FlagState(StrEnum):
    """How far a flag has come. An accepted one stands until the catalogue is put right; then it is cleared."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CLEARED = "cleared"

    @property
    def is_open(self) -> bool:
        """Whether an urgent flag in this state still hides what it is about."""
        return self in (FlagState.WAITING, FlagState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Flag:
    """Somebody of the staff says that the catalogue is wrong.

    `base` is the fact as the catalogue had it then (`facts.base_of`), so that a change of it is noticed;
    `catalogue_version` is whose. `at` and `decided_at` are moments in UTC.
    """

    id: FlagId
    subject: Subject
    field: Field
    says: Saying
    urgent: bool
    who: str
    at: datetime
    base: str
    catalogue_version: int
    state: FlagState = FlagState.WAITING
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""

    @property
    def due(self) -> datetime:
        """When the steward has promised an answer."""
        return self.at + PROMISE

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether the promise is broken at `now`."""
        return self.state is FlagState.WAITING and now > self.due


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A telephone number, and the one that answers in French where it is another."""

    number: str
    number_fr: str = ""


@dataclass(frozen=True, slots=True)
class HoursValue:
    """Hours in the short notation of the catalogue's sources: `Mo-Fr 08:30-16:30`, `24/7`, `unknown`."""

    opening_hours: str


@dataclass(frozen=True, slots=True)
class AddressValue:
    """Where a place is. A new street has no known distance until the catalogue gives one."""

    address_1: str
    city: str
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class WebValue:
    """The page of a service, in English and in French."""

    en: str
    fr: str


@dataclass(frozen=True, slots=True)
class ClosedValue:
    """Closed up to and with the day `until`; for good when it is None."""

    until: date | None = None


@dataclass(frozen=True, slots=True)
class NoteValue:
    """Something to know here, in both languages; `citizens` may read it too."""

    en: str
    fr: str
    citizens: bool = False


Value = NumberValue | HoursValue | AddressValue | WebValue | ClosedValue | NoteValue


class CorrectionState(StrEnum):
    """Whether a correction lies over the catalogue."""

    LYING = "lying"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a supervisor or an editor put in place of what the catalogue says, or beside it.

    `base` is the fact as the catalogue had it then. `flag` is the flag that it answers.
    """

    id: CorrectionId
    subject: Subject
    value: Value
    who: str
    at: datetime
    base: str
    catalogue_version: int
    flag: FlagId | None = None
    state: CorrectionState = CorrectionState.LYING
    cleared_at: datetime | None = None

    @property
    def field(self) -> Field:
        """What of the catalogue it speaks of."""
        return FIELD_OF[type(self.value)]


FIELD_OF: Mapping[type, Field] = {
    NumberValue: Field.PHONE,
    HoursValue: Field.HOURS,
    AddressValue: Field.ADDRESS,
    WebValue: Field.WEB,
    ClosedValue: Field.CLOSED,
    NoteValue: Field.OTHER,
}
VALUE_OF: Mapping[Field, type] = {field: value for value, field in FIELD_OF.items()}


@dataclass(frozen=True, slots=True)
class Overlay:
    """All that lies over the catalogue: the urgent flags that are open and the corrections, oldest first."""

    flags: tuple[Flag, ...] = ()
    corrections: tuple[Correction, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.flags or self.corrections)


NOTHING_OVER = Overlay()
