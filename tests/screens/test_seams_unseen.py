"""To a citizen a plan is one path: no page says that one organization hands over to another."""

import pytest

from kiosk.bridge.counter.seam_words import seams_shown
from kiosk.counter.seams import seams_of


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_page_of_a_citizen_shows_a_seam(show, every_page, language):
    screen = show(language=language)
    pages = every_page(screen, language)
    screen.go(pages["plan"])
    session = screen.session
    behind = seams_shown(session.messages, session.catalogue, session.plan, seams_of(session.catalogue, session.plan))
    told_to_staff = {row.head for row in behind.handovers} | {row.chip for row in behind.handovers}

    seen = set()
    for visit in pages.values():
        screen.go(visit)
        seen |= set(screen.names())

    assert told_to_staff
    assert len(seen) > 200
    assert not told_to_staff & seen
