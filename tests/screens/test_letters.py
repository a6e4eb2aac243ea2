"""Larger letters, and everything to touch in the lower half: at any moment, and gone with the person."""

import pytest


def head_height(screen):
    return next(node for node in screen.nodes() if node.role == "Heading").item.property("font").pixelSize()


def test_letters_grow_twice_and_then_begin_again(show):
    screen = show(language="en")
    sizes = []

    for _ in range(4):
        sizes.append(head_height(screen))
        screen.tap("Button", "Letters")

    assert sizes[0] < sizes[1] < sizes[2]
    assert sizes[3] == sizes[0]


def test_letters_keep_the_page_and_what_was_begun(show, every_page):
    screen = show(language="en")
    screen.go(every_page(screen, "en")["question, number"])
    screen.type("12")

    screen.tap("Button", "Letters")

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
    screen.tap("Button", "Lower")

    assert [(node.name, node.rect) for node in screen.controls()] == before


def test_comfort_is_gone_with_the_person(show):
    screen = show(language="en")
    screen.tap("Button", "Letters")
    screen.tap("Button", "Lower")

    screen.tap("Button", "Back")

    assert screen.page == "attract"
    assert screen.comfort.value.letters == 0
    assert not screen.comfort.value.lower
