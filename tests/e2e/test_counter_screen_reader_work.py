"""The counter's work done by a real screen reader: an error reported, a colleague added, a need kept, the day read."""

import pytest

from tests.e2e.screen_reader import MARKS, Reader, faults
from tests.e2e.test_counter_screen_reader import WORDS as SECTIONS
from tests.e2e.test_counter_screen_reader import counter, sign_in

pytestmark = MARKS
__all__ = ["counter"]

WORDS = {
    "en": {
        "which": "Find a service",
        "service": "Dalhousie Legal Aid",
        "number": "The phone number",
        "right": "The right number",
        "send": "Send to the steward",
        "promised": "promised",
        "add": "Add somebody",
        "name": "Name, as colleagues",
        "then": "Add, then choose",
        "pin": "PIN, 6 to 12",
        "again": "The same PIN",
        "set": "Set the PIN",
        "can": "Dina can sign in",
        "needed": "A kind of help",
        "typed": "housing",
        "kind": "Housing. Kind of help",
        "why": "It costs too much",
        "written": "Written down",
        "needs": "needs that nothing here met: fewer than 5",
        "visits": "Visits at the kiosks: 0",
    },
    "fr": {
        "which": "Trouver un service",
        "service": "Dalhousie Legal Aid",
        "number": "Le numéro de téléphone",
        "right": "Le bon numéro",
        "send": "Envoyer au responsable",
        "promised": "promise",
        "add": "Ajouter quelqu’un",
        "name": "Nom, comme les collègues",
        "then": "Ajouter, puis choisir",
        "pin": "NIP, de 6 à 12",
        "again": "Le même NIP",
        "set": "Enregistrer le NIP",
        "can": "Dina peut ouvrir",
        "needed": "Une sorte d’aide",
        "typed": "logement",
        "kind": "Logement. Sorte d’aide",
        "why": "Trop cher",
        "written": "C’est noté",
        "needs": "besoins restés sans réponse ici : moins de 5",
        "visits": "Visites aux bornes : 0",
    },
}


@pytest.fixture
def work(counter) -> tuple[Reader, dict, list[str]]:
    """Samira is signed in; the words of the language, and the names of the sections."""
    reader, words = counter
    sign_in(reader, words)
    reader.waits_for("page tab", words["sections"][0])
    language = next(code for code, known in SECTIONS.items() if known is words)
    return reader, WORDS[language], words["sections"]


def go(reader: Reader, section: str) -> None:
    reader.press("page tab", section)
    assert "SELECTED" in reader.waits_for("page tab", section)["states"]


def names(reader: Reader, role: str) -> list[str]:
    return [node["name"].replace("\N{NO-BREAK SPACE}", " ") for node in reader.tree() if node["role"] == role]


def test_an_error_in_the_catalogue_is_reported_and_found_on_the_page_of_errors(work):
    reader, words, sections = work

    reader.keys("F11")
    reader.type_into(words["which"], words["service"])
    reader.waits_for("list item", words["service"])
    reader.keys("Return")
    reader.press("radio button", words["number"])
    reader.type_into(words["right"], "902-555-0143")
    seen = reader.tree()
    reader.press("push button", words["send"])
    go(reader, sections[7])
    reader.waits_for("list item", words["service"])

    assert not faults(seen)
    assert not faults(reader.tree())


def test_a_colleague_is_added_with_a_pin_of_their_own(work):
    reader, words, sections = work
    go(reader, sections[8])

    reader.press("push button", words["add"])
    reader.type_into(words["name"], "Dina")
    asked = reader.tree()
    reader.press("push button", words["then"])
    reader.type_into(words["pin"], "619385")
    reader.type_into(words["again"], "619385")
    typed = reader.tree()
    reader.press("push button", words["set"])
    reader.waits_for("label", words["can"])

    assert "Dina" in names(reader, "list item")
    assert not any("619385" in (node["name"] + node["value"]) for node in typed)
    assert not [fault for tree in (asked, typed, reader.tree()) for fault in faults(tree)]


def test_a_need_that_nothing_met_is_kept_and_the_day_tells_of_it_without_its_number(work):
    reader, words, sections = work
    go(reader, sections[3])

    reader.type_into(words["needed"], words["typed"])
    reader.press("push button", words["kind"])
    reader.press("push button", words["why"])
    kept = reader.waits_for("alert", words["written"])
    seen = reader.tree()
    go(reader, sections[5])
    reader.waits_for("list item", words["needs"].split(" ")[0])

    told = names(reader, "list item")
    assert kept["name"]
    assert words["needs"] in told
    assert words["visits"] in told
    assert not [fault for tree in (seen, reader.tree()) for fault in faults(tree)]
