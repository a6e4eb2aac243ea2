"""A slip on its way to paper: followed to the end, told in words, and taken back when its owner has left."""

from concurrent.futures import Executor, Future
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import paths
from kiosk.bridge.jobs import Lane
from kiosk.bridge.session import Session, empty_catalogue
from kiosk.bridge.slip_printing import Progress, SlipPrinting, printer_of
from kiosk.bridge.viewmodels.printing import print_news, printer_news
from kiosk.config import Printer as PrinterSettings
from kiosk.config import PrinterKind, Site
from kiosk.languages import Language, load_messages
from kiosk.referral.printing.cups import CupsPrinter
from kiosk.referral.printing.file import FilePrinter
from kiosk.referral.printing.jobs import JobId, PrintOutcome, PrintState
from kiosk.referral.printing.receipt import ReceiptPrinter
from kiosk.referral.slip.saving import SaveError

JOB = JobId("7")
PRINTING = PrintOutcome(PrintState.PRINTING, JOB)
PRINTED = PrintOutcome(PrintState.PRINTED, JOB)
PAPER_OUT = PrintOutcome(PrintState.PAPER_OUT, JOB)


class AtOnce(Executor):
    """Does the work where it is asked for."""

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class ScriptedPrinter:
    """Tells one outcome after the other, the last one for ever."""

    def __init__(self, *outcomes):
        self.outcomes = list(outcomes)
        self.sent, self.cancelled = [], []
        self.state = None

    def print(self, document):
        self.sent.append(document)
        return self._next()

    def look(self):
        return self.state

    def poll(self, job):
        assert job == JOB
        return self._next()

    def cancel(self, job):
        self.cancelled.append(job)

    def _next(self):
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@pytest.fixture
def session(qapp):
    zone = ZoneInfo("America/Halifax")
    return Session(
        Site(), empty_catalogue, lambda name: words(name), lambda: datetime(2026, 3, 12, 10, 14, tzinfo=zone)
    )


def words(language):
    return load_messages(Language(language), paths.assets_folder() / "locale")


@pytest.fixture
def printing(session):
    def _printing(*outcomes):
        printer = ScriptedPrinter(*outcomes)
        followed = SlipPrinting(session, printer, Lane(AtOnce()))
        followed._next_look.setInterval(0)
        return printer, followed

    return _printing


def test_a_slip_is_followed_until_it_is_printed(printing, qtbot):
    printer, slip = printing(PRINTING, PRINTING, PRINTED)

    slip.send("the slip")

    assert slip.progress is Progress.SENDING
    qtbot.waitUntil(lambda: slip.progress is Progress.PRINTED)
    assert printer.sent == ["the slip"]


def test_paper_that_is_put_in_lets_the_slip_come(printing, qtbot):
    _, slip = printing(PRINTING, PAPER_OUT, PAPER_OUT, PRINTED)
    told = []
    slip.changed.connect(lambda: told.append(slip.progress))

    slip.send("the slip")

    qtbot.waitUntil(lambda: slip.progress is Progress.PRINTED)
    assert told == [Progress.SENDING, Progress.PRINTING, Progress.PAPER_OUT, Progress.PRINTED]


def test_a_slip_that_waits_for_paper_is_taken_back_when_its_owner_leaves(printing, session, qtbot):
    printer, slip = printing(PAPER_OUT)
    slip.send("the slip")
    qtbot.waitUntil(lambda: slip.progress is Progress.PAPER_OUT)

    session.end()

    assert printer.cancelled == [JOB]
    assert slip.progress is Progress.NONE


def test_a_slip_that_is_printing_comes_out_after_its_owner_has_left(printing, session, qtbot):
    printer, slip = printing(PRINTING, PRINTING, PRINTED)
    slip._next_look.setInterval(60_000)
    slip.send("the slip")
    qtbot.waitUntil(lambda: slip.progress is Progress.PRINTING)

    session.end()
    slip._next_look.setInterval(0)
    slip._look()

    qtbot.waitUntil(lambda: slip._job is None)
    assert printer.cancelled == []
    assert slip.progress is Progress.NONE


def test_a_slip_whose_paper_runs_out_after_its_owner_has_left_is_taken_back(printing, session, qtbot):
    printer, slip = printing(PRINTING, PAPER_OUT)
    slip._next_look.setInterval(60_000)
    slip.send("the slip")
    qtbot.waitUntil(lambda: slip.progress is Progress.PRINTING)

    session.end()
    slip._next_look.setInterval(0)
    slip._look()

    qtbot.waitUntil(lambda: printer.cancelled == [JOB])


def test_print_again_sends_the_same_slip_and_takes_back_the_one_that_waits(printing, qtbot):
    printer, slip = printing(PAPER_OUT, PRINTED)
    slip.send("the slip")
    slip._next_look.setInterval(60_000)
    qtbot.waitUntil(lambda: slip.progress is Progress.PAPER_OUT)

    slip.send_again()

    qtbot.waitUntil(lambda: slip.progress is Progress.PRINTED)
    assert printer.cancelled == [JOB]
    assert printer.sent == ["the slip", "the slip"]


def test_a_slip_that_cannot_be_saved_is_told(printing, qtbot):
    _, slip = printing(SaveError("full"))

    slip.send("the slip")

    qtbot.waitUntil(lambda: slip.progress is Progress.FAILED)


def test_after_the_end_there_is_nothing_to_print_again(printing, session, qtbot):
    printer, slip = printing(PRINTED)
    slip.send("the slip")
    qtbot.waitUntil(lambda: slip.progress is Progress.PRINTED)
    session.end()

    slip.send_again()

    assert printer.sent == ["the slip"]


def test_every_state_of_a_printer_is_known_to_the_screen():
    of_a_slip = set(PrintState) - {PrintState.READY}

    assert {state.value for state in of_a_slip} <= {progress.value for progress in Progress}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("progress", Progress)
def test_every_trouble_says_what_to_do_next(language, progress):
    news = print_news(words(language), progress)

    assert news.strong
    assert news.text
    if progress.is_trouble:
        assert news.tone in ("warn", "bad")
        ways = {"en": ("phone", "staff"), "fr": ("téléphone", "personnel")}[language]
        assert [way for way in ways if way in news.text]
        assert (ways[0] in news.text) == (progress is not Progress.UNMADE), "without a slip there is no code"


def test_without_a_printer_the_page_says_how_the_plan_leaves():
    news = printer_news(words("en"), Progress.NONE, has_printer=False)

    assert (news.strong, news.text) == ("No printer here.", "Take the code on your phone, or ask staff.")


@pytest.mark.parametrize(
    ("seen", "strong"),
    [
        (PrintState.READY, "Printer ready."),
        (PrintState.PAPER_OUT, "The printer has no paper left."),
        (PrintState.OFFLINE, "The printer does not answer."),
        (PrintState.UNKNOWN_QUEUE, "The printer does not answer."),
        (None, "It is free."),
    ],
)
def test_what_a_look_found_is_told_before_print_is_touched(printing, qtbot, seen, strong):
    printer, slip = printing(PRINTED)
    printer.state = seen

    slip.look_ahead()

    qtbot.waitUntil(lambda: slip.seen is seen)
    assert printer_news(words("en"), slip.progress, True, slip.seen).strong == strong
    assert printer.sent == []


def test_a_printer_at_work_is_not_looked_at(printing, qtbot):
    printer, slip = printing(PRINTING)
    slip._next_look.setInterval(60_000)
    printer.state = PrintState.OFFLINE
    slip.send("the slip")
    qtbot.waitUntil(lambda: slip.progress is Progress.PRINTING)

    slip.look_ahead()

    assert slip.seen is None


def test_the_configured_printer_is_the_one_that_prints(tmp_path: Path):
    assert printer_of(PrinterSettings()) is None
    assert isinstance(printer_of(PrinterSettings(PrinterKind.FILE, folder=str(tmp_path))), FilePrinter)
    assert isinstance(printer_of(PrinterSettings(PrinterKind.CUPS, name="laser")), CupsPrinter)
    assert isinstance(printer_of(PrinterSettings(PrinterKind.RECEIPT, address="tcp:127.0.0.1:9100")), ReceiptPrinter)
