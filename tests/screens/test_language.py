"""Another language, in place, at any moment."""

import pytest


@pytest.mark.parametrize("page", ["home", "situations", "urgent", "urgent, food", "help", "question, choice", "plan"])
def test_a_page_changes_its_language_in_place(show, every_page, page):
    screen = show(language="en")
    visit = every_page(screen, "en")[page]
    screen.go(visit)
    english = set(screen.names("Heading"))

    screen.tap("RadioButton", "Français")

    assert screen.session.visit.trail == visit.trail
    assert screen.session.visit.answers == visit.answers
    assert not english & set(screen.names("Heading"))
    assert screen.find("Button", "Retour")


def test_the_language_shown_is_announced_as_chosen(show):
    screen = show(language="fr")

    chosen = {
        node.name: bool(node.item.property("checked")) for node in screen.controls() if node.role == "RadioButton"
    }

    assert chosen == {"English": False, "Français": True}


def test_what_was_begun_is_not_lost_with_the_language(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, number"])
    screen.tap("Button", "1")
    screen.tap("Button", "7")

    screen.tap("RadioButton", "Français")

    assert "17" in screen.names("StaticText")


def test_ticks_are_not_lost_with_the_language(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, choice_multi"])
    fact = screen.session.catalogue.facts[screen.session.visit.here.subject]
    screen.tap("CheckBox", fact.choices[1].label.to("en"))

    screen.tap("RadioButton", "Français")
    screen.tap("Button", "Suivant")

    assert screen.session.visit.answers[fact.id] == {fact.choices[1].value}


def test_a_page_keeps_no_word_of_the_other_language(show, every_page):
    screen = show(language="en")
    labels = {
        label
        for bundle in screen.session.catalogue.bundles.values()
        for label in [bundle.tile.to("en")]
        if label != bundle.tile.to("fr")
    }
    screen.go(every_page(screen, "en")["situations"])
    assert labels & set(screen.names("Button"))

    screen.tap("RadioButton", "Français")

    assert not labels & set(screen.names("Button"))
