"""The command line in French as in English: every help text, every option, and what click itself says."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_file
from click.testing import CliRunner, Result

from kiosk.cli import click_words
from kiosk.cli.commands import main
from kiosk.cli.spoken import METAVARS, LanguageOption, SpokenArgument, SpokenCommand, SpokenOption, paragraphs
from kiosk.cli.tongue import words_in

PROGRAMMERS = frozenset(
    {
        "d",
        "deprecated",
        "Value must be an iterable.",
        "Name '{name}' defined twice",
        "(dynamic)",
        "env var: {var}",
        "Do you want to continue?",
        "Confirm the action without prompting.",
        "%(prog)s, version %(version)s",
        "Unknown color {colour!r}",
        "Invalid start character for option ({option})",
        "Unknown standard stream '{name}'",
        "Choice({choices})",
        "{value!r} is not a valid UUID.",
    }
)
"""What click says to programmers, or of what no command of ours has."""
OTHERS = ("edit", "Windows", "completion", "Deprecation", "{decl", "exactly one", "No options defined", "{len_type}")


def guichet(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="guichet")


def commands(group: click.Group = main, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that there is, with the words that call it."""
    yield path, group
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


PROJECT = Path(__file__).parents[2]
EVERY = list(commands())
NAMED = [" ".join(path) or "guichet" for path, _ in EVERY]


def helps(command: click.Command) -> Iterator[str]:
    yield from paragraphs(command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from paragraphs(parameter.help or "")


@pytest.mark.parametrize(("path", "command"), EVERY, ids=NAMED)
def test_every_help_text_has_french_of_its_own(path, command):
    french = words_in("fr")

    texts = list(helps(command))
    assert "" not in texts, "a command, or an option of it, has no help"
    assert [text for text in texts if french.gettext(text) == text] == []


@pytest.mark.parametrize(("path", "command"), EVERY, ids=NAMED)
def test_every_command_is_made_to_speak(path, command):
    assert isinstance(command, SpokenCommand)
    assert all(isinstance(parameter, SpokenOption | SpokenArgument) for parameter in command.params)
    assert any("--lang" in parameter.opts for parameter in command.params)


@pytest.mark.parametrize(("path", "command"), EVERY, ids=NAMED)
def test_the_help_page_has_no_english_left_and_the_same_options(path, command):
    english, french = (guichet("--lang", language, *path, "--help") for language in ("en", "fr"))

    assert (english.exit_code, french.exit_code) == (0, 0)
    assert options_on(english.stdout) == options_on(french.stdout)
    one_line = " ".join(french.stdout.split())
    assert [text for text in helps(command) if text in one_line] == []
    for word in ("Usage:", "Options:", "Commands:", "Show this", "[required]", *(set(METAVARS) - same_in_french())):
        assert word not in re.findall(r"[\w:.\[\]]+", french.stdout), word


def options_on(page: str) -> list[str]:
    return re.findall(r"^  (--[a-z-]+)", page, re.MULTILINE)


def same_in_french() -> set[str]:
    return {name for name in METAVARS if words_in("fr").gettext(name) == name}


@pytest.mark.parametrize(("path", "command"), EVERY, ids=NAMED)
def test_every_name_of_a_value_is_known(path, command):
    context = click.Context(command, info_name="guichet")

    pieces = [
        click.Option.make_metavar(parameter, context)
        if isinstance(parameter, click.Option)
        else click.Argument.make_metavar(parameter, context)
        for parameter in command.params
        if not getattr(parameter, "is_flag", False)
    ]

    assert {word for piece in pieces for word in re.findall(r"\b[A-Z]{2,}\b", piece)} <= set(METAVARS)


@pytest.mark.parametrize(("path", "command"), EVERY, ids=NAMED)
def test_help_leads_to_a_guide_in_its_language(path, command):
    for text in helps(command):
        for guide in re.findall(r"docs/[\w/-]+\.md", text):
            name = Path(guide).name
            in_french = f"docs/fr/{name}" if (PROJECT / "docs" / "fr" / name).exists() else f"docs/{name}"
            assert (PROJECT / guide).exists()
            assert in_french in words_in("fr").gettext(text)


def test_the_list_of_commands_has_whole_clauses_where_they_fit():
    listed = guichet("--lang", "fr", "hub", "--help").stdout

    assert re.search(r"restore +Met COPIE à la place de la base$", listed, re.MULTILINE)
    assert "..." not in listed.partition("Commandes")[2]
    assert re.search(r"slip +Write the slip of a plan for BUNDLE… to a file", guichet("--help").stdout)


def test_all_that_click_says_is_listed():
    listed = {words if isinstance(words, str) else words[0] for words in click_words.CLICK}
    listed |= {value for value in vars(click_words).values() if isinstance(value, str)}

    said = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for _, message, _, _ in extract_from_file("python", file, keywords={"_": None, "ngettext": (1, 2)}):
            said.add(message if isinstance(message, str) else message[0])

    lacking = said - listed - PROGRAMMERS
    assert [text for text in sorted(lacking) if not any(other in text for other in OTHERS)] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["plna"], "il n’y a pas de commande 'plna'\xa0: vouliez-vous dire plan?"),
        (["--windw"], "Il n’y a pas d’option '--windw'. Vouliez-vous dire '--window'?"),
        (["slip", "turning-65"], "Il manque l’option '--out'."),
        (["hub", "backup"], "Il manque l’argument 'COPIE'."),
        (["hub", "serve", "x"], "Un argument est de trop (x)"),
        (
            ["hub", "stick", "/nowhere"],
            "Valeur refusée pour 'DOSSIER'\xa0: Dossier introuvable\xa0: '/nowhere'.",
        ),
        (
            ["sync", "trust", "/nowhere"],
            "Valeur refusée pour 'RACINE.json'\xa0: Fichier introuvable\xa0: '/nowhere'.",
        ),
        (
            ["audit", "list", "--last", "x"],
            "Valeur refusée pour '--last'\xa0: 'x' n’est pas un nombre entier.",
        ),
        (["audit", "list", "--last"], "L’option '--last' demande une valeur."),
        (
            ["tour", "--out", "x", "--panel", "x"],
            "Valeur refusée pour '--panel'\xa0: 'x' n’est pas un nombre.",
        ),
        (
            ["counter", "day", "--date", "x"],
            "Valeur refusée pour '--date'\xa0: 'x' n’a pas la forme",
        ),
        (
            ["hub", "rotate-keys", "x"],
            "Valeur refusée pour 'RÔLE'\xa0: 'x' n’est pas l’un de",
        ),
    ],
)
def test_what_click_refuses_it_refuses_in_french(arguments, sentence):
    refused = guichet("--lang", "fr", *arguments)

    assert refused.exit_code != 0
    assert refused.stderr.startswith(f"Erreur\xa0: {sentence}")
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "fr", "hub", "--help"),
        ("--lang=fr", "hub", "--help"),
        ("hub", "--lang", "fr", "--help"),
        ("hub", "--help", "--lang", "fr"),
        ("hub", "--settings", "x", "--lang", "fr", "--help"),
        ("--config", "x", "--lang", "fr", "hub", "--help"),
    ],
    ids=" ".join,
)
def test_the_language_may_be_said_before_and_after(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text("", encoding="utf-8")

    assert "Usage\xa0: guichet hub [OPTIONS] COMMANDE [ARGS]..." in guichet(*arguments).stdout


def test_a_language_of_the_answer_is_not_that_of_the_terminal():
    french_answer = guichet("plan", "turning-65", "--lang", "fr")
    refused = guichet("plan", "turning-56", "--lang", "fr")
    by_the_terminal = guichet("--lang", "fr", "plan", "turning-65")

    assert french_answer.stdout == by_the_terminal.stdout != guichet("plan", "turning-65").stdout
    assert refused.stderr.startswith("Error: ")


@pytest.mark.parametrize(
    ("environment", "usage"),
    [
        ({}, "Usage: "),
        ({"LANG": "fr_CA.UTF-8"}, "Usage\xa0: "),
        ({"LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8"}, "Usage\xa0: "),
        ({"LANG": "fr_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"}, "Usage: "),
        ({"LANG": "fr_CA.UTF-8", "LC_ALL": "C"}, "Usage: "),
        ({"LANG": "POSIX"}, "Usage: "),
        ({"LANG": "de_CH.UTF-8"}, "Usage: "),
        ({"LANG": "en_CA.UTF-8", "LANGUAGE": "de:fr:en"}, "Usage\xa0: "),
    ],
    ids=str,
)
def test_the_environment_says_the_language(environment, usage, monkeypatch):
    monkeypatch.delenv("LANG", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert guichet("--help").stdout.startswith(usage)


@pytest.mark.parametrize(
    ("settings", "usage"),
    [
        ('[site]\nlanguages = ["fr", "en"]', "Usage\xa0: "),
        ('[site]\nlanguages = ["ar", "fr"]', "Usage\xa0: "),
        ('[site]\nlanguages = ["en", "fr"]', "Usage: "),
        ('[site]\nprofile = "qc"', "Usage\xa0: "),
        ("[site]", "Usage\xa0: "),
        ("[site\ntorn", "Usage\xa0: "),
        ("site = 3", "Usage\xa0: "),
    ],
)
def test_the_configuration_goes_before_the_environment_where_it_names_languages(settings, usage, tmp_path, monkeypatch):
    file = tmp_path / "guichet.toml"
    file.write_text(settings, encoding="utf-8")
    monkeypatch.setenv("GUICHET_CONFIG", str(file))
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")

    assert guichet("--help").stdout.startswith(usage)
    assert guichet("--lang", "en", "--help").stdout.startswith("Usage: ")


def test_a_configuration_that_is_named_says_the_language_too(tmp_path):
    file = tmp_path / "guichet.toml"
    file.write_text('[site]\nlanguages = ["fr", "en"]', encoding="utf-8")

    assert guichet("--config", str(file), "hub", "--help").stdout.startswith("Usage\xa0: ")
    assert guichet("--config", str(file), "--lang", "en", "hub", "--help").stdout.startswith("Usage: ")


def test_what_was_spoken_once_is_not_spoken_after():
    guichet("--lang", "fr", "hub", "--help")

    assert guichet("hub", "--help").stdout.startswith("Usage: ")
    assert "Show this message and exit." in guichet("hub", "--help").stdout


def test_without_a_place_to_keep_words_all_is_french_all_the_same(tmp_path):
    (tmp_path / "a file").write_text("", encoding="utf-8")
    nowhere = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "a file"), "TMPDIR": str(tmp_path)}

    run = [sys.executable, "-m", "kiosk", "--lang", "fr", "hub", "--help"]
    told = subprocess.run(run, env=nowhere, capture_output=True, text=True, check=True)

    assert told.stdout.startswith("Usage\xa0: ")
    assert "Tient un serveur central" in told.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


def test_help_loads_no_words_and_a_command_none_of_what_makes_them():
    asked = (
        "import sys; from kiosk.cli import main\ntry: main()\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
    )

    def loaded(*arguments):
        run = [sys.executable, "-c", asked, *arguments]
        return subprocess.run(run, capture_output=True, text=True, check=True).stderr.split()

    loaded("--lang", "fr", "hub", "--help")  # whatever is made once is made
    assert "kiosk.languages.catalogs" not in loaded("--version")
    assert "babel" not in loaded("--lang", "fr", "hub", "--help")


def test_only_commands_that_answer_in_a_language_have_another_lang():
    own = {
        " ".join(path)
        for path, command in EVERY
        if not any(isinstance(parameter, LanguageOption) for parameter in command.params)
    }

    assert own == {"find", "plan", "slip", "read", "counter", "counter day", "web build", "tour"}
