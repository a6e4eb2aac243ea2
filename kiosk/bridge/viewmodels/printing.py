"""How a slip on its way to paper is told: what is happening, and what to do next."""

from dataclasses import dataclass

from kiosk.bridge.slip_printing import Progress
from kiosk.config import InBoth
from kiosk.languages import Messages
from kiosk.referral.printing.jobs import PrintState


@dataclass(frozen=True, slots=True)
class News:
    """`strong` stands out; `tone` is calm, good, warn or bad, and `symbol` an icon of assets/icons."""

    strong: str
    text: str
    tone: str
    symbol: str


def printer_news(messages: Messages, progress: Progress, has_printer: bool, seen: PrintState | None = None) -> News:
    """One line about the printer, for the page where a slip is chosen. `seen` is how it was when last looked at."""
    if not has_printer:
        return News(
            messages.gettext("No printer here."),
            messages.gettext("Take the code on your phone, or ask staff."),
            "warn",
            "printer-off",
        )
    if progress.is_trouble:
        return print_news(messages, progress)
    match seen:
        case PrintState.PAPER_OUT | PrintState.OFFLINE | PrintState.STOPPED:
            return print_news(messages, Progress(seen))
        case PrintState.UNKNOWN_QUEUE:
            return print_news(messages, Progress.OFFLINE)
        case PrintState.READY:
            strong = messages.gettext("Printer ready.")
        case _:
            strong = messages.gettext("It is free.")
    return News(strong, messages.gettext("No name and no phone number is printed."), "good", "circle-check")


def where_it_comes_out(messages: Messages, slot: InBoth | None, *, sheets: bool) -> str:
    """Where to take the slip: as the site says it in `slot`, else from the printer or from under the screen."""
    if slot is not None:
        return slot.in_language(messages.language)
    return messages.gettext("Take it from the printer.") if sheets else messages.gettext("Take it from the slot below.")


def print_news(messages: Messages, progress: Progress, *, sheets: bool = False, slot: InBoth | None = None) -> News:
    """What becomes of the slip that was asked for, and what to do when it does not come.

    `sheets` come out of an office printer, not of the slot under the screen; `slot` is where the site says.
    """
    take = where_it_comes_out(messages, slot, sheets=sheets)
    by_phone = messages.gettext("Take the code on your phone, or ask staff.")
    match progress:
        case Progress.NONE | Progress.SENDING | Progress.PRINTING:
            return News(
                messages.gettext("Your slip is printing."),
                take,
                "calm",
                "printer",
            )
        case Progress.UNMADE:
            return News(
                messages.gettext("The slip could not be made."),
                messages.gettext("Ask staff: they see the same plan."),
                "bad",
                "alert-circle",
            )
        case Progress.PRINTED:
            return News(
                messages.gettext("Your slip is printed."),
                take,
                "good",
                "circle-check",
            )
        case Progress.PAPER_OUT:
            return News(
                messages.gettext("The printer has no paper left."),
                messages.gettext("Tell staff, they will put some in. Or take the code on your phone."),
                "warn",
                "printer-off",
            )
        case Progress.OFFLINE:
            return News(messages.gettext("The printer does not answer."), by_phone, "warn", "printer-off")
        case Progress.STOPPED:
            return News(messages.gettext("The printer has stopped."), by_phone, "warn", "printer-off")
        case Progress.REFUSED | Progress.UNKNOWN_QUEUE | Progress.CANCELLED | Progress.FAILED:
            return News(messages.gettext("Your slip could not be printed."), by_phone, "bad", "printer-off")
