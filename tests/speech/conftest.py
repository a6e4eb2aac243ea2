"""A sound server with a loudspeaker that nobody hears."""

import os
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.speech.loudspeaker import Recording


@dataclass(frozen=True, slots=True)
class SoundServer:
    """A private sound server; `sink` is the name of its loudspeaker."""

    socket: str
    sink: str

    def tell(self, *command: str) -> str:
        """Tell the server something with pactl, and return its answer."""
        return subprocess.run(["pactl", *command], capture_output=True, text=True, check=True, timeout=10).stdout


@pytest.fixture(scope="module")
def running_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    home = tmp_path_factory.mktemp("pulse")
    socket = home / "native"
    modules = [
        f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
        "module-null-sink sink_name=speaker rate=22050 channels=1",
    ]
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-level=error"]
    process = subprocess.Popen(
        [*command, *(part for module in modules for part in ("-L", module))],
        env={**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "PULSE_RUNTIME_PATH": str(home)},
        stderr=subprocess.DEVNULL,
    )
    server = SoundServer(f"unix:{socket}", "speaker")
    try:
        _await_server(server, process)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)


@pytest.fixture
def sound_server(running_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> SoundServer:
    """The sound server that every program finds during this test."""
    monkeypatch.setenv("PULSE_SERVER", running_server.socket)
    return running_server


@pytest.fixture
def recording(sound_server: SoundServer) -> Iterator[Recording]:
    recording = Recording(sound_server.sink)
    yield recording
    recording.end()


def _await_server(server: SoundServer, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(1000):
        answer = subprocess.run(
            ["pactl", "info"], env={**os.environ, "PULSE_SERVER": server.socket}, capture_output=True, timeout=10
        )
        if answer.returncode == 0:
            return
        assert process.poll() is None, "pulseaudio ended by itself"
    raise AssertionError("pulseaudio did not answer")
