"""What a printed hand-off says: nothing personal, but a first name where the person said yes to it and to partners."""

from datetime import date

from kiosk.counter.cases.case import Case, Consent, Covers
from kiosk.counter.cases.cautions import cautions
from kiosk.counter.cases.handing import HandOff
from kiosk.languages import Messages
from kiosk.languages.formats import full_date
from kiosk.referral.slip.handed import HandOffLine, HandOffSheet


def hand_off_sheet(
    messages: Messages,
    case: Case,
    one: HandOff,
    *,
    partner: str,
    first_name: str,
    staff: str,
    place: str,
    code: str,
    today: date,
) -> HandOffSheet:
    """The paper that goes with a hand-off, in the language of `messages`.

    `code` is that of the plan as it is printed, "" for none. A note that seems to tell who the person is stays off the
    paper, which says to ask; `first_name` is on it only where consent covers it.
    """
    gettext = messages.gettext
    name = first_name.strip() if names_may_be_printed(case.consent) else ""
    told = one.note if not cautions(one.note, first_name) else gettext("Ask us by phone or in person.")
    lines = [
        (gettext("Handed on by"), gettext("{name}, {day}").format(name=staff, day=full_date(messages, one.day, today))),
        (gettext("Handed on to"), partner),
        (gettext("First name"), name),
        (gettext("What is to be done"), told),
        (gettext("Please answer by"), full_date(messages, one.answer_by, today)),
        (gettext("Our case"), case.number),
    ]
    return HandOffSheet(
        language=messages.language,
        place=place,
        title=gettext("Handed on to a partner"),
        code=code,
        lines=tuple(HandOffLine(label, words) for label, words in lines if words),
        code_caption=gettext("The code of the plan that the person has in hand."),
        foot=gettext("The person agreed to the first name on this paper.")
        if name
        else gettext("Nothing on this paper says who the person is."),
    )


def names_may_be_printed(consent: Consent | None) -> bool:
    """Whether the person said yes to their first name, and to telling partners."""
    return consent is not None and consent.covers >= {Covers.NAME, Covers.PARTNERS}
