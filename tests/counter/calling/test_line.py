"""The line between kiosk and counter: on one machine, and sealed on the network."""

import socket
import stat

import pytest

from kiosk.counter.calling.calls import (
    Answer,
    Call,
    CounterError,
    CounterRefusedError,
    Ping,
    Pong,
    PrinterState,
    Report,
    Standing,
    new_call_id,
    read_request,
    written,
)
from kiosk.counter.calling.frames import LONGEST, CounterSilentError, Frames
from kiosk.counter.calling.line import Address, Line
from kiosk.counter.calling.listening import CounterBusyError, Listener
from kiosk.counter.calling.pairing import key_from, new_code

SOON = 5.0


@pytest.fixture
def old_counter(tmp_path):
    """Open a counter of the first version, which hangs up on anything but a plain ping; give the kiosk's end."""
    opened = []

    def hear(request):
        if request != Ping():
            raise CounterError("unknown")
        return Pong(True)

    def _old_counter(key):
        address = Address("127.0.0.1", 0) if key is not None else None
        listener = Listener(hear, tmp_path / "old.sock", address, key)
        listener.start()
        opened.append(listener)
        if key is None:
            return Line(listener._path)
        return Line(listener._path, Address("127.0.0.1", listener.ports[0]), key)

    yield _old_counter
    for listener in opened:
        listener.close()


@pytest.fixture(params=["machine", "network"])
def line(request, listening, key):
    """Each way of calling the counter."""
    return listening(key if request.param == "network" else None)


def test_the_counter_answers_a_ping(line):
    assert line.ask(Ping(), SOON) == Pong(True)


def test_a_call_and_its_answer_cross_the_line(line, board):
    call = Call(new_call_id(), kiosk=7, language="fr", letters=2, listening=True, private=True, about=("losing-a-job",))
    assert line.ask(call, SOON) == Answer(Standing.TOLD)
    assert board.entries[0].call == call

    board.come("Zoé", 3)

    assert line.ask(call, SOON) == Answer(Standing.COMING, "Zoé", 3)


def test_another_key_is_refused_and_no_call_arrives(listening, key, board):
    line = listening(key, kiosk_key=key_from(new_code()))

    with pytest.raises(CounterRefusedError):
        line.ask(Call(new_call_id()), SOON)

    assert board.entries == ()


def test_a_kiosk_without_a_key_does_not_call_the_network(listening, key):
    line = listening(key)

    with pytest.raises(CounterError):
        Line(line.path, line.address, None).ask(Ping(), SOON)


def test_nothing_listens_on_the_network_without_a_key(board, tmp_path):
    listener = Listener(board.hear, tmp_path / "s", Address("127.0.0.1", 0), None)
    listener.start()

    assert listener.ports == ()
    listener.close()


def test_the_socket_is_for_this_account_only(listening):
    line = listening()

    assert stat.S_IMODE(line.path.stat().st_mode) == 0o600


def test_where_nobody_listens_nobody_answers(tmp_path, closed_port, key):
    for line in (Line(tmp_path / "s"), Line(tmp_path / "s", Address("127.0.0.1", closed_port), key)):
        with pytest.raises(CounterSilentError):
            line.ask(Ping(), SOON)


def test_a_counter_that_accepts_and_says_nothing_is_given_up(tmp_path):
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(tmp_path / "s"))
        mute.listen()

        with pytest.raises(CounterSilentError):
            Line(tmp_path / "s").ask(Ping(), 0.05)


def test_the_socket_of_a_killed_counter_is_taken_over(board, tmp_path):
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / "s"))

    listener = Listener(board.hear, tmp_path / "s")
    listener.start()

    assert Line(tmp_path / "s").ask(Ping(), SOON) == Pong(True)
    listener.close()


def test_a_second_counter_leaves_the_first_its_place(listening, board):
    line = listening()

    with pytest.raises(CounterBusyError):
        Listener(board.hear, line.path)

    assert line.ask(Ping(), SOON) == Pong(True)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{}",
        b'{"type":"call","id":"short"}',
        b'{"type":"ping","more":1}',
        b'{"type":"call","id":"' + b"a" * 32 + b'","language":"<b>"}',
        b"\xff" * 40,
    ],
)
def test_what_is_no_question_is_not_answered_and_does_no_harm(listening, said):
    line = listening()
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(line.path))
        frames = Frames(stranger, SOON)
        frames.send(said)

        with pytest.raises(CounterSilentError):
            frames.receive()

    assert line.ask(Ping(), SOON) == Pong(True)


def network(line):
    connection = socket.create_connection((line.address.host, line.address.port), SOON)
    return connection, Frames(connection, SOON)


def test_a_recorded_call_cannot_be_played_again(listening, key, board):
    from kiosk.counter.calling import sealing
    from kiosk.counter.calling.calls import written

    line = listening(key)
    connection, frames = network(line)
    own = sealing.hello()
    with connection:
        frames.send(own.public)
        closed, _ = sealing.seals_of_kiosk(key, own, frames.receive())
        recorded = closed.close(written(Call(new_call_id())))
        frames.send(recorded)
        frames.receive()
    assert len(board.entries) == 1

    connection, frames = network(line)
    with connection:
        frames.send(own.public)
        frames.receive()
        frames.send(recorded)
        with pytest.raises(CounterSilentError):
            frames.receive()

    assert len(board.entries) == 1


@pytest.mark.parametrize("began_with", [b"", b"\x00" * 32, b"\x01" + b"\x00" * 31, b"x" * 31])
def test_a_connection_that_begins_with_no_key_is_closed(listening, key, began_with):
    line = listening(key)
    connection, frames = network(line)

    with connection:
        frames.send(began_with)
        frames.receive()
        with pytest.raises(CounterSilentError):
            frames.receive()

    assert line.ask(Ping(), SOON) == Pong(True)


def test_a_report_and_what_staff_want_cross_the_line(line, board):
    report = Report(2, numbered=True, place_fr="Entrée", counts={"session": 31}, printer=PrinterState.PAPER_OUT)
    line.greet(report, SOON)
    plan = board.fleet.show_plan(2, "A" * 1200, "fr")

    pong = line.greet(report, SOON)

    assert board.fleet.kiosks[0].report == report
    assert (pong.show.id, pong.show.token) == (plan, "A" * 1200)


def test_a_full_report_fits_into_one_message():
    counts = {f"session.lasted.{number:04}": 10_000 for number in range(100)}

    assert len(written(Ping(Report(2**32 - 1, counts=counts, place_fr="é" * 40)))) <= LONGEST


@pytest.mark.parametrize("paired", [False, True])
def test_an_older_counter_that_refuses_a_report_is_asked_without_one(old_counter, key, paired):
    assert old_counter(key if paired else None).greet(Report(2), SOON) == Pong(True)


def test_an_older_kiosk_hears_nothing_that_it_does_not_know(board):
    board.hear(Ping(Report(2)))
    board.fleet.close(2, True)

    assert written(board.hear(Ping())) == b'{"type":"pong","attended":true}'


def test_a_later_kiosk_may_report_more_than_is_known_here():
    later = b'{"type":"ping","report":{"kiosk":2,"temperature":31}}'

    assert read_request(later) == Ping(Report(2))


@pytest.mark.parametrize("said", [b'{"type":"ping","report":{}}', b'{"type":"ping","report":{"kiosk":-1}}', b"{"])
def test_a_report_that_makes_no_sense_is_refused(said):
    with pytest.raises(CounterError):
        read_request(said)
