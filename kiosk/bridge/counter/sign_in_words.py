"""How sign-in answers: what was wrong, how many tries are left, and whom to ask, in the language of the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.counter.staff.attempts import AllLockedError, LockedError
from kiosk.counter.staff.badges import BadgeUnreadableError
from kiosk.counter.staff.beginning import AlreadyBegunError, FirstCodeError
from kiosk.counter.staff.people import LONGEST_NAME, StaffNameError
from kiosk.counter.staff.pins import LONGEST, SHORTEST, PinEasyError, PinLengthError
from kiosk.counter.staff.signing import BadgeUnknownError, SecretLostError, SignInError
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.languages.formats import alternatives
from kiosk.state import DiskFullError


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody tried: under which name, how many tries are left after it, and which supervisors there are."""

    name: str = ""
    left: int = 0
    supervisors: Sequence[str] = ()


def problem_words(messages: Messages, error: KioskError, tried: Tried) -> str:
    """What went wrong, and what to do next."""
    gettext = messages.gettext
    match error:
        case BadgeUnreadableError():
            return gettext("This is not a badge of this counter. Scan it again, or use your PIN.")
        case BadgeUnknownError():
            return gettext("This badge does not open the counter any more. {ask}").format(ask=_ask(messages, tried))
        case SignInError():
            return messages.ngettext(
                "This is not the PIN of {name}. {count} try is left.",
                "This is not the PIN of {name}. {count} tries are left.",
                tried.left,
            ).format(name=tried.name, count=tried.left)
        case LockedError():
            text = gettext("The PIN of {name} was wrong too often and is locked. A badge still signs in. {ask}")
            return text.format(name=tried.name, ask=_ask(messages, tried))
        case AllLockedError():
            return gettext(
                "Too many PINs were wrong here. Sign in with a badge, or ask whoever looks after this machine."
            )
        case SecretLostError():
            text = gettext("This machine has lost what PINs are checked with. A badge still signs in. {ask}")
            return text.format(ask=_ask(messages, tried))
        case PinLengthError():
            return gettext("A PIN has {fewest} to {most} digits.").format(fewest=SHORTEST, most=LONGEST)
        case PinEasyError():
            return gettext("This PIN is easy to guess. Choose one that is no row of digits, no repetition and no date.")
        case FirstCodeError():
            return gettext("This is not the code. The command “guichet staff first-code” on this machine shows it.")
        case AlreadyBegunError():
            return gettext("There are staff here already.")
        case StaffNameError():
            return gettext("A name has 1 to {most} letters.").format(most=LONGEST_NAME)
        case DiskFullError():
            return gettext("The disk is full, so nobody can sign in. Tell whoever looks after this machine.")
        case _:
            return gettext("Nobody can sign in at the moment ({code}). Tell whoever looks after this machine.").format(
                code=error.code
            )


def _ask(messages: Messages, tried: Tried) -> str:
    """`Ask Samira or Marc.`"""
    others = [name for name in tried.supervisors if name != tried.name]
    if not others:
        return messages.gettext("Ask whoever looks after this machine.")
    return messages.gettext("Ask {names}.").format(names=alternatives(messages, others))
