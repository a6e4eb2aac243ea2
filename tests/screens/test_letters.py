"""Larger letters, and everything to touch in the lower half: at any moment, and gone with the person."""

import pytest


def test_letters_keep_the_page_and_what_was_begun(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, number"])
    screen.type("12")

    screen.comfort.enlarge()
    screen.draw()

    assert screen.page == "question"
    assert "12" in screen.names("StaticText")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("letters", [0, 1, 2])
def test_lower_keeps_every_control_within_reach(show, size, letters):
    screen = show(size=size, language="en", letters=letters)

    screen.tap("Button", "Lower")

    assert min(node.rect.top() for node in screen.controls() if screen.sees(node)) >= size[1] / 2 - 1
    assert screen.sees(screen.find("RadioButton", "Français"))


def test_lower_on_the_first_screen_leaves_both_languages_in_sight(show):
    screen = show()

    screen.tap("Button", "Lower")

    for name in ("English", "Français"):
        node = screen.find("Button", name)
        assert screen.sees(node)
        assert node.rect.top() >= screen.window.height() / 2


def test_lower_again_puts_everything_back(show):
    screen = show(language="en")
    before = [(node.name, node.rect) for node in screen.controls()]

    screen.tap("Button", "Lower")
    screen.tap("Button", "Higher")

    assert [(node.name, node.rect) for node in screen.controls()] == before


def test_comfort_is_gone_with_the_person(show):
    screen = show(language="en")
    screen.comfort.enlarge()
    screen.tap("Button", "Lower")

    screen.tap("Button", "Back")

    assert screen.page == "attract"
    assert screen.comfort.value.letters == 0
    assert not screen.comfort.value.lower
