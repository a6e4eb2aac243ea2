"""The Debian packages, built from this commit and installed in a Debian that has never seen Guichet."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from scripts.deb import CONTENTS, PYTHON, build
from tests import debian_machine
from tests.debian_machine import Machine

ROOT = Path(__file__).parents[2]
LACKS = debian_machine.what_lacks() or ("" if Path(PYTHON).exists() else f"there is no {PYTHON}")
LISTS = ("system-packages.txt", "system-packages-session.txt")
BESIDE = ("systemd-sysv", "dbus", "python3", "ca-certificates", "procps", "curl", "nginx", "openssl", "postgresql")
KIOSK = "pgrep -u guichet -x guichet"
SCREEN_READER = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status", "ScreenReaderEnabled", "b", "true")
EVERY_PROGRAM = ("/org/a11y/atspi/accessible/root", "org.a11y.atspi.Accessible", "ChildCount")

on_a_debian = [pytest.mark.thorough, pytest.mark.root, pytest.mark.skipif(bool(LACKS), reason=LACKS)]


@pytest.mark.parametrize("name", CONTENTS)
def test_what_a_package_is_made_of_is_there(name):
    scripts = [f"packaging/deb/{name}.{part}" for part in ("control", "postinst", "prerm", "postrm")]

    lacking = [source for source in (*CONTENTS[name], *scripts) if not (ROOT / source).is_file()]

    assert lacking == []


def test_the_entry_of_the_desktop_s_menu_is_in_french_too():
    lines = (ROOT / "packaging" / "guichet-counter.desktop").read_text(encoding="utf-8").splitlines()
    entry = dict(line.split("=", 1) for line in lines if "=" in line)

    assert all(entry[f"{key}[fr]"] != entry[key] for key in ("Name", "GenericName", "Comment", "Keywords"))


@pytest.fixture(scope="module")
def commit() -> str:
    asked = ("git", "-C", ROOT, "rev-parse", "HEAD")
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def packages(commit, tmp_path_factory) -> list[Path]:
    return build(tmp_path_factory.mktemp("packages"), commit)


@pytest.fixture(scope="module")
def debian(tmp_path_factory) -> Path:
    """A Debian with what Guichet depends on and recommends, and without Guichet."""
    named = [line.partition("#")[0].strip() for each in LISTS for line in (ROOT / "packaging" / each).open()]
    return debian_machine.make(tmp_path_factory.mktemp("debian") / "root", [*BESIDE, *filter(None, named)])


@pytest.fixture(scope="module")
def installed(debian, packages):
    machine = Machine(debian)
    try:
        _install(machine, packages)
        yield machine.changes
    finally:
        machine.remove()


@pytest.fixture
def bare(debian):
    """A machine on which nothing of Guichet was ever installed."""
    machine = Machine(debian)
    yield machine
    machine.remove()


@pytest.fixture
def machine(debian, installed):
    """A machine on which both packages have just been installed."""
    machine = Machine(installed, debian)
    yield machine
    machine.remove()


def _install(machine: Machine, packages: list[Path]) -> None:
    for package in packages:
        (machine.root / "root" / package.name).write_bytes(package.read_bytes())
    names = [f"/root/{package.name}" for package in packages]
    machine.run("apt-get", "install", "--yes", "--no-install-recommends", *names)


def _as_version(package: Path, version: str, folder: Path) -> Path:
    """The same package under another version number."""
    laid_out = folder / package.stem
    subprocess.run(["dpkg-deb", "-R", package, laid_out], check=True)
    control = laid_out / "DEBIAN" / "control"
    told = control.read_text(encoding="utf-8")
    now = next(line for line in told.splitlines() if line.startswith("Version: ")).removeprefix("Version: ")
    control.write_text(told.replace(now, version), encoding="utf-8")
    older = folder / f"{package.stem}-{version}.deb"
    subprocess.run(["dpkg-deb", "-Zzstd", "-z1", "-b", laid_out, older], check=True, capture_output=True)
    return older


class TestOnADebian:
    pytestmark = on_a_debian

    def test_two_builds_of_a_commit_are_the_same_bytes(self, commit, packages, tmp_path):
        again = build(tmp_path, commit)

        assert [_digest(package) for package in again] == [_digest(package) for package in packages]

    def test_what_is_installed_says_what_the_machine_lacks_and_starts_nothing(self, machine):
        assert machine.run("guichet", "--version").startswith("guichet ")
        assert "176 services" in machine.run_as("guichet", "env", "QT_QPA_PLATFORM=offscreen", "guichet", "doctor")
        assert "A death in the family" in machine.run_as("guichet", "guichet", "plan", "death-in-the-family")
        units = ("guichet-kiosk.service", "guichet-hub.service", "guichet-hub-resign.timer")
        enabled = machine.run("sh", "-c", f"systemctl is-enabled {' '.join(units)} || true")
        assert enabled.split() == ["disabled"] * len(units)
        rights = machine.run("stat", "-c", "%U %a", "/var/lib/guichet", "/var/lib/guichet-hub")
        assert rights.splitlines() == ["guichet 700", "guichet-hub 711"]

    def test_the_kiosk_s_own_words_and_slips_come_out_of_the_package(self, machine):
        asked = ("guichet", "slip", "death-in-the-family", "--lang", "fr", "--out", "slip.pdf")

        machine.run_as("guichet", *asked)

        assert (machine.root / "var/lib/guichet/slip.pdf").read_bytes().startswith(b"%PDF")

    def test_removal_leaves_the_state_and_purge_takes_it(self, machine):
        machine.run("systemctl", "enable", "guichet-kiosk.service", "guichet-hub.service")
        machine.run_as("guichet", "touch", "state")
        machine.run_as("guichet-hub", "touch", "state")
        kept = [machine.root / f"var/lib/{name}/state" for name in CONTENTS]

        machine.run("apt-get", "remove", "--yes", "guichet", "guichet-hub")

        assert all(state.exists() for state in kept)
        assert not (machine.root / "usr/lib/guichet").exists()
        assert list((machine.root / "etc/systemd/system").rglob("guichet*")) == []
        machine.run("apt-get", "purge", "--yes", "guichet", "guichet-hub")
        assert not any(state.parent.exists() for state in kept)
        assert not (machine.root / "etc/guichet").exists()

    def test_an_upgrade_keeps_settings_and_state(self, bare, packages, tmp_path):
        _install(bare, [_as_version(package, "0.0.9", tmp_path) for package in packages])
        settings = bare.root / "etc/guichet/guichet.toml"
        settings.write_text('[printer]\nkind = "none"\n', encoding="utf-8")
        bare.run_as("guichet", "touch", "state")

        _install(bare, packages)

        assert "0.0.9" not in bare.run("dpkg-query", "-W", "-f", "${Version} ", "guichet", "guichet-hub")
        assert settings.read_text(encoding="utf-8") == '[printer]\nkind = "none"\n'
        assert (bare.root / "var/lib/guichet/state").exists()

    def test_the_hub_serves_stands_up_again_and_signs_by_its_timer(self, machine):
        machine.boot()
        _begin_hub(machine)
        machine.run("systemctl", "enable", "--now", "guichet-hub.service", "guichet-hub-resign.timer")
        health = "test $(curl -s http://127.0.0.1:8780/health) = ok"
        machine.run("true", waiting=health)

        machine.run("systemctl", "kill", "--signal=KILL", "guichet-hub.service")
        machine.run("true", waiting="test $(systemctl show -P NRestarts guichet-hub) = 1")
        machine.run("true", waiting=health)
        before = machine.run("cat", "/var/lib/guichet-hub/repository/metadata/timestamp.json")
        machine.run("systemctl", "start", "guichet-hub-resign.service")

        assert machine.run("cat", "/var/lib/guichet-hub/repository/metadata/timestamp.json") != before
        assert "guichet-hub-resign.timer" in machine.run("systemctl", "list-timers", "--no-pager")

    def test_the_hub_s_sandbox_lets_nginx_and_postgresql_in(self, machine):
        machine.boot()
        settings = machine.run("cat", "/etc/guichet/hub.toml").splitlines()
        settings[settings.index('database = "/var/lib/guichet-hub/hub.db"')] = 'database = "postgresql:///guichet"'
        machine.run("tee", "/etc/guichet/hub.toml", feed="\n".join(settings))
        machine.run("runuser", "-u", "postgres", "--", "createuser", "guichet-hub")
        machine.run("runuser", "-u", "postgres", "--", "createdb", "--owner", "guichet-hub", "guichet")
        _begin_hub(machine)
        _put_nginx_in_front(machine)

        machine.run("systemctl", "start", "guichet-hub.service")

        asked = "curl -sk --resolve hub.example.ca:443:127.0.0.1 https://hub.example.ca"
        machine.run("true", waiting=f"test $({asked}/health) = ok")
        assert '"timestamp"' in machine.run(
            *asked.split()[:-1], "https://hub.example.ca/repository/metadata/timestamp.json"
        )
        machine.run("systemctl", "start", "guichet-hub-resign.service")

    def test_the_kiosk_stands_on_its_screen_and_stands_up_again(self, machine):
        first = _start_kiosk(machine)

        machine.run("kill", "-9", first)
        second = machine.run(*KIOSK.split(), waiting=_another_than(first)).strip()
        machine.run("pkill", "-9", "-x", "cage")
        machine.run("true", waiting=_another_than(second))

        assert "tty1" in machine.run("loginctl", "list-sessions", "--no-pager")
        machine.run("systemctl", "stop", "guichet-kiosk.service")
        assert machine.run("systemctl", "show", "-P", "ActiveState", "guichet-kiosk.service") == "inactive\n"

    def test_the_kiosk_s_session_has_sound_and_lets_screen_readers_in(self, machine):
        _start_kiosk(machine)
        session = f"/run/user/{machine.run('id', '-u', 'guichet').strip()}"
        asked = ("env", f"XDG_RUNTIME_DIR={session}", "busctl")

        machine.run_as("guichet", *asked, "--user", "set-property", *SCREEN_READER)

        read = " ".join(("get-property", "org.a11y.atspi.Registry", *EVERY_PROGRAM))
        programs = f"runuser -u guichet -- busctl --address=unix:path={session}/at-spi/bus {read}"
        machine.run("true", waiting=f"{programs} | grep -qx 'i 1'")
        assert "PipeWire" in machine.run_as("guichet", *asked[:-1], "pactl", "info")

    def test_an_upgrade_starts_a_running_kiosk_anew_and_removal_ends_it(self, machine):
        before = _start_kiosk(machine)

        machine.run("sh", "-c", "dpkg --install /root/guichet_*.deb")
        machine.run("true", waiting=_another_than(before))
        machine.run("apt-get", "remove", "--yes", "guichet")

        machine.run("true", waiting=f"! {KIOSK}")


def _start_kiosk(machine: Machine) -> str:
    """Boot a machine whose screen nobody sees, start the kiosk on it, and return the number of its process."""
    screen = "[Service]\nEnvironment=WLR_BACKENDS=headless WLR_RENDERER=pixman\n"
    machine.run("mkdir", "-p", "/etc/systemd/system/guichet-kiosk.service.d")
    machine.run("tee", "/etc/systemd/system/guichet-kiosk.service.d/nobody-looks.conf", feed=screen)
    machine.boot()
    machine.run("systemctl", "start", "guichet-kiosk.service")
    return machine.run(*KIOSK.split(), waiting=KIOSK).strip()


def _another_than(process: str) -> str:
    return f"{KIOSK} && ! {KIOSK} | grep -qx {process}"


def _begin_hub(machine: Machine) -> None:
    phrase = "a pass phrase for the keys of the drawers\n"
    machine.run_as("guichet-hub", "tee", "phrase", feed=phrase)
    machine.run_as("guichet-hub", "guichet", "hub", "init", feed=phrase * 2)
    published = "/usr/share/guichet/catalogue.db"
    machine.run_as("guichet-hub", "guichet", "hub", "publish", published, "--passphrase-file", "phrase")


def _put_nginx_in_front(machine: Machine) -> None:
    folder = "/etc/letsencrypt/live/hub.example.ca"
    machine.run("mkdir", "-p", folder)
    kept = ("-keyout", f"{folder}/privkey.pem", "-out", f"{folder}/fullchain.pem", "-subj", "/CN=hub.example.ca")
    machine.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *kept)
    machine.run("cp", "/usr/share/guichet-hub/nginx-hub.conf", "/etc/nginx/conf.d/")
    machine.run("systemctl", "restart", "nginx.service")


def _digest(package: Path) -> str:
    return hashlib.sha256(package.read_bytes()).hexdigest()
