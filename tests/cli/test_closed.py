"""`guichet closed`: a kiosk whose configuration cannot be used says so on its screen, until it can."""

import os
import subprocess
import sys

import pytest

BROKEN = '[printer]\nkind = "cup"\n'


@pytest.fixture
def configuration(tmp_path):
    """A configuration file, still to be written."""
    return tmp_path / "guichet.toml"


@pytest.fixture
def program(configuration, tmp_path):
    """Starts `guichet closed`, with a screen or without one."""
    started = []

    def start(platform: str = "offscreen") -> "subprocess.Popen[str]":
        kept = {
            name: value for name, value in os.environ.items() if "DISPLAY" not in name and not name.startswith("QT")
        }
        own = {"GUICHET_CONFIG": str(configuration), "GUICHET_STATE": str(tmp_path), "LC_ALL": "fr_CA.UTF-8"}
        environment = kept | own | ({"QT_QPA_PLATFORM": platform} if platform else {})
        command = [sys.executable, "-m", "kiosk", "closed"]
        program = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        started.append(program)
        return program

    yield start
    for each in started:
        each.kill()
        each.communicate()


def test_there_is_nothing_to_show_where_the_configuration_can_be_used(configuration, program):
    configuration.write_text("", encoding="utf-8")

    assert program(platform="").wait(30) == 0


def test_without_a_screen_it_says_so(configuration, program):
    configuration.write_text(BROKEN, encoding="utf-8")

    closed = program(platform="")

    assert closed.wait(30) == 1
    assert "écran" in closed.stderr.read()


@pytest.mark.slow
def test_it_ends_once_the_configuration_is_mended(configuration, program):
    configuration.write_text(BROKEN, encoding="utf-8")
    closed = program()
    with pytest.raises(subprocess.TimeoutExpired):
        closed.wait(2)

    configuration.write_text("", encoding="utf-8")

    assert closed.wait(30) == 0
