"""A hand-off of the case on its way to paper: made of what consent allows, and how it fares."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_words import code_shown, organization_name
from kiosk.bridge.counter.sheet_printing import SheetPrinting
from kiosk.catalogue.model import Catalogue
from kiosk.counter.cases.hand_off_sheet import hand_off_sheet
from kiosk.counter.cases.handing import HandOff
from kiosk.counter.staff.people import everybody
from kiosk.counter.staff.roles import StaffId
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.referral.slip.handed import HandOffSheet
from kiosk.referral.slip.typeset import Typeset

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class HandOffPrinting(QObject):  # type: ignore[operator]
    """Prints one hand-off at a time."""

    changed = Signal()
    told = Signal(str)
    """News of the paper, for the ear."""

    def __init__(
        self,
        open_case: OpenCase,
        catalogue: Callable[[], Catalogue],
        place: Callable[[Messages], str],
        sheets: SheetPrinting,
        typeset: Callable[[HandOffSheet], Typeset],
    ) -> None:
        """`place` names this centre; `typeset` sets a sheet on the printer's paper, in a lane."""
        super().__init__()
        self._open = open_case
        self._catalogue = catalogue
        self._place = place
        self._sheets = sheets
        self._typeset = typeset
        sheets.changed.connect(self._say)
        open_case.opened.connect(self._begin)
        open_case.desk.spoke.connect(self._say)

    @Property(bool, constant=True)
    def possible(self) -> bool:
        """Whether this counter has a printer."""
        return self._sheets.possible

    @Property(str, notify=changed)
    def news(self) -> str:
        """How the paper fares; empty before it was asked for."""
        return self._sheets.news(self._open.desk.messages)

    @Property(bool, notify=changed)
    def isTrouble(self) -> bool:
        """Whether it does not come by itself."""
        return self._sheets.is_trouble

    def print(self, one: HandOff) -> None:
        """Print a hand-off of the case that lies open."""
        case = self._open.case
        if case is None:
            return
        messages = self._open.desk.messages
        sheet = hand_off_sheet(
            messages,
            case,
            one,
            partner=organization_name(messages, self._catalogue(), one.organization),
            first_name=self._open.private.person.first_name,
            staff=self._name_of(one.staff),
            place=self._place(messages),
            code=code_shown(case.code),
            today=self._open.today.day,
        )
        self._sheets.send(lambda: self._typeset(sheet))

    def close(self) -> None:
        """Take back what has not come out."""
        self._sheets.close()

    def _name_of(self, staff: StaffId) -> str:
        """Who handed on; the id where state.db cannot be read just now."""
        try:
            return next((one.name for one in everybody(self._open.cabinet.state) if one.id == staff), staff)
        except KioskError:
            return staff

    @Slot()
    def _begin(self) -> None:
        self._sheets.forget()
        self.changed.emit()

    @Slot()
    def _say(self) -> None:
        self.changed.emit()
        if self.property("news"):
            self.told.emit(self.property("news"))
