"""Touch and hear: whoever listens without a keypad slides a finger over the glass, and touches twice to choose."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.bridge.narration.touching import HOLD_MS
from kiosk.visit.visit import Page, Stop, Visit
from tests.screens.hearing import Transcript

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Finger:
    """One finger on the glass, or a mouse in its place."""

    def __init__(self, screen, voice, device=None):
        self.screen = screen
        self.voice = voice
        self._device = device

    @property
    def corner(self):
        return QPoint(20, self.screen.window.height() - 20)

    def down(self, where):
        self._do("press", where)

    def slide(self, where):
        self._do("move", where)

    def lift(self, where):
        self._do("release", where)

    def touch(self, where):
        """Touch once; what is said at that."""
        before = len(self.voice.said)
        self.down(where)
        self.lift(where)
        self.screen.draw()
        return " ".join(utterance.words for utterance in self.voice.said[before:])

    def hold_corner(self, qtbot):
        """Hold the corner as long as it takes; the wait is shortened."""
        touching = self.screen.application.listening.touching
        assert touching.hold.interval() == HOLD_MS
        touching.hold.setInterval(1)
        before = touching.is_on
        self.down(self.corner)
        qtbot.waitUntil(lambda: touching.is_on != before)
        self.lift(self.corner)
        touching.hold.setInterval(HOLD_MS)
        self.screen.draw()

    def _do(self, what, where):
        window = self.screen.window
        if self._device is not None:
            getattr(QTest.touchEvent(window, self._device), what)(0, where, window).commit()
        elif what == "press":
            QTest.mousePress(window, LEFT, NONE, where)
        elif what == "move":
            QTest.mouseMove(window, where)
        else:
            QTest.mouseRelease(window, LEFT, NONE, where)


@pytest.fixture(params=["mouse", "glass"])
def finger(request, show):
    """A finger before the home page, where a voice writes down what it would say."""
    voice = Transcript()
    screen = show(language="en", speaker=voice)
    return Finger(screen, voice, QTest.createTouchDevice() if request.param == "glass" else None)


def middle(finger, name):
    return finger.screen.find("Button", name).rect.center()


def test_holding_the_lower_left_corner_begins_it_and_says_how(finger, qtbot):
    finger.hold_corner(qtbot)

    assert finger.screen.comfort.value.listening
    assert "Slide a finger over the screen" in finger.voice.words
    assert finger.screen.page == "home"


def test_a_short_touch_of_the_corner_is_a_touch_like_others(finger):
    finger.screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))

    finger.touch(middle(finger, "Back"))
    finger.screen.settle()

    assert finger.screen.page == "home"
    assert finger.voice.said == []


def test_holding_the_key_in_the_corner_does_not_press_it(finger, qtbot):
    finger.screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))

    finger.hold_corner(qtbot)

    assert finger.screen.page == "search"
    assert not finger.screen.find("Button", "Back").item.property("down")


def test_a_touch_says_what_is_there_and_a_second_one_chooses_it(finger, qtbot):
    finger.hold_corner(qtbot)
    where = middle(finger, "A death in the family")

    said = finger.touch(where)
    assert said.startswith("A death in the family")
    assert finger.screen.page == "home"

    finger.touch(where)
    assert finger.screen.page == "question"


def test_lifting_after_a_slide_chooses_nothing(finger, qtbot):
    finger.hold_corner(qtbot)
    finger.voice.said.clear()

    finger.down(middle(finger, "I need help right now"))
    finger.slide(middle(finger, "A death in the family"))
    finger.slide(middle(finger, "A new baby"))
    finger.lift(middle(finger, "A new baby"))
    finger.screen.draw()

    said = [utterance.words for utterance in finger.voice.said]
    starts = ["I need help right now", "A death in the family", "A new baby"]
    assert [words.startswith(start) for words, start in zip(said, starts, strict=True)] == [True] * 3
    assert finger.screen.page == "home"


def test_the_first_touch_of_a_new_page_chooses_nothing_though_the_ring_is_there(finger, qtbot):
    finger.hold_corner(qtbot)
    finger.touch(middle(finger, "A death in the family"))
    finger.touch(middle(finger, "A death in the family"))
    finger.screen.settle()
    here = finger.screen.session.visit.here
    first = next(node for node in finger.screen.controls() if node.focused)

    said = finger.touch(first.rect.center())

    assert said.startswith(first.name)
    assert finger.screen.session.visit.here == here


def test_words_are_heard_and_not_chosen(finger, qtbot):
    finger.hold_corner(qtbot)
    title = finger.screen.find("Heading", "How can we help today?")

    for _ in range(2):
        assert "How can we help today?" in finger.touch(title.rect.center())

    assert finger.screen.page == "home"


def test_holding_the_corner_again_gives_the_touch_back(finger, qtbot):
    finger.hold_corner(qtbot)
    finger.hold_corner(qtbot)
    assert "A touch chooses at once again." in finger.voice.words

    finger.touch(middle(finger, "A death in the family"))

    assert finger.screen.page == "question"


def test_it_ends_with_the_visit(finger, qtbot):
    finger.hold_corner(qtbot)

    finger.screen.session.end()
    finger.screen.settle()
    finger.touch(finger.screen.find("Button", "English").rect.center())

    assert finger.screen.page == "home"


def test_the_answer_that_erases_is_given_by_a_second_touch_only(finger, qtbot):
    finger.hold_corner(qtbot)
    finger.screen.patience.ask()
    finger.screen.draw()
    erasing = next(node for node in finger.screen.controls() if node.item.property("erases"))

    said = finger.touch(erasing.rect.center())
    assert said.startswith("I am finished. Erase.")
    assert said.endswith("Touch it again to erase.")
    assert finger.screen.page == "home"

    finger.touch(erasing.rect.center())
    assert finger.screen.page == "attract"


def test_a_finger_that_is_heard_counts_as_somebody_there(finger, qtbot):
    finger.hold_corner(qtbot)
    begun = []
    finger.screen.application.listening.touching.touched.connect(lambda: begun.append(1))

    finger.touch(middle(finger, "A new baby"))

    assert begun == [1]
