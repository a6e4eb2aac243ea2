"""What stands on a slip: words already chosen and translated by the caller, in the order they are to be read.

The slip knows layout, not planning. It has no place for a name, for a number that identifies a person, for an answer
or for a reason, and the places it has are not for them. A text that is empty is left out, with its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

SMALLEST_QR = 21
"""Modules on a side of the smallest QR symbol (ISO/IEC 18004, version 1)."""

Modules = tuple[tuple[bool, ...], ...]
"""The dark (true) and light modules of a QR symbol, row by row, without its quiet zone."""


class Paper(Enum):
    """What a slip is printed on."""

    RECEIPT_80 = "receipt80"
    """A roll 80 mm wide, of which a printer reaches 72 mm: 576 dots."""
    RECEIPT_58 = "receipt58"
    """A roll 58 mm wide, of which a printer reaches 48 mm: 384 dots."""
    LETTER = "letter"
    """A sheet of 8.5 by 11 inches."""

    @property
    def is_receipt(self) -> bool:
        return self is not Paper.LETTER


@dataclass(frozen=True, slots=True)
class Remark:
    """One or two sentences, of which the first words stand out."""

    strong: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled fact of a step: where to go, when it is open, what to say."""

    label: str
    lines: tuple[str, ...]
    ticks: bool = False
    """Each line is a thing to bring, with a box to tick. A slip on Letter paper that has a list of papers leaves such
    rows out, because the list already says which step each paper is for."""
    other: tuple[str, ...] = ()
    """The same lines in the office's working language (`SlipStep.office_language`), so that a clerk can read them."""
    notes: tuple[str, ...] = ()
    """Set small under the lines, on one line where it fits: the hours of a telephone on a roll."""


@dataclass(frozen=True, slots=True)
class SlipStep:
    """One thing to do."""

    number: int
    title: str
    rows: tuple[Row, ...] = ()
    official: str = ""
    """The official name of the service in the office's working language."""
    office_language: str = "en"
    flag: str = ""
    """Set in a frame under the title: "Do this first: by Thu 19 March"."""
    summary: tuple[str, ...] = ()
    """A step told in brief has no rows but these facts: "by 5 April", "1-800-277-9914". Staff have no boxes for it."""
    perhaps: str = ""
    """Set after the title of a step told in brief that may not be for the person: "perhaps"."""


@dataclass(frozen=True, slots=True)
class BringItem:
    """One paper to bring, named once for all the steps that want it."""

    name: str
    form: str = ""
    """"original", "copy" or "number", in words."""
    steps: str = ""
    """"steps 1 and 3"."""
    if_asked: bool = False
    """Only some people must bring it. A roll lists such papers apart, under `SlipPart.papers_if_asked`."""
    numbers: tuple[int, ...] = ()
    """The same steps as numbers, which a roll sets at the right under `SlipPart.papers_steps`."""


@dataclass(frozen=True, slots=True)
class SlipPart:
    """The whole slip in one language."""

    language: str
    """BCP 47, "en" or "ar"."""
    centre: str
    issued: str
    """The date, and the time where it helps, written out."""
    title: str
    """The topic: "A death in the family". Not shown under a plain cover."""
    plain_title: str
    """What a plain cover says instead: "My list"."""
    steps: tuple[SlipStep, ...]
    heading: str = ""
    """What this paper is, in both languages: "Your plan · Votre plan"."""
    lead: str = ""
    """"You have 3 steps. Do number 1 first.\""""
    papers_title: str = ""
    papers: tuple[BringItem, ...] = ()
    papers_steps: str = ""
    """Above the numbers of the steps: "Steps"."""
    papers_if_asked: str = ""
    """Above the papers that only some people must bring."""
    also_title: str = ""
    also: tuple[Remark, ...] = ()
    """What is good to know beside the steps, a line or two each."""
    if_no: Remark | None = None
    """What to do when an office says no."""
    help_line: Remark | None = None
    """211."""
    qr_caption: Remark | None = None
    """What the QR does: opens the plan as text, or opens a web page."""
    qr_alt: str = ""
    """What a screen reader says in place of the QR."""
    keeping: str = ""
    """"No name is stored or printed.\""""
    data_date: str = ""
    """"Information of 11 March 2026. Changed? Ask us.\""""
    other_language: str = ""
    """Where to get this slip in the other language, said in that language."""
    page_line: str = "{page} / {pages}"
    """Shown at the foot of a sheet: "Page {page} of {pages}"."""
    continued_line: str = "{step} …"
    """Shown at the head of a sheet on which a step goes on: "{step}, continued"."""
    staff_title: str = ""
    outcomes: tuple[str, ...] = ()
    """What staff tick against each step: "got", "applied", "no"."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in one language, or in two, one after the other or side by side, under one code and one QR."""

    code: str
    """The referral's short code, in groups: "R-7K3F-9XD"; empty when none could be given."""
    parts: tuple[SlipPart, ...]
    qr: Modules
    """Empty when the referral could not be signed: the slip then carries the steps alone."""
    plain_cover: bool = False
    """The first 40 mm show the centre, the date and the plain title, and the topic is nowhere."""
    side_by_side: bool = False
    """The first part is the person's and the second the office's: what both say stands once (`pairing`)."""

    def __post_init__(self) -> None:
        if not 1 <= len(self.parts) <= 2:
            raise ValueError(f"a slip has one or two languages, not {len(self.parts)}")
        if self.side_by_side and len(self.parts) != 2:
            raise ValueError("only two languages stand side by side")
        side = len(self.qr)
        if 0 < side < SMALLEST_QR or any(len(row) != side for row in self.qr):
            raise ValueError("a QR symbol is a square of at least 21 modules")


def in_one_line(facts: Sequence[str]) -> str:
    """The facts of a step told in brief, on one line; the empty ones are left out."""
    return "\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact)
