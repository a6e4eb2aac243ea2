"""What each entry of the source files may hold; docs/catalogue.md shows one of each.

A field that HSDS also has carries its name. Wordings are by language code. What `kiosk.catalogue.check` insists on is
optional here where the build can do without it, so that one missing sentence does not hide all other faults.
"""

from datetime import date
from typing import Literal

from msgspec import Struct

from kiosk.catalogue.model import (
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

Wordings = dict[str, str]
WordLists = dict[str, list[str]]
AsOf = int | str
NameStatus = Literal["official", "translated", "same"]


class Shape(Struct, kw_only=True, forbid_unknown_fields=True):
    """An entry in which an unknown field is a typing mistake."""


class EditionShape(Shape):
    """catalogue.yaml: which catalogue this is. `date` is that of its newest fact.

    `retired_*` are the numbers of what is no longer there: old slips still carry them, so nothing else may have them.
    """

    version: int
    date: date
    jurisdiction: str
    publisher: str
    retired_services: list[int] = []
    retired_bundles: list[int] = []


class SourceShape(Shape):
    """Where a fact was found."""

    basis: str
    as_of: AsOf
    confidence: Confidence
    url: str = ""
    url_seen: bool = True


class SpecialDayShape(Shape):
    """A day unlike its weekday: closed when it has no hours."""

    date: date
    reason: Wordings
    hours: str | None = None


class RuleShape(Shape):
    """One recurring stretch of opening, for what the short notation cannot say; days and dates as in HSDS."""

    byday: str = ""
    bymonthday: list[int] = []
    freq: Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] = "WEEKLY"
    interval: int = 1
    hours: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    dtstart: date | None = None
    until: date | None = None
    notes: str = ""


class OrganizationShape(Shape):
    """An HSDS organization. `observes` names the public holidays it keeps, if not those of its order of government."""

    id: str
    name: Wordings
    government_level: GovernmentLevel
    name_fr_status: NameStatus | None = None
    website: Wordings | None = None
    phones: list[str] = []
    confidence: Confidence | None = None
    parent_organization: str | None = None
    note: Wordings | None = None
    observes: str | None = None
    confidential_address: bool = False


class AddressShape(Shape):
    """A street address in Canada."""

    address_1: str
    city: str
    state_province: str
    country: str
    address_2: str = ""
    postal_code: str = ""


class LocationShape(Shape):
    """An HSDS location with its address and hours: `opening_hours` in the short notation, or `schedule` rules."""

    id: str
    organization: str
    kind: str
    name: Wordings
    source: SourceShape
    verified: bool
    address: AddressShape | None = None
    latitude: float | None = None
    longitude: float | None = None
    coordinate_precision_m: int | None = None
    opening_hours: str | None = None
    schedule: list[RuleShape] = []
    special_days: list[SpecialDayShape] = []
    observes: str | None = None
    phones: list[str] = []
    languages: list[str] = []
    wheelchair: bool | None = None
    parking: str = ""
    note: Wordings | None = None
    to_verify: list[Wordings] = []


class DeliveryShape(Shape):
    """How the services of `organization` are given at the places of `host`; a shared delivery names its `lead`."""

    organization: str
    host: str
    structure: DeliveryStructure
    source: SourceShape
    verified: bool
    lead: str | None = None


class PhoneShape(Shape):
    """A telephone number and its twins."""

    id: str
    number: str
    type: str
    description: Wordings
    source: SourceShape
    verified: bool
    number_fr: str = ""
    number_tty: str = ""
    toll_free_or_local: str = ""
    hours: str | None = None
    schedule: list[RuleShape] = []
    special_days: list[SpecialDayShape] = []
    observes: str | None = None
    to_verify: list[Wordings] = []


class TermShape(Shape):
    """A taxonomy term."""

    id: str
    name: Wordings
    scheme: Literal["open-eligibility", "local"]
    parent: str | None = None


class AnchorShape(Shape):
    """What a date is counted from."""

    id: str
    label: Wordings


class DocumentShape(Shape):
    """A paper."""

    id: str
    name: Wordings
    form: Form | None = None
    issuing_service: str | None = None
    satisfied_by: list[str] = []
    hint: Wordings | None = None


class ConditionShape(Shape):
    """Either one of the three lists, or one comparison."""

    all_of: list["ConditionShape"] | None = None
    any_of: list["ConditionShape"] | None = None
    none_of: list["ConditionShape"] | None = None
    fact: str | None = None
    op: str | None = None
    value: bool | int | str | list[str] | None = None
    required: bool = True
    note: Wordings | None = None


class ChoiceShape(Shape):
    """One answer to touch; `min` and `max` bound a money band in whole dollars a year."""

    value: str
    label: Wordings
    min: int | None = None
    max: int | None = None


class FactShape(Shape):
    """One thing a person may be asked."""

    fact: str
    type: FactType
    question: Wordings
    sensitive: bool
    why: Wordings | None = None
    help: Wordings | None = None
    choices: list[ChoiceShape] = []
    unit: str = ""
    default: bool | int | str | list[str] | None = None
    derived_from: str = ""
    minimum: int | None = None
    maximum: int | None = None
    said: dict[str, Wordings] = {}


class RequirementShape(Shape):
    """A paper to bring, or one of several."""

    document: str | None = None
    one_of: list[str] = []
    need: Literal["must", "if_applicable"] = "must"


class TimingShape(Shape):
    """A date counted from an anchor."""

    kind: TimingKind
    anchor: str
    offset: str | None = None
    text: Wordings | None = None


class CostShape(Shape):
    """A price."""

    option: Wordings
    amount: float | None
    currency: str
    as_of: AsOf
    confidence: Confidence


class DependencyShape(Shape):
    """A service that this one leans on."""

    service: str
    kind: DependencyKind
    document: str | None = None


class ServiceShape(Shape):
    """An HSDS service and what Guichet adds to it."""

    id: str
    number: int
    name: Wordings
    organization: str
    government_level: GovernmentLevel
    gives: Wordings
    channels: list[ChannelType]
    source: SourceShape
    name_fr_status: NameStatus | None = None
    status: str = "active"
    fitness: Fitness | None = None
    eligibility: ConditionShape | None = None
    required_documents: list[RequirementShape] = []
    produces: list[str] = []
    depends_on: list[DependencyShape] = []
    deadlines: list[TimingShape] = []
    cost_options: list[CostShape] = []
    amounts: list[Wordings] = []
    phones: list[str] = []
    url: Wordings | None = None
    mail_address: str = ""
    locations: list[str] = []
    processing_time: Wordings | None = None
    languages: list[str] = []
    service_area: str = "NS"
    taxonomy_terms: list[str] = []
    automatic: bool = False
    discreet: bool = False
    say: Wordings | None = None
    safety_note: Wordings | None = None
    words: WordLists = {}
    to_verify: list[Wordings] = []


class StepShape(Shape):
    """One step of a bundle. `say` and `papers` stand in place of those of its service, where they would not fit."""

    id: str
    number: int
    level: StepLevel
    service: str | None = None
    title: Wordings | None = None
    when: ConditionShape | None = None
    timing: TimingShape | None = None
    after: list[str] = []
    note: Wordings | None = None
    say: Wordings | None = None
    papers: list[str] | None = None
    list: StepList | None = None


class AgreementShape(Shape):
    """What the partners of a bundle have signed."""

    purpose: Wordings
    parties: list[str]
    starts: date
    ends: date | None = None
    renewal: str = ""


class BundleShape(Shape):
    """A life event or a clientele, with its steps."""

    id: str
    number: int
    name: Wordings
    type: Literal["life_event", "clientele"]
    questions: list[str]
    steps: list[StepShape]
    optional_questions: list[str] = []
    assumed_facts: list[str] = []
    clientele: list[str] = []
    event_date: Wordings | None = None
    safety: Wordings | None = None
    confidence: Confidence | None = None
    theme: str | None = None
    icon: str | None = None
    tile: Wordings | None = None
    opening: Wordings | None = None
    sensitive: bool = False
    words: WordLists = {}
    state: BundleState | None = None
    steward: str = ""
    review_date: date | None = None
    agreement: AgreementShape | None = None


class DoorShape(Shape):
    """One way in from the first screen."""

    id: str
    kind: Literal["situation", "clientele", "urgent"]
    label: Wordings
    icon: str
    theme: str
    bundles: list[str] = []
    services: list[str] = []
