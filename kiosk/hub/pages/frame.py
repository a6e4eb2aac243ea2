"""What is around every page, in words: menu, who is signed in, the other language."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from kiosk.hub.pages.blocks import Plot
from kiosk.hub.pages.plots import Drawn, drawn
from kiosk.languages import N_, Messages

LANGUAGES = ("en", "fr")
"""The languages of the operator's page."""

_OWN_NAMES = {"en": "English", "fr": "Français"}

KIOSKS, CORRECTIONS, NEEDS, CLAIMS, RELEASES, OPERATORS = (
    "/kiosks",
    "/corrections",
    "/needs",
    "/claims",
    "/releases",
    "/operators",
)
_MENU = {
    KIOSKS: N_("Kiosks"),
    CORRECTIONS: N_("Flags and corrections"),
    NEEDS: N_("Needs and demand"),
    CLAIMS: N_("Case claims"),
    RELEASES: N_("Releases"),
    OPERATORS: N_("Operators"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu; `waiting` is how much waits there, "" for nothing."""

    to: str
    words: str
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page is set in. `mount` is where all of the pages begin, "" at the root."""

    language: str
    mount: str
    token: str
    name: str
    skip: str
    promise: str
    menu_name: str
    menu: tuple[Entry, ...]
    who: str
    sign_out: str
    other_language: str
    other_name: str
    other_address: str
    next_number: Callable[[], int]
    drawn: Callable[[Plot], Drawn] = drawn


def framed(messages: Messages, *, mount: str, token: str, who: str, waiting: int, other_address: str) -> Frame:
    """The frame in the words of `messages`; nobody is signed in where `who` is "", and then there is no menu."""
    gettext = messages.gettext
    other = next(language for language in LANGUAGES if language != messages.language)
    told = {CORRECTIONS: gettext("{count} waiting").format(count=waiting)} if waiting else {}
    menu = tuple(Entry(to, gettext(words), told.get(to, "")) for to, words in _MENU.items()) if who else ()
    return Frame(
        language=messages.language,
        mount=mount,
        token=token,
        name=gettext("Operator’s page"),
        skip=gettext("Go to the content"),
        promise=gettext("Nobody who used a kiosk can be recognised here: numbers under 5 are not told."),
        menu_name=gettext("Pages"),
        menu=menu,
        who=who,
        sign_out=gettext("Sign out"),
        other_language=other,
        other_name=_OWN_NAMES[other],
        other_address=other_address,
        next_number=count(1).__next__,
    )
