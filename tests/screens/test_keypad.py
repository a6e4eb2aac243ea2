"""Whole journeys with a keypad and ears alone: the transcript tells what to press, and the screen is never touched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.config import Config, Printer, PrinterKind
from kiosk.visit.visit import EVENT_DATE, Page
from tests.screens.hearing import Listener, Transcript

SHAPES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MOST_QUESTIONS = 12
SAYS = {
    "en": {"death": "A death in the family", "job": "Lost a job", "unsure": "I’m not sure", "plan": "Your plan",
           "take": "Take this plan with me", "read": "Read my slip", "print": "Print my slip",
           "printed": "Your slip is printed", "phone": "On my phone", "square": "Square code", "have it": "I have it",
           "spelled": " as in ", "laid off": "Laid off or contract ended", "yes": "Yes", "no": "No",
           "monday": "Monday, March 9", "wednesday": "Wednesday, March 11", "tuesday": "Tuesday, March 10",
           "today": "Today, Thursday, March 12", "days": "Arrow up: earlier days."},
    "fr": {"death": "Décès dans la famille", "job": "Perte d’emploi", "unsure": "Je ne sais pas", "plan": "Votre plan",
           "take": "Emporter mon plan", "read": "Lire mon feuillet", "print": "Imprimer mon feuillet",
           "printed": "Votre feuillet est imprimé", "phone": "Sur mon téléphone", "square": "Code carré",
           "have it": "C’est fait", "spelled": " comme ", "laid off": "Mise à pied, contrat terminé", "yes": "Oui",
           "no": "Non", "monday": "lundi 9 mars", "wednesday": "mercredi 11 mars", "tuesday": "mardi 10 mars",
           "today": "Aujourd’hui, jeudi 12 mars", "days": "Flèche du haut\N{NO-BREAK SPACE}: jours d’avant."},
}  # fmt: skip


@pytest.fixture
def sit_down(show, tmp_path):
    """Open the window at its first screen to somebody with a keypad, at a kiosk that prints into a folder."""

    def _sit_down(shape="portrait"):
        voice = Transcript()
        config = replace(Config(), printer=Printer(kind=PrinterKind.FILE, folder=str(tmp_path)))
        return Listener(show(size=SHAPES[shape], speaker=voice, config=config), voice)

    return _sit_down


def speak(listener, language):
    """The first key begins speech; the second chooses the language that was told."""
    told = listener.press(Qt.Key.Key_Down)
    sentence = {"en": "For English, press ", "fr": "Pour le français, appuyez sur le "}[language]
    listener.press(Qt.Key(int(Qt.Key.Key_0) + int(told.partition(sentence)[2][0])))


def answer(listener, words, plan):
    """Say `words` to every question until the plan is there."""
    for _ in range(MOST_QUESTIONS):
        if listener.last.startswith(plan):
            return
        listener.choose(words)
    raise AssertionError(f"the questions do not end: {listener.heard}")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", SAYS)
def test_j1_a_death_ends_with_a_slip_that_was_read_aloud(sit_down, qtbot, tmp_path, shape, language):
    listener, says = sit_down(shape), SAYS[language]

    speak(listener, language)
    listener.choose(says["death"])
    answer(listener, says["unsure"], says["plan"])
    listener.choose(says["take"])
    listener.choose(says["read"])
    qtbot.waitUntil(lambda: any("211" in words for words in listener.read_on()), timeout=20_000)
    slip = " ".join(listener.read_on())
    listener.press(Qt.Key.Key_Left)
    listener.choose(says["print"])
    listener.wait_for(says["printed"], lambda said: qtbot.waitUntil(said, timeout=20_000))

    assert says["spelled"] in slip
    assert "1. " in slip
    assert "211" in slip
    assert list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", SAYS)
def test_j2_a_lost_job_ends_with_a_code_to_photograph(sit_down, qtbot, shape, language):
    listener, says = sit_down(shape), SAYS[language]

    speak(listener, language)
    listener.choose(says["job"])
    answer(listener, says["unsure"], says["plan"])
    listener.choose(says["take"])
    listener.choose(says["phone"])
    qtbot.waitUntil(lambda: any(says["square"] in words for words in listener.read_on()), timeout=20_000)
    listener.choose(says["have it"])

    assert listener.screen.page == Page.DONE


@pytest.mark.parametrize("language", ["en", "fr"])
def test_j10_food_today_is_an_address_within_a_few_keys(sit_down, language):
    listener = sit_down()
    urgent, food = {
        "en": ("I need help right now", "Food today"),
        "fr": ("J’ai besoin d’aide maintenant", "À manger aujourd’hui"),
    }[language]

    speak(listener, language)
    listener.choose(urgent)
    listener.choose(food)
    while "Street" not in (said := listener.press(Qt.Key.Key_Down)):
        assert listener.keys < 14, listener.heard

    assert "902" in said


@pytest.mark.parametrize("language", SAYS)
def test_j12_who_sees_nothing_and_is_sure_of_nothing_has_a_slip_within_twelve_keys(sit_down, qtbot, tmp_path, language):
    listener, says = sit_down(), SAYS[language]

    speak(listener, language)
    listener.choose(says["job"])
    answer(listener, says["unsure"], says["plan"])
    listener.choose(says["take"])
    listener.choose(says["print"])
    listener.wait_for(says["printed"], lambda said: qtbot.waitUntil(said, timeout=20_000))

    assert listener.keys <= 12
    assert list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", SAYS)
def test_j12_who_sees_nothing_and_answers_everything_has_a_plan_within_14_keys_and_a_slip_heard_first_within_22(
    sit_down, qtbot, tmp_path, shape, language
):
    listener, says = sit_down(shape), SAYS[language]

    speak(listener, language)
    listener.choose(says["job"])
    for _ in range(3):
        listener.press(Qt.Key.Key_Up)
    assert listener.last.startswith(says["monday"])
    for words in (says["monday"], says["laid off"], says["yes"], says["no"]):
        listener.choose(words)
    keys_to_plan = listener.keys
    first_step = listener.last
    listener.choose(says["take"])
    listener.choose(says["read"])
    before_reading = listener.keys
    qtbot.waitUntil(lambda: any("211" in words for words in listener.read_on()), timeout=20_000)
    listener.keys = before_reading  # hearing the slip line by line is no way to it
    listener.press(Qt.Key.Key_Left)
    listener.choose(says["print"])
    keys_to_slip = listener.keys
    listener.wait_for(says["printed"], lambda said: qtbot.waitUntil(said, timeout=20_000))

    assert first_step.startswith(says["plan"])
    assert keys_to_plan <= 14
    assert keys_to_slip <= 22
    assert list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("language", SAYS)
def test_a_day_is_chosen_from_today_on_and_what_the_arrows_do_is_told(sit_down, language):
    listener, says = sit_down(), SAYS[language]
    speak(listener, language)

    listener.choose(says["death"])

    assert says["days"] in listener.last
    assert says["today"] in listener.last
    assert listener.press(Qt.Key.Key_Up).startswith(says["wednesday"])
    assert listener.press(Qt.Key.Key_Up).startswith(says["tuesday"])
    listener.press(Qt.Key.Key_Return)
    assert str(listener.screen.session.visit.answers[EVENT_DATE]) == "2026-03-10"


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_F1, Qt.Key.Key_Plus, Qt.Key.Key_5])
def test_any_key_of_a_keypad_begins_speech_and_does_nothing_else(sit_down, key):
    listener = sit_down()

    listener.press(key)

    assert listener.screen.page == Page.ATTRACT
    assert listener.last.startswith("Speech is on.")
    assert "La voix est activée." in listener.last
    assert {run.language for run in listener.voice.said[0].runs} >= {"en", "fr"}


def test_where_others_can_hear_speech_begins_softly_and_says_so(sit_down):
    listener = sit_down()

    listener.press(Qt.Key.Key_Down)

    assert "Others can hear." in listener.last
    assert listener.voice.volumes == [2]


def test_left_and_escape_go_back(sit_down):
    listener = sit_down()
    speak(listener, "en")
    listener.choose("I need help right now")

    listener.press(Qt.Key.Key_Left)
    assert listener.screen.page == Page.HOME
    listener.choose("I need help right now")
    listener.press(Qt.Key.Key_Escape)
    assert listener.screen.page == Page.HOME


def test_a_key_held_down_is_one_key(sit_down):
    listener = sit_down()
    speak(listener, "en")
    said = len(listener.voice.said)

    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", True)
    QGuiApplication.sendEvent(listener.screen.window, held)

    assert len(listener.voice.said) == said


def test_a_touch_breaks_speech_off_and_the_next_page_is_said(sit_down):
    listener = sit_down()
    speak(listener, "en")
    broken_off = listener.voice.broken_off

    listener.screen.tap("Button", "I need help right now")

    assert listener.voice.broken_off > broken_off
    assert listener.voice.said[-1].words.startswith("I need help right now")


def test_without_a_voice_the_keys_work_in_silence(show):
    screen = show()

    screen.press(Qt.Key.Key_F1)

    assert screen.page == Page.HELP
    assert not screen.application.comfort.value.listening


def test_a_headset_begins_speech_at_the_usual_volume_and_nobody_is_warned(sit_down):
    listener = sit_down()

    listener.screen.application.listening.headset.emit(True)
    listener.attend()

    assert "Speech is on." in listener.voice.words
    assert "Others can hear." not in listener.voice.words
    assert listener.voice.volumes == [listener.screen.application.comfort.value.volume]


def test_a_headset_taken_out_is_silence_and_a_question_and_who_stays_is_warned_that_others_hear(sit_down):
    listener = sit_down()
    listener.screen.application.listening.headset.emit(True)
    listener.press(Qt.Key.Key_1)
    broken_off = listener.voice.broken_off

    listener.screen.application.listening.headset.emit(False)
    listener.attend()
    assert listener.voice.broken_off > broken_off
    assert listener.screen.patience.property("warning")

    said = listener.press(Qt.Key.Key_5)
    assert said.startswith("Others can hear.")
    assert "How can we help today?" in said
    assert listener.voice.volumes[-1] == 2


def test_starting_over_asks_by_ear_before_anything_is_erased(sit_down):
    listener = sit_down()
    speak(listener, "en")
    listener.choose("A death in the family")
    answer(listener, "I’m not sure", "Your plan")
    listener.choose("Start over")

    assert listener.last.startswith("Erase everything and start over? No, go on.")
    listener.choose("Yes, erase")
    assert listener.last.startswith("How can we help today?")
    assert not listener.screen.session.visit.bundles
