"""The closed sets of the catalogue: what kinds of things it tells apart."""

from enum import StrEnum


class GovernmentLevel(StrEnum):
    """The order of government or the sector that an organization belongs to."""

    FEDERAL = "federal"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COMMUNITY = "community"
    INDIGENOUS = "indigenous"


class Confidence(StrEnum):
    """How sure the editors are of a fact."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ChannelType(StrEnum):
    """A way to reach a service."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    ONLINE = "online"
    MAIL = "mail"
    TEXT = "text"
    CHAT = "chat"
    EMAIL = "email"
    FAX = "fax"
    HOSPITAL_KIOSK = "hospital_kiosk"
    AUTOMATIC = "automatic"


class DeliveryStructure(StrEnum):
    """Who gives a service at a place, in Kernaghan's five structures of integrated delivery.

    The organization itself at its own place; itself under another's roof; a partnership that one of them leads; another
    in its name; an agency whose whole work is to give services, its own and those of others.
    """

    DIRECT = "direct"
    CO_LOCATED = "co_located"
    SHARED = "shared"
    AGENT = "agent"
    INTEGRATED_AGENCY = "integrated_agency"


class Fitness(StrEnum):
    """Whether a person can finish a service alone, or is better served by someone (CR paragraph 19)."""

    SELF_SERVICE = "self_service"
    MEDIATED = "mediated"


class Form(StrEnum):
    """In what form a paper must be brought."""

    ORIGINAL = "original"
    COPY = "copy"
    NUMBER = "number"
    EITHER = "either"


class DependencyKind(StrEnum):
    """How strongly one service leans on another."""

    MUST = "must"
    ONE_ROUTE = "one_route"
    HELPS = "helps"


class TimingKind(StrEnum):
    """What a date means: for steps the first four, for a service's own rules all of them."""

    DEADLINE = "deadline"
    RECOMMENDED = "recommended"
    WINDOW = "window"
    EARLIEST = "earliest"
    MUST_BY = "must_by"
    SHOULD_BY = "should_by"
    RETROACTIVE_MAX = "retroactive_max"
    RENEW_BY = "renew_by"
    VALID = "valid"
    LATE = "late"
    PLAN = "plan"
    SEASON = "season"
    NEWCOMERS = "newcomers"


class FactType(StrEnum):
    """What kind of answer a fact takes. A money band is a choice whose `minimum` and `maximum` are compared."""

    BOOLEAN = "boolean"
    CHOICE = "choice"
    SEVERAL = "choice_multi"
    NUMBER = "number"
    DATE = "date"
    MONEY_BAND = "money_band"


class StepLevel(StrEnum):
    """How much a step matters once it applies."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class StepList(StrEnum):
    """Which of the three lists of a plan a step belongs to."""

    TO_DO = "to_do"
    TO_KNOW = "to_know"
    AUTOMATIC = "automatic"


class BundleState(StrEnum):
    """Where a bundle stands in its life (CR paragraphs 6 to 9)."""

    DRAFT = "draft"
    PILOT = "pilot"
    ESTABLISHED = "established"
    RETIRED = "retired"
