"""What an attempt to update came to, in one sentence for whoever asked, and what to do about it."""

from datetime import date

from kiosk.languages import N_, Messages
from kiosk.languages.formats import number, plain_date
from kiosk.sync.updates.outcomes import Outcome, Refused, Unreachable, Updated, UpToDate
from kiosk.sync.updates.reasons import Reason

_REFUSALS = {
    Reason.UNREACHABLE: N_("Updates cannot be reached just now. The kiosk goes on with what it has."),
    Reason.PORTAL: N_("This network wants somebody to sign in first. Open a web page on it, then try again."),
    Reason.CERTIFICATE: N_("The connection to the updates is not safe. Check the clock of this machine first."),
    Reason.NO_REPOSITORY: N_("There are no updates there. Check the address or the folder."),
    Reason.NOT_TRUSTED: N_(
        "This kiosk has not been told whose updates to trust: guichet sync enrol CODE at its hub, or"
        " guichet sync trust FILE"
    ),
    Reason.OLDER: N_("These updates are older than what this kiosk has seen. Nothing was changed."),
    Reason.EXPIRED: N_("These updates were signed too long ago. Whoever publishes them must sign them again."),
    Reason.UNSIGNED: N_("These updates are not signed by those whom this kiosk trusts. Nothing was taken."),
    Reason.MIXED: N_("The files of these updates do not belong together. Copy them again, all of them."),
    Reason.ALTERED: N_("A file of these updates is not the one that was signed. Copy them again."),
    Reason.TOO_LONG: N_("A file of these updates is longer than was signed. Nothing was taken."),
    Reason.NOT_WHOLE: N_("These updates are not whole: a file is missing or cut short. Copy them again."),
    Reason.NOT_A_FILE: N_("Something on this stick leads elsewhere. Do not use this stick."),
    Reason.NO_REGION: N_("There is no catalogue for this kiosk’s region there."),
    Reason.OTHER_PROGRAM: N_("The new catalogue needs another version of Guichet. Update the program first."),
    Reason.UNREADABLE: N_("The new catalogue cannot be opened. The one in use stays. Tell whoever publishes it."),
    Reason.DISK_FULL: N_("There is no room on the disk for an update. Make room, then try again."),
    Reason.NOT_WRITTEN: N_("The update could not be written to the disk. The catalogue in use stays."),
    Reason.BUSY: N_("Another program is updating this kiosk just now."),
}


def refusal(messages: Messages, reason: Reason) -> str:
    """Why nothing was taken, and what to do."""
    return messages.gettext(_REFUSALS[reason])


def told(messages: Messages, outcome: Outcome, today: date) -> str:
    """What an attempt came to."""
    match outcome:
        case UpToDate():
            return messages.gettext("The catalogue is up to date: edition {version}.").format(
                version=number(messages, outcome.version)
            )
        case Updated():
            # Note: {size} is a number of kilobytes.
            return messages.gettext("Edition {version} of the catalogue is here, as of {date} ({size} KB).").format(
                version=number(messages, outcome.edition.version),
                date=plain_date(messages, outcome.edition.day, today),
                size=number(messages, -(-outcome.fetched // 1000)),
            )
        case Refused() | Unreachable():
            return refusal(messages, outcome.reason)


def asides(messages: Messages, outcome: Outcome) -> tuple[str, ...]:
    """What else came of it that somebody should know."""
    if not isinstance(outcome, UpToDate | Updated):
        return ()
    said: list[str] = []
    if outcome.decided is not None and (count := outcome.decided.flags + outcome.decided.corrections):
        said.append(
            messages.ngettext(
                "{count} decision about corrections was read in.",
                "{count} decisions about corrections were read in.",
                count,
            ).format(count=number(messages, count))
        )
    if outcome.clock_is_wrong:
        said.append(clock_is_wrong(messages))
    return tuple(said)


def clock_is_wrong(messages: Messages) -> str:
    """That the machine's clock cannot be right."""
    return messages.gettext("The clock of this machine cannot be right. Set it: opening hours depend on it.")
