"""`guichet audit`: whether what was done at the counter is still as it was written down, and the newest of it."""

from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from kiosk import paths
from kiosk.cli.refusals import refusal
from kiosk.cli.spoken import WholeNumber, group, option
from kiosk.cli.tongue import SaidError, words
from kiosk.config import load
from kiosk.counter import anchor, audit
from kiosk.counter.audit import Broken, Fault, Head, Whole
from kiosk.counter.audit_words import act_words
from kiosk.counter.staff import people, this_machine
from kiosk.counter.tables import MIGRATIONS
from kiosk.languages import Messages
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state


@group("audit")
def audit_group() -> None:
    """Check, or list, who did what at the counter; docs/staff.md says what a check notices."""


@audit_group.command("verify")
def verify_command() -> None:
    """Tell whether every line is as it was written, or which is the first that is not; fail when one is not."""
    messages = words()
    folder = paths.state_folder()
    doubt, known = "", None
    try:
        known = anchor.read(folder, this_machine(folder).secret)
    except anchor.AnchorError as error:
        doubt = refusal(messages, error)
    with closing(open_state(folder / STATE_FILE, MIGRATIONS)) as state:
        verdict = audit.verify(state, known)
    click.echo(verdict_in_words(messages, verdict, known))
    if isinstance(verdict, Broken):
        raise click.exceptions.Exit(1)
    if doubt:
        raise SaidError(doubt)


@audit_group.command("list")
@option("--last", default=50, type=WholeNumber(1, 1_000_000), metavar="N", help="How many; 50 when left out.")
def list_command(last: int) -> None:
    """List the newest lines, the oldest of them first: number, moment, who, act, on what."""
    messages = words()
    zone = load(paths.config_file()).site.zone
    with closing(open_state(paths.state_folder() / STATE_FILE, MIGRATIONS)) as state:
        names: Mapping[str, str] = {person.id: person.name for person in people.everybody(state)}
        for line in audit.lines(state, last):
            who = names.get(line.who, line.who) or messages.pgettext("who did something, in the audit", "nobody")
            when = _local(line.at, zone)
            act, about = act_words(messages, line.act), names.get(line.subject, line.subject)
            click.echo(f"{line.sequence}  {when}  {who}  {act}  {about}".rstrip())


def verdict_in_words(messages: Messages, verdict: Whole | Broken, known: Head | None) -> str:
    """One or two sentences, for whoever keeps the machine."""
    gettext = messages.gettext
    if isinstance(verdict, Broken):
        told = {
            Fault.ALTERED: gettext("The audit is broken at line {line}: it was altered, or has changed places."),
            Fault.MISSING: gettext("The audit is broken: line {line} is missing."),
            Fault.CUT: gettext("The audit is broken: its end, from line {line} on, is missing."),
            Fault.REWRITTEN: gettext("The audit is broken: line {line}, or one before it, was written anew."),
        }
        return told[verdict.fault].format(line=verdict.line)
    whole = messages.ngettext(
        "The audit is whole: {count} line.", "The audit is whole: {count} lines.", verdict.lines
    ).format(count=verdict.lines)
    if known is None and verdict.lines:
        return whole + " " + gettext("There is no anchor to hold it against; the next sign-in makes one.")
    return whole


def _local(moment: str, zone: ZoneInfo) -> str:
    """The moment on the site's clock; as it stands where it was altered so that it is none."""
    try:
        return datetime.fromisoformat(moment).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return moment
