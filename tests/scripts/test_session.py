"""The session of a kiosk's machine shows it as its panel hangs, under the cage of either Debian."""

import shutil
import subprocess
from pathlib import Path

import pytest

SESSION = Path(__file__).parents[2] / "packaging" / "guichet-session"
TURNS_AT_ITS_START = "-r\\t Rotate the output 90 degrees clockwise, specify up to three times"
USAGE = "Usage: cage [OPTIONS] [--] APPLICATION\\n\\n -d\\t Don't draw client side decorations\\n"


@pytest.fixture
def show(tmp_path):
    """Run the session among programs of our own, which write down how they are called; give that and what was said."""
    programs, called = tmp_path / "bin", tmp_path / "called"
    programs.mkdir()
    for tool in ("sh", "grep", "sed"):
        (programs / tool).symlink_to(shutil.which(tool))

    def show(turn: str, usage: str, outputs: str = "", opens: str = "true") -> tuple[list[str], str]:
        scripts = {
            "cage": f"""if [ "$1" = -h ]; then printf "{usage}"; exit; fi
while [ "$1" != -- ]; do flags="$flags $1"; shift; done
shift
echo "cage$flags" >>{called}
exec "$@" """,
            "wlr-randr": f"""if [ $# = 0 ]; then printf "{outputs}"; else echo "wlr-randr $*" >>{called}; fi""",
            "guichet": f"""echo "guichet${{1:+ $1}}" >>{called}; [ {opens} = true ] || [ "$1" = closed ]""",
        }
        for name, script in scripts.items():
            (programs / name).write_text(f"#!{programs}/sh\n{script}\n")
            (programs / name).chmod(0o755)
        environment = {"PATH": str(programs)} | ({"GUICHET_TURN": turn} if turn else {})
        done = subprocess.run([SESSION], env=environment, capture_output=True, text=True, check=True)
        return called.read_text().splitlines(), done.stderr

    return show


@pytest.mark.parametrize(
    ("turn", "flags"), [("", ""), ("0", ""), ("90", " -r"), ("180", " -r -r"), ("270", " -r -r -r")]
)
def test_a_cage_that_turns_at_its_start_is_told_once_for_each_quarter(show, turn, flags):
    asked, said = show(turn, f"{USAGE} {TURNS_AT_ITS_START}\\n")

    assert asked == [f"cage -d{flags}", "guichet"]
    assert said == ""


def test_a_newer_cage_has_every_panel_turned_before_the_kiosk_starts(show):
    panels = 'HDMI-A-1 \\"A panel\\"\\n  Enabled: yes\\nDP-2 \\"Another\\"\\n  Enabled: yes\\n'

    asked, _said = show("270", USAGE, panels)

    turned = [f"wlr-randr --output {name} --transform 270" for name in ("HDMI-A-1", "DP-2")]
    assert asked == ["cage -d", *turned, "guichet"]


def test_a_newer_cage_shows_a_lying_panel_without_more_ado(show):
    assert show("0", USAGE) == (["cage -d", "guichet"], "")


def test_a_turn_that_makes_no_sense_is_said_in_both_languages_and_the_kiosk_starts(show):
    asked, said = show("45", USAGE)

    assert asked == ["cage -d", "guichet"]
    english, french = said.splitlines()
    assert "not 45" in english
    assert "et non 45" in french


@pytest.mark.parametrize(("turn", "usage"), [("0", USAGE), ("90", USAGE), ("90", f"{USAGE} {TURNS_AT_ITS_START}\\n")])
def test_a_kiosk_that_does_not_open_leaves_the_screen_to_a_notice(show, turn, usage):
    asked, _said = show(turn, usage, opens="false")

    assert asked[-2:] == ["guichet", "guichet closed"]
