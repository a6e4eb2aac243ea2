"""How a slip becomes pages: typst, kept warm, in memory only.

Nothing of a slip is written to disk here: the words go in as one JSON string, the pages come back as bytes.
"""

from __future__ import annotations

import threading
from copy import copy
from dataclasses import asdict, dataclass, field
from pathlib import Path

import msgspec
import typst

from kiosk.errors import KioskError
from kiosk.languages.known import tongue_of
from kiosk.referral.slip.badge import BadgeCard, badge_json, badge_text
from kiosk.referral.slip.card import Card, card_json, card_text
from kiosk.referral.slip.content import Modules, Paper, Slip, SlipPart
from kiosk.referral.slip.handed import HandOffSheet, hand_off_json, hand_off_text
from kiosk.referral.slip.numbers import NumberSheet, numbers_json, numbers_text
from kiosk.referral.slip.pairing import paired
from kiosk.referral.slip.plain import plain_text
from kiosk.referral.slip.raster import DOTS_PER_INCH, Raster, png_of, stacked

FAMILY = "Noto Sans"
WEIGHTS = frozenset({400, 500, 600, 700})
_TEMPLATE = "slip.typ"
_CARD_TEMPLATE = "card.typ"
_BADGE_TEMPLATE = "badge.typ"
_NUMBERS_TEMPLATE = "numbers.typ"
_HAND_OFF_TEMPLATE = "handed.typ"
_BLANK = Slip("", (SlipPart("en", "", "", "-", "-", ()),), tuple((False,) * 21 for _ in range(21)))


class SlipError(KioskError):
    """A slip could not be made."""

    code = "slip_failed"


class SlipPartsMissingError(SlipError):
    """The template or the fonts of the slip are not where they should be."""

    code = "slip_parts_missing"


class Typesetter:
    """Sets slips with one compiler, whose fonts and templates stay loaded. Safe to share between threads."""

    def __init__(self, templates: Path, fonts: Path) -> None:
        """Load the fonts (some 20 ms). `templates` holds `slip.typ`; `fonts` holds Noto Sans.

        Raises `SlipPartsMissingError` when either is not there.
        """
        if not (templates / _TEMPLATE).is_file():
            raise SlipPartsMissingError(f"no {_TEMPLATE} in {templates}")
        faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        missing = WEIGHTS - {face.weight for face in faces.fonts() if face.family == FAMILY and face.style == "normal"}
        if missing:
            raise SlipPartsMissingError(f"no {FAMILY} of weight {sorted(missing)} in {fonts}")
        self._templates, self._faces = templates, faces
        self._compiler = self._compiler_of(_TEMPLATE)
        self._one_at_a_time = threading.Lock()

    def typeset(self, slip: Slip, paper: Paper, large: bool = False) -> Typeset:
        """Choose a paper and a size of letters for `slip`; `large` means 18 points or more."""
        return Typeset(slip, paper, large, _as_json(slip, paper, large), self)

    def typeset_card(self, card: Card, paper: Paper) -> Typeset:
        """The small plain card on a paper; its template is read for each card, which few people ask for."""
        return Typeset(card, paper, False, card_json(card, paper), self._with(_CARD_TEMPLATE))

    def typeset_badge(self, card: BadgeCard, paper: Paper | None) -> Typeset:
        """The badge of somebody at the counter; without a paper the card alone, for whoever prints it elsewhere."""
        return Typeset(card, paper or Paper.LETTER, False, badge_json(card, paper), self._with(_BADGE_TEMPLATE))

    def typeset_numbers(self, sheet: NumberSheet, paper: Paper) -> Typeset:
        """A sheet of numbers, such as those of a day."""
        return Typeset(sheet, paper, False, numbers_json(sheet, paper), self._with(_NUMBERS_TEMPLATE))

    def typeset_hand_off(self, sheet: HandOffSheet, paper: Paper) -> Typeset:
        """What a person takes along, or staff send, to the partner who is to help."""
        return Typeset(sheet, paper, False, hand_off_json(sheet, paper), self._with(_HAND_OFF_TEMPLATE))

    def warm(self) -> None:
        """Set an empty slip on every paper, so that the first person's slip is as quick as the next (some 60 ms)."""
        for paper in Paper:
            self.typeset(_BLANK, paper).pdf()

    def forget(self) -> None:
        """Set an empty slip in the place of the last one, whose words the compiler holds until then."""
        self.warm()

    def compile(self, words: str, ppi: float | None) -> list[bytes]:
        """Give the pages as PNG at `ppi`, or the whole as one PDF when it is None.

        Raises `SlipError` when typst refuses the slip.
        """
        try:
            with self._one_at_a_time:
                made = (
                    self._compiler.compile(format="pdf", sys_inputs={"slip": words}, pdf_standards=["ua-1"])
                    if ppi is None
                    else self._compiler.compile(format="png", ppi=ppi, sys_inputs={"slip": words})
                )
        except (typst.TypstError, RuntimeError, OSError) as error:
            raise SlipError(f"typst could not set the slip: {_without_words(error)}") from None
        if made is None:
            raise SlipError("typst gave nothing")
        return made if isinstance(made, list) else [made]

    def _with(self, template: str) -> Typesetter:
        """Another typesetter with the same fonts, for one thing that few people ask for."""
        setter = copy(self)
        setter._compiler = self._compiler_of(template)
        return setter

    def _compiler_of(self, template: str) -> typst.Compiler:
        return typst.Compiler(
            input=self._templates / template, root=self._templates, font_paths=self._faces, ignore_system_fonts=True
        )


@dataclass(frozen=True, slots=True)
class Typeset:
    """A slip on a chosen paper. Each form of it is made when asked for, and all are the same document."""

    slip: Slip | Card | BadgeCard | NumberSheet | HandOffSheet
    paper: Paper
    large: bool
    _words: str = field(repr=False)
    _typesetter: Typesetter = field(repr=False, compare=False)
    _drawn: dict[float, tuple[bytes, ...]] = field(default_factory=dict, repr=False, compare=False)
    _printed: list[bytes] = field(default_factory=list, repr=False, compare=False)
    _dots: list[Raster] = field(default_factory=list, repr=False, compare=False)

    def make_ahead(self) -> None:
        """Make what printers take, some 100 ms, so that it is there when somebody touches Print. Raises `SlipError`."""
        if self.paper.is_receipt:
            self.raster()
        self.pdf()

    def pdf(self) -> bytes:
        """Give a tagged PDF (PDF/UA-1) with its title and language. Raises `SlipError`."""
        if not self._printed:
            self._printed.append(self._typesetter.compile(self._words, None)[0])
        return self._printed[0]

    def raster(self) -> Raster:
        """Give the dots at 203 dpi: 576 across on 80 mm paper, 384 on 58 mm; sheets one under the other."""
        if not self._dots:
            self._dots.append(Raster.of_png(*self.pages(1.0)))
        return self._dots[0]

    def pages(self, scale: float) -> tuple[bytes, ...]:
        """Give each page as PNG in greys; at `scale` 1.0 a pixel is a dot of 203 dpi.

        Pages are drawn once at each scale, so that a slip looked at on the screen is at the printer at once.
        """
        if scale not in self._drawn:
            self._drawn[scale] = tuple(self._typesetter.compile(self._words, DOTS_PER_INCH * scale))
        return self._drawn[scale]

    def png(self, scale: float = 1.0) -> bytes:
        """Give all pages as one PNG picture, one under the other."""
        pages = self.pages(scale)
        return pages[0] if len(pages) == 1 else png_of(stacked(pages))

    def text(self) -> str:
        """Give the same words as plain text, for a file, a screen reader or a voice."""
        match self.slip:
            case Card():
                return card_text(self.slip)
            case BadgeCard():
                return badge_text(self.slip)
            case NumberSheet():
                return numbers_text(self.slip)
            case HandOffSheet():
                return hand_off_text(self.slip)
            case Slip():
                return plain_text(self.slip)


def _as_json(slip: Slip, paper: Paper, large: bool) -> str:
    told = {
        "paper": paper.value,
        "large": large,
        "code": slip.code,
        "plain_cover": slip.plain_cover,
        "side_by_side": slip.side_by_side,
        "right_to_left": tongue_of(slip.parts[0].language).right_to_left,
        "qr": {"side": len(slip.qr), "svg": _drawn(slip.qr)},
        "parts": [asdict(part) for part in slip.parts],
        "pair": asdict(paired(slip)) if slip.side_by_side else None,
    }
    return msgspec.json.encode(told).decode()


def _drawn(qr: Modules) -> str:
    """Draw the dark modules as one path, a run of neighbours in a row as one rectangle."""
    path = "".join(
        f"M{start} {y}h{end - start}v1H{start}z" for y, row in enumerate(qr) for start, end in _dark_runs(row)
    )
    side = len(qr)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>'


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    edges = [x for x in range(len(row) + 1) if (x > 0 and row[x - 1]) != (x < len(row) and row[x])]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _without_words(error: Exception) -> str:
    """Say where typst stopped, and nothing of what stood on the slip: this text may reach a log."""
    return getattr(error, "message", type(error).__name__)
