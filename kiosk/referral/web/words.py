"""The words of the phone page itself, beside those of the catalogue: headings, buttons, what is said of a signature.

A field in braces is filled by the page, which has the dates and the names.
"""

from kiosk.catalogue.model import Catalogue
from kiosk.languages import Messages
from kiosk.languages.foreign import bare
from kiosk.referral.token import MOST_ITEMS
from kiosk.wording import places, slip
from kiosk.wording.slip import Label

_LABELS = {
    "place": Label.WHERE,
    "phone": Label.PHONE,
    "website": Label.WEBSITE,
    "cost": Label.COST,
    "wait": Label.WAIT,
    "bring": Label.BRING,
    "say": Label.SAY,
}


def page_words(messages: Messages, catalogue: Catalogue) -> dict[str, object]:
    """Every wording of the page by the name that its script knows it by."""
    plain = (
        *_of_the_plan(messages),
        *_of_the_signature(messages),
        *_of_the_dates(messages),
        *_of_the_steps(messages),
        *_of_the_buttons(messages),
    )
    return {
        **{name: bare(words) for name, words in plain},
        **{name: bare(slip.label(messages, label)) for name, label in _LABELS.items()},
        "dataDate": bare(slip.data_date(messages, catalogue)),
        "steps": [_step_count(messages, count) for count in range(MOST_ITEMS + 1)],
        "askedIn": [_asked_in(messages, count) for count in range(MOST_ITEMS + 1)],
    }


def _step_count(messages: Messages, count: int) -> str:
    """In each number, since only gettext knows the plurals of every language."""
    return bare(messages.ngettext("You have {count} step.", "You have {count} steps.", count).format(count=count))


def _asked_in(messages: Messages, count: int) -> str:
    return bare(messages.ngettext("step {steps}", "steps {steps}", count))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _of_the_plan(messages: Messages) -> tuple[tuple[str, str], ...]:
    return (
        ("plainTitle", slip.plain_title(messages)),
        ("code", messages.gettext("Code {code}")),
        ("paperHasMore", messages.gettext("Your paper may hold more than this page.")),
        ("papers", messages.gettext("What to bring, all together")),
        ("tick", messages.gettext("Tick what you have. The ticks stay on this page only.")),
        ("ifNo", messages.gettext("If they say no:")),
        ("inWriting", _capital(messages.gettext("ask “May I have that in writing?” Then come back to us."))),
        ("help", messages.gettext("Not sure? Phone or text 211.")),
        ("helpFree", messages.gettext("It is free, day and night.")),
        ("keeps", messages.gettext("This page keeps nothing and sends nothing.")),
        ("history", messages.gettext("Its address stays in your phone’s history. You can remove it there.")),
        ("language", messages.gettext("Language")),
    )


def _of_the_signature(messages: Messages) -> tuple[tuple[str, str], ...]:
    return (
        ("holds", messages.gettext("This plan was made by {kiosk} on {day}. Nobody changed it.")),
        ("unknown", messages.gettext("We do not know the kiosk that made this plan.")),
        ("altered", messages.gettext("Somebody changed this plan after it was made.")),
        ("unchecked", messages.gettext("We could not check who made this plan.")),
        ("noEd25519", messages.gettext("This browser cannot do it. Everything else works.")),
        ("askBefore", messages.gettext("Show it to staff before you trust it.")),
        ("expired", messages.gettext("This plan was good until {day}. Ask us for a new one.")),
        ("kiosk", messages.gettext("kiosk {number}")),
    )


def _of_the_dates(messages: Messages) -> tuple[tuple[str, str], ...]:
    return (
        ("by", messages.gettext("by {day}")),
        ("from", messages.gettext("from {day}")),
        ("between", messages.gettext("{first} to {last}")),
        ("wasDue", messages.gettext("was due {day}")),
        ("soon", messages.gettext("as soon as you can")),
        ("tooLate", messages.gettext("The date has passed. Ask anyway: they can tell you what is still possible.")),
        ("countedFrom", messages.gettext("{time}, counted from: {event}")),
        ("eventHint", messages.gettext("Give the day to see your dates. It stays on this page.")),
    )


def _of_the_steps(messages: Messages) -> tuple[tuple[str, str], ...]:
    return (
        ("colon", messages.pgettext("between a label and its value", ": ")),
        ("step", messages.gettext("Step {number}")),
        ("more", messages.gettext("More about step {number}")),
        ("first", messages.gettext("Do this first")),
        ("mayApply", messages.gettext("May be for you: ask")),
        ("official", messages.gettext("Its name at the office: {name}")),
        ("sayToThem", messages.gettext("To show at the counter: {words}")),
        ("quoted", messages.gettext("“{words}”")),
        ("usualHours", messages.gettext("These are the usual hours. On a holiday, call first.")),
        ("otherPlaces", messages.gettext("Other places ({count})")),
        ("hidden", places.never_shown(messages)),
        ("askAddress", places.ask_for_address(messages)),
        ("askUs", messages.gettext("Ask us: we will find it with you.")),
        ("gone", messages.gettext("This step is not on our list any more. Call 211: they know what took its place.")),
        ("tty", messages.gettext("TTY {number}")),
        ("relay", messages.gettext("relay {number}").format(number=slip.RELAY)),
        ("call", messages.gettext("Call {number}")),
        ("text", messages.gettext("Text {number}")),
    )


def _of_the_buttons(messages: Messages) -> tuple[tuple[str, str], ...]:
    return (
        ("map", messages.gettext("Show it on a map")),
        ("saveContact", messages.gettext("Save this contact")),
        ("calendar", messages.gettext("Put the dates in my calendar")),
        ("neutralEntry", messages.gettext("My list, step {number}")),
        ("print", messages.gettext("Print this page")),
    )
