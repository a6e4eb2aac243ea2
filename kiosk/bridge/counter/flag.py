"""The page that reports an error of the catalogue, and on which it is corrected by whoever may."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter import flag_words as words
from kiosk.bridge.counter.desk import DeskViewModel
from kiosk.bridge.counter.flag_draft import FlagDraft, FlagForm, form_of, saying_of, targets_of, value_of
from kiosk.bridge.counter.flag_words import FieldRow, FoundRow, InputRow, SaidRow, ShownReport, TargetRow
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.session import Session
from kiosk.catalogue.model import Catalogue, ServiceId
from kiosk.counter.corrections.facts import is_lifeline
from kiosk.counter.corrections.keeping import Wrong, correct, lying_corrections, open_flags, raise_flag
from kiosk.counter.corrections.values import Field, FlagId, Saying, Subject
from kiosk.counter.staff import Deed, NotAllowedError, StaffId
from kiosk.errors import KioskError
from kiosk.planning.circumstances import Here
from kiosk.planning.places import Places

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class FlagViewModel(QObject):  # type: ignore[operator]
    """Takes what is wrong, shows what stands there now, and keeps it: on the disk before the page says so."""

    changed = Signal()
    formChanged = Signal()
    """The lines to type in are others."""

    told = Signal(str)
    """What was done, for the ear."""

    kept = Signal()
    """A flag or a correction was kept; whoever shows them looks again."""

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
        self._draft = FlagDraft()
        self._shown = ShownReport()
        self._problem = ""
        self._done = ""
        self._found = Rows(FoundRow, self)
        self._fields = Rows(FieldRow, self)
        self._targets = Rows(TargetRow, self)
        self._inputs = Rows(InputRow, self)
        self._said = Rows(SaidRow, self)
        desk.spoke.connect(self._say)
        desk.changed.connect(self._say)
        self._say()

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        """The services to choose from: `FoundRow`."""
        return self._found

    @Property(QObject, constant=True)
    def fields(self) -> Rows:
        """What may be wrong: `FieldRow`."""
        return self._fields

    @Property(QObject, constant=True)
    def targets(self) -> Rows:
        """Which number or place it may be about: `TargetRow`; none where there is no choice."""
        return self._targets

    @Property(QObject, constant=True)
    def inputs(self) -> Rows:
        """The lines to type in: `InputRow`."""
        return self._inputs

    @Property(QObject, constant=True)
    def said(self) -> Rows:
        """What has been said of the service already: `SaidRow`."""
        return self._said

    @Property(str, notify=changed)
    def query(self) -> str:
        """What the services are narrowed by."""
        return self._draft.query

    @Property(str, notify=changed)
    def service(self) -> str:
        """The service that is reported about; empty before one is chosen."""
        return self._draft.service or ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """Its name."""
        return self._shown.name

    @Property(str, notify=changed)
    def checked(self) -> str:
        """Which edition of the catalogue this is, and how old what it says is."""
        return self._shown.checked

    @Property(str, notify=changed)
    def field(self) -> str:
        """What is wrong, in words; empty before it is chosen."""
        return self._shown.field

    @Property(str, notify=changed)
    def stands(self) -> str:
        """What the catalogue says of it now."""
        return self._shown.stands

    @Property(bool, notify=changed)
    def urgent(self) -> bool:
        """Whether citizens must not see it until somebody has looked."""
        return self._draft.urgent

    @Property(str, notify=changed)
    def hides(self) -> str:
        """What urgent changes for citizens."""
        return self._shown.hides

    @Property(bool, notify=changed)
    def lifeline(self) -> bool:
        """Whether it is an urgent number, which is never hidden."""
        return self._shown.lifeline

    @Property(bool, notify=changed)
    def note(self) -> bool:
        """Whether what is typed can be kept as a note here."""
        return self._form is FlagForm.NOTE

    @Property(bool, notify=changed)
    def citizens(self) -> bool:
        """Whether citizens may read the note."""
        return self._draft.citizens

    @Property(bool, notify=changed)
    def canCorrect(self) -> bool:
        """Whether whoever is signed in can put what is typed in place of what stands there."""
        return self._form is not FlagForm.WORDS

    @Property(str, notify=changed)
    def goesTo(self) -> str:
        """Who answers, and by when."""
        return self._shown.goes_to

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What went wrong and what to do next; empty when nothing did."""
        return words.problem_words(self._desk.messages, self._problem)

    @Property(str, notify=changed)
    def done(self) -> str:
        """What was done last; empty while something is being reported."""
        return self._done

    @Slot(str, result=str)
    def typed(self, slot: str) -> str:
        """What is in a line."""
        return self._draft.text(slot)

    @Slot(str)
    def begin(self, untrusted_service: str) -> None:
        """Report something about a service, or choose one first where there is none of this id."""
        service = ServiceId(untrusted_service)
        self._start(FlagDraft(service=service if service in self._catalogue.services else None))

    def answer(
        self, service: ServiceId | None, what: Field, target: Subject, flag: FlagId | None, says: Saying
    ) -> None:
        """Put right what a flag says; what it says is typed already."""
        if service not in self._catalogue.services:
            self._start(FlagDraft())
            return
        draft = FlagDraft(service=service, what=what, target=target, answers=flag)
        slots = [row.slot for row in words.inputs(self._desk.messages, form_of(draft, self._desk.may(Deed.CORRECT)))]
        texts = {"en": says.en, "fr": says.fr} if "en" in slots else {slots[0]: says.to(self._language)}
        self._start(replace(draft, texts=texts))

    @Slot(str)
    def search(self, untrusted: str) -> None:
        """Narrow the services to what holds every word."""
        self._draft = replace(self._draft, query=untrusted)
        self._say()

    @Slot(str)
    def choose(self, untrusted_service: str) -> None:
        """Report about this service."""
        self.begin(untrusted_service)

    @Slot(str)
    def pick(self, untrusted_field: str) -> None:
        """This is wrong; what was typed of something else goes."""
        service, what = self._draft.service, Field(untrusted_field)
        if service is None:
            return
        target = self._targets_of(service, what)[0]
        if (what, target) != (self._draft.what, self._draft.target):
            self._start(FlagDraft(service=service, what=what, target=target))

    @Slot(int)
    def aim(self, index: int) -> None:
        """It is this number or place."""
        draft = self._draft
        if draft.service is None or draft.what is None:
            return
        targets = self._targets_of(draft.service, draft.what)
        if 0 <= index < len(targets) and targets[index] != draft.target:
            self._draft = replace(draft, target=targets[index])
            self._problem = ""
            self._say()
            self.formChanged.emit()

    @Slot(str, str)
    def edit(self, slot: str, untrusted: str) -> None:
        """A line holds this now."""
        self._draft = replace(self._draft, texts={**self._draft.texts, slot: untrusted})
        if self._problem or self._done:
            self._problem = self._done = ""
            self.changed.emit()

    @Slot(bool)
    def setUrgent(self, urgent: bool) -> None:
        """Citizens must not see it, or may."""
        self._draft = replace(self._draft, urgent=urgent)
        self.changed.emit()

    @Slot(bool)
    def setCitizens(self, citizens: bool) -> None:
        """Citizens may read the note, or only staff."""
        self._draft = replace(self._draft, citizens=citizens)
        self.changed.emit()

    @Slot()
    def send(self) -> None:
        """Keep it for the steward; an urgent one hides what it is about at once."""
        draft = self._draft
        if draft.what is None or draft.target is None:
            return
        what, target, messages = draft.what, draft.target, self._desk.messages

        def _send(who: StaffId) -> None:
            says = saying_of(draft, self._form)
            raise_flag(self._state, self._catalogue, Wrong(target, what, says, draft.urgent), who, self._now())

        hides = draft.urgent and not is_lifeline(target)
        done = (
            messages.gettext("Sent. Citizens do not see it until it is checked.")
            if hides
            else messages.gettext("Sent.")
        )
        self._do(Deed.FLAG, _send, done)

    @Slot()
    def correctHere(self) -> None:
        """Put what is typed in place of what stands there, on this machine, at once."""
        draft = self._draft
        if draft.target is None or self._form is FlagForm.WORDS:
            return
        target, messages = draft.target, self._desk.messages

        def _correct(who: StaffId) -> None:
            value = value_of(draft, self._form, self._catalogue, self._now().date())
            correct(self._state, self._catalogue, target, value, who, self._now(), draft.answers)

        note = self._form is FlagForm.NOTE
        done = messages.gettext("Kept as a note.") if note else messages.gettext("Corrected here.")
        self._do(Deed.CORRECT, _correct, done)

    @property
    def unfinished(self) -> bool:
        """Whether something was typed that was not kept."""
        return any(text.strip() for text in self._draft.texts.values())

    @property
    def _catalogue(self) -> Catalogue:
        """With nothing over it: what is wrong is wrong in what was shipped."""
        return self._session.shipped

    @property
    def _language(self) -> str:
        return self._desk.messages.language

    @property
    def _zone(self) -> ZoneInfo:
        return self._session.site.zone

    @property
    def _form(self) -> FlagForm:
        return form_of(self._draft, self._desk.may(Deed.CORRECT))

    def _targets_of(self, service: ServiceId, what: Field) -> tuple[Subject, ...]:
        site = self._session.site
        near = Places(self._catalogue, Here(site.latitude, site.longitude), self._now())
        return targets_of(self._catalogue, self._catalogue.services[service], what, near)

    def _start(self, draft: FlagDraft) -> None:
        self._draft = draft
        self._problem = self._done = ""
        self._say()
        self.formChanged.emit()

    def _do(self, deed: Deed, act: Callable[[StaffId], None], done: str) -> None:
        signed_in = self._desk.signed_in
        try:
            if signed_in is None or not self._desk.may(deed):
                raise NotAllowedError("whoever is signed in may not do this")
            act(signed_in.staff.id)
        except KioskError as error:
            self._problem, self._done = error.code, ""
            self.changed.emit()
            return
        self._start(FlagDraft(service=self._draft.service))
        self._done = done
        self._session.look_again()
        self._say()
        self.kept.emit()
        self.told.emit(done)

    @Slot()
    def _say(self) -> None:
        messages, draft, catalogue = self._desk.messages, self._draft, self._catalogue
        self._shown = words.shown(messages, catalogue, draft, self._now(), self._zone)
        self._found.show(() if draft.service else words.found(messages, catalogue, draft.query))
        self._fields.show(words.field_rows(messages, draft.what) if draft.service else ())
        targets: tuple[TargetRow, ...] = ()
        if draft.service and draft.what and draft.target:
            known = self._targets_of(draft.service, draft.what)
            targets = words.target_rows(messages, catalogue, known, draft.target)
        self._targets.show(targets)
        self._inputs.show(words.inputs(messages, self._form) if draft.what else ())
        self._said.show(self._said_already())
        self.changed.emit()

    def _said_already(self) -> tuple[SaidRow, ...]:
        if self._draft.service is None:
            return ()
        return words.said_of(
            self._desk.messages,
            self._catalogue,
            self._draft.service,
            open_flags(self._state),
            lying_corrections(self._state),
            self._now(),
            self._zone,
        )
