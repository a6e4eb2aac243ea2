"""The case that lies open at the desk: read from its files, written to them, and what went wrong in doing so."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.counter.cases.cabinet import By, Cabinet, CaseNumber
from kiosk.counter.cases.case import Case, CasePlan, case_with_code, read_case
from kiosk.counter.cases.consenting import Private, read_private
from kiosk.counter.cases.day import Today
from kiosk.counter.cases.erasing import Why, erase
from kiosk.counter.cases.opening import open_case
from kiosk.counter.staff import Deed
from kiosk.counter.staff.roles import NotAllowedError
from kiosk.counter.staff.signed import NoVaultKeyError, case_key
from kiosk.counter.vault import VaultKey
from kiosk.errors import KioskError


class OpenCase(QObject):
    """Holds one case and what is private in it. `opened` follows when another case lies open, or none; `changed`
    whenever anything here is another than before.
    """

    opened = Signal()
    reread = Signal()
    """What is private was read again: the person said yes to something else."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        open_cabinet: Callable[[], Cabinet],
        now: Callable[[], datetime],
        reckon: Callable[[], Today],
    ) -> None:
        """`open_cabinet` is asked when a case is first laid open, and again as long as it fails; `reckon` gives the day
        to reckon with.
        """
        super().__init__()
        self.desk = desk
        self._open_cabinet = open_cabinet
        self._opened_cabinet: Cabinet | None = None
        self._now = now
        self._reckon = reckon
        self._case: Case | None = None
        self._private = Private()
        self.sealed: KioskError | None = None
        """Why what is private cannot be read, although the person said yes."""
        self.problem: KioskError | None = None
        """What went wrong in what was last asked for."""

    @property
    def case(self) -> Case | None:
        """The case; None while none lies open."""
        return self._case

    @property
    def private(self) -> Private:
        """What is private in it, empty where nothing is."""
        return self._private

    @property
    def today(self) -> Today:
        """The day to reckon with."""
        return self._reckon()

    @property
    def cabinet(self) -> Cabinet:
        """The files. Raises a `kiosk.state.StateError`."""
        if self._opened_cabinet is None:
            self._opened_cabinet = self._open_cabinet()
        return self._opened_cabinet

    def open_number(self, number: CaseNumber) -> None:
        """Lay a case open."""
        self._opened(lambda by: read_case(self.cabinet.state, number, by.day))

    def open_plan(self, plan: CasePlan) -> bool:
        """Lay open the case of a slip, or a new one; tell whether it is new."""
        new: list[bool] = []

        def find_or_open(by: By) -> Case:
            known = case_with_code(self.cabinet.state, plan.code, by.day)
            new.append(known is None)
            return read_case(self.cabinet.state, known, by.day) if known else open_case(self.cabinet, plan, by)

        return self._opened(find_or_open) and new == [True]

    def write(self, work: Callable[[Cabinet, Case, By], Case | None]) -> bool:
        """Do something to the case, and read it again; tell whether it is on the disk."""
        case = self._case
        if case is None:
            return False
        try:
            by = self._by()
            after = work(self.cabinet, case, by)
            self._case = after or read_case(self.cabinet.state, case.number, by.day)
        except KioskError as error:
            self._went_wrong(error)
            return False
        self.problem = None
        self.changed.emit()
        return True

    def write_private(self, work: Callable[[Cabinet, VaultKey, Case, By], Case | None]) -> bool:
        """Do something to the case that needs the key, and read what is private again."""

        def with_key(cabinet: Cabinet, case: Case, by: By) -> Case | None:
            signed_in = self.desk.signed_in
            if signed_in is None:
                raise NotAllowedError("nobody is signed in")
            return work(cabinet, case_key(signed_in), case, by)

        return self.write(with_key)

    def read_again(self) -> None:
        """Read what is private again, as after a yes to other things than before."""
        if self._case is not None and self._case.consent is not None:
            self._read_private(self._case, self._by())
            self.reread.emit()
            self.changed.emit()

    def keep(self, private: Private) -> None:
        """Remember what has just been written as private."""
        self._private = private
        self.changed.emit()

    def erase(self) -> bool:
        """Erase the case for good; tell whether it is gone."""
        case = self._case
        if case is None:
            return False
        try:
            if case.consent is None and not self.desk.may(Deed.ERASE_ANY_CASE):
                raise NotAllowedError("only a supervisor erases what nobody has to take back")
            erase(self.cabinet, case, Why.WITHDRAWN if case.consent else Why.SUPERVISOR, self._by())
        except KioskError as error:
            self._went_wrong(error)
            return False
        self.shut()
        return True

    def shut(self) -> None:
        """Let no case lie open, and nothing private be remembered."""
        self._case, self._private, self.sealed, self.problem = None, Private(), None, None
        self.opened.emit()
        self.changed.emit()

    def let_go(self) -> None:
        """Close the file of keys; state.db belongs to the window."""
        self._case, self._private = None, Private()
        if self._opened_cabinet is not None:
            self._opened_cabinet.keys.close()
            self._opened_cabinet = None

    def _opened(self, find: Callable[[By], Case]) -> bool:
        try:
            if not self.desk.may(Deed.KEEP_CASES):
                raise NotAllowedError("this role keeps no cases")
            by = self._by()
            case = find(by)
        except KioskError as error:
            self._went_wrong(error)
            return False
        self._case, self._private, self.sealed, self.problem = case, Private(), None, None
        if case.consent is not None:
            self._read_private(case, by)
        self.opened.emit()
        self.changed.emit()
        return True

    def _read_private(self, case: Case, by: By) -> None:
        self.sealed = None
        try:
            signed_in = self.desk.signed_in
            if signed_in is None:
                raise NoVaultKeyError("nobody is signed in")
            self._private = read_private(self.cabinet, case_key(signed_in), case, by)
        except KioskError as error:
            self.sealed = error

    def _went_wrong(self, error: KioskError) -> None:
        self.problem = error
        self.changed.emit()

    def _by(self) -> By:
        signed_in = self.desk.signed_in
        if signed_in is None:
            raise NotAllowedError("nobody is signed in")
        return By(signed_in.staff.id, self._now(), self._reckon().day)
