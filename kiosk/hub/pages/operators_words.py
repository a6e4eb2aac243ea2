"""The page of the operators: who may sign in, what was done, and the forms to change it, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kiosk.hub.pages.blocks import Cell, Choice, Field, Form, Notice, Page, Section, Table, Tone
from kiosk.hub.pages.frame import OPERATORS
from kiosk.hub.pages.moments import moment_words
from kiosk.hub.pages.operators import Act, Done, Operator
from kiosk.hub.pages.passphrases import SHORTEST
from kiosk.languages import N_, Messages

ACTS = MappingProxyType(
    {
        Act.SIGNED_IN: N_("signed in"),
        Act.OPERATOR_ADDED: N_("operator added"),
        Act.OPERATOR_REMOVED: N_("operator removed"),
        Act.PASSPHRASE_CHANGED: N_("passphrase changed"),
        Act.ACCEPTED: N_("accepted"),
        Act.AMENDED: N_("accepted in other words"),
        Act.REJECTED: N_("rejected"),
    }
)

FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "operator_name": N_("Write a name of at most 40 characters."),
        "operator_taken": N_("Another operator has this name. Case and accents do not tell two names apart."),
        "operator_unknown": N_("There is no such operator any more."),
        "operator_last": N_("This is the last operator. Add another one first."),
        "passphrase": N_("Choose a longer passphrase, without the name in it and not a few characters repeated."),
        "passphrase_twice": N_("The two are not the same. Write the new passphrase again."),
        "passphrase_wrong": N_("This is not your passphrase."),
        "too_often": N_("Too many tries. Wait 15 minutes, then try again."),
        "nobody_chosen": N_("Choose who is to be removed."),
    }
)
"""What was wrong with a form, by the code of the error."""

TOLD = {
    "added": N_("The operator is added, and can sign in with the passphrase you gave."),
    "removed": N_("The operator is removed, and signed out everywhere."),
}


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was not accepted: which one, which field, why, and what was typed."""

    act: str
    fieldname: str
    code: str
    typed: Mapping[str, str] = field(default_factory=dict)


def operators_page(
    messages: Messages,
    me: Operator,
    everybody: Sequence[Operator],
    done: Sequence[Done],
    now: datetime,
    zone: ZoneInfo,
    *,
    told: str = "",
    refused: Refused | None = None,
) -> Page:
    """Who may sign in, and the three forms."""
    gettext = messages.gettext
    notice = (Notice(gettext(TOLD[told]), Tone.GOOD),) if told in TOLD else ()
    if refused is not None:
        notice = (Notice(gettext(FAULTS[refused.code]), Tone.DANGER),)
    listing = Table(
        gettext("Who may sign in"),
        (gettext("Name"), gettext("Operator since")),
        tuple((_named(messages, one, me), Cell(moment_words(messages, one.made_at, now, zone))) for one in everybody),
        gettext("There is no operator yet."),
    )
    return Page(
        gettext("Operators"),
        (*notice, listing),
        (
            Section(gettext("Change your passphrase"), (_change_form(messages, me, refused),)),
            Section(gettext("Add an operator"), (_add_form(messages, me, refused),)),
            *_removal(messages, me, everybody, refused),
            Section(gettext("What was done last"), (_done_table(messages, done, now, zone),)),
        ),
        status=422 if refused else 200,
        place=OPERATORS,
    )


def _named(messages: Messages, operator: Operator, me: Operator) -> Cell:
    if operator.id != me.id:
        return Cell(operator.name)
    return Cell(messages.gettext("{name} (you)").format(name=operator.name))


def _passphrase_hint(messages: Messages) -> str:
    words = messages.gettext("At least {count} characters: four or five words that do not belong together are good.")
    return words.format(count=SHORTEST)


def _change_form(messages: Messages, me: Operator, refused: Refused | None) -> Form:
    gettext, fault = messages.gettext, _faults(messages, "change", refused)
    return Form(
        gettext("Change the passphrase"),
        (
            _own_passphrase(messages, fault),
            Field(
                "new",
                gettext("New passphrase"),
                form="password",
                hint=_passphrase_hint(messages),
                fault=fault.get("new", ""),
                complete="new-password",
                required=True,
            ),
            Field(
                "again",
                gettext("New passphrase, again"),
                form="password",
                fault=fault.get("again", ""),
                complete="new-password",
                required=True,
            ),
        ),
        hidden=(("act", "change"),),
        owner=me.name,
    )


def _add_form(messages: Messages, me: Operator, refused: Refused | None) -> Form:
    gettext, fault = messages.gettext, _faults(messages, "add", refused)
    typed = refused.typed.get("name", "") if refused and refused.act == "add" else ""
    return Form(
        gettext("Add the operator"),
        (
            Field("name", gettext("Their name"), value=typed, fault=fault.get("name", ""), required=True),
            Field(
                "new",
                gettext("Their first passphrase"),
                form="password",
                hint=_passphrase_hint(messages) + " " + gettext("They should change it at once."),
                fault=fault.get("new", ""),
                complete="new-password",
                required=True,
            ),
            _own_passphrase(messages, fault),
        ),
        hidden=(("act", "add"),),
        owner=me.name,
    )


def _removal(
    messages: Messages, me: Operator, everybody: Sequence[Operator], refused: Refused | None
) -> tuple[Section, ...]:
    gettext, fault = messages.gettext, _faults(messages, "remove", refused)
    others = tuple(Choice(one.id, one.name) for one in everybody if one.id != me.id)
    if not others:
        return ()
    form = Form(
        gettext("Remove the operator"),
        (
            Field(
                "operator",
                gettext("Who can sign in no more?"),
                form="choices",
                fault=fault.get("operator", ""),
                choices=others,
            ),
            _own_passphrase(messages, fault),
        ),
        hidden=(("act", "remove"),),
        owner=me.name,
        tone=Tone.DANGER,
    )
    return (Section(gettext("Remove an operator"), (form,)),)


def _own_passphrase(messages: Messages, fault: Mapping[str, str]) -> Field:
    return Field(
        "passphrase",
        messages.gettext("Your passphrase"),
        form="password",
        fault=fault.get("passphrase", ""),
        complete="current-password",
        required=True,
    )


def _faults(messages: Messages, act: str, refused: Refused | None) -> Mapping[str, str]:
    if refused is None or refused.act != act:
        return {}
    return {refused.fieldname: messages.gettext(FAULTS[refused.code])}


def _done_table(messages: Messages, done: Sequence[Done], now: datetime, zone: ZoneInfo) -> Table:
    gettext = messages.gettext
    rows = tuple(
        (
            Cell(moment_words(messages, one.at, now, zone)),
            Cell(one.who or gettext("at the machine")),
            Cell(act_words(messages, one.act)),
            Cell(one.subject),
        )
        for one in done
    )
    heads = (gettext("When"), gettext("Who"), gettext("What"), gettext("Of whom or what"))
    return Table(gettext("The newest first"), heads, rows, gettext("Nothing was done yet."))


def act_words(messages: Messages, act: str) -> str:
    """`signed in`; an act of a newer version as it stands."""
    known = {str(each): words for each, words in ACTS.items()}
    return messages.gettext(known[act]) if act in known else act
