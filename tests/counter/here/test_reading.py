"""What a centre says of itself is read whole, or refused in one sentence that names the mistake."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.model import DeliveryStructure
from kiosk.counter.here.centre import Act, Centre, Equipment
from kiosk.counter.here.reading import FILE, HereFileError, read_centre

WHOLE = """
location = "hpl-north"
equipment = ["terminal", "scanner"]
usual = ["inform", "fill_form_with", "scan_and_send"]
spoken = { mo = ["en", "fr"], we = ["en", "ar"] }

[[mandates]]
organization = "service-canada"
acts = ["sight_document"]
services = ["oas-pension"]
since = 2026-04-01
until = 2027-03-31

[[given]]
service = "cvitp-free-tax-clinic"
structure = "shared"
by = "cra"
acts = ["inform", "accept_form"]
desk = { en = "Room 2", fr = "Salle 2" }
hours = "We 13:00-16:00"
"""


@pytest.fixture
def written(tmp_path, real):
    """Write the file and read it."""

    def _written(text):
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        return read_centre(tmp_path / FILE, real)

    return _written


def test_a_whole_file_reads_back(written):
    centre = written(WHOLE)

    assert centre.location == "hpl-north"
    assert centre.equipment == {Equipment.TERMINAL, Equipment.SCANNER}
    assert centre.spoken_on(date(2026, 3, 11)) == ("en", "ar")  # a Wednesday
    assert centre.spoken_on(date(2026, 3, 12)) is None
    assert centre.mandates[0].acts == {Act.SIGHT_DOCUMENT}
    assert centre.mandates[0].term.until == date(2027, 3, 31)
    assert centre.given[0].structure is DeliveryStructure.SHARED
    assert centre.given[0].desk is not None
    assert centre.given[0].desk.in_language("fr") == "Salle 2"
    assert centre.given[0].schedule.rules


def test_the_example_of_the_documentation_reads_back(written):
    text = (Path(__file__).parents[3] / "docs" / "delivery.md").read_text(encoding="utf-8")

    assert written(text.split("```toml\n")[1].split("```")[0]) != Centre()


def test_a_centre_without_a_file_has_said_nothing(tmp_path, real):
    assert read_centre(tmp_path / FILE, real) == Centre()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("equipment", "equipement", "equipement"),
        ('"scanner"', '"fax"', "fax"),
        ("sight_document", "sight", "sight"),
        ('"hpl-north"', '"hpl-nord"', "no place `hpl-nord`"),
        ('"oas-pension"', '"oas"', "no service `oas`"),
        ('"oas-pension"', '"food-bank"', "no service of `service-canada`"),
        ('"cra"', '"arc"', "no organization `arc`"),
        ("until = 2027-03-31", "until = 2025-03-31", "before it begins"),
        (', fr = "Salle 2"', "", "in French"),
        ("We 13:00-16:00", "Wednesday afternoon", "hours of `cvitp-free-tax-clinic`"),
        ('"shared"', '"jointly"', "jointly"),
        ('"scan_and_send"]', '"issue"]', "binds an organization"),
        ("[[given]]", "[[given", "not TOML"),
    ],
)
def test_a_mistake_is_told_by_its_name(written, tmp_path, old, new, told):
    assert WHOLE.count(old) == 1

    with pytest.raises(HereFileError, match=told.replace("[", r"\[")) as refused:
        written(WHOLE.replace(old, new))

    assert str(tmp_path / FILE) in str(refused.value)
