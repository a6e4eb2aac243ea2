"""`guichet corrections`: what staff flagged and corrected in the catalogue, and the steward's decisions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.cli.options import shipped_catalogue
from kiosk.cli.refusals import unreadable
from kiosk.cli.spoken import FILE, OLD_FILE, argument, group, option
from kiosk.cli.tongue import words
from kiosk.config import load
from kiosk.counter.corrections import exchange, keeping, wording
from kiosk.counter.corrections.citizens import CitizenFlags, citizen_flags
from kiosk.counter.corrections.standing import standing_of, standing_of_flag
from kiosk.counter.corrections.typed import saying
from kiosk.counter.corrections.values import Correction, CorrectionId, Flag, FlagId
from kiosk.counter.tables import MIGRATIONS
from kiosk.languages import Messages
from kiosk.languages.formats import number
from kiosk.referral.issuing import STATE_FILE
from kiosk.referral.slip.saving import save
from kiosk.state import open_state

_REASON = option("--reason", default="", metavar="WORDS", help="Why, for whoever flagged it.")


@group("corrections")
def corrections_group() -> None:
    """What staff say is wrong in the catalogue, and what lies over it; docs/corrections.md."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every command stands on."""

    state: sqlite3.Connection
    catalogue: Catalogue
    now: datetime
    zone: ZoneInfo


@corrections_group.command("list")
def list_command() -> None:
    """List open flags, urgent ones first, what citizens found wrong, and what lies over the catalogue."""
    messages = words()
    with _desk() as desk:
        flags = sorted(keeping.open_flags(desk.state), key=lambda flag: not flag.urgent)
        told = [_told_flag(messages, desk, flag) for flag in flags]
        told += [_told_by_citizens(messages, desk.catalogue, flags) for flags in citizen_flags(desk.state)]
        told += [_told_correction(messages, desk, one) for one in keeping.lying_corrections(desk.state)]
    click.echo(
        "\n".join(told) if told else messages.gettext("Nothing is flagged, and nothing lies over the catalogue.")
    )


@corrections_group.command("accept")
@argument("flag")
@_REASON
def accept_command(flag: str, reason: str) -> None:
    """Say that FLAG is right: what it hides stays hidden until the catalogue says otherwise."""
    with _desk() as desk:
        keeping.accept(desk.state, FlagId(flag), "", desk.now, saying(reason).en)
    click.echo(words().gettext("{id}: accepted").format(id=flag))


@corrections_group.command("reject")
@argument("flag")
@_REASON
def reject_command(flag: str, reason: str) -> None:
    """Say that the catalogue was right: nothing is hidden for FLAG any more."""
    with _desk() as desk:
        keeping.reject(desk.state, FlagId(flag), "", desk.now, saying(reason).en)
    click.echo(words().gettext("{id}: rejected").format(id=flag))


@corrections_group.command("clear")
@argument("name", metavar="FLAG|CORRECTION")
def clear_command(name: str) -> None:
    """Be done with a flag, or take a correction or a note off the catalogue."""
    with _desk() as desk:
        try:
            keeping.clear_flag(desk.state, FlagId(name), "", desk.now)
        except keeping.NoSuchFlagError:
            keeping.clear_correction(desk.state, CorrectionId(name), "", desk.now)
    click.echo(words().gettext("{id}: cleared").format(id=name))


@corrections_group.command("settle")
def settle_command() -> None:
    """Clear what the catalogue of today has made needless; the counter does so whenever it starts."""
    with _desk() as desk:
        cleared = keeping.settle(desk.state, desk.catalogue, desk.now.date(), desk.now)
    messages = words()
    told = messages.ngettext("{count} cleared", "{count} cleared", cleared)
    click.echo(told.format(count=number(messages, cleared)))


@corrections_group.command("export")
@argument("file", type=FILE)
def export_command(file: Path) -> None:
    """Write every flag and correction to FILE, for the steward."""
    with _desk() as desk:
        save(exchange.exported(desk.state), file)
    click.echo(f"{file}")


@corrections_group.command("import")
@argument("file", type=OLD_FILE)
def import_command(file: Path) -> None:
    """Take what FILE brings: decisions of the steward, or flags and corrections of another counter."""
    try:
        untrusted = file.read_bytes()
    except OSError as error:
        raise unreadable(file, error) from error
    with _desk() as desk:
        merged = exchange.merge(desk.state, desk.catalogue, untrusted, desk.now)
    messages = words()
    flags = messages.ngettext("{count} flag", "{count} flags", merged.flags)
    lying = messages.ngettext("{count} correction", "{count} corrections", merged.corrections)
    told = messages.gettext("new or changed: {flags} and {corrections}")
    click.echo(
        told.format(
            flags=flags.format(count=number(messages, merged.flags)),
            corrections=lying.format(count=number(messages, merged.corrections)),
        )
    )


@contextmanager
def _desk() -> Iterator[_Desk]:
    config = load(paths.config_file())
    zone = config.site.zone
    with closing(open_state(paths.state_folder() / STATE_FILE, MIGRATIONS)) as state:
        yield _Desk(state, shipped_catalogue(config), datetime.now(zone), zone)


def _told_flag(messages: Messages, desk: _Desk, flag: Flag) -> str:
    urgent = messages.gettext("urgent: hidden from citizens") if flag.urgent else ""
    standing = wording.standing_words(messages, standing_of_flag(desk.catalogue, flag))
    state = wording.state_words(messages, flag, desk.now, desk.zone)
    head = (flag.id, _what(messages, desk.catalogue, flag), urgent, state, standing)
    return "\n    ".join(["  ".join(filter(None, head)), *wording.says_words(messages, flag).splitlines()])


def _told_correction(messages: Messages, desk: _Desk, correction: Correction) -> str:
    standing = standing_of(desk.catalogue, correction, desk.now.date())
    head = (correction.id, _what(messages, desk.catalogue, correction), wording.standing_words(messages, standing))
    words = wording.value_words(messages, correction.value, desk.now.date(), desk.zone)
    return "\n    ".join(["  ".join(filter(None, head)), *words.splitlines()])


def _what(messages: Messages, catalogue: Catalogue, said: Flag | Correction) -> str:
    return messages.gettext("{what}: {value}").format(
        what=wording.entry_name(messages, catalogue, said.subject), value=wording.kind_name(messages, said)
    )


def _told_by_citizens(messages: Messages, catalogue: Catalogue, flags: CitizenFlags) -> str:
    service = catalogue.services.get(flags.service) if flags.service else None
    name = service.name.to(messages.language) if service else messages.gettext("a topic that is not kept")
    return messages.ngettext(
        "{count} person found something wrong: {name}", "{count} people found something wrong: {name}", flags.count
    ).format(count=flags.count, name=name)
