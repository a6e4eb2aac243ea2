"""The mask of a symbol, as the library chooses it by looking at every module."""

from typing import Any

import pytest
from qrcode.main import QRCode

from kiosk.referral.qr_mask import best_mask


@pytest.mark.parametrize("version", [1, 2, 6, 7, 8, 13, 14, 21, 28, 40])
def test_the_mask_is_the_one_that_the_library_comes_to_by_drawing_all_eight(version: int) -> None:
    for error_correction, text in enumerate(("R-7K3F", "https://r.ca/#é", "HTTPS 4711", "chez nous")):
        symbol = QRCode[Any](version, error_correction)
        symbol.add_data(text[: 7 * version])

        assert best_mask(symbol) == symbol.best_mask_pattern()


def test_a_full_symbol_and_an_empty_one_are_judged_alike() -> None:
    for length in range(0, 240, 16):
        symbol = QRCode[Any](11)
        symbol.add_data("a7" * (length // 2))

        assert best_mask(symbol) == symbol.best_mask_pattern(), length
