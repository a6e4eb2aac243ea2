"""`guichet` itself: its options, its commands, and how it refuses."""

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import COMMANDS, main

GUICHET = (sys.executable, "-m", "kiosk")


def guichet(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program on a machine that has no display but those of `environment`."""
    plain = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM" and "DISPLAY" not in name}
    return subprocess.run(
        [*GUICHET, *arguments], env=plain | environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_called_by_its_own_name(name):
    command = main.get_command(click.Context(main), name)

    assert command is not None
    assert command.name == name


def test_help_lists_every_command():
    result = guichet("--help")

    listed = [line.split()[0] for line in result.stdout.partition("Commands:")[2].splitlines() if line.strip()]
    assert listed == list(COMMANDS)


def test_the_version_is_told():
    assert guichet("--version").stdout.startswith("guichet ")


@pytest.mark.parametrize("module", ["kiosk.cli", "kiosk.cli.commands"])
def test_the_command_line_starts_without_what_only_some_commands_need(module):
    asked = f"import sys, {module}; print({{name.partition('.')[0] for name in sys.modules}})"

    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout

    assert [name for name in ("PySide6", "typst", "babel", "sqlite_utils", "yaml", "holidays") if name in loaded] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["pln"], "Error: there is no command 'pln': did you mean plan?"),
        (["plan", "--lnag", "fr"], "Error: No such option '--lnag'"),
        (["--windw"], "Error: No such option '--windw'"),
        (["slip", "turning-65"], "Error: Missing option '--out'."),
        (["plan", "turning-56"], "Error: there is no bundle 'turning-56': did you mean turning-65?"),
        (["--config", "nowhere.toml", "find", "food"], "Error: there is no configuration file nowhere.toml"),
    ],
)
def test_a_refusal_is_one_sentence_and_a_failure(arguments, sentence):
    result = guichet(*arguments)

    assert result.exit_code != 0
    assert result.stdout == ""
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1


def test_a_configuration_can_be_named(tmp_path):
    config = tmp_path / "guichet.toml"
    config.write_text('[catalogue]\npath = "/none.db"\n', encoding="utf-8")

    result = guichet("--config", str(config), "plan", "turning-65")

    assert result.exit_code != 0
    assert "/none.db" in result.stderr
    assert "GUICHET_CONFIG" not in os.environ


def test_a_typing_mistake_in_the_configuration_is_told_in_one_sentence(tmp_path):
    config = tmp_path / "guichet.toml"
    config.write_text("[printer]\nkidn = 'cups'\n", encoding="utf-8")

    result = guichet("--config", str(config), "plan", "turning-65")

    assert result.exit_code != 0
    assert result.stderr == f"Error: {config}: there is no key printer.kidn; did you mean printer.kind?\n"


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711"}], ids=["none", "out of reach"])
def test_without_a_display_the_kiosk_says_so_in_both_languages(environment):
    kiosk = started(**environment)

    told = [line for line in kiosk.stderr.splitlines() if "qt_messages" not in line]
    assert kiosk.returncode == 1
    assert kiosk.stdout == ""
    assert told[0].startswith("Error: there is no display here")
    assert told[1].startswith("Il n’y a pas d’écran ici")
    assert len(told) == 2


def test_without_a_display_a_french_machine_reads_french_first():
    kiosk = started(LANG="fr_CA.UTF-8")

    assert kiosk.stderr.splitlines()[0].startswith("Erreur\xa0: Il n’y a pas d’écran ici")
    assert kiosk.stderr.splitlines()[1].startswith("there is no display here")


def test_a_kiosk_that_cannot_start_says_why_in_the_language_of_its_configuration(tmp_path):
    config = tmp_path / "guichet.toml"
    config.write_text('[site]\nlanguages = ["fr"]\n[printer]\nkidn = "cups"\n', encoding="utf-8")

    kiosk = started(GUICHET_CONFIG=str(config), QT_QPA_PLATFORM="offscreen")

    assert kiosk.returncode == 1
    assert kiosk.stderr.startswith(
        "Erreur\xa0: La configuration est inutilisable. Corrigez le fichier, puis réessayez.\n"
    )
    assert "printer.kidn" in kiosk.stderr
