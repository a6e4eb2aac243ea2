"""The page of the operators, and its three forms; each asks for one's own passphrase once more."""

from kiosk.errors import KioskError
from kiosk.hub.pages import operators, sessions
from kiosk.hub.pages.asking import Answer, Asked, Moved
from kiosk.hub.pages.blocks import Page
from kiosk.hub.pages.operators import LastOperatorError, NoSuchOperatorError, OperatorId, OperatorNameError
from kiosk.hub.pages.operators_words import Refused, operators_page
from kiosk.hub.pages.passphrases import PassphraseError

_MOST_DONE = 40


def answer(asked: Asked) -> Answer:
    """The page, or what came of one of its forms."""
    if not asked.form:
        return _page(asked)
    act = asked.form.get("act", "")
    fault = _not_themselves(asked, act)
    if fault is not None:
        return _page(asked, fault)
    match act:
        case "add":
            return _add(asked)
        case "remove":
            return _remove(asked)
        case "change":
            return _change(asked)
        case _:
            return _page(asked)


def _page(asked: Asked, refused: Refused | None = None) -> Page:
    store = asked.desk.store
    return operators_page(
        asked.messages,
        asked.who,
        operators.listed(store),
        operators.last_done(store, _MOST_DONE),
        asked.now,
        asked.desk.zone,
        told=asked.query.get("told", ""),
        refused=refused,
    )


def _not_themselves(asked: Asked, act: str) -> Refused | None:
    """Why this may be somebody else who found the page open; None where it is not. Tries are counted as at sign-in."""
    desk, key = asked.desk, operators.name_key(asked.who.name)
    if not sessions.may_try(desk.store, key, "", asked.at, desk.tries):
        return Refused(act, "passphrase", "too_often", asked.form)
    untrusted = asked.form.get("passphrase", "")
    if operators.recognised(desk.store, desk.stretch, asked.who.name, untrusted) is None:
        return Refused(act, "passphrase", "passphrase_wrong", asked.form)
    sessions.forgive(desk.store, key)
    return None


def _add(asked: Asked) -> Answer:
    desk, form = asked.desk, asked.form
    try:
        operators.add(
            desk.store, desk.stretch, form.get("name", ""), form.get("new", ""), by=asked.who.name, at=asked.at
        )
    except (OperatorNameError, PassphraseError) as error:
        return _page(asked, Refused("add", _field_of(error), error.code, form))
    return Moved("/operators?told=added")


def _remove(asked: Asked) -> Answer:
    named = asked.form.get("operator", "")
    if not named:
        return _page(asked, Refused("remove", "operator", "nobody_chosen", asked.form))
    try:
        operators.remove(asked.desk.store, OperatorId(named), by=asked.who.name, at=asked.at)
    except (NoSuchOperatorError, LastOperatorError) as error:
        return _page(asked, Refused("remove", "operator", error.code, asked.form))
    return Moved("/operators?told=removed")


def _change(asked: Asked) -> Answer:
    desk, form = asked.desk, asked.form
    if form.get("new", "") != form.get("again", ""):
        return _page(asked, Refused("change", "again", "passphrase_twice", form))
    try:
        operators.change_passphrase(
            desk.store, desk.stretch, asked.who, form.get("new", ""), by=asked.who.name, at=asked.at
        )
    except PassphraseError as error:
        return _page(asked, Refused("change", "new", error.code, form))
    return Moved("/sign-in?told=changed")


def _field_of(error: KioskError) -> str:
    return "new" if isinstance(error, PassphraseError) else "name"
