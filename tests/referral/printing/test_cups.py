"""Printing through a real CUPS to a real IPP printer, paper running out and all."""

import subprocess
import time

import pytest

from kiosk.referral.printing.cups import CupsPrinter, job_options, keeps_files, state_of
from kiosk.referral.printing.ipp import Answer, ask_device
from kiosk.referral.printing.jobs import PrintOutcome, PrintState, follow

LONGEST = 20.0


@pytest.fixture
def printer(shop):
    """Give the queue, its printer on, with paper, with no job and no sheet left from another test."""
    if shop.printer is None:
        shop.switch_on()
    shop.put_paper_in()
    shop.run("cancel", "-a", "-x")
    shop.run("cupsenable", "Laser")
    for sheet in shop.sheets():
        sheet.unlink()
    return CupsPrinter("Laser", shop.server)


@pytest.fixture
def wait(shop):
    """Give a wait for `follow` that fails the test when all waits together take too long."""
    end = time.monotonic() + LONGEST

    def wait() -> None:
        if time.monotonic() > end:
            pytest.fail(f"the job did not end within {LONGEST} seconds")
        shop.let_print()

    return wait


@pytest.fixture
def until(printer, wait):
    """Follow a job until it is in a state; give that outcome."""

    def until(state: PrintState, sent: PrintOutcome) -> PrintOutcome:
        return next(known for known in follow(printer, sent, wait) if known.state is state)

    return until


@pytest.mark.cups
@pytest.mark.root
def test_a_slip_is_followed_until_it_is_on_paper_and_then_forgotten(shop, printer, wait, sheet):
    states = [known.state for known in follow(printer, printer.print(sheet), wait)]

    assert states[0] is PrintState.PRINTING
    assert states[-1] is PrintState.PRINTED
    text = subprocess.run(
        ["pdftotext", shop.sheets()[0], "-"], capture_output=True, text=True, timeout=LONGEST, check=True
    ).stdout
    assert "Write to Zoroastre" in text
    assert shop.spooled() == []
    assert shop.traces() == []
    assert shop.run("lpstat", "-W", "all") == ""


@pytest.mark.cups
@pytest.mark.root
def test_paper_out_is_told_and_the_slip_comes_out_when_paper_is_put_in(shop, printer, until, sheet):
    shop.take_paper_out()
    waiting = until(PrintState.PAPER_OUT, printer.print(sheet))
    assert not waiting.is_over
    assert shop.sheets() == []
    assert shop.traces() != []

    shop.put_paper_in()
    done = until(PrintState.PRINTED, waiting)

    assert done.is_over
    assert len(shop.sheets()) == 1
    assert shop.spooled() == []


@pytest.mark.cups
@pytest.mark.root
def test_a_printer_switched_off_is_told_and_a_cancelled_slip_leaves_no_trace(shop, printer, until, sheet):
    shop.switch_off()

    offline = until(PrintState.OFFLINE, printer.print(sheet))
    printer.cancel(offline.job)

    assert not offline.is_over
    assert shop.spooled() == []
    assert shop.traces() == []


@pytest.mark.cups
@pytest.mark.root
def test_a_slip_waiting_for_paper_can_be_taken_back(shop, printer, until, sheet):
    shop.take_paper_out()
    waiting = until(PrintState.PAPER_OUT, printer.print(sheet))

    printer.cancel(waiting.job)

    assert shop.spooled() == []


@pytest.mark.cups
@pytest.mark.root
def test_a_queue_stopped_by_staff_is_told(shop, printer, until, sheet):
    shop.run("cupsdisable", "Laser")

    stopped = until(PrintState.STOPPED, printer.print(sheet))
    printer.cancel(stopped.job)

    assert shop.spooled() == []


@pytest.mark.cups
@pytest.mark.root
def test_a_queue_that_takes_no_jobs_refuses(shop, printer, sheet):
    shop.run("cupsreject", "Laser")
    try:
        refused = printer.print(sheet)
    finally:
        shop.run("cupsaccept", "Laser")

    assert refused.state is PrintState.REFUSED
    assert refused.is_over
    assert shop.spooled() == []


@pytest.mark.cups
@pytest.mark.root
def test_a_slip_goes_over_the_network_too(shop, printer, wait, sheet):
    over_network = CupsPrinter("Laser", shop.network_server)

    done = list(follow(over_network, over_network.print(sheet), wait))[-1]

    assert done.state is PrintState.PRINTED


@pytest.mark.cups
@pytest.mark.root
def test_a_queue_that_does_not_exist_is_told(shop, sheet):
    outcome = CupsPrinter("Lazer", shop.server).print(sheet)

    assert outcome.state is PrintState.UNKNOWN_QUEUE
    assert outcome.is_over


@pytest.mark.cups
@pytest.mark.root
def test_a_look_asks_the_printer_itself_before_anything_is_sent(shop, printer):
    assert printer.look() is PrintState.READY

    shop.switch_off()

    assert printer.look() is PrintState.OFFLINE


@pytest.mark.cups
@pytest.mark.root
def test_a_look_sees_that_another_slip_waits_for_paper(shop, printer, until, sheet):
    shop.take_paper_out()
    waiting = until(PrintState.PAPER_OUT, printer.print(sheet))

    seen = printer.look()
    printer.cancel(waiting.job)

    assert seen is PrintState.PAPER_OUT


@pytest.mark.cups
@pytest.mark.root
@pytest.mark.parametrize(("stop", "start"), [("cupsdisable", "cupsenable"), ("cupsreject", "cupsaccept")])
def test_a_look_sees_a_queue_that_staff_have_stopped(shop, printer, stop, start):
    shop.run(stop, "Laser")
    try:
        seen = printer.look()
    finally:
        shop.run(start, "Laser")

    assert seen is PrintState.STOPPED


@pytest.mark.cups
@pytest.mark.root
def test_a_look_at_a_queue_that_does_not_exist_finds_none(shop, printer):
    assert CupsPrinter("Lazer", shop.server).look() is PrintState.UNKNOWN_QUEUE


def test_a_look_without_a_print_server_finds_it_silent(tmp_path):
    assert CupsPrinter("Laser", str(tmp_path / "no.sock")).look() is PrintState.OFFLINE


@pytest.mark.parametrize(
    "address",
    ["usb://Brother/HL?serial=1", "ipps://printer/ipp/print", "ipp://Laser._ipp._tcp.local/", "socket://x:9100"],
)
def test_a_printer_that_cannot_be_asked_itself_is_not_asked(address):
    assert ask_device(address, ("printer-state",)) is None


def test_without_a_print_server_nothing_is_sent(sheet, tmp_path):
    outcome = CupsPrinter("Laser", str(tmp_path / "no.sock")).print(sheet)

    assert outcome.state is PrintState.OFFLINE
    assert outcome.job is None


PROCESSING = {"job-state": [5], "time-at-processing": [100]}


@pytest.mark.parametrize(
    ("job", "queue", "state"),
    [
        ({"job-state": [9]}, {"printer-state-reasons": ["media-empty-error"]}, PrintState.PRINTED),
        ({"job-state": [7]}, {}, PrintState.CANCELLED),
        ({"job-state": [8]}, {}, PrintState.REFUSED),
        (PROCESSING, {"printer-state-reasons": ["none"]}, PrintState.PRINTING),
        (PROCESSING, {"printer-state-reasons": ["media-empty-warning"]}, PrintState.PAPER_OUT),
        (PROCESSING, {"printer-state-reasons": ["media-low-warning"]}, PrintState.PRINTING),
        (PROCESSING, {"printer-state-reasons": ["offline-report"]}, PrintState.OFFLINE),
        (
            PROCESSING,
            {"printer-state-reasons": ["connecting-to-device"], "printer-up-time": [104]},
            PrintState.PRINTING,
        ),
        (PROCESSING, {"printer-state-reasons": ["connecting-to-device"], "printer-up-time": [105]}, PrintState.OFFLINE),
        (PROCESSING, {"printer-state-message": ["The printer is not responding."]}, PrintState.OFFLINE),
        (PROCESSING, {"printer-state-message": ["Printing."]}, PrintState.PRINTING),
        ({"job-state": [3]}, {"printer-state": [5], "printer-state-reasons": ["paused"]}, PrintState.STOPPED),
        (
            {"job-state": [3]},
            {"printer-state": [5], "printer-state-reasons": ["media-empty-warning"]},
            PrintState.STOPPED,
        ),
        ({"job-state": [4]}, {"printer-state": [3]}, PrintState.STOPPED),
        ({"job-state": [3]}, {"printer-state": [3]}, PrintState.PRINTING),
    ],
)
def test_the_state_follows_from_what_the_server_says(job, queue, state):
    assert state_of(Answer(0, job), Answer(0, queue)) is state


def test_a_receipt_through_cups_has_a_page_of_its_own_size(receipt):
    raster = receipt.raster()

    media = job_options(receipt, ())[0]

    assert media == f"media=Custom.72.1x{round(raster.height / 203 * 25.4, 1)}mm"


def test_a_sheet_through_cups_is_letter_at_its_true_size(sheet):
    assert job_options(sheet, ["one-sided"]) == ("media=Letter", "print-scaling=none")


def test_both_sides_are_asked_only_of_a_printer_that_has_them(sheet):
    assert job_options(sheet, ["one-sided", "two-sided-long-edge"])[-1] == "sides=two-sided-long-edge"


@pytest.mark.parametrize(
    ("settings", "keeps"),
    [
        ("LogLevel warn\n", True),
        ("PreserveJobFiles 86400\n", True),
        ("PreserveJobFiles Yes\n", True),
        ("# PreserveJobFiles No\n", True),
        ("preservejobfiles no\n", False),
        ("PreserveJobHistory Off\n", False),
    ],
)
def test_the_settings_tell_whether_documents_are_kept(tmp_path, settings, keeps):
    configuration = tmp_path / "cupsd.conf"
    configuration.write_text(settings)

    assert keeps_files(configuration) is keeps


def test_settings_that_cannot_be_read_tell_nothing(tmp_path):
    assert keeps_files(tmp_path / "cupsd.conf") is None
