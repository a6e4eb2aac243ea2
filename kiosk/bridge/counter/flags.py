"""The page of what is said against the catalogue: flags, what citizens found wrong, corrections and notes."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.flag_words import problem_words
from kiosk.bridge.counter.flags_words import (
    Said,
    SaidLine,
    ShownSaid,
    Telling,
    lines,
    names_in,
    of_key,
    read_said,
    shown,
    to_correct,
)
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.counter.corrections.citizens import CitizenFlags, looked_into
from kiosk.counter.corrections.keeping import accept, clear_correction, clear_flag, reject, settle
from kiosk.counter.corrections.typed import saying
from kiosk.counter.corrections.values import Correction, Flag
from kiosk.counter.staff import Deed, NotAllowedError, StaffId
from kiosk.errors import KioskError

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class FlagsViewModel(QObject):  # type: ignore[operator]
    """Shows all of it, one in full, and takes the decision; what the catalogue has caught up with clears itself."""

    changed = Signal()
    told = Signal(str)
    """What was done, for the ear."""

    correctWanted = Signal(object)
    """To put it right: the service, what of it, which entry, and the flag that this answers."""

    flagWanted = Signal(str)
    """To look at the service that citizens found something wrong about."""

    def __init__(
        self,
        desk: DeskViewModel,
        session: Session,
        state: sqlite3.Connection,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._state = state
        self._now = now
        self._said = Said((), (), ())
        self._chosen = ""
        self._shown = ShownSaid()
        self._reason = ""
        self._problem = ""
        self._done = ""
        self._lines = Rows(SaidLine, self)
        desk.spoke.connect(self._say)
        desk.moved.connect(self._met_again)
        self.look_again()

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """All that is said against the catalogue: `SaidLine`."""
        return self._lines

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The one shown in full."""
        return self._shown.key

    @Property(str, notify=changed)
    def kind(self) -> str:
        """`flag`, `citizens` or `correction`; empty where nothing is said."""
        return self._shown.kind

    @Property(str, notify=changed)
    def name(self) -> str:
        """The service, place or number."""
        return self._shown.name

    @Property(str, notify=changed)
    def what(self) -> str:
        """What of it."""
        return self._shown.what

    @Property(str, notify=changed)
    def says(self) -> str:
        """What it should say, or says here."""
        return self._shown.says

    @Property(str, notify=changed)
    def stands(self) -> str:
        """What the catalogue says."""
        return self._shown.stands

    @Property(str, notify=changed)
    def by(self) -> str:
        """Who said so, and when."""
        return self._shown.by

    @Property(str, notify=changed)
    def stateWords(self) -> str:
        """How far it has come."""
        return self._shown.state

    @Property(str, notify=changed)
    def tone(self) -> str:
        """In which tone that is said."""
        return self._shown.tone

    @Property(str, notify=changed)
    def hides(self) -> str:
        """What citizens do not see while it stands; empty where nothing is hidden."""
        return self._shown.hides

    @Property(str, notify=changed)
    def look(self) -> str:
        """That the catalogue has changed; empty where it has not."""
        return self._shown.look

    @Property(bool, notify=changed)
    def waits(self) -> bool:
        """Whether it waits for a decision."""
        return self._shown.waits

    @Property(bool, notify=changed)
    def correctable(self) -> bool:
        """Whether it can be put right here."""
        return self._shown.correctable and self._desk.may(Deed.CORRECT)

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why, as it was typed."""
        return self._reason

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What went wrong and what to do next."""
        return problem_words(self._desk.messages, self._problem)

    @Property(str, notify=changed)
    def done(self) -> str:
        """What was done last."""
        return self._done

    @Slot(str)
    def choose(self, untrusted_key: str) -> None:
        """Show one in full."""
        self._chosen, self._reason = untrusted_key, ""
        self._problem = self._done = ""
        self._say()

    @Slot(str)
    def explain(self, untrusted: str) -> None:
        """Why it is decided so."""
        self._reason = untrusted

    @Slot()
    def accept(self) -> None:
        """It is right; or, of citizens, somebody has looked into it."""
        said, messages = of_key(self._said, self._shown.key), self._desk.messages
        if isinstance(said, Flag):
            done = messages.gettext("Accepted: it stands until the catalogue is mended.")
            self._do(lambda who: accept(self._state, said.id, who, self._now(), self._why()), done)
        elif isinstance(said, CitizenFlags):
            done = messages.gettext("Looked into.")
            self._do(lambda who: looked_into(self._state, said.service, who, self._now()), done)

    @Slot()
    def reject(self) -> None:
        """The catalogue was right: nothing is hidden any more."""
        said = of_key(self._said, self._shown.key)
        if isinstance(said, Flag):
            done = self._desk.messages.gettext("Rejected: citizens see it again.")
            self._do(lambda who: reject(self._state, said.id, who, self._now(), self._why()), done)

    @Slot()
    def takeOff(self) -> None:
        """Be done with a flag, or take a correction or a note off the catalogue."""
        said, messages = of_key(self._said, self._shown.key), self._desk.messages
        if isinstance(said, Flag):
            self._do(lambda who: clear_flag(self._state, said.id, who, self._now()), messages.gettext("Done."))
        elif isinstance(said, Correction):
            done = messages.gettext("Taken off: the catalogue’s own words show again.")
            self._do(lambda who: clear_correction(self._state, said.id, who, self._now()), done)

    @Slot()
    def correct(self) -> None:
        """Put it right on the page of the service."""
        said = of_key(self._said, self._shown.key)
        if isinstance(said, CitizenFlags):
            self.flagWanted.emit(said.service or "")
        elif said is not None:
            self.correctWanted.emit(to_correct(said))

    def look_again(self) -> None:
        """Read anew what is said, after the catalogue's own changes have cleared what they could."""
        try:
            if settle(self._state, self._session.shipped, self._now().date(), self._now()):
                self._session.look_again()
            self._said = read_said(self._state)
            self._problem = ""
        except KioskError as error:
            self._problem = error.code
        self._say()

    @Slot()
    def _met_again(self) -> None:
        if self._desk.property("page") == CounterPage.FLAGS:
            self._done = ""
            self.look_again()

    def _why(self) -> str:
        return saying(self._reason).en

    def _do(self, act: Callable[[StaffId], object], done: str) -> None:
        signed_in = self._desk.signed_in
        try:
            if signed_in is None or not self._desk.may(Deed.DECIDE_CORRECTIONS):
                raise NotAllowedError("whoever is signed in may not do this")
            act(signed_in.staff.id)
        except KioskError as error:
            self._problem, self._done = error.code, ""
            self.changed.emit()
            return
        self._reason = ""
        self._session.look_again()
        self.look_again()
        self._done = done
        self.changed.emit()
        self.told.emit(done)

    @Slot()
    def _say(self) -> None:
        telling = Telling(
            self._desk.messages,
            self._session.shipped,
            names_in(self._state),
            self._now(),
            self._session.site.zone,
        )
        rows = lines(telling, self._said)
        if self._chosen not in {row.key for row in rows}:
            self._chosen = rows[0].key if rows else ""
        self._shown = shown(telling, self._said, self._chosen)
        self._lines.show(rows)
        self.changed.emit()
