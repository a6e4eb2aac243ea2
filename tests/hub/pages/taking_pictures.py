"""The README's picture of the operator's page: no test, but taken with what tests of that page stand on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalogue.model import Catalogue
from tests.hub.pages.browsing import Browser
from tests.hub.pages.conftest import Hub
from tests.hub.pages.filling import fill

KEPT = Path(__file__).parents[3] / "build" / "tour" / "operator.png"

pytestmark = pytest.mark.chromium


def test_the_first_page_of_an_operator(
    hub: Hub, released: None, catalogue: Catalogue, signed_in: Callable[..., Browser]
) -> None:
    fill(hub.store, catalogue, hub.clock.now)
    browser = signed_in("/kiosks")
    browser.size(1280, 720)

    browser.picture(KEPT)
