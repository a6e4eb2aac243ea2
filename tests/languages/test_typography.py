"""The French that a careful reader would correct, and the French that they would not."""

import pytest

from kiosk.languages.typography import faults_in_english, faults_in_french


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("l'adresse", "apostrophe"),
        ("Adresse : ici", "ordinary space before a colon"),
        ("Adresse: ici", "no space before a colon"),
        ("Où ?", "space before ?"),
        ("Où\N{NO-BREAK SPACE}?", "space before ?"),
        ("lundi\N{NO-BREAK SPACE}; mardi", "space before ?"),
        ("« bonjour »", "after «"),
        ("«\N{NO-BREAK SPACE}bonjour »", "before »"),
        ("33 $", "number and its unit"),
        ("16 h 30", "number and its unit"),
        ('le "plan"', "quotation mark"),
        ("Attendez...", "full stops"),
    ],
)
def test_faults_are_named(text: str, fault: str) -> None:
    assert any(fault in found for found in faults_in_french(text))


@pytest.mark.parametrize(
    "text",
    [
        "L’adresse~: 33~$, de 8~h~30 à 16~h; où? Là! «~Bonjour~»",
        "https://exemple.ca",
        "à 8:30",
        "{day}~: {hours}",
        "Une suite de 24 heures",
    ],
)
def test_right_french_is_left_alone(text: str) -> None:
    assert list(faults_in_french(text.replace("~", "\N{NO-BREAK SPACE}"))) == []


def test_an_english_apostrophe_is_curly() -> None:
    assert list(faults_in_english("I'm not sure")) != []
    assert list(faults_in_english("I’m not sure")) == []
