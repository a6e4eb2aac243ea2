"""A source file that cannot be read as YAML is one fault, at the line where it goes wrong, in either language."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.check import check
from kiosk.languages.terminal import terminal_words

Edit = Callable[[str, str, str], Path]

ON = date(2026, 11, 25)
FRENCH = terminal_words("fr")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("a: b: c", "un deux-points à l’intérieur d’un texte"),
        ("a: [1, 2\nb: 3", "il manque une virgule ou « ] »"),
        ("a: {x: 1\nb: 2", "il manque une virgule ou « } »"),
        ("a:\n\tb: c", "tabulation"),
        ("- a\nb: c", "il manque le tiret"),
        ("a: 'it's'", "il manque une clé"),
        ("a: 'x", "le fichier finit trop tôt"),
    ],
)
def test_what_the_reader_of_yaml_says_is_in_french_too(tiny: Path, written: str, says: str) -> None:
    (tiny / "anchors.yaml").write_text(written, "utf-8")

    (fault,) = [fault for fault in check(tiny, ON).faults if fault.place.file.endswith("anchors.yaml")]

    assert says in fault.said(FRENCH).replace("\N{NO-BREAK SPACE}", " ")


def test_a_control_character_is_found_on_its_line(edited: Edit) -> None:
    folder = edited("anchors.yaml", "Date du décès", "Date\x01 du décès")

    (fault,) = check(folder, ON).faults

    assert fault.place.line == 2
    assert "\n" not in str(fault)
    assert "retapez la ligne" in fault.said(FRENCH)


def test_a_file_that_cannot_be_read_is_not_blamed_on_those_that_name_it(edited: Edit) -> None:
    faults = check(edited("phones.yaml", "  - id: crisis", "  - id: [crisis"), ON).faults

    assert len(faults) == 1


def test_a_missing_file_is_a_fault(tiny: Path) -> None:
    (tiny / "doors.yaml").unlink()

    (fault,) = check(tiny, ON).faults

    assert "cannot be read" in fault.message
    assert fault.what.said(FRENCH) == "ce fichier ne peut pas être lu\N{NO-BREAK SPACE}: il manque, ajoutez-le"
