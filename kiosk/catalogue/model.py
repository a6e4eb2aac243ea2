"""What the catalogue knows, as frozen values: the words of HSDS 3.1 and CPSV-AP 3.2, and our own beside them.

Ids are those of the sources in `assets/catalogue`. A whole `Catalogue` is immutable and safe to share between threads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NewType

from kiosk.catalogue.conditions import ALWAYS, Answer, Condition, FactId
from kiosk.catalogue.hours import Schedule
from kiosk.catalogue.kinds import (
    BundleState,
    ChannelType,
    Confidence,
    DeliveryStructure,
    DependencyKind,
    FactType,
    Fitness,
    Form,
    GovernmentLevel,
    StepLevel,
    StepList,
    TimingKind,
)
from kiosk.catalogue.text import Text

__all__ = [
    "AnchorId", "Bundle", "BundleId", "BundleState", "Catalogue", "ChannelType", "Choice", "Confidence", "CostOption",
    "Delivery", "DeliveryStructure", "Dependency", "DependencyKind", "Document", "DocumentId", "Door", "Fact",
    "FactType", "Fitness", "Form", "GovernmentLevel", "Location", "LocationId", "Organization", "OrganizationId",
    "Phone", "PhoneId", "Requirement", "Service", "ServiceId", "Source", "Step", "StepId", "StepLevel", "StepList",
    "Timing", "TimingKind",
]  # fmt: skip

ServiceId = NewType("ServiceId", str)
OrganizationId = NewType("OrganizationId", str)
LocationId = NewType("LocationId", str)
PhoneId = NewType("PhoneId", str)
DocumentId = NewType("DocumentId", str)
BundleId = NewType("BundleId", str)
StepId = NewType("StepId", str)
AnchorId = NewType("AnchorId", str)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was found, when, and how sure the editors are. `as_of` is a year, a month or a day, as ISO text."""

    basis: str
    as_of: str
    confidence: Confidence
    url: str = ""
    url_seen: bool = True


@dataclass(frozen=True, slots=True)
class Phone:
    """One telephone number and its twins.

    `verified` is false where no published page was read for it: staff see it marked, a slip does not print it
    (`kiosk.catalogue.doubts`). `to_verify` holds the editors' doubts, for staff.
    """

    id: PhoneId
    number: str
    description: Text
    kind: str
    schedule: Schedule
    verified: bool
    source: Source
    number_fr: str = ""
    number_tty: str = ""
    toll_free_or_local: str = ""
    to_verify: tuple[Text, ...] = ()

    def number_in(self, language: str) -> str:
        """The number that answers in `language`."""
        return self.number_fr if language == "fr" and self.number_fr else self.number


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization of any order of government or sector."""

    id: OrganizationId
    name: Text
    government_level: GovernmentLevel
    phones: tuple[PhoneId, ...] = ()
    website: Text | None = None
    parent: OrganizationId | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A place where services are given. `precision_m` is the radius within which the coordinates are right, in metres.

    `verified` is false where the address or the hours were not read on a published page of this year: staff see
    it marked, a slip does not print it.
    """

    id: LocationId
    organization: OrganizationId
    name: Text
    schedule: Schedule
    verified: bool
    source: Source
    address_1: str = ""
    city: str = ""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision_m: int | None = None
    phones: tuple[PhoneId, ...] = ()
    languages: tuple[str, ...] = ()
    wheelchair: bool | None = None
    parking: str = ""
    note: Text | None = None
    to_verify: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one organization's services are given at the places of another, or at its own.

    `principal` is whose service it is; `host` whose place. `lead` is who leads a shared delivery, None otherwise.
    """

    principal: OrganizationId
    host: OrganizationId
    structure: DeliveryStructure = DeliveryStructure.DIRECT
    lead: OrganizationId | None = None
    verified: bool = True

    @property
    def on_behalf_of(self) -> OrganizationId | None:
        """In whose name those at the counter act; None where they act in their own."""
        in_anothers_name = self.structure in (DeliveryStructure.AGENT, DeliveryStructure.INTEGRATED_AGENCY)
        return self.principal if in_anothers_name and self.principal != self.host else None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper (CPSV-AP Evidence or Output). `satisfied_by` names the papers that count as this one."""

    id: DocumentId
    name: Text
    form: Form = Form.ORIGINAL
    issuing_service: ServiceId | None = None
    satisfied_by: tuple[DocumentId, ...] = ()
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a service asks to see: any one of `documents`. `certain` is false when only some people must bring it."""

    documents: tuple[DocumentId, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Dependency:
    """A service whose output this one needs (`must`), may use (`one_route`), or is quicker with (`helps`)."""

    service: ServiceId
    kind: DependencyKind
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """A date counted from an anchor. `offset` is as in docs/catalogue.md: `P30D`, `-P12W`, `--04-30`, `10-01/03-31`,
    `-P3M/-P1D`, `next-04-30-or-P6M`; None when only `text` says it.
    """

    kind: TimingKind
    anchor: AnchorId
    offset: str | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class CostOption:
    """One price of a service; `amount` is None when it is not known."""

    option: Text
    amount: Decimal | None
    currency: str
    as_of: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Service:
    """One service of one organization.

    `number` is small, stable and never reused: tokens carry it. `discreet` services are left out of every code.
    `locations` is already flat (groups resolved). `to_verify` holds the editors' doubts, for staff.
    `say` is what a person can tell the clerk. `words` are everyday words that find it.
    `notice` is what staff here have put over it (`kiosk.counter.corrections`): pages and slips say it first;
    `staff_notes` are what they have written for each other, at the counter only. No catalogue file has either.
    """

    id: ServiceId
    number: int
    name: Text
    organization: OrganizationId
    government_level: GovernmentLevel
    gives: Text
    channels: tuple[ChannelType, ...]
    fitness: Fitness
    source: Source
    eligibility: Condition = ALWAYS
    requirements: tuple[Requirement, ...] = ()
    produces: tuple[DocumentId, ...] = ()
    depends_on: tuple[Dependency, ...] = ()
    deadlines: tuple[Timing, ...] = ()
    costs: tuple[CostOption, ...] = ()
    amounts: tuple[Text, ...] = ()
    phones: tuple[PhoneId, ...] = ()
    url: Text | None = None
    mail_address: str = ""
    locations: tuple[LocationId, ...] = ()
    processing_time: Text | None = None
    languages: tuple[str, ...] = ()
    service_area: str = "NS"
    taxonomy_terms: tuple[str, ...] = ()
    automatic: bool = False
    discreet: bool = False
    say: Text | None = None
    safety_note: Text | None = None
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    to_verify: tuple[Text, ...] = ()
    notice: Text | None = None
    staff_notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to touch. `minimum` and `maximum` are whole dollars a year, both included; None is open."""

    value: str
    label: Text
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a person may be asked.

    `default` is assumed until the person says otherwise. `derived_from` is a rule, never a question
    (`screen_language = fr`). `sensitive` answers are never shown back where others can read, stored or printed.
    `said` is how an answer reads back, by answer value (`true`, `false`, a choice); empty when it should not.
    """

    id: FactId
    type: FactType
    question: Text
    why: Text
    sensitive: bool
    choices: tuple[Choice, ...] = ()
    default: Answer | None = None
    derived_from: str = ""
    minimum: int | None = None
    maximum: int | None = None
    help: Text | None = None
    said: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a bundle. `service` is None for an action outside the catalogue. `title` begins with a verb.

    `shown_in` says which list the editors put it in; None leaves it to the rules of docs/planning.md. `say` and
    `papers` stand in place of what its service has people say and bring, for a step that borrows a service for
    something else (to cancel a card, to ask for a baby); None leaves both to the service, no papers means none.
    """

    id: StepId
    number: int
    title: Text
    level: StepLevel
    service: ServiceId | None = None
    when: Condition = ALWAYS
    timing: Timing | None = None
    after: tuple[StepId, ...] = ()
    note: Text | None = None
    say: Text | None = None
    papers: tuple[DocumentId, ...] | None = None
    shown_in: StepList | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """An ordered set of steps for one life event or one clientele.

    `number` is small, stable and never reused. `event_date` is the question about its date, None when no date
    matters. `theme` names its colours (bereavement, work, money, family, newcomer, senior, home, business, health, all,
    safety); `icon` a file of assets/icons without its ending. `opening` is one line said first, such as a condolence.
    `sensitive` bundles never show their topic large and offer no history.
    """

    id: BundleId
    number: int
    name: Text
    kind: str
    steps: tuple[Step, ...]
    questions: tuple[FactId, ...]
    theme: str
    icon: str
    tile: Text
    state: BundleState
    steward: str = ""
    review_date: date | None = None
    optional_questions: tuple[FactId, ...] = ()
    assumed_facts: tuple[FactId, ...] = ()
    event_date: Text | None = None
    clientele: tuple[str, ...] = ()
    safety: Text | None = None
    opening: Text | None = None
    sensitive: bool = False
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    partners: tuple[OrganizationId, ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """One way in from the home screen: a tile or a line that opens one bundle, or a list of several.

    `kind` is `situation` (a tile), `clientele` ("I am a ...") or `urgent` (the red door).
    """

    id: str
    kind: str
    label: Text
    icon: str
    theme: str
    bundles: tuple[BundleId, ...]
    services: tuple[ServiceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the kiosk knows, by id, in the order of the sources.

    `version` counts up with each release; `day` is the date of the newest fact, shown to people as the age of
    what they read.
    """

    version: int
    day: date
    services: Mapping[ServiceId, Service]
    organizations: Mapping[OrganizationId, Organization]
    locations: Mapping[LocationId, Location]
    phones: Mapping[PhoneId, Phone]
    documents: Mapping[DocumentId, Document]
    facts: Mapping[FactId, Fact]
    anchors: Mapping[AnchorId, Text]
    bundles: Mapping[BundleId, Bundle]
    doors: tuple[Door, ...]
    deliveries: Mapping[tuple[OrganizationId, OrganizationId], Delivery] = field(default_factory=dict)

    def delivery(self, service: ServiceId, location: LocationId) -> Delivery:
        """How `service` is given at `location`; of a pair that the catalogue does not know, the plain case."""
        principal, host = self.services[service].organization, self.locations[location].organization
        known = self.deliveries.get((principal, host))
        if known is not None:
            return known
        structure = DeliveryStructure.DIRECT if principal == host else DeliveryStructure.CO_LOCATED
        return Delivery(principal, host, structure, verified=principal == host)

    def is_sensitive(self, bundles: Iterable[BundleId]) -> bool:
        """Tell whether the topic of a plan of these must never be read over a shoulder."""
        return any(self.bundles[bundle].sensitive for bundle in bundles)
