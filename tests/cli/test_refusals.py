"""What stands in the way, questions and results, in French as in English."""

import ast
import importlib
import pkgutil
import sqlite3
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import kiosk
from kiosk.cli.asking import agree
from kiosk.cli.commands import main
from kiosk.cli.refusal_words import REFUSALS
from kiosk.cli.refusals import refusal
from kiosk.cli.tongue import SaidError, speak, terminal, words_in
from kiosk.errors import KioskError

CLI = Path(kiosk.__file__).parent / "cli"
SPEAKING = {"echo", "print", "ask", "agree", "ClickException", "UsageError", "SaidError", "OptionError"}
ONLY_IN_WINDOWS = frozenset(
    {
        *(
            "case_full",
            "case_gone",
            "case_unknown",
            "outcome_illegal",
            "not_consented",
            "consent_length",
            "follow_up_day",
        ),
        *("person_unreadable", "first_name", "note_too_long", "reach", "scan_ambiguous", "counter_unreadable"),
        *("correction_address", "correction_day", "correction_number", "correction_page", "correction_said_already"),
        *("kiosk_away", "kiosk_closed", "kiosk_in_use", "playing", "sound", "speech"),
        *("already_decided", "hub_page_nothing_there", "hub_page_too_much", "record_poison"),
        *("update", "unexpected"),
    }
)
"""What no command does, or what a command tells in words of its own."""


def guichet(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed, prog_name="guichet")


def codes() -> set[str]:
    """The code of every error of the library."""
    for module in pkgutil.walk_packages(kiosk.__path__, "kiosk."):
        if not module.name.startswith(("kiosk.bridge", "kiosk.app", "kiosk.__main__")):
            importlib.import_module(module.name)
    found, waiting = set(), [KioskError]
    while waiting:
        error = waiting.pop()
        waiting += error.__subclasses__()
        if not error.__module__.startswith(("kiosk.bridge", "kiosk.app", "tests")) and not issubclass(error, SaidError):
            found.add(error.code)
    return found


def test_every_error_that_a_command_meets_has_a_sentence():
    assert codes() - set(REFUSALS) - {"no_display"} == ONLY_IN_WINDOWS & codes()


def test_every_sentence_is_french_in_french():
    french = words_in("fr")

    assert [code for code, sentence in REFUSALS.items() if french.gettext(sentence) == sentence] == []


def test_what_has_no_sentence_is_told_in_french_all_the_same():
    assert refusal(words_in("fr"), KioskError("odd")) == "Cela n’a pas pu se faire.\n(odd)"
    assert refusal(words_in("en"), KioskError("odd")) == "odd"


def test_no_command_speaks_but_through_the_words_of_the_terminal():
    plain = []
    for file in sorted(CLI.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                called = ast.unparse(node.func).rpartition(".")[2]
                if called in SPEAKING and has_words(node.args[0]):
                    plain.append(f"{file.name}:{node.lineno}: {ast.unparse(node.args[0])}")

    assert plain == []


def has_words(said: ast.expr) -> bool:
    """Whether it is a text in one language: three letters in a row that nothing fills in."""
    parts = said.values if isinstance(said, ast.JoinedStr) else [said]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(text[at : at + 3].isalpha() and len(text[at : at + 3]) == 3 for text in texts for at in range(len(text)))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("plan",), "nommez au moins une situation, par exemple death-in-the-family"),
        (("plan", "turning-56"), "il n’y a pas de situation 'turning-56'\xa0: vouliez-vous dire turning-65?"),
        (("plan", "turning-65", "--answer", "age"), "'age' n’est pas une réponse\xa0: écrivez FAIT=VALEUR"),
        (("plan", "turning-65", "--answer", "aeg=64"), "il n’y a pas de fait 'aeg'\xa0: vouliez-vous dire age?"),
        (("plan", "turning-65", "--on", "soon"), "'soon' n’est pas un moment comme 2026-03-12T10:14"),
        (("find", "food", "--limit", "0"), "'0' n’est pas une limite\xa0: dites un nombre entier de 1 à 100"),
        (("find", "food", "--lang", "de"), "'de' n’est pas une langue du répertoire\xa0: dites en ou fr"),
        (("slip", "turning-65", "--paper", "a4", "--out", "x"), "'a4' n’est pas un papier\xa0: dites receipt80, "),
        (("slip", "turning-65", "--both", "--lang", "ar", "--out", "x"), "--both est pour le français et l’anglais"),
        (("tour", "--out", "x", "--panel", "15.6"), "--panel dit où --audit regarde\xa0: le parcours a un seul écran"),
        (("read", "there is no such thing in here at all"), "Il n’y a ni aiguillage ni code dans ce texte.\n("),
        (("sync",), "rien n’est réglé\xa0: nommez updates ou hub dans la section [sync] de la configuration"),
        (("staff", "unlock", "Nobody"), "personne du nom de Nobody ne travaille ici\xa0: guichet staff list"),
        (
            ("corrections", "accept", "F-1"),
            "Aucun signalement ouvert n’a cet identifiant\xa0: guichet corrections",
        ),
        (("counter", "pair", "short"), "Ce n’est pas un code de jumelage\xa0: il a quinze lettres et chiffres.\n("),
        (("--config", "nowhere.toml", "find", "food"), "il n’y a pas de fichier de configuration nowhere.toml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_refuses_in_french(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))

    refused = guichet("--lang", "fr", *arguments)

    assert refused.exit_code != 0
    assert refused.stderr.startswith(f"Erreur\xa0: {sentence}")


def test_a_configuration_that_makes_no_sense_is_told_in_french(tmp_path):
    file = tmp_path / "guichet.toml"
    file.write_text('[site]\nlanguages = ["fr"]\n[printer]\nkidn = 1\n', encoding="utf-8")

    refused = guichet("--config", file, "find", "food")

    assert refused.stderr.startswith(
        "Erreur\xa0: La configuration est inutilisable. Corrigez le fichier, puis réessayez.\n("
    )
    assert "il n’y a pas de clé printer.kidn; vouliez-vous écrire printer.kind?)" in refused.stderr


@pytest.mark.parametrize(
    ("typed", "agreed"),
    [("o\n", True), ("OUI\n", True), ("y\n", True), ("n\n", False), ("\n", False), ("peut-être\n", False), ("", False)],
)
def test_a_question_is_answered_in_french(typed, agreed):
    @click.command()
    def asking() -> None:
        agree("Vraiment?")
        click.echo("fait")

    with terminal():
        speak("fr")
        answered = CliRunner().invoke(asking, input=typed)

    assert "Vraiment? [o/N]\xa0: " in answered.output
    assert (answered.output.endswith("fait\n"), answered.exit_code) == (agreed, 0 if agreed else 1)


def test_two_pass_phrases_that_differ_are_told_in_french(tmp_path, monkeypatch):
    (tmp_path / "hub.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("GUICHET_HUB", str(tmp_path / "hub.toml"))

    told = guichet("--lang", "fr", "hub", "init", typed="one\ntwo\n")

    assert "Encore une fois, pour confirmer\xa0: " in told.output
    assert "Erreur\xa0: les deux réponses diffèrent." in told.output
    assert told.output.endswith("Abandonné.\n")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "is not a whole copy of a hub’s store, and the store was left as it is. Name a file that guichet",
        ),
        (
            "fr",
            "n’est pas une copie entière de la base d’un serveur central; la base reste telle quelle. Nommez un",
        ),
    ],
)
def test_a_copy_that_is_no_store_is_named_before_anything_is_asked(language, sentence, tmp_path, monkeypatch):
    (tmp_path / "hub.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("GUICHET_HUB", str(tmp_path / "hub.toml"))
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE something (a)")

    refused = guichet("--lang", language, "hub", "restore", other)

    assert refused.exit_code == 1
    assert f"{other} {sentence}" in refused.stderr
    assert refused.stdout == ""


def test_a_catalogue_that_is_not_there_is_told_before_a_pass_phrase_is_asked_for(tmp_path, monkeypatch):
    (tmp_path / "hub.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("GUICHET_HUB", str(tmp_path / "hub.toml"))
    guichet("hub", "init", typed="a phrase of mine\na phrase of mine\n")

    refused = guichet("hub", "publish", tmp_path / "none.db", typed="a phrase of mine\n" * 9)

    assert refused.exit_code != 0
    assert "none.db' does not exist" in refused.output
    assert "Pass phrase" not in refused.output


def test_a_catalogue_is_described_in_french():
    told = guichet("--lang", "fr", "catalogue", "info", "--on", "2026-11-30").stdout.splitlines()

    assert told[0].startswith("version ")
    assert " vieille de " in told[0]
    assert "services, " in told[1]
    assert " situations de " in told[1]
    assert told[2].startswith("à vérifier\xa0: ")


def test_results_are_in_french(tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))

    assert guichet("--lang", "fr", "corrections", "settle").stdout == "0 réglé\n"
    assert "bornes" not in guichet("web", "build", "--out", tmp_path / "page").stdout
    assert "borne est crue" in guichet("--lang", "fr", "web", "build", "--out", tmp_path / "page").stdout
    shown = guichet("--lang", "fr", "counter", "pair").stdout
    assert shown.splitlines()[1].startswith("Sur chaque borne\xa0: guichet counter pair ")
