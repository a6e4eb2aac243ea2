"""Typing in Lower on a small panel that stands upright: keys, field and the way to the answers, none on another."""

from dataclasses import replace

import pytest

from kiosk.config import Config
from kiosk.visit.visit import Page, Stop, Visit
from tests.screens.test_panels import drawn_faults

FIELD = {"en": "What are you looking for?", "fr": "Que cherchez-vous?", "ar": "عمّ تبحث؟"}


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("letters", range(3))
@pytest.mark.parametrize("steady", [False, True])
def test_field_keys_and_the_way_to_the_answers_hold_together(show, language, letters, steady):
    config = Config()
    site = replace(config.site, languages=("fr", "en", "ar"))
    screen = show(size=(1080, 1920), language=language, letters=letters, panel=15.6, config=replace(config, site=site))
    screen.comfort.setLower(True)
    screen.comfort.setSteady(steady)
    screen.go(Visit(language=language, trail=(Stop(Page.HOME), Stop(Page.SEARCH))))
    low = screen.find("EditableText", FIELD[language]).rect.top()

    screen.touch(screen.find("EditableText", FIELD[language]).rect.center())
    screen.type("loyer")

    # In steady touch, keys of 20 mm are all that there is room for.
    faults = [fault for fault in drawn_faults(screen) if not (steady and "is smaller than a target" in fault.words)]
    assert screen.find("EditableText", FIELD[language]).rect.top() < low
    assert not faults
