"""Asking for consent: what is said aloud to the person, and the yes or no that staff heard."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.case_file import OpenCase
from kiosk.bridge.counter.case_words import COVERS, words_to_say
from kiosk.bridge.models.rows import Rows
from kiosk.bridge.viewmodels.greeting import own_names
from kiosk.counter.cases.cabinet import By, Cabinet
from kiosk.counter.cases.case import Case, Covers
from kiosk.counter.cases.consenting import USUAL_DAYS, give_consent
from kiosk.counter.vault import VaultKey
from kiosk.languages import Messages
from kiosk.languages.formats import plain_date

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

_USUAL = frozenset({Covers.NAME, Covers.REACH, Covers.NOTE})


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One thing that can be said yes to."""

    cover: str
    label: str
    key: str
    chosen: bool


@QmlElement
@QmlUncreatable("made by the application")
class CaseConsentViewModel(QObject):  # type: ignore[operator]
    """Shows what to say, in the language of the person and not of staff, and writes the yes down."""

    changed = Signal()
    given = Signal()
    """The person said yes, and it is on the disk."""

    def __init__(self, open_case: OpenCase, words_of_languages: dict[str, Messages]) -> None:
        """`words_of_languages` has the words of each language that consent can be asked in."""
        super().__init__()
        self._open = open_case
        self._words = words_of_languages
        self._asking = False
        self._language = next(iter(words_of_languages))
        self._days = USUAL_DAYS[1]
        self._covers = _USUAL
        self._rows = Rows(CoverRow, self)
        open_case.opened.connect(self.refuse)
        open_case.desk.spoke.connect(self._say)
        self._say()

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """Whether the person is being asked."""
        return self._asking

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def languages(self) -> list[str]:
        """The languages that consent can be asked in, each in its own name."""
        return own_names(tuple(self._words))

    @Property(int, notify=changed)
    def language(self) -> int:
        """Which of `languages` the person is asked in."""
        return list(self._words).index(self._language)

    @Property(str, notify=changed)
    def languageCode(self) -> str:
        """Its code, for a voice."""
        return self._language

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def periods(self) -> list[str]:
        """For how long."""
        ngettext = self._open.desk.messages.ngettext
        return [ngettext("{count} day", "{count} days", days).format(count=days) for days in USUAL_DAYS]

    @Property(int, notify=changed)
    def period(self) -> int:
        """Which of `periods` is chosen."""
        return USUAL_DAYS.index(self._days)

    @Property(str, notify=changed)
    def until(self) -> str:
        """The last day, as it is said."""
        messages = self._open.desk.messages
        return messages.gettext("until {day}").format(day=plain_date(messages, self._last_day(), self._today()))

    @Property(QObject, constant=True)
    def covers(self) -> Rows:
        """What can be said yes to: `CoverRow`."""
        return self._rows

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def words(self) -> list[str]:
        """What to say aloud, one sentence after the other."""
        return list(words_to_say(self._words[self._language], self._covers, self._last_day(), self._today()))

    @Slot()
    def ask(self) -> None:
        """Show what to say; a consent that there is already is asked for again as it was."""
        case = self._open.case
        if case is None:
            return
        if case.consent is not None:
            self._covers = case.consent.covers
            self._language = case.consent.language if case.consent.language in self._words else self._language
        self._asking = True
        self._say()

    @Slot(int)
    def speak(self, index: int) -> None:
        """Ask in another language."""
        self._language = list(self._words)[index]
        self._say()

    @Slot(int)
    def last(self, index: int) -> None:
        """Ask for another length of time."""
        self._days = USUAL_DAYS[index]
        self._say()

    @Slot(str, bool)
    def cover(self, cover: str, on: bool) -> None:
        """Ask for one thing, or do not; at least one is asked for."""
        wanted = self._covers | {Covers(cover)} if on else self._covers - {Covers(cover)}
        self._covers = wanted or self._covers
        self._say()

    @Slot()
    def accept(self) -> None:
        """They said yes."""
        covers, language, last_day = self._covers, self._language, self._last_day()

        def work(cabinet: Cabinet, vault: VaultKey, case: Case, by: By) -> Case:
            return give_consent(cabinet, vault, case, by, last_day=last_day, language=language, covers=covers)

        written = self._open.write_private(work)
        self._asking = False
        self._say()
        if written:
            self._open.read_again()
            self.given.emit()

    @Slot()
    def refuse(self) -> None:
        """They said no, or were not asked: everything else goes on as before."""
        self._asking = False
        self._covers, self._days = _USUAL, USUAL_DAYS[1]
        self._say()

    def _today(self) -> date:
        return self._open.today.day

    def _last_day(self) -> date:
        return self._today() + timedelta(days=self._days)

    @Slot()
    def _say(self) -> None:
        gettext = self._open.desk.messages.gettext
        self._rows.show(
            [
                CoverRow(cover, gettext(COVERS[cover]), str(key), cover in self._covers)
                for key, cover in enumerate(Covers, start=1)
            ]
        )
        self.changed.emit()
