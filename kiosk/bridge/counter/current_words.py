"""How it reads at the counter that this machine is up to date, or why it is not."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.config import Sync
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.languages.formats import clock_time, number, plain_date
from kiosk.sync.exchange import wording as telling
from kiosk.sync.rounds import Carried, Round
from kiosk.sync.telling import LastTold
from kiosk.sync.updates import wording as updating
from kiosk.sync.updates.fetching import Progress
from kiosk.sync.updates.last import Last
from kiosk.sync.updates.outcomes import Refused, Unreachable
from kiosk.sync.updates.reasons import Reason


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, or two; `well` is false where somebody should do something."""

    words: str = ""
    well: bool = True


def updates_line(messages: Messages, sync: Sync, last: Last | None, now: datetime) -> Line:
    """When a newer catalogue was last looked for, over the network or on a stick, and what came of it."""
    gettext = messages.gettext
    if last is None:
        return Line(gettext("Nobody has looked for updates yet.") if sync.updates else _by_stick(messages))
    when = moment_words(messages, last.at, now)
    if last.reason is None:
        return Line(gettext("Looked for a newer one {when}: this is the newest.").format(when=when))
    words = updating.refusal(messages, last.reason)
    if last.went_well is not None:
        since = moment_words(messages, last.went_well, now)
        words = " ".join((words, gettext("It last went well {when}.").format(when=since)))
    return Line(words, well=False)


def hub_line(messages: Messages, sync: Sync, last: LastTold | None, now: datetime) -> Line:
    """When the hub last had everything, or why it has not."""
    gettext = messages.gettext
    if not sync.hub:
        return Line()
    if last is None:
        return Line(gettext("The hub has not been told anything yet."))
    if not last.problem:
        return Line(gettext("Told to the hub {when}.").format(when=moment_words(messages, last.at, now)))
    words = telling.refusal(messages, last.problem)
    if last.went_well is not None:
        since = moment_words(messages, last.went_well, now)
        words = " ".join((words, gettext("It last went well {when}.").format(when=since)))
    return Line(words, well=False)


def came_of(messages: Messages, done: Round | None, today: date) -> Line:
    """What came of what somebody has just asked for; nothing where nobody asked."""
    if done is None:
        return Line()
    said, well = [], True
    if done.down is not None and not _is_none_on_stick(done):
        said.append(updating.told(messages, done.down, today))
        well = not isinstance(done.down, Refused | Unreachable)
    match done.up:
        case None:
            pass
        case KioskError():
            said.append(telling.why(messages, done.up))
            well = False
        case Carried(records):
            said.append(
                messages.ngettext(
                    "{count} record is on the stick, and nobody but the hub can read it.",
                    "{count} records are on the stick, and nobody but the hub can read them.",
                    records,
                ).format(count=number(messages, records))
            )
        case told:
            said.append(telling.told(messages, told.sent, told.left))
    return Line(" ".join(said), well)


def progress_words(messages: Messages, progress: Progress | None) -> str:
    """`Fetching: 45 %`."""
    if progress is None or not progress.total:
        return messages.gettext("One moment…")
    percent = 100 * progress.done // progress.total
    return messages.gettext("Fetching: {percent} %").format(percent=number(messages, percent))


def moment_words(messages: Messages, moment: datetime, now: datetime) -> str:
    """`today at 9:11 a.m.`, `on 12 March`."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return messages.gettext("today at {time}").format(time=clock_time(messages, local.time()))
    return messages.gettext("on {date}").format(date=plain_date(messages, local.date(), now.date()))


def _by_stick(messages: Messages) -> str:
    return messages.gettext("Updates come to this machine on a stick.")


def _is_none_on_stick(done: Round) -> bool:
    """A stick for the hub alone brings no edition, and there is nothing wrong with that."""
    nothing = isinstance(done.down, Refused) and done.down.reason is Reason.NO_REPOSITORY
    return nothing and isinstance(done.up, Carried)
