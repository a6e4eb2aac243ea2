"""Setting up asks for what is missing, and tells in both languages what it cannot do itself."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LIBRARIES = [
    line.partition("#")[0].strip()
    for line in (ROOT / "packaging" / "system-packages.txt").read_text().splitlines()
    if line.partition("#")[0].strip()
]
NEEDED_TOOLS = ("bash", "cat", "dirname", "sed", "awk", "cksum", "printf", "mkdir", "env", "tail")


@pytest.fixture
def machine(tmp_path):
    """Make a machine of our own: a copy of the scripts, and only the programs that a test puts there."""
    checkout = tmp_path / "checkout"
    for name in ("scripts/setup.sh", "packaging/system-packages.txt", "packaging/constraints.txt", "pyproject.toml"):
        copy = checkout / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((ROOT / name).read_bytes())
        copy.chmod(0o755)
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in NEEDED_TOOLS:
        (programs / tool).symlink_to(_which(tool))

    def run(installed: list[str], user: int = 0, **scripts: str) -> subprocess.CompletedProcess[str]:
        listed = "\n".join(f"installed {package}" for package in installed)
        fakes = {
            "dpkg-query": f"cat <<'END'\n{listed}\nEND",
            "apt-get": f'echo "$*" >>{tmp_path}/apt.log',
            "id": f"echo {user}",
            "python3": "exit 1",
        }
        for name, script in (fakes | scripts).items():
            program = programs / name
            program.write_text(f"#!{programs}/bash\n{script}\n")
            program.chmod(0o755)
        # /usr/bin/python3 is looked for by its whole name; here it must not be found.
        setup = (checkout / "scripts" / "setup.sh").read_text().replace("/usr/bin/python3", "/nowhere/python3")
        return subprocess.run(
            ["bash", "-c", setup, checkout / "scripts" / "setup.sh", "run"],
            env={"PATH": str(programs)},
            executable=str(programs / "bash"),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run


def _which(tool: str) -> Path:
    return next(path for folder in os.get_exec_path() if (path := Path(folder) / tool).exists())


def test_without_the_right_to_install_the_missing_packages_are_named_in_both_languages(machine):
    run = machine([f"{package}, " for package in LIBRARIES if package not in ("libgl1", "libxcb-cursor0")], user=1000)

    assert run.returncode == 1
    english, french = run.stderr.splitlines()
    assert english.endswith("ask for: apt-get install libgl1 libxcb-cursor0")
    assert french.endswith("demandez : apt-get install libgl1 libxcb-cursor0")


def test_only_missing_packages_are_installed(machine, tmp_path):
    machine([f"{package}, " for package in LIBRARIES if package != "libgl1"])

    asked = (tmp_path / "apt.log").read_text().splitlines()
    assert asked[1] == "install -y -qq --no-install-recommends libgl1"


def test_a_package_provided_under_a_newer_name_is_not_missing(machine, tmp_path):
    renamed = {
        "libcups2": "libcups2t64, libcups2 (= 2.4.10-3)",
        "libglib2.0-0": "libglib2.0-0t64, libglib2.0-0 (= 2.8)",
    }
    python = ["python3, python3-any", "python3-venv, "]

    run = machine([renamed.get(package, f"{package}, ") for package in LIBRARIES] + python)

    assert not (tmp_path / "apt.log").exists()
    assert run.stderr.splitlines() == [
        "Guichet needs Python 3.11 or newer, with its venv module.",
        "Guichet a besoin de Python 3.11 ou plus récent, avec son module venv.",
    ]


def test_an_installation_that_fails_says_what_to_look_at(machine):
    run = machine([], **{"apt-get": "echo 'E: no network' >&2; exit 100"})

    assert run.returncode == 1
    assert "E: no network" in run.stderr
    assert "check the network and read build/setup-packages.log" in run.stderr
    assert "vérifiez le réseau" in run.stderr
