"""What came of telling the hub, in one sentence for whoever asked."""

from kiosk.errors import KioskError
from kiosk.languages import N_, Messages
from kiosk.languages.formats import number

_KEPT = {
    "hub_not_enrolled": N_("This kiosk is not enrolled at a hub yet. What it has to tell is kept."),
    "hub_unreachable": N_("The hub cannot be reached just now. What this kiosk has to tell is kept."),
    "hub_unknown_kiosk": N_("The hub does not know this kiosk. Enrol it again; what it has to tell is kept."),
    "exchange_signer_unknown": N_("Somebody else answered in the hub’s place. What this kiosk has to tell is kept."),
    "exchange_busy": N_("Another program is talking to the hub just now."),
    "stick_unusable": N_("The stick is full, was pulled out, or cannot be written. Nothing is lost: try another one."),
    "hub_takes_no_sticks": N_("This hub takes no sticks. What this kiosk has to tell is kept."),
    "disk_full": N_("There is no room on the disk. Make room, then try again."),
}


def told(messages: Messages, sent: int, left: int) -> str:
    """How much the hub has now that it did not have, and how much still waits."""
    sentence = messages.ngettext(
        "{count} record was told to the hub, and {left} wait.",
        "{count} records were told to the hub, and {left} wait.",
        sent,
    )
    return sentence.format(count=number(messages, sent), left=number(messages, left))


def refusal(messages: Messages, problem: str) -> str:
    """The sentence for the code of what stood in the way."""
    return messages.gettext(
        _KEPT.get(problem, N_("The hub did not take what was sent. What this kiosk has to tell is kept."))
    )


def why(messages: Messages, error: KioskError) -> str:
    """The sentence for what stood in the way."""
    return refusal(messages, error.code)
