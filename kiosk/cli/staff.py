"""`guichet staff`: who works at the counter, and what only whoever keeps the machine can do for them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.asking import ask
from kiosk.cli.spoken import FILE, argument, group, option
from kiosk.cli.tongue import SaidError, words
from kiosk.config import load
from kiosk.counter.staff import Machine, SignedIn, Staff, attempts, people, this_machine
from kiosk.counter.staff.wording import role_name
from kiosk.counter.tables import MIGRATIONS
from kiosk.languages import Messages
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state

_SCAN = option("--scan", "by_badge", is_flag=True, help="Show who you are with a badge, not with a PIN.")


@group("staff")
def staff_group() -> None:
    """Who works at the counter; docs/staff.md says what each command is for."""


@staff_group.command("list")
def list_command() -> None:
    """List everybody who works here, with their role, how they sign in, and who is locked out."""
    messages = words()
    with _counter() as (state, _):
        standings = people.standings(state)
        if attempts.all_locked(state):
            click.echo(messages.gettext("Every PIN is locked: guichet staff unlock NAME"))
    if not standings:
        click.echo(messages.gettext("Nobody works here yet: guichet staff first-code"))
    for person in standings:
        click.echo("  ".join(_told(messages, person)))


@staff_group.command("first-code")
def first_code_command() -> None:
    """Show the code with which the first supervisor begins at the counter’s window."""
    from kiosk.counter.staff.beginning import first_code

    with _counter() as (state, machine):
        click.echo(first_code(state, machine.folder))


@staff_group.command("unlock")
@argument("name")
def unlock_command(name: str) -> None:
    """Let NAME try their PIN again."""
    from kiosk.counter.staff.signing import unlock_by_keeper

    messages = words()
    with _counter() as (state, _):
        staff = _known(state, name)
        unlock_by_keeper(state, staff, at=_now())
    click.echo(messages.gettext("{name} can sign in again.").format(name=staff.name))


@staff_group.command("badge")
@argument("name")
@option("--out", required=True, type=FILE, metavar="FILE.png", help="The picture to write.")
@_SCAN
def badge_command(name: str, out: Path, by_badge: bool) -> None:
    """Make NAME a new badge, as a picture to print; the one before opens nothing any more. Asks a supervisor’s PIN."""
    from kiosk.counter.staff.card import badge_png, card_of
    from kiosk.counter.staff.giving import give_badge
    from kiosk.referral.slip.saving import save

    messages = words()
    with _counter() as (state, machine):
        staff = _known(state, name)
        by = _asked(messages, state, machine, by_badge)
        badge = give_badge(state, by, staff.id, at=_now())
    centre = load(paths.config_file()).site.name.in_language(staff.language)
    save(badge_png(card_of(badge, staff, centre), paths.assets_folder()), out)
    click.echo(messages.gettext("Print {file}, then delete it: whoever has it can sign in.").format(file=out))


@staff_group.command("rescue")
@argument("name")
@option("--lose-cases", is_flag=True, help="Nobody can sign in any more: give up what is sealed in the cases.")
@_SCAN
def rescue_command(name: str, lose_cases: bool, by_badge: bool) -> None:
    """Make NAME a supervisor with a new PIN, when no supervisor can sign in any more.

    Asks for the name and PIN of somebody who still can and who sees cases: only they hold the key that opens them.
    """
    from kiosk.counter.staff.beginning import rescue

    messages = words()
    gettext = messages.gettext
    with _counter() as (state, machine):
        helper = None if lose_cases else _asked(messages, state, machine, by_badge)
        pin = ask(gettext("New PIN for {name}").format(name=name), hidden=True, twice=True)
        staff = rescue(
            state,
            machine,
            name=name,
            untrusted_pin=pin,
            language=load(paths.config_file()).site.office_languages[0],
            helped_by=helper,
            losing_cases=lose_cases,
            at=_now(),
        ).staff
    click.echo(gettext("{name} is a supervisor and can sign in.").format(name=staff.name))
    if lose_cases:
        click.echo(
            gettext("Who sees cases needs a new PIN or badge. What was sealed before cannot be opened any more.")
        )


@staff_group.command("pin")
@argument("name")
def pin_command(name: str) -> None:
    """Let NAME change their own PIN: asks for the old one, then for the new one twice."""
    from kiosk.counter.staff.giving import change_own_pin
    from kiosk.counter.staff.signing import sign_in_by_pin

    messages = words()
    gettext = messages.gettext
    with _counter() as (state, machine):
        staff = _known(state, name)
        old = ask(gettext("Your PIN"), hidden=True)
        by = sign_in_by_pin(state, machine, staff.name, old, at=_now())
        pin = ask(gettext("New PIN for {name}").format(name=staff.name), hidden=True, twice=True)
        change_own_pin(state, machine, by, old, pin, at=_now())
    click.echo(gettext("{name} can sign in with the new PIN.").format(name=staff.name))


@contextmanager
def _counter() -> Iterator[tuple[sqlite3.Connection, Machine]]:
    folder = paths.state_folder()
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state:
        yield state, this_machine(folder)


def _asked(messages: Messages, state: sqlite3.Connection, machine: Machine, by_badge: bool) -> SignedIn:
    """Whoever shows who they are at the terminal, which shows neither PIN nor badge."""
    from kiosk.counter.staff.signing import sign_in_by_badge, sign_in_by_pin

    if by_badge:
        return sign_in_by_badge(state, machine, ask(messages.gettext("Your badge"), hidden=True), at=_now())
    name = ask(messages.gettext("Your name"))
    pin = ask(messages.gettext("Your PIN"), hidden=True)
    return sign_in_by_pin(state, machine, name, pin, at=_now())


def _known(state: sqlite3.Connection, name: str) -> Staff:
    staff = people.named(state, name)
    if staff is None:
        raise SaidError(words().gettext("nobody called {name} works here: guichet staff list").format(name=name))
    return staff


def _told(messages: Messages, person: people.Person) -> Iterator[str]:
    gettext = messages.gettext
    yield person.staff.name
    yield role_name(messages, person.staff.role)
    if person.has_pin:
        yield gettext("PIN")
    if person.has_badge:
        yield gettext("badge")
    if not (person.has_pin or person.has_badge):
        yield gettext("cannot sign in yet")
    if person.locked:
        yield gettext("locked")


def _now() -> datetime:
    return datetime.now(UTC)
