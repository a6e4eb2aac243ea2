"""Every page by ear: whatever can be seen is said, in order, with one ring in sight wherever the voice is."""

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.geometry import scene
from kiosk.speech.earcons import Earcon
from kiosk.visit.comfort import Comfort
from kiosk.visit.visit import Page, Stop, Visit
from tests.screens.hearing import Listener, Transcript, unsaid

pytestmark = pytest.mark.slow
FRAME_MM = 3


@pytest.fixture
def listen(show):
    """Open the window, at home in `language`, spoken to somebody who presses keys."""

    def _listen(language="en", **wishes):
        voice = Transcript()
        screen = show(language=language, speaker=voice, **wishes)
        screen.application.comfort.setListening(True)
        listener = Listener(screen, voice)
        listener.attend()
        return listener

    return _listen


def ring_in_sight(screen, drawn=None):
    """Whether there is one ring, around something inside the window and not under the bar."""
    drawn = drawn or Drawn(screen.window)
    rings = rings_in(drawn)
    if len(rings) != 1:
        return False
    frame = FRAME_MM * screen.theme().property("pixelsPerMm")
    inner = scene(rings[0]).adjusted(frame, frame, -frame, -frame)
    bar = next(item for item in drawn.items if item.property("canGoBack") is not None)
    above = inner.bottom() <= scene(bar).top() + 1 or bar.isAncestorOf(rings[0])
    return drawn.frame.contains(inner) and above


def rings_in(drawn):
    """The rings around what the voice says that can be seen."""
    return [item for item in drawn.items if item.property("amber") is not None and drawn.shown(item)]


def seen_in(drawn):
    return {str(item.property("text")) for item in drawn.texts if not on_key(item)}


def on_key(item):
    above = item.parentItem()
    while above is not None and not above.inherits("QQuickAbstractButton"):
        above = above.parentItem()
    return above is not None and bool(above.property("spoken"))


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.thorough)])
def test_every_visible_word_of_every_page_is_said_and_one_ring_is_where_the_voice_is(
    listen, every_page, qtbot, language
):
    listener = listen(language)
    screen = listener.screen

    for name, visit in every_page(screen, language).items():
        screen.go(visit)
        if visit.page is Page.TAKE:
            qtbot.waitUntil(lambda: not screen.kiosk.viewOf(Page.TAKE).property("making"), timeout=20_000)
        listener.press(Qt.Key.Key_Down)  # out of a field, where Home is the field's own
        said = [listener.press(Qt.Key.Key_Home)]
        seen, ringless = seen_in(Drawn(screen.window)), []
        while (next_one := listener.press(Qt.Key.Key_Down)) != said[0]:
            said.append(next_one)
            drawn = Drawn(screen.window)
            seen |= seen_in(drawn)
            if not ring_in_sight(screen, drawn):
                ringless.append(next_one)
            assert len(said) < 150, f"{name}: the list never comes round"

        assert unsaid(seen, said) == [], name
        assert ringless == [], name


def test_up_hears_in_reverse_what_down_said(listen, every_page):
    listener = listen("en")
    listener.screen.go(every_page(listener.screen, "en")["question, choice"])

    down = listener.read_on()
    up = [listener.press(Qt.Key.Key_Up) for _ in down]

    assert up == down[::-1]


def test_a_question_is_said_with_its_place_the_number_of_choices_and_the_first(listen, every_page):
    listener = listen("en")
    visit = every_page(listener.screen, "en")["question, boolean"]
    question = listener.screen.session.catalogue.facts[visit.here.subject].question.to("en")

    listener.screen.go(visit)

    said = listener.voice.said[-1].words
    assert said.startswith(question)
    assert "Question 2 of about" in said
    assert said.endswith("Yes. 1 of 4: press 1.")
    assert len(said.split()) < 45


def test_the_first_choice_is_reached_within_twelve_seconds_on_every_page(listen, every_page):
    listener = listen("fr")

    for name, visit in every_page(listener.screen, "fr").items():
        listener.voice.said.clear()
        listener.screen.go(visit)

        if listener.voice.said:
            before_the_first = listener.voice.said[-1].words.rpartition("1 de ")[0]
            assert len(before_the_first.split()) <= 12 * 155 / 60 + 12, name


def test_words_in_another_language_are_said_by_another_voice(listen):
    listener = listen("fr")
    listener.press(Qt.Key.Key_Home)

    english = []
    for _ in range(40):
        listener.press(Qt.Key.Key_Down)
        english += [run for run in listener.voice.said[-1].runs if run.words.startswith("English")]

    assert {run.language for run in english} == {"en"}


def test_any_key_breaks_speech_off(listen):
    listener = listen("en")
    broken_off = listener.voice.broken_off

    listener.press(Qt.Key.Key_Down)

    assert listener.voice.broken_off > broken_off


def test_f2_repeats_and_f3_pauses_and_goes_on(listen):
    listener = listen("en")
    said = listener.press(Qt.Key.Key_Down)

    assert listener.press(Qt.Key.Key_F2) == said
    listener.press(Qt.Key.Key_F3)
    assert listener.voice.paused
    listener.press(Qt.Key.Key_F3)
    assert not listener.voice.paused


def test_volume_begins_low_where_others_hear_is_told_in_words_and_goes_back_with_the_next_person(listen):
    listener = listen("en")
    comfort = listener.screen.application.comfort
    assert listener.voice.volumes == [2]

    assert listener.press(Qt.Key.Key_Plus) == "Volume 3 of 8."
    for _ in range(8):
        loudest = listener.press(Qt.Key.Key_Plus)
    assert loudest == "Loudest."
    assert listener.voice.volumes[-1] == 8

    listener.screen.session.end()
    assert comfort.value.volume == Comfort().volume


def test_f1_says_where_one_is_and_pressed_again_opens_help(listen):
    listener = listen("en")

    said = listener.press(Qt.Key.Key_F1)
    assert said.startswith("How can we help today?")
    assert "To reach a person, press F1 again." in said

    listener.press(Qt.Key.Key_F1)
    assert listener.screen.page == Page.HELP


def test_a_number_that_nothing_has_is_said_to_be_none(listen):
    listener = listen("en")

    assert listener.press(Qt.Key.Key_0) == "There is no choice 0 here."
    assert listener.voice.earcons[-1] is Earcon.ERROR


def test_what_is_ticked_is_told_at_once(listen, every_page):
    listener = listen("en")
    listener.screen.go(every_page(listener.screen, "en")["question, choice_multi"])

    assert listener.press(Qt.Key.Key_Return) == "Ticked."
    assert listener.press(Qt.Key.Key_Space) == "Not ticked."


def test_digits_write_a_number_and_are_told_in_private(listen, every_page):
    listener = listen("en")
    listener.screen.go(every_page(listener.screen, "en")["question, number"])

    assert listener.press(Qt.Key.Key_1) == "1."
    assert listener.press(Qt.Key.Key_3) == "13."
    assert listener.voice.said[-1].private


def test_what_is_typed_is_echoed_in_private_and_digits_stay_in_the_field(listen):
    listener = listen("en")
    listener.screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))

    assert listener.press(Qt.Key.Key_F).startswith("f.")
    assert listener.press(Qt.Key.Key_2).startswith("2.")
    assert listener.voice.said[-1].private
    assert listener.screen.page == Page.SEARCH
    assert listener.press(Qt.Key.Key_Backspace).startswith("Erased: 2")


def test_a_change_of_language_is_told_in_the_new_one(listen):
    listener = listen("en")

    listener.screen.kiosk.speak("fr")
    listener.attend()

    assert {run.language for run in listener.voice.said[-1].runs} == {"fr"}


def test_behind_the_door_of_danger_nothing_is_said_to_a_room_before_it_is_asked_for(listen, every_page):
    listener = listen("en")
    listener.voice.said.clear()

    listener.screen.go(every_page(listener.screen, "en")["urgent, danger"])
    assert listener.voice.words == "The page is open. The arrow down reads it."

    assert "911" in listener.press(Qt.Key.Key_Down)


def test_the_question_after_a_long_quiet_is_said_with_its_seconds_and_any_other_key_stays(listen):
    listener = listen("fr")
    listener.voice.said.clear()

    listener.screen.patience.ask()
    listener.attend()
    assert "Êtes-vous encore là?" in listener.voice.words
    assert "Are you still there?" in listener.voice.words
    assert "30 secondes" in listener.voice.words

    listener.voice.said.clear()
    listener.press(Qt.Key.Key_A)
    assert not listener.screen.patience.property("warning")
    assert listener.voice.words.startswith("Comment pouvons-nous vous aider?")


@pytest.fixture
def asked(listen, every_page):
    """Somebody who listens, at the plan, and has been quiet for long: the question stands."""

    def _asked(language):
        listener = listen(language)
        listener.screen.go(every_page(listener.screen, language)["plan"])
        listener.screen.patience.ask()
        listener.attend()
        return listener

    return _asked


ANSWERS = {
    "en": ["Yes, I need more time.", "Take my plan now.", "I am finished. Erase."],
    "fr": ["Oui, encore du temps.", "Emporter mon plan.", "J’ai terminé. Effacer."],
}


@pytest.mark.parametrize("language", ANSWERS)
def test_the_arrows_go_through_the_answers_to_that_question_and_give_time_meanwhile(asked, language):
    listener = asked(language)
    before, whole = listener.screen.session.visit, listener.screen.patience.property("secondsLeft")
    listener.screen.patience.tick()

    down = [listener.press(Qt.Key.Key_Down) for _ in range(4)]
    up = [listener.press(Qt.Key.Key_Up) for _ in range(3)]

    assert [said.startswith(answer) for said, answer in zip(down, ANSWERS[language] * 2, strict=False)] == [True] * 4
    assert up == [down[2], down[1], down[0]]
    assert listener.screen.patience.property("secondsLeft") == whole
    assert listener.screen.patience.property("warning")
    assert listener.screen.session.visit is before
    assert ring_in_sight_of_question(listener.screen)


def ring_in_sight_of_question(screen):
    return len(rings_in(Drawn(screen.window))) == 1


def test_each_answer_to_that_question_is_said_in_both_languages_by_their_voices(asked):
    listener = asked("fr")

    listener.press(Qt.Key.Key_Down)

    first = {run.language: run.words for run in reversed(listener.voice.said[-1].runs)}
    assert first["en"] == "Yes, I need more time."
    assert first["fr"] == "Oui, encore du temps."


@pytest.mark.parametrize("keys", [[Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return], [Qt.Key.Key_2]])
def test_the_plan_can_be_taken_from_that_question_by_ear(asked, keys):
    listener = asked("en")

    for key in keys:
        listener.press(key)

    assert listener.screen.page == Page.TAKE
    assert not listener.screen.patience.property("warning")


def test_only_enter_upon_it_erases_by_ear(asked):
    listener = asked("en")

    said = listener.press(Qt.Key.Key_3)
    assert said.startswith("I am finished. Erase.")
    assert said.endswith("Press Enter to erase.")
    assert listener.screen.patience.property("warning")
    listener.press(Qt.Key.Key_3)
    assert listener.screen.session.visit.bundles

    listener.press(Qt.Key.Key_Return)
    assert listener.screen.page == Page.ATTRACT
    assert not listener.screen.session.visit.bundles


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Plus,
     Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_A],
)  # fmt: skip
def test_every_other_key_stays(asked, key):
    listener = asked("en")
    before = listener.screen.session.visit

    listener.press(key)

    assert not listener.screen.patience.property("warning")
    assert listener.screen.session.visit is before


def test_whoever_stands_on_erase_and_leaves_it_with_another_key_stays(asked):
    listener = asked("en")
    listener.press(Qt.Key.Key_3)

    listener.press(Qt.Key.Key_Escape)

    assert not listener.screen.patience.property("warning")
    assert listener.screen.session.visit.bundles


def test_that_question_can_be_put_off_without_limit(asked):
    listener = asked("en")

    for _ in range(12):
        for _ in range(20):
            listener.screen.patience.tick()
        listener.press(Qt.Key.Key_Down)
        assert listener.screen.patience.property("warning")

    for _ in range(12):
        listener.press(Qt.Key.Key_Left)
        assert not listener.screen.patience.property("warning")
        listener.screen.patience.ask()
        listener.attend()
    assert listener.screen.session.visit.bundles


def test_nothing_is_said_or_kept_once_the_visit_has_ended(listen):
    listener = listen("en")
    listener.press(Qt.Key.Key_Down)

    listener.screen.session.end()
    listener.voice.said.clear()
    listener.attend()

    assert listener.voice.forgotten == 1
    assert listener.voice.said == []


def test_who_touches_finds_the_focus_nowhere_once_speech_is_off(listen):
    listener = listen("en")
    listener.press(Qt.Key.Key_Home)
    assert ring_in_sight(listener.screen)

    listener.screen.application.comfort.setListening(False)
    listener.attend()

    assert listener.screen.window.property("spoken") is None
