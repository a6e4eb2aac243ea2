"""The page of the sign-in, and the short pages that say why there is no other, in words."""

from enum import StrEnum

from kiosk.hub.pages.blocks import Field, Form, Notice, Page, Tone
from kiosk.languages import N_, Messages


class Told(StrEnum):
    """What is said over the form of the sign-in."""

    WRONG = "wrong"
    EXPIRED = "expired"
    SIGNED_OUT = "signed-out"
    TOO_OFTEN = "too-often"
    NOBODY_YET = "nobody-yet"
    CHANGED = "changed"


_TOLD = {
    Told.WRONG: N_("The name or the passphrase is not right."),
    Told.EXPIRED: N_("You were signed out, because nothing was done for a while. What you had not sent is not saved."),
    Told.SIGNED_OUT: N_("You are signed out."),
    Told.NOBODY_YET: N_("There is no operator yet. On the hub’s own machine, run: guichet hub operator add NAME"),
    Told.CHANGED: N_("Your passphrase is changed. Sign in with the new one."),
}
_GOOD = (Told.SIGNED_OUT, Told.CHANGED)


def sign_in_page(
    messages: Messages, *, name: str = "", onward: str = "", told: Told | None = None, wait_s: int = 0
) -> Page:
    """The form for a name and a passphrase. `onward` is where to go afterwards."""
    gettext = messages.gettext
    return Page(
        gettext("Sign in"),
        blocks=(
            *_notices(messages, told, wait_s),
            Form(
                gettext("Sign in"),
                (
                    Field("name", gettext("Your name"), value=name, complete="username", required=True),
                    Field(
                        "passphrase",
                        gettext("Your passphrase"),
                        form="password",
                        complete="current-password",
                        required=True,
                    ),
                ),
                hidden=(("onward", onward),),
            ),
        ),
        status=429 if told is Told.TOO_OFTEN else 401 if told is Told.WRONG else 200,
    )


def strange_form_page(messages: Messages) -> Page:
    """A form was sent that none of our pages gave to this browser."""
    gettext = messages.gettext
    words = gettext("This form did not come from an open page of yours. Nothing was done. Open the page again.")
    return Page(gettext("Not accepted"), (Notice(words, Tone.DANGER),), status=403, back=_home(messages))


def not_found_page(messages: Messages) -> Page:
    """There is no such page, or no such thing any more."""
    gettext = messages.gettext
    words = gettext("There is nothing at this address. Perhaps it was decided, or taken away, meanwhile.")
    return Page(gettext("Not found"), (Notice(words, Tone.WARNING),), status=404, back=_home(messages))


def store_down_page(messages: Messages) -> Page:
    """The store did not answer."""
    gettext = messages.gettext
    words = gettext("The hub’s store does not answer. Nothing was changed. Try again in a few minutes.")
    return Page(gettext("Not now"), (Notice(words, Tone.DANGER),), status=503, back=_home(messages))


def too_much_page(messages: Messages) -> Page:
    """More was sent than any form of ours holds."""
    gettext = messages.gettext
    words = gettext("More was sent than a form here holds. Nothing was done. Shorten it, and send it again.")
    return Page(gettext("Too much"), (Notice(words, Tone.DANGER),), status=413, back=_home(messages))


def _home(messages: Messages) -> tuple[str, str]:
    return "/kiosks", messages.gettext("Back to the kiosks")


def _notices(messages: Messages, told: Told | None, wait_s: int) -> tuple[Notice, ...]:
    if told is None:
        return ()
    if told is Told.TOO_OFTEN:
        minutes = max(1, -(-wait_s // 60))
        words = messages.ngettext(
            "Too many tries. Wait {count} minute, then try again.",
            "Too many tries. Wait {count} minutes, then try again.",
            minutes,
        ).format(count=minutes)
        return (Notice(words, Tone.DANGER),)
    tone = Tone.GOOD if told in _GOOD else Tone.DANGER if told is Told.WRONG else Tone.WARNING
    return (Notice(messages.gettext(_TOLD[told]), tone),)
