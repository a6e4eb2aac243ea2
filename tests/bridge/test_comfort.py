"""The settings of the access panel: in effect at once, within their limits, and gone with the person."""

import pytest

from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.visit.comfort import LOUDEST, Comfort, Pace, Palette

SETTINGS = [
    ("setLetters", 2, "letters", 2),
    ("setPalette", "contrast-dark", "palette", Palette.CONTRAST_DARK),
    ("setListening", True, "listening", True),
    ("setVolume", 7, "volume", 7),
    ("setPace", "slow", "pace", Pace.SLOW),
    ("setSteady", True, "steady", True),
    ("setLower", True, "lower", True),
    ("setMoreTime", True, "more_time", True),
    ("setMotion", False, "motion", False),
    ("setBlank", True, "blank", True),
]


@pytest.fixture
def comfort(qapp):
    return ComfortViewModel()


@pytest.mark.parametrize(("request_name", "wish", "name", "kept"), SETTINGS)
def test_a_setting_takes_effect_at_once_and_is_told_once(comfort, qtbot, request_name, wish, name, kept):
    with qtbot.waitSignal(comfort.changed, timeout=0):
        getattr(comfort, request_name)(wish)

    assert getattr(comfort.value, name) == kept
    with qtbot.assertNotEmitted(comfort.changed):
        getattr(comfort, request_name)(wish)


@pytest.mark.parametrize(("request_name", "wish", "name", "kept"), SETTINGS)
def test_a_setting_goes_back_to_the_sites_own_with_the_next_person(qapp, request_name, wish, name, kept):
    usual = Comfort(palette=Palette.CREAM, letters=1, volume=2)
    comfort = ComfortViewModel(usual)
    getattr(comfort, request_name)(wish)

    comfort.reset()

    assert comfort.value == usual


def test_letters_come_round_after_the_largest(comfort):
    sizes = []
    for _ in range(4):
        sizes.append(comfort.property("letters"))
        comfort.enlarge()

    assert sizes == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("request_name", "wish"), [("setLetters", 3), ("setLetters", -1), ("setPalette", "pink"), ("setPace", "")]
)
def test_what_is_no_choice_changes_nothing(comfort, request_name, wish):
    getattr(comfort, request_name)(wish)

    assert comfort.value == Comfort()


def test_the_voice_is_never_silenced_by_its_volume_nor_louder_than_it_goes(comfort):
    for _ in range(LOUDEST + 1):
        comfort.louder()
    assert comfort.value.volume == LOUDEST

    for _ in range(LOUDEST + 1):
        comfort.quieter()
    assert comfort.value.volume == 1


def test_a_black_screen_is_always_spoken(comfort):
    comfort.setBlank(True)
    assert comfort.value.listening

    comfort.setListening(False)
    assert not comfort.value.blank


def test_where_nothing_can_be_heard_nobody_is_left_before_a_black_screen(comfort):
    comfort.setBlank(True)

    comfort.set_mute(True)

    assert comfort.property("mute")
    assert (comfort.value.listening, comfort.value.blank) == (False, False)


def test_the_next_person_may_try_to_listen_again(comfort):
    comfort.set_mute(True)

    comfort.reset()

    assert not comfort.property("mute")
