"""What is told of sources and settings can be said in either language, and whoever translates it finds all of it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

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


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of `sentence`, and where it is."""
    for path in (ROOT / "kiosk").rglob("*.py"):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if "sentence(" in text else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sentence":
                yield f"{path}:{node.lineno}", node


def test_every_sentence_stands_whole_where_it_is_gathered_from() -> None:
    found = dict(calls())

    assert len(found) > 150
    assert [place for place, call in found.items() if not isinstance(call.args[0], ast.Constant)] == []


def test_every_sentence_is_given_what_goes_into_it_and_nothing_else() -> None:
    for place, call in calls():
        wanted = {name for _text, name, _spec, _form in Formatter().parse(ast.literal_eval(call.args[0])) if name}

        assert wanted == {keyword.arg for keyword in call.keywords}, place


def test_every_sentence_has_french_that_differs() -> None:
    french = terminal_words("fr")
    sources = {ast.literal_eval(call.args[0]) for _place, call in calls()}

    assert {source for source in sources if french.gettext(source) == source} == {"service"}


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
