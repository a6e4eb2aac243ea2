"""What is wrong with what was scanned or typed, in words that say what to do."""

from kiosk.counter.scanning.doubts import Doubt
from kiosk.counter.scanning.meaning import AmbiguousScanError
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.languages.formats import listing
from kiosk.referral.code import CodeCharacterError, CodeCheckError, CodeLengthError, ReferralCodeError
from kiosk.referral.keys import KeyFileError, KeyListError
from kiosk.referral.reading import UnknownCodeError
from kiosk.referral.token import MalformedReferralError


def problem_words(messages: Messages, error: KioskError, doubt: Doubt | None = None) -> str:
    """One or two sentences. `doubt` tells which characters of a wrong code to look at again, where that is known."""
    gettext = messages.gettext
    match error:
        case CodeCharacterError(characters=characters):
            never = listing(messages, list(characters))
            return gettext(
                "No code has {characters} in it. 0 and O, 1, I and L, 5 and S are never used: look again."
            ).format(characters=never)
        case CodeLengthError():
            return gettext("A code has seven characters after the R: four, then three.")
        case CodeCheckError() if doubt is not None and doubt.is_swap:
            one, other = doubt.places
            return gettext("Look again at characters {one} and {other}: they may be swapped.").format(
                one=one, other=other
            )
        case CodeCheckError() if doubt is not None:
            return gettext("Look again at character {place}: it is probably another.").format(place=doubt.places[0])
        case ReferralCodeError():
            return gettext("One character is wrong, or two are swapped. Compare each with the slip.")
        case UnknownCodeError():
            return gettext(
                "This code is right, but it was not made on this machine. Scan the square code of the slip instead."
            )
        case AmbiguousScanError():
            return gettext(
                "The reader types in a way that can be read as two different slips. Scan again, or type the code."
            )
        case MalformedReferralError():
            return gettext("Only a part of the square code came. Flatten the slip and scan it again, or type the code.")
        case KeyListError() | KeyFileError():
            return gettext("The list of known kiosks on this machine is damaged: other kiosks’ slips are not checked.")
        case _ if error.code.startswith("referral"):
            return gettext("That is no slip of ours.")
        case _:
            return gettext("What was printed here cannot be read just now. Scan the square code of the slip.")
