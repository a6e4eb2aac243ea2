"""The last page: what becomes of the slip, what to remember, and the way out."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.session import Session
from kiosk.bridge.slip_printing import Progress, SlipPrinting
from kiosk.bridge.viewmodels.feedback import FeedbackViewModel
from kiosk.bridge.viewmodels.printing import News, print_news
from kiosk.bridge.viewmodels.take import CODE, PHOTOGRAPHED, PRINTED, WORDS
from kiosk.catalogue.hours import Kind, opening_at
from kiosk.catalogue.hours.wording import opening_words
from kiosk.catalogue.model import Catalogue
from kiosk.config import Site
from kiosk.languages import Messages
from kiosk.languages.formats import beside
from kiosk.planning.plan import Plan
from kiosk.referral.composing.contacts import phone_of
from kiosk.visit.visit import Page, Visit, going_to, starting_over
from kiosk.wording.steps import due, service_of

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says. `remember` is the first step, `details` when and where; empty where others may read."""

    strong: str = ""
    text: str = ""
    tone: str = "calm"
    symbol: str = "circle-check"
    remember: str = ""
    details: str = ""
    erasing: str = ""
    can_print_again: bool = False
    can_take_code: bool = False
    can_read: bool = True


def shown(
    messages: Messages,
    catalogue: Catalogue,
    visit: Visit,
    plan: Plan,
    progress: Progress,
    site: Site,
    now: datetime,
    seconds: int,
    *,
    sheets: bool = False,
    again: bool = True,
) -> Shown:
    """What the page says of a visit that ends `seconds` after the last touch; `again` where the slip can be resent."""
    way = visit.here.subject
    printed = print_news(messages, progress, sheets=sheets, slot=site.slot)
    news = printed if way == PRINTED else _without_paper(messages, way)
    remember, details = first_step(messages, catalogue, plan, site, now)
    return Shown(
        strong=news.strong,
        text=news.text,
        tone=news.tone,
        symbol=news.symbol,
        remember=remember,
        details=details,
        erasing=erasing_in(messages, seconds),
        can_print_again=way == PRINTED and again and (progress is Progress.PRINTED or progress.is_trouble),
        can_take_code=way == PRINTED and progress.is_trouble and progress is not Progress.UNMADE,
        can_read=progress is not Progress.UNMADE,
    )


def erasing_in(messages: Messages, seconds: int) -> str:
    """When the visit is erased, by itself or by a touch."""
    return messages.ngettext(
        "Your answers are erased in {count} second, or when you touch Finish.",
        "Your answers are erased in {count} seconds, or when you touch Finish.",
        seconds,
    ).format(count=seconds)


def first_step(messages: Messages, catalogue: Catalogue, plan: Plan, site: Site, now: datetime) -> tuple[str, str]:
    """The step to do first, and its date, number and hours: `by Thu 19 March · 902-424-4381 · Open now until 4:30 p.m.`

    Empty when the topic must not be read over a shoulder.
    """
    step = plan.do_first()
    if step is None or catalogue.is_sensitive(plan.bundles):
        return "", ""
    service = service_of(catalogue, step)
    if service is not None and service.discreet:
        return "", ""
    facts = [due(messages, step.deadline, now.date())]
    place = catalogue.locations[step.location] if step.location is not None else None
    phone = phone_of(catalogue, service, place) if service else None
    schedule = place.schedule if place and place.verified else phone.schedule if phone else None
    if phone is not None:
        facts.append(phone.number_in(messages.language))
    if schedule is not None and schedule.kind is not Kind.UNKNOWN:
        facts.append(opening_words(messages, opening_at(schedule, now, site.zone), now.date()))
    return step.title.to(messages.language), beside(messages, facts)


def _without_paper(messages: Messages, way: str) -> News:
    if way == PHOTOGRAPHED:
        return News(
            messages.gettext("Your plan is on your phone."),
            messages.gettext("Keep it: you can show it at any counter."),
            "good",
            "device-mobile",
        )
    return News(
        messages.gettext("All right, no paper."),
        messages.gettext("Come back any time: it takes two minutes to see it again."),
        "calm",
        "check",
    )


@QmlElement
@QmlUncreatable("made by the application")
class DoneViewModel(QObject):  # type: ignore[operator]
    """Follows the slip to the paper, and ends the visit."""

    changed = Signal()
    counted = Signal()
    moreTimeWanted = Signal()

    def __init__(
        self, session: Session, printing: SlipPrinting, feedback: FeedbackViewModel, seconds: int, *, sheets: bool
    ) -> None:
        """`seconds` is how long the page waits for a touch, until `count` tells what is left of it; `sheets` come out
        of an office printer.
        """
        super().__init__()
        self._session = session
        self._printing = printing
        self._feedback = feedback
        self._seconds = seconds
        self._sheets = sheets
        self._shown = Shown()
        session.changed.connect(self._refresh)
        session.ended.connect(self._forget)
        printing.changed.connect(self._refresh)
        self._refresh()

    @Property(str, notify=changed)
    def strong(self) -> str:
        """What has become of the plan, in a few words."""
        return self._shown.strong

    @Property(str, notify=changed)
    def words(self) -> str:
        """What to do now."""
        return self._shown.text

    @Property(str, notify=changed)
    def tone(self) -> str:
        """Calm, good, warn or bad."""
        return self._shown.tone

    @Property(str, notify=changed)
    def symbol(self) -> str:
        """The icon beside it."""
        return self._shown.symbol

    @Property(str, notify=changed)
    def remember(self) -> str:
        """The step to do first; empty where others may read."""
        return self._shown.remember

    @Property(str, notify=changed)
    def details(self) -> str:
        """Its date, its number and its hours."""
        return self._shown.details

    @Property(str, notify=counted)
    def erasing(self) -> str:
        """When the visit is erased; changes every second."""
        return self._shown.erasing

    @Property(FeedbackViewModel, constant=True)
    def feedback(self) -> FeedbackViewModel:
        """The question whether the person got what they needed."""
        return self._feedback

    @Property(bool, notify=changed)
    def canPrintAgain(self) -> bool:
        """Whether the slip can be asked for once more."""
        return self._shown.can_print_again

    @Property(bool, notify=changed)
    def canTakeCode(self) -> bool:
        """Whether the code is the better way, because paper is not coming."""
        return self._shown.can_take_code

    @Property(bool, notify=changed)
    def canRead(self) -> bool:
        """Whether there is a slip to read."""
        return self._shown.can_read

    @Slot()
    def printAgain(self) -> None:
        """Print the same slip once more."""
        self._printing.send_again()

    @Slot()
    def readSlip(self) -> None:
        """The slip in words, to read or to hear."""
        self._session.do(lambda visit: going_to(visit, Page.TAKE, WORDS))

    @Slot()
    def takeCode(self) -> None:
        """The code for a phone, in place of paper."""
        self._session.do(lambda visit: going_to(visit, Page.TAKE, CODE))

    @Slot()
    def askAnother(self) -> None:
        """Home again for another question, in the same language. Nothing that was said is kept: on a shared screen
        the next question may be another person's.
        """
        self._session.do(starting_over)

    @Slot()
    def finish(self) -> None:
        """Erase the visit."""
        self._session.end()

    @Slot()
    def moreTime(self) -> None:
        """Leave the page as it is for longer."""
        self.moreTimeWanted.emit()

    @Slot(int)
    def count(self, seconds: int) -> None:
        """Take up how many seconds are left until the visit is erased."""
        self._seconds = seconds
        if self._shown.erasing:
            self._show(replace(self._shown, erasing=erasing_in(self._session.messages, seconds)))

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        if session.visit.page is not Page.DONE or not session.visit.bundles:
            return
        self._show(
            shown(
                session.messages,
                session.catalogue,
                session.visit,
                session.plan,
                self._printing.progress,
                session.site,
                session.now(),
                self._seconds,
                sheets=self._sheets,
                again=self._printing.can_send_again,
            )
        )

    @Slot()
    def _forget(self) -> None:
        self._show(Shown())

    def _show(self, new: Shown) -> None:
        old, self._shown = self._shown, new
        if new.erasing != old.erasing:
            self.counted.emit()
        if replace(new, erasing=old.erasing) != old:
            self.changed.emit()
