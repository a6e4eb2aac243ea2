"""Calls from the kiosks in the counter's window: heard over the real line, answered by keys."""

from PySide6.QtCore import Qt

from kiosk.counter.calling.calls import Answer, Standing, Withdrawal


class Clock:
    """Seconds that go on when a test says so."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


def test_a_call_is_told_on_every_page_with_its_language_and_its_wait(show, kiosk, ring):
    clock = Clock()
    screen = show(steady=clock)
    asked = ring(screen)
    for _ in range(8):
        clock.seconds += 10
        kiosk(screen, asked)
        screen.calls.tick()

    for page in ("scan", "today"):
        screen.go(page)

        assert "Kiosk 2 asks for help, in French." in screen.names("StaticText")
        assert screen.calls.property("waited") == "1:20"


def test_f1_and_a_digit_tell_the_person_who_comes_and_when(show, kiosk, ring):
    screen = show()
    asked = ring(screen)

    screen.press(Qt.Key.Key_F1)
    screen.press(Qt.Key.Key_2)

    assert kiosk(screen, asked) == Answer(Standing.COMING, "Samira Khan", 2)
    assert "Samira Khan goes to kiosk 2 in 2 minutes." in screen.names()


def test_f1_twice_is_now_and_once_more_ends_the_call(show, kiosk, ring):
    screen = show()
    asked = ring(screen)

    screen.press(Qt.Key.Key_F1)
    screen.press(Qt.Key.Key_F1)
    now = kiosk(screen, asked)
    screen.press(Qt.Key.Key_F1)

    assert now == Answer(Standing.COMING, "Samira Khan", 0)
    assert kiosk(screen, asked).standing is Standing.OVER
    assert screen.calls.property("stage") == "quiet"


def test_a_note_is_shown_to_the_person_and_the_call_stays(show, kiosk, ring):
    screen = show()
    asked = ring(screen, letters=2)
    screen.press(Qt.Key.Key_F1)

    screen.tap("EditableText", "A few words")
    screen.type("I bring a pen")
    screen.press(Qt.Key.Key_Return)

    assert kiosk(screen, asked) == Answer(Standing.TOLD, note="I bring a pen")
    assert "large letters" in screen.names()


def test_nobody_is_free_can_be_said_by_one_key(show, kiosk, ring):
    screen = show()
    asked = ring(screen)
    screen.press(Qt.Key.Key_F1)

    screen.press(Qt.Key.Key_B)

    assert kiosk(screen, asked).standing is Standing.NOBODY
    assert screen.calls.property("stage") == "quiet"


def test_the_focus_comes_back_to_where_it_was_once_a_call_is_answered(show, ring):
    screen = show(page="scan")
    before = screen.focused().name
    ring(screen)

    screen.press(Qt.Key.Key_F1)
    during = screen.focused().name
    screen.press(Qt.Key.Key_Escape)

    assert during == "Now"
    assert screen.focused().name == before
    assert screen.calls.property("stage") == "waiting"


def test_a_person_who_leaves_while_the_answer_is_chosen_is_answered_no_more(show, kiosk, ring):
    screen = show()
    asked = ring(screen)
    screen.press(Qt.Key.Key_F1)

    kiosk(screen, Withdrawal(asked.id))
    screen.wait_until(lambda: screen.calls.property("stage") == "quiet")

    assert screen.focused() is not None


def test_a_locked_counter_tells_of_a_call_and_answers_none(show, kiosk, ring):
    screen = show(somebody="")

    asked = ring(screen)
    screen.press(Qt.Key.Key_F1)

    assert "Kiosk 2 asks for help, in French." in screen.names()
    assert kiosk(screen, asked).standing is Standing.TOLD


def test_the_call_that_has_waited_longest_comes_first_and_the_others_are_counted(show, ring):
    screen = show()
    for number in (2, 5, 7):
        ring(screen, kiosk=number)

    assert "Kiosk 2 asks for help, in French." in screen.names()
    assert "+2" in screen.names()


def test_a_private_call_asks_to_come_quietly(show, ring):
    screen = show(language="en")

    ring(screen, private=True)

    assert "Kiosk 2 asks for help quietly, in French." in screen.names()


def test_what_a_call_is_about_is_told_to_whoever_answers_it_and_not_on_the_banner(show, ring):
    screen = show(page="today")
    ring(screen, about=("losing-a-job",))
    assert not any("Losing a job" in name for name in screen.names())

    screen.press(Qt.Key.Key_F1)

    assert "They let you know what it is about: Losing a job" in screen.names()
