"""`guichet doctor`: what this machine lacks to be a kiosk, and what to do about each thing."""

import json
import os
from dataclasses import asdict
from datetime import datetime

import click

from kiosk import paths
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.cli.checkups import CHECKUPS, qt_installed
from kiosk.cli.counter_checkup import counter
from kiosk.cli.findings import Finding, Machine, Verdict
from kiosk.cli.language_checkup import languages
from kiosk.cli.spoken import command, option
from kiosk.cli.sync_checkup import hub, updates
from kiosk.cli.tongue import words
from kiosk.config import Config, load
from kiosk.errors import KioskError
from kiosk.languages import Messages


@command("doctor")
@option("--json", "as_json", is_flag=True, help="As JSON, for programs: a list of {part, verdict, seen, advice}.")
def doctor_command(as_json: bool) -> None:
    """Look at display, printer, fonts, voices, clock, disk, catalogue, counter, hub; fail when what is needed lacks."""
    messages = words()
    machine = this_machine()
    findings = [checkup(machine, messages) for checkup in (*CHECKUPS, languages, counter, updates, hub)]
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for finding in findings for line in in_words(finding, messages)))
    if any(finding.verdict is Verdict.LACKS for finding in findings):
        raise click.exceptions.Exit(1)


def in_words(finding: Finding, messages: Messages) -> list[str]:
    """A finding as one line, and what to do about it as another."""
    verdicts = {
        Verdict.OK: messages.pgettext("of a part of the machine", "ok"),
        Verdict.WISHES: messages.pgettext("of a part of the machine", "better"),
        Verdict.LACKS: messages.pgettext("of a part of the machine", "lacks"),
    }
    width = max(map(len, verdicts.values()))
    advice = [f"{'':<{width}}  → {finding.advice}"] if finding.advice else []
    return [f"{verdicts[finding.verdict]:<{width}}  {finding.seen}", *advice]


def this_machine() -> Machine:
    """The machine that this runs on. Raises `KioskError` when the state folder cannot even be made."""
    config, problem = Config(), ""
    try:
        config = load(paths.config_file())
    except KioskError as error:
        problem = str(error)
    return Machine(
        config=config,
        config_problem=problem,
        environment=os.environ,
        assets=paths.assets_folder(),
        catalogue=catalogue_in_use(config.catalogue),
        state=paths.state_folder(),
        now=datetime.now(config.site.zone),
        qt=qt_installed(),
    )
