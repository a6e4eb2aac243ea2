"""Talk to a person: whether one can be called from here, who comes and when, and what else there is."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.calling import Calling, Stage
from kiosk.bridge.session import Session
from kiosk.config import Site
from kiosk.counter.calling.calls import Answer
from kiosk.counter.calling.lines import topic_words
from kiosk.languages import Messages

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the card says. `tone` is calm, good or warn; `note` is typed by staff; `otherwise` is another way;
    `topic` is what the plan is about, where staff can be told it.
    """

    strong: str = ""
    text: str = ""
    note: str = ""
    otherwise: str = ""
    tone: str = "calm"
    symbol: str = "user"
    can_call: bool = False
    can_cancel: bool = False
    again: bool = False
    topic: str = ""
    tells_topic: bool = False


def shown(messages: Messages, site: Site, stage: Stage, answer: Answer) -> Shown:
    """What the card says of the counter, or of the call."""
    gettext = messages.gettext
    by_phone = gettext("Or phone 211: free, day and night, in many languages. In danger, call 911.")
    elsewhere = gettext("Go to the desk or phone 211.")
    match stage:
        case Stage.ABSENT:
            return Shown(gettext("A person at the desk"), desk_words(messages, site), otherwise=by_phone)
        case Stage.READY:
            return Shown(
                gettext("Talk to a person"), gettext("Staff come to you, here."), otherwise=by_phone, can_call=True
            )
        case Stage.CALLING:
            return Shown(gettext("One moment…"), gettext("We are telling staff."), otherwise=by_phone, can_cancel=True)
        case Stage.TOLD:
            text = gettext("Please stay here. You will see who is coming.")
        case Stage.COMING:
            text = coming_words(messages, answer)
        case Stage.NOBODY:
            return Shown(
                gettext("Nobody is free now."), elsewhere, answer.note, tone="warn", symbol="clock", can_cancel=True
            )
        case Stage.LOST:
            return Shown(
                gettext("The counter has stopped answering."),
                gettext("We keep trying. You can also go to the desk or phone 211."),
                tone="warn",
                symbol="alert-circle",
                can_cancel=True,
            )
        case Stage.FAILED:
            return Shown(
                gettext("Staff could not be told."),
                elsewhere,
                tone="warn",
                symbol="alert-circle",
                can_call=True,
                again=True,
            )
    return Shown(
        gettext("Staff have been told."), text, answer.note, by_phone, tone="good", symbol="user-check", can_cancel=True
    )


def coming_words(messages: Messages, answer: Answer) -> str:
    """`Samira is coming in about 2 minutes.`"""
    if not answer.minutes:
        return messages.gettext("{name} is on the way now.").format(name=answer.name)
    return messages.ngettext(
        "{name} is coming in about {count} minute.", "{name} is coming in about {count} minutes.", answer.minutes
    ).format(name=answer.name, count=answer.minutes)


def desk_words(messages: Messages, site: Site) -> str:
    """When people are at the desk, as the site says it."""
    if site.desk is not None:
        return site.desk.in_language(messages.language)
    return messages.gettext("Ask anyone who works here. They can do this with you.")


@QmlElement
@QmlUncreatable("made by the application")
class PersonViewModel(QObject):  # type: ignore[operator]
    """Calls a person and tells how the call stands. The button is there only while a counter answers."""

    changed = Signal()

    def __init__(self, session: Session, calling: Calling) -> None:
        super().__init__()
        self._session = session
        self._calling = calling
        self._shown = Shown()
        session.changed.connect(self._refresh)
        calling.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def strong(self) -> str:
        """How it stands, in a few words."""
        return self._shown.strong

    @Property(str, notify=changed)
    def words(self) -> str:
        """Who comes and when, or what to do."""
        return self._shown.text

    @Property(str, notify=changed)
    def note(self) -> str:
        """What staff typed for this person; empty when nothing."""
        return self._shown.note

    @Property(str, notify=changed)
    def otherwise(self) -> str:
        """Another way to a person; empty where `words` names it already."""
        return self._shown.otherwise

    @Property(str, notify=changed)
    def tone(self) -> str:
        """Calm, good or warn."""
        return self._shown.tone

    @Property(str, notify=changed)
    def symbol(self) -> str:
        """The icon beside it."""
        return self._shown.symbol

    @Property(bool, notify=changed)
    def canCall(self) -> bool:
        """Whether a counter answers, so that calling it makes sense."""
        return self._shown.can_call

    @Property(bool, notify=changed)
    def again(self) -> bool:
        """Whether a call has failed already, so that this would be another."""
        return self._shown.again

    @Property(bool, notify=changed)
    def canCancel(self) -> bool:
        """Whether a call is open that can be taken back."""
        return self._shown.can_cancel

    @Property(str, notify=changed)
    def topic(self) -> str:
        """What the plan is about, which staff may be told; empty where there is no plan, or nobody to tell."""
        return self._shown.topic

    @Property(bool, notify=changed)
    def tellsTopic(self) -> bool:
        """Whether the person has ticked that staff may know it."""
        return self._shown.tells_topic

    @Slot(bool)
    def tellTopic(self, tells: bool) -> None:
        """Let staff know what the plan is about, or not."""
        self._calling.tell_topic(tells=tells)

    @Slot()
    def call(self) -> None:
        """Call a person to this kiosk."""
        self._calling.call()

    @Slot()
    def callQuietly(self) -> None:
        """The same, and staff are asked to come without a word of it to others."""
        self._calling.call(private=True)

    @Slot()
    def cancel(self) -> None:
        """Nobody is needed any more."""
        self._calling.cancel()

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        new = shown(session.messages, session.site, self._calling.stage, self._calling.answer)
        if new.can_call or new.can_cancel:
            new = replace(new, topic=self._topic(), tells_topic=self._calling.tells_topic)
        if new != self._shown:
            self._shown = new
            self.changed.emit()

    def _topic(self) -> str:
        about = self._calling.topic
        return topic_words(self._session.messages, self._session.catalogue, about) if about else ""
