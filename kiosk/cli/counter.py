"""`guichet counter`: the window of the counter; today's calls at a terminal; and how a kiosk is paired with it."""

import os
import sys
import time
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from threading import Event, Lock, Thread

import click

from kiosk import paths
from kiosk.catalogue.editions import catalogue_in_use
from kiosk.cli.backup import backup_command, restore_command
from kiosk.cli.day import day_command
from kiosk.cli.open import DISPLAYS, NoDisplayError
from kiosk.cli.spoken import argument, group, option
from kiosk.cli.tongue import in_all, language_named, spoken, words
from kiosk.config import Config, host_and_port, load
from kiosk.counter import logbook
from kiosk.counter.calling.board import Board, Entry
from kiosk.counter.calling.calls import CounterError
from kiosk.counter.calling.line import SOCKET_FILE, Address
from kiosk.counter.calling.lines import (
    Asked,
    Attending,
    Coming,
    Finished,
    Leaving,
    Listing,
    Refusing,
    Saying,
    UnreadableError,
    line_of,
    read_line,
    topic_words,
)
from kiosk.counter.calling.listening import Listener
from kiosk.counter.calling.pairing import new_code, pair, paired_key
from kiosk.counter.counts import counted_of_call, keep_counts
from kiosk.errors import KioskError
from kiosk.languages import N_, Messages
from kiosk.referral.issuing import STATE_FILE
from kiosk.state import open_state

_SWEEP_EVERY_S = 1.0
_NO_DISPLAY = N_(
    "there is no display here to open the counter on; `guichet counter calls` answers calls at a terminal."
)


@group("counter", invoke_without_command=True)
@option("--lang", default="", metavar="en|fr", help="The language before anybody signs in; the site’s when left out.")
@option("--windowed", is_flag=True, help="Open a window of 1280 by 800 pixels, not over the whole screen.")
@click.pass_context
def counter_group(ctx: click.Context, lang: str, windowed: bool) -> None:
    """Open the window of the counter: walk-ins, scanned slips, cases, calls from the kiosks."""
    if lang:
        language_named(lang)
    if ctx.invoked_subcommand is None:
        ctx.exit(_open(lang, windowed))


@counter_group.command("calls")
def calls_command() -> None:
    """Answer calls at a terminal, without a window: NAME MINUTES, done, busy, say TEXT, away, back, quit."""
    Terminal(words(), load(paths.config_file()), paths.state_folder()).run()


def _open(language: str, windowed: bool) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise NoDisplayError(in_all(_NO_DISPLAY, spoken()))
    config = load(paths.config_file())
    from kiosk.app import run_counter

    return run_counter(config, language, windowed=windowed, without_display=_say_no_display)


def _say_no_display() -> None:
    click.echo(words().gettext("Error: {message}").format(message=in_all(_NO_DISPLAY, spoken())), err=True)


@counter_group.command("pair")
@argument("code", required=False)
@option("--again", is_flag=True, help="Replace the key that this machine has.")
def pair_command(code: str | None, again: bool) -> None:
    """Pair this machine: without CODE show a new one, with CODE take up what the other machine shows."""
    shown = new_code() if code is None else code
    pair(paths.state_folder(), shown, again=again)
    if code is None:
        click.echo(shown)
        click.echo(words().gettext("On each kiosk: guichet counter pair {code}").format(code=shown))
    else:
        click.echo(words().gettext("Paired."))


counter_group.add_command(backup_command)
counter_group.add_command(restore_command)
counter_group.add_command(day_command)


class Terminal:
    """The counter in a terminal: a line for every change, and a line typed for every answer."""

    def __init__(self, messages: Messages, config: Config, folder: Path) -> None:
        """Opens the counter's ends of the line at once. Raises `CounterError`."""
        self._messages = messages
        self._speaking = Lock()
        self._folder = folder
        self._catalogue = config.catalogue
        self._board = Board(lambda: datetime.now(config.site.zone), time.monotonic, self._hear)
        self._recall()
        key = paired_key(folder) if config.counter.listen else None
        address = Address(*host_and_port(config.counter.listen)) if key is not None else None
        self._unpaired = bool(config.counter.listen) and key is None
        self._listen = config.counter.listen
        self._listener = Listener(self._board.hear, folder / SOCKET_FILE, address, key)

    def run(self) -> None:
        """Hear kiosks until the input ends or staff close the counter."""
        over = Event()
        sweeping = Thread(target=self._sweep, args=(over,), name="sweep", daemon=True)
        self._listener.start()
        sweeping.start()
        try:
            self._greet()
            for typed in sys.stdin:
                if typed.strip() and not self._did(typed):
                    break
        except KeyboardInterrupt:
            pass
        finally:
            over.set()
            sweeping.join()
            self._listener.close()

    def _greet(self) -> None:
        gettext = self._messages.gettext
        self._say(gettext("The counter is open. Answer with: NAME MINUTES, done, busy, say TEXT, away, back, quit."))
        if self._unpaired:
            self._say(gettext("No kiosk of the network can call: this machine is not paired. guichet counter pair"))
        elif self._listen:
            self._say(gettext("Kiosks of the network can call at {address}.").format(address=self._listen))

    def _did(self, typed: str) -> bool:
        """Do what a line asks for; tell whether the counter stays open."""
        try:
            asked = read_line(typed)
            if isinstance(asked, Leaving):
                return False
            self._do(asked)
        except UnreadableError:
            self._say(self._messages.gettext("Type NAME MINUTES, done, busy, say TEXT, away, back, list or quit."))
        except CounterError:
            self._say(self._messages.gettext("No such call is open."))
        return True

    def _do(self, asked: Asked) -> None:
        board = self._board
        match asked:
            case Coming(name, minutes, number):
                board.come(name, minutes, number)
            case Refusing(number):
                board.refuse(number)
            case Finished(number):
                board.finish(number)
            case Saying(note, number):
                board.write(note, number)
            case Attending(attended):
                board.attended = attended
                gettext = self._messages.gettext
                self._say(gettext("Kiosks can call.") if attended else gettext("Kiosks show no button to call."))
            case Listing():
                for entry in board.entries:
                    self._show(entry)
            case Leaving():
                pass

    def _recall(self) -> None:
        """Know the kiosks that the window knew: one that was closed there stays closed."""
        file = self._folder / STATE_FILE
        if file.exists():
            with suppress(KioskError), closing(open_state(file, logbook.MIGRATIONS)) as state:
                self._board.fleet.recall(logbook.known_before(state))

    def _hear(self, entry: Entry) -> None:
        """Show what became of a call, and count it once it has ended; a disk that takes no count stops nothing."""
        self._show(entry)
        with suppress(KioskError):
            if counted := counted_of_call(entry):
                keep_counts(self._folder / STATE_FILE, counted)

    def _show(self, entry: Entry) -> None:
        self._say(line_of(self._messages, entry, time.monotonic(), self._topic(entry.call.about)))

    def _topic(self, about: tuple[str, ...]) -> str:
        """What a call is about; "" where that is not told, or the catalogue cannot be read."""
        if not about:
            return ""
        from kiosk.catalogue.reading import load

        try:
            return topic_words(self._messages, load(catalogue_in_use(self._catalogue)), about)
        except KioskError:
            return ""

    def _say(self, line: str) -> None:
        with self._speaking:
            print(line, flush=True)

    def _sweep(self, over: Event) -> None:
        while not over.wait(_SWEEP_EVERY_S):
            self._board.sweep()
