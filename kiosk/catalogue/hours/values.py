"""When a place or a line is open, as values: rules, special days, holidays observed, and what is not known."""

import enum
from dataclasses import dataclass
from datetime import date, time

from kiosk.catalogue.text import Text
from kiosk.errors import KioskError
from kiosk.languages.sentences import Sentence, sentence


class HoursError(KioskError):
    """Somebody wrote opening hours that cannot be understood, or asked for them in a form too poor to hold them."""

    code = "hours-unreadable"

    def __init__(self, what: Sentence | str) -> None:
        self.what = what if isinstance(what, Sentence) else Sentence(what, ())
        super().__init__(str(what))


class Jurisdiction(enum.Enum):
    """Whose public holidays close the door."""

    NONE = "none"
    FEDERAL = "federal"
    NOVA_SCOTIA = "nova-scotia"
    MUNICIPAL_HALIFAX = "municipal-halifax"


class Frequency(enum.Enum):
    """How often a rule comes back; HSDS publishes WEEKLY and MONTHLY, other sources the two others."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True, order=True)
class ByDay:
    """A weekday (Monday is 0), or only its `nth` in the month or year; -1 is the last, 0 means every one."""

    weekday: int
    nth: int = 0

    @classmethod
    def read(cls, text: str) -> tuple["ByDay", ...]:
        """Read the `byday` column of HSDS: `MO,TU`, `1TU`, `-1FR`.

        Raises:
            HoursError: a part is not a day.
        """
        return tuple(cls._read_one(part.strip().upper()) for part in text.split(",") if part.strip())

    @classmethod
    def _read_one(cls, part: str) -> "ByDay":
        code, nth = part[-2:], part[:-2] or "0"
        if code not in DAY_CODES or not nth.lstrip("+-").isdigit():
            raise HoursError(sentence("{part!r} is not a day: write MO, 1TU or -1FR", part=part))
        return cls(DAY_CODES.index(code), int(nth))

    def written(self) -> str:
        """The same day in the words of the `byday` column."""
        return f"{self.nth or ''}{DAY_CODES[self.weekday]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From opening to closing by the clock on the wall; closing at or before opening is past midnight."""

    opens: time
    closes: time

    @property
    def past_midnight(self) -> bool:
        return self.closes <= self.opens


ALL_DAY = Span(time(0), time(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the HSDS `schedule` table.

    `valid_from` and `valid_to` bound what is *known*: outside them nobody can say. `dtstart` and `until` bound what
    *happens*: outside them the place is closed. All four days are included. Without `opens_at` the days are known
    and the hours are not. `interval` counts from `dtstart` (or `valid_from`).
    """

    opens_at: time | None = None
    closes_at: time | None = None
    freq: Frequency = Frequency.WEEKLY
    interval: int = 1
    byday: tuple[ByDay, ...] = ()
    bymonthday: tuple[int, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    dtstart: date | None = None
    until: date | None = None
    attending_type: str = ""
    notes: str = ""

    @property
    def span(self) -> Span | None:
        """Its hours, or None where only the days are known."""
        if self.opens_at is None or self.closes_at is None:
            return None
        return Span(self.opens_at, self.closes_at)

    @property
    def is_plain_week(self) -> bool:
        """Tell whether the rule is the same every week."""
        return (
            self.freq is Frequency.WEEKLY
            and self.interval == 1
            and not self.bymonthday
            and bool(self.byday)
            and not any(day.nth for day in self.byday)
        )


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day unlike its weekday: closed, or open at hours of its own. Two of one date are two stretches of that day."""

    date: date
    reason: Text
    span: Span | None = None


class Kind(enum.Enum):
    """What sort of answer the schedule can give."""

    UNKNOWN = "unknown"
    ALWAYS = "always"
    BY_APPOINTMENT = "by_appointment"
    TIMETABLE = "timetable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All that is known of when one place, service or line is open.

    `zone` is the IANA name of the clock it goes by; empty means the clock of the reader. On a holiday that it observes
    it is open only for `holiday_spans`.
    """

    kind: Kind = Kind.UNKNOWN
    rules: tuple[Rule, ...] = ()
    special_days: tuple[SpecialDay, ...] = ()
    observes: Jurisdiction = Jurisdiction.NONE
    holiday_spans: tuple[Span, ...] = ()
    zone: str = ""


UNKNOWN_HOURS = Schedule()
ALWAYS_OPEN = Schedule(kind=Kind.ALWAYS)
BY_APPOINTMENT = Schedule(kind=Kind.BY_APPOINTMENT)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the offices of `jurisdiction` are closed; a moved holiday is on its working day too."""

    date: date
    name: Text
    jurisdiction: Jurisdiction
