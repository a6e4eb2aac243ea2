"""The audit: every page in every language, shape, size of letters, colours and posture, on three panels."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.auditing.contrast import faint_words
from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.faults import Fault, Rules, faults_in
from kiosk.bridge.auditing.report import Look, page
from kiosk.bridge.auditing.stations import stations
from kiosk.bridge.auditing.untranslated import untranslated_in
from kiosk.bridge.trying import PANEL_IN, Opened, OpenWindow, opened, quicken
from kiosk.catalogue.model import Catalogue
from kiosk.config import Config
from kiosk.errors import KioskError
from kiosk.languages.known import PSEUDO
from kiosk.referral.printing.file import FilePrinter
from kiosk.visit.comfort import LETTER_SIZES, Comfort, Palette

PANELS_IN = (PANEL_IN, 15.6, 32.0)
"""The panels looked at: the one that every screen was drawn for, a small one on a counter, and a large one."""
TARGET_MM = 20
STEADY_TARGET_MM = 30
_PICTURE_WIDTH = 360
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_DRAWINGS = 3
"""How often a page is drawn before it is judged: layouts settle in the second."""


class AuditError(KioskError):
    """The audit's pictures cannot be kept."""

    code = "audit"


@dataclass(frozen=True, slots=True)
class Manner:
    """One way of showing a page; `panel` is the diagonal of the glass in inches."""

    language: str
    orientation: str
    comfort: Comfort
    panel: float = PANEL_IN

    def __str__(self) -> str:
        wishes = [name for name in ("steady", "lower") if getattr(self.comfort, name)]
        letters = "A" + "+" * self.comfort.letters
        panel = () if self.panel == PANEL_IN else (f"{self.panel:g} inches",)
        return ", ".join((self.language, self.orientation, letters, self.comfort.palette, *wishes, *panel))


def manners(
    languages: Sequence[str], orientations: Sequence[str], panels: Sequence[float] = PANELS_IN
) -> Iterator[Manner]:
    """Every language, shape and size of letters on every panel, each plain, in steady touch and in Lower.

    On the panel of 21.5 inches also every palette, on a smaller one also steady touch and Lower at once.
    """
    sizes = range(LETTER_SIZES)
    for panel, language, orientation in product(panels, languages, orientations):
        for letters, palette in product(sizes, Palette if panel == PANEL_IN else (Palette.LIGHT,)):
            yield Manner(language, orientation, Comfort(letters=letters, palette=palette), panel)
        for letters in sizes:
            yield Manner(language, orientation, Comfort(letters=letters, steady=True), panel)
            yield Manner(language, orientation, Comfort(letters=letters, lower=True), panel)
            if panel < PANEL_IN:
                yield Manner(language, orientation, Comfort(letters=letters, steady=True, lower=True), panel)


def audit(
    wanted: Sequence[Manner], folder: Path, config: Config, open_window: OpenWindow, said: Callable[[str], None]
) -> int:
    """Look at every page in the manners wanted, leave pictures and index.html in `folder`; how many faults there are.

    `said` is told of each manner when it is done. Raises `AuditError` when the folder cannot be written.
    """
    looks: list[Look] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for manner in wanted:
            found = list(_looks(manner, folder, config, open_window))
            looks += found
            said(f"{manner}: {sum(len(look.faults) for look in found)}")
        (folder / "index.html").write_text(page(looks), encoding="utf-8")
    except OSError as error:
        raise AuditError(f"the audit cannot be kept in {folder}: {error.strerror}") from error
    return sum(len(look.faults) for look in looks)


def _looks(manner: Manner, folder: Path, config: Config, open_window: OpenWindow) -> Iterator[Look]:
    languages = tuple(dict.fromkeys((*config.site.languages, manner.language)))
    wanted = replace(config, site=replace(config.site, languages=languages))
    kiosk = opened(open_window, wanted, manner.orientation, FilePrinter(folder), manner.panel)
    try:
        kiosk.show()
        quicken(kiosk.citizen)
        _wish(kiosk, manner.comfort)
        rules = _rules(kiosk, manner.comfort)
        made_up = manner.language == PSEUDO
        yield _look("attract", kiosk.citizen.window, rules, manner, folder)
        for station, visit in stations(kiosk.session, manner.language).items():
            kiosk.session.do(lambda _, visit=visit: visit)  # type: ignore[misc]
            known = kiosk.session.catalogue if made_up else None
            yield _look(station, kiosk.citizen.window, rules, manner, folder, known)
    finally:
        kiosk.close()
        del kiosk
        gc.collect()


def _wish(kiosk: Opened, comfort: Comfort) -> None:
    kiosk.comfort.setLetters(comfort.letters)
    kiosk.comfort.setPalette(comfort.palette)
    kiosk.comfort.setSteady(comfort.steady)
    kiosk.comfort.setLower(comfort.lower)


def _rules(kiosk: Opened, comfort: Comfort) -> Rules:
    theme = kiosk.citizen.singleton("Guichet.Theme", "Theme")
    millimetre = float(theme.property("pixelsPerMm"))
    target = STEADY_TARGET_MM if comfort.steady else TARGET_MM
    reach = float(theme.property("above")) if comfort.lower else 0.0
    return Rules(target * millimetre, reach)


def _look(
    station: str, window: QQuickWindow, rules: Rules, manner: Manner, folder: Path, made_up: Catalogue | None = None
) -> Look:
    """`made_up` is what the catalogue knows where the made-up language is spoken."""
    picture = settled(window)
    drawn = Drawn(window)
    faults = [*faults_in(drawn, rules), *faint_words(drawn)]
    if made_up is not None:
        faults += untranslated_in(drawn, made_up)
    name = f"{manner} {station}".replace(", ", "-").replace(" ", "-") + ".png"
    if not _marked(picture, faults).scaledToWidth(_PICTURE_WIDTH, _SMOOTH).save(str(folder / name)):
        raise AuditError(f"the picture {folder / name} cannot be written")
    return Look(str(manner), station, name, tuple(map(str, faults)))


def settled(window: QQuickWindow) -> QImage:
    """Draw until layouts are done. Nothing happens after the picture, so that what is read then is what is seen."""
    for _ in range(_DRAWINGS):
        QCoreApplication.processEvents()
        picture = window.grabWindow()
    return picture


def _marked(picture: QImage, faults: Sequence[Fault]) -> QImage:
    if faults:
        painter = QPainter(picture)
        painter.setPen(QPen(QColor("red"), 6))
        for fault in faults:
            painter.drawRect(fault.where.adjusted(-4, -4, 4, 4).intersected(QRectF(picture.rect())))
        painter.end()
    return picture
