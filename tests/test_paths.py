"""Guichet finds its files in a checkout and once installed, and leaves no temporary file behind."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import platformdirs
import pytest

from kiosk import paths

ROOT = Path(__file__).parent.parent


def test_a_checkout_is_read_where_it_lies():
    assert paths.ui_folder() == ROOT / "ui"
    assert paths.assets_folder() == ROOT / "assets"
    assert paths.catalogue_file() == ROOT / "catalogue.db"


@pytest.mark.parametrize("home", [None, "", "  ", "/srv/somewhere"])
def test_kept_folders_are_where_platformdirs_looks_for_them(monkeypatch, tmp_path, home):
    monkeypatch.delenv("GUICHET_STATE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
        if home is not None:
            monkeypatch.setenv(f"XDG_{kind}_HOME", home and home.replace("/srv", str(tmp_path)))
    own = platformdirs.user_config_path("guichet", appauthor=False) / "guichet.toml"
    own.parent.mkdir(parents=True)
    own.touch()

    assert paths.state_folder() == platformdirs.user_data_path("guichet", appauthor=False)
    assert paths.cache_folder() == platformdirs.user_cache_path("guichet", appauthor=False)
    assert paths.config_file() == own


def test_the_environment_moves_the_state(monkeypatch, tmp_path):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))

    folder = paths.state_folder()

    assert folder == tmp_path / "state"
    assert folder.is_dir()


@pytest.mark.parametrize("folder", [paths.state_folder, paths.cache_folder])
def test_kept_folders_are_closed_to_other_accounts(folder):
    assert folder().stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_told_as_such(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "file" / "state"))

    with pytest.raises(paths.FolderError, match="cannot be made"):
        paths.state_folder()


def test_the_machine_s_configuration_is_read_when_the_account_has_none():
    assert paths.config_file() == Path("/etc/guichet/guichet.toml")


def test_the_account_s_configuration_goes_before_the_machine_s(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    own = tmp_path / "guichet" / "guichet.toml"
    own.parent.mkdir()
    own.touch()

    assert paths.config_file() == own


def test_the_environment_s_configuration_goes_before_all(monkeypatch, tmp_path):
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "mine.toml"))

    assert paths.config_file() == tmp_path / "mine.toml"


@pytest.mark.slow
def test_an_installed_guichet_carries_its_screens_assets_and_catalogue(tmp_path):
    """Build the wheel, unpack it elsewhere, and ask the unpacked program."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)

    question = "from kiosk import paths as p; print(p.ui_folder(), p.assets_folder(), p.catalogue_file(), sep='\\n')"
    answer = subprocess.run(
        [sys.executable, "-c", question],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    )

    found = [Path(line) for line in answer.stdout.splitlines()]
    assert found == [installed / "kiosk" / name for name in ("ui", "assets", "catalogue.db")]
    shipped = {path.relative_to(installed / "kiosk") for path in (installed / "kiosk").rglob("*") if path.is_file()}
    assert Path("catalogue.db") in shipped
    for folder in ("ui", "assets"):
        assert {file.relative_to(ROOT) for file in (ROOT / folder).rglob("*") if file.is_file()} <= shipped
