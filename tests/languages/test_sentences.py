"""What an editor is told can be said in either language, and whoever translates it finds all of it."""

import ast
from pathlib import Path

from kiosk.catalogue.hours import HoursError
from kiosk.languages.sentences import one_of, sentence
from kiosk.languages.terminal import terminal_words

ROOT = Path(__file__).parents[2]


def test_a_sentence_within_a_sentence_is_said_in_the_same_language() -> None:
    wanted = one_of(sentence("text"), sentence("a whole number"), sentence("nothing"))
    told = sentence("expected {wanted}, got {found}", wanted=wanted, found=sentence("a list"))

    assert str(told) == "expected text or a whole number or nothing, got a list"
    assert told.said(terminal_words("fr")) == "il faut du texte ou un nombre entier ou rien, et il y a une liste"


def test_what_an_editor_typed_stays_as_it_is_in_either_language() -> None:
    told = sentence("there is {none} `{name}`: add it to {file}, or correct the name",
                    none=sentence("no phone"), name="{kind}", file="phones.yaml")  # fmt: skip

    assert str(told) == "there is no phone `{kind}`: add it to phones.yaml, or correct the name"
    assert told.said(terminal_words("fr")).startswith("il n’y a aucun téléphone `{kind}`")


def test_an_error_of_hours_says_its_sentence_in_either_language() -> None:
    error = HoursError(sentence("{time} is not a time of day", time="25:00"))

    assert str(error) == "25:00 is not a time of day"
    assert error.what.said(terminal_words("fr")).startswith("25:00 n’est pas une heure du jour")


def test_every_sentence_to_an_editor_stands_whole_where_it_is_gathered_from() -> None:
    calls = [
        (path, node)
        for path in (ROOT / "kiosk" / "catalogue").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sentence"
    ]

    hidden = [f"{path}:{node.lineno}" for path, node in calls if not isinstance(node.args[0], ast.Constant)]

    assert len(calls) > 150
    assert hidden == []


def test_no_fault_and_no_error_of_hours_is_given_words_that_nobody_can_translate() -> None:
    makers = {"Fault": 1, "fault": 0, "HoursError": 0, "_warning": 1, "_unreadable": 2}
    bare = [
        f"{path}:{node.lineno}"
        for path in (ROOT / "kiosk" / "catalogue").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and (place := makers.get(ast.unparse(node.func).rpartition(".")[2])) is not None
        and len(node.args) > place
        and isinstance(node.args[place], ast.JoinedStr | ast.Constant)
    ]

    assert bare == []
