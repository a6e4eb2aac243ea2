"""Two languages side by side: what each of them says, and what is said once for both.

A slip for whoever reads neither office language is told in their own language and, beside it, in the one that a clerk
reads. What only the office languages have a word for, such as the name of a service, stands there once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from kiosk.languages.foreign import bare, is_foreign
from kiosk.referral.slip.content import BringItem, Remark, Row, Slip, SlipStep, in_one_line
from kiosk.referral.slip.pieces import Piece, pieces

T = TypeVar("T")
R = TypeVar("R")

_NOTHING = Remark("")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing in both languages. Where `own` is empty, the office's words stand for both; where `office` is, nobody
    but the person needs it.
    """

    own: tuple[Piece, ...] = ()
    office: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class PairedRemark:
    """One or two sentences, of which the first words stand out."""

    strong: Said
    text: Said


@dataclass(frozen=True, slots=True)
class PairedRow:
    """One labelled fact; `notes` are set small under its lines."""

    label: Said
    lines: tuple[Said, ...]
    notes: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PairedStep:
    """One thing to do; `name` is its title for an outline."""

    number: int
    name: str
    title: Said
    official: Said
    flag: Said
    rows: tuple[PairedRow, ...]
    summary: Said


@dataclass(frozen=True, slots=True)
class PairedPaper:
    """One paper to bring."""

    name: Said
    form: Said
    told: Said
    """Its form and its steps in words, for a sheet."""
    numbers: tuple[int, ...]
    if_asked: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """The whole slip in both languages; what is written plain is for staff, or for an outline."""

    own: str
    office: str
    centre: Said
    issued: Said
    title: Said
    plain_title: Said
    heading: Said
    lead: Said
    steps: tuple[PairedStep, ...]
    papers_title: Said
    papers: tuple[PairedPaper, ...]
    papers_steps: Said
    papers_if_asked: Said
    also_title: Said
    also: tuple[PairedRemark, ...]
    help: tuple[PairedRemark, ...]
    """What to do when an office says no, and 211."""
    qr_caption: PairedRemark | None
    qr_alt: str
    keeping: Said
    data_date: Said
    continued: Said
    other_language: str
    page_line: str
    staff_title: str
    outcomes: tuple[str, ...]


def paired(slip: Slip) -> Pair:
    """Set the two parts of `slip` side by side: the first is the person's, the second the office's."""
    own, office = slip.parts
    say = _Speakers(own.language, office.language)
    both = {step.number: step for step in office.steps}
    return Pair(
        own=own.language,
        office=office.language,
        centre=say.both(own.centre, office.centre),
        issued=say.both(own.issued, office.issued),
        title=say.both(own.title, office.title),
        plain_title=say.both(own.plain_title, office.plain_title),
        heading=say.both(own.heading, office.heading),
        lead=say.both(own.lead, office.lead),
        steps=tuple(say.step(step, both.get(step.number, step)) for step in own.steps),
        papers_title=say.both(own.papers_title, office.papers_title),
        papers=tuple(say.paper(*each) for each in zip(own.papers, office.papers, strict=True)),
        papers_steps=say.both(own.papers_steps, office.papers_steps),
        papers_if_asked=say.both(own.papers_if_asked, office.papers_if_asked),
        also_title=say.both(own.also_title, office.also_title),
        also=_each(say.remark, own.also, office.also, _NOTHING),
        help=_each(say.remark, _told(own.if_no, own.help_line), _told(office.if_no, office.help_line), _NOTHING),
        qr_caption=next(iter(_each(say.remark, _told(own.qr_caption), _told(office.qr_caption), _NOTHING)), None),
        qr_alt=bare(own.qr_alt),
        keeping=say.both(own.keeping, office.keeping),
        data_date=say.both(own.data_date, office.data_date),
        continued=say.both(own.continued_line, office.continued_line),
        other_language=office.other_language,
        page_line=office.page_line,
        staff_title=office.staff_title,
        outcomes=office.outcomes,
    )


@dataclass(frozen=True, slots=True)
class _Speakers:
    """The person's language and the office's."""

    own: str
    office: str

    def both(self, own: str, office: str, language: str = "") -> Said:
        """`own` beside `office`, or once what both would say; `language` where an office works in another."""
        told = pieces(office, language or self.office, self.office)
        if not own or bare(own) == bare(office) or (is_foreign(own) and office):
            return Said(office=told)
        return Said(pieces(own, self.own, self.office), told)

    def lines(self, own: Sequence[str], office: Sequence[str]) -> tuple[Said, ...]:
        return _each(self.both, own, office, "")

    def step(self, own: SlipStep, office: SlipStep) -> PairedStep:
        own_facts = [fact for fact in own.summary if bare(fact) not in office.summary]
        return PairedStep(
            number=own.number,
            name=bare(office.title),
            title=self.both(own.title, office.title),
            official=self.both("", office.official, office.office_language),
            flag=self.both(own.flag, office.flag),
            rows=_each(lambda mine, theirs: self.row(mine, theirs, office), own.rows, office.rows, Row("", ())),
            summary=self.both(
                in_one_line((*own_facts, own.perhaps)),
                in_one_line((*office.summary, office.perhaps.replace("-", "\N{NON-BREAKING HYPHEN}"))),
            ),
        )

    def row(self, own: Row, office: Row, step: SlipStep) -> PairedRow:
        others = (self.both("", words, step.office_language) for words in office.other)
        return PairedRow(
            label=self.both(own.label, office.label),
            lines=(*self.lines(own.lines, office.lines), *others),
            notes=self.lines(own.notes, office.notes),
        )

    def paper(self, own: BringItem, office: BringItem) -> PairedPaper:
        return PairedPaper(
            name=self.both(own.name, office.name),
            form=self.both(own.form, office.form),
            told=self.both(_beside(own), _beside(office)),
            numbers=office.numbers,
            if_asked=office.if_asked,
        )

    def remark(self, own: Remark, office: Remark) -> PairedRemark:
        return PairedRemark(self.both(own.strong, office.strong), self.both(own.text, office.text))


def _beside(paper: BringItem) -> str:
    return " · ".join(words for words in (paper.form, paper.steps) if words)


def _told(*remarks: Remark | None) -> tuple[Remark, ...]:
    return tuple(remark for remark in remarks if remark is not None)


def _each(join: Callable[[T, T], R], own: Sequence[T], office: Sequence[T], missing: T) -> tuple[R, ...]:
    return tuple(join(mine, theirs) for mine, theirs in zip_longest(own, office, fillvalue=missing))
