"""The slip that is open, in words: what is to be thought of it, its steps, and one of them in full."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.counter.scan_words import FactRow, ScanRow, Shown
from kiosk.bridge.models.rows import Rows
from kiosk.languages import Messages

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the page of slips")
class OpenSlipViewModel(QObject):  # type: ignore[operator]
    """Shows a slip and its chosen step; nothing while there is none."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._count = ""
        self._chosen = 0
        self._rows = Rows(ScanRow, self)
        self._facts = Rows(FactRow, self)

    @property
    def row(self) -> ScanRow | None:
        """The step that is chosen; None while there is none."""
        return self._shown.rows[self._chosen] if self._shown.rows else None

    def show(self, messages: Messages, new: Shown, chosen: int, facts: tuple[FactRow, ...]) -> None:
        """Show `new` and the step on the line `chosen`, with what it says today."""
        count = len(new.rows)
        self._count = messages.ngettext("{count} step", "{count} steps", count).format(count=count) if new.code else ""
        self._shown, self._chosen = new, chosen
        self._rows.show(new.rows)
        self._facts.show(facts)
        self.changed.emit()

    @Property(bool, notify=changed)
    def there(self) -> bool:
        """Whether a slip is open."""
        return bool(self._shown.code)

    @Property(str, notify=changed)
    def code(self) -> str:
        """Its code in groups."""
        return self._shown.code

    @Property(str, notify=changed)
    def made(self) -> str:
        """When and where it was made."""
        return self._shown.made

    @Property(str, notify=changed)
    def edition(self) -> str:
        """Of which catalogue."""
        return self._shown.edition

    @Property(str, notify=changed)
    def topic(self) -> str:
        """What it is about."""
        return self._shown.topic

    @Property(str, notify=changed)
    def count(self) -> str:
        """How many steps it has."""
        return self._count

    @Property(str, notify=changed)
    def standing(self) -> str:
        """What its signature says, in a word or two."""
        return self._shown.standing.chip

    @Property(str, notify=changed)
    def standingTone(self) -> str:
        """Good, warn or bad."""
        return self._shown.standing.tone

    @Property(str, notify=changed)
    def standingSymbol(self) -> str:
        """The icon beside it."""
        return self._shown.standing.symbol

    @Property(str, notify=changed)
    def expiry(self) -> str:
        """Until when it is good."""
        return self._shown.expiry.chip

    @Property(bool, notify=changed)
    def expired(self) -> bool:
        """Whether its last day is over."""
        return self._shown.expiry.tone == "warn"

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def advice(self) -> list[str]:
        """What staff should know before they go on, the gravest first."""
        said = (
            self._shown.standing.advice,
            self._shown.unknown,
            self._shown.expiry.advice,
            self._shown.cannot_tell,
        )
        return [words for words in said if words]

    @Property(bool, notify=changed)
    def grave(self) -> bool:
        """Whether it must not be trusted."""
        return self._shown.standing.tone == "bad"

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """Its steps: `ScanRow`."""
        return self._rows

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """The line of the step shown in full."""
        return self._chosen

    @Property(str, notify=changed)
    def chosenTitle(self) -> str:
        """What that step is called."""
        row = self.row
        return row.title if row else ""

    @Property(str, notify=changed)
    def chosenChanged(self) -> str:
        """What has changed about it."""
        row = self.row
        return row.changed if row else ""

    @Property(str, notify=changed)
    def chosenService(self) -> str:
        """The id of its service; empty for a step that is not known here."""
        row = self.row
        return row.service if row else ""

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        """What that step says today: `FactRow`."""
        return self._facts
