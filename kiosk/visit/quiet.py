"""How long a screen may stand untouched before the kiosk asks "Are you still there?": longer for whoever needs it."""

from kiosk.config import Timeouts
from kiosk.visit.comfort import Comfort
from kiosk.visit.visit import Page

_LONGER = 2
_MORE_TIME = 3

_LONG_PAGES = frozenset({Page.SEARCH, Page.STEP, Page.TAKE})
"""A keyboard to type on, a text to read, a code to hold a phone to."""


def seconds_of_quiet(
    page: Page, timeouts: Timeouts, comfort: Comfort, *, called: bool = False, usual: Comfort | None = None
) -> int:
    """Seconds of quiet that `page` is given; 0 is for ever. The last page is given as many until it erases the visit,
    and the first, where its settings are not the `usual` ones, until it takes those back.

    Twice as long with large letters, by ear, in steady touch, on pages with much to read or type, and while a person
    who was `called` is awaited; three times that with more time.
    """
    match page:
        case Page.ATTRACT if usual in (None, comfort):
            return 0
        case Page.DONE:
            base = timeouts.done_s
        case Page.ATTRACT | Page.HOME | Page.FEEDBACK:
            base = timeouts.home_s
        case _:
            base = timeouts.questions_s
    slower = comfort.letters > 0 or comfort.listening or comfort.steady or called or page in _LONG_PAGES
    return base * (_LONGER if slower else 1) * (_MORE_TIME if comfort.more_time else 1)
