"""`guichet counter` and `guichet counter pair` at the command line."""

from contextlib import closing

import pytest
from click.testing import CliRunner

from kiosk.cli.commands import main
from kiosk.cli.counter import Terminal
from kiosk.config import Config
from kiosk.counter.calling.calls import Call, Report, Standing, new_call_id
from kiosk.counter.calling.line import SOCKET_FILE, Line
from kiosk.counter.calling.pairing import key_from, paired_key
from kiosk.counter.fleet import Known
from kiosk.counter.logbook import MIGRATIONS, write_down
from kiosk.languages.shipped import words_of
from kiosk.state import atomic, open_state
from tests.by_hand import rows
from tests.counter.conftest import MORNING


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
    return tmp_path


def guichet(*words, typed=""):
    return CliRunner().invoke(main, words, input=typed)


def test_pairing_shows_a_code_that_gives_the_key_kept(state):
    code = guichet("counter", "pair").output.splitlines()[0]

    assert paired_key(state) == key_from(code)


def test_pairing_with_a_wrong_code_is_refused_in_one_sentence(state):
    run = guichet("counter", "pair", "7K3F")

    assert run.exit_code == 1
    assert run.output.count("\n") == 1
    assert paired_key(state) is None


def test_the_counter_closes_when_staff_say_so_and_leaves_no_socket(state):
    run = guichet("counter", "calls", typed="list\nSamira 2\nnonsense\nquit\n")

    assert run.exit_code == 0
    assert run.output.splitlines()[1:] == [
        "No such call is open.",
        "Type NAME MINUTES, done, busy, say TEXT, away, back, list or quit.",
    ]
    assert list(state.iterdir()) == []


def test_an_unpaired_counter_says_that_the_network_cannot_call(state):
    (state / "guichet.toml").write_text('[counter]\nlisten = "127.0.0.1:7411"\n')

    run = guichet("counter", "calls", "--lang", "fr", typed="quitter\n")

    assert "Aucune borne du réseau ne peut appeler" in run.output


def test_an_address_without_a_port_is_refused(state):
    (state / "guichet.toml").write_text('[counter]\nlisten = "127.0.0.1"\n')

    run = guichet("counter", "calls")

    assert run.exit_code == 1
    assert "192.168.1.20:7411" in run.output


def test_without_a_display_the_window_is_refused_in_both_languages(state, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    run = guichet("counter")

    assert run.exit_code == 1
    assert "guichet counter calls" in run.output
    assert "Il n’y a pas d’écran ici" in run.output
    assert list(state.iterdir()) == []


@pytest.fixture
def terminal(state):
    """The counter at a terminal, hearing kiosks."""
    terminal = Terminal(words_of("en"), Config(), state)
    terminal._listener.start()
    yield terminal
    terminal._listener.close()


def test_a_call_answered_at_the_terminal_is_counted_once(terminal, state):
    line, call = Line(state / SOCKET_FILE), Call(new_call_id(), kiosk=2, language="fr")
    line.ask(call, 5.0)

    for typed in ("Samira 0", "done", "list"):
        terminal._did(typed)
    line.ask(call, 5.0)

    counted = dict(rows(state / "state.db", "measure", "name, count"))
    assert counted == {"call": 1, "call.ended.answered": 1, "call.answered_within.5": 1}


def test_where_nothing_can_be_counted_a_call_is_answered_all_the_same(terminal, state):
    line, call = Line(state / SOCKET_FILE), Call(new_call_id())
    line.ask(call, 5.0)
    (state / "state.db").mkdir()

    terminal._did("done")

    assert line.ask(call, 5.0).standing is Standing.OVER


def test_a_kiosk_closed_in_the_window_stays_closed_at_the_terminal(state):
    closed = Known(Report(2), MORNING, MORNING, closed=True)
    with closing(open_state(state / "state.db", MIGRATIONS)) as connection, atomic(connection):
        write_down(connection, [closed])

    terminal = Terminal(words_of("en"), Config(), state)
    terminal._listener.start()
    pong = Line(state / SOCKET_FILE).greet(Report(2), 5.0)
    terminal._listener.close()

    assert pong.closed
