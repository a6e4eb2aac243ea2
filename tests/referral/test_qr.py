"""QR symbols, read back from the very dots that are printed."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

from kiosk.referral import qr
from kiosk.referral.forms import url_form
from kiosk.referral.keys import KioskKey
from kiosk.referral.qr import DOTS_58_MM, DOTS_80_MM, Level, QrTooLargeError
from kiosk.referral.token import Item, Referral, sign

ADDRESS = "https://r.example.ca/"


def printed(symbol: qr.Fit) -> Image.Image:
    """What the printer's head draws: one pixel a dot, black on white."""
    rows = qr.rows(symbol)
    return Image.frombytes("1", (len(rows[0]) * 8, len(rows)), b"".join(rows), "raw", "1;I")


def scanned(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)]


def page(referral: Referral, key: KioskKey, services: int) -> str:
    items = tuple(Item(100 + n, n, n) for n in range(1, services + 1))
    return url_form(
        ADDRESS,
        sign(Referral(id=referral.id, issued=referral.issued, catalogue_version=7, items=items, life_event=9), key),
    )


@pytest.mark.parametrize("dots_wide", [DOTS_58_MM, DOTS_80_MM])
@pytest.mark.parametrize("services", [1, 5, 12, 30])
def test_a_page_address_is_read_back_from_receipt_dots(
    referral: Referral, key: KioskKey, services: int, dots_wide: int
) -> None:
    text = page(referral, key, services)

    symbol = qr.fit(text, dots_wide)

    assert symbol.dots_per_module >= 4
    assert symbol.dots_wide <= dots_wide
    assert scanned(printed(symbol)) == [text]


def test_the_dots_are_whole_and_the_quiet_zone_is_four_modules(referral: Referral, key: KioskKey) -> None:
    symbol = qr.fit(page(referral, key, 5), DOTS_80_MM)

    image = printed(symbol)

    dots, side = symbol.dots_per_module, len(symbol.matrix)
    assert image.height == symbol.dots_wide == (side + 8) * dots
    assert [
        [image.getpixel(((x + 4) * dots + dots // 2, (y + 4) * dots + dots // 2)) == 0 for x in range(side)]
        for y in range(side)
    ] == [list(row) for row in symbol.matrix]
    inked = image.convert("L").point(lambda level: 255 - level).getbbox()
    assert inked == (4 * dots, 4 * dots, (side + 4) * dots, (side + 4) * dots)


@pytest.mark.parametrize(
    ("version", "dots_wide", "dots"),
    [(12, 384, 5), (13, 384, 4), (17, 384, 4), (18, 384, 3), (25, 384, 3), (22, 576, 5), (23, 576, 4), (29, 576, 4)],
)
def test_the_largest_whole_number_of_dots_that_fits_is_taken(version: int, dots_wide: int, dots: int) -> None:
    assert qr.dots_per_module(version, dots_wide) == dots


def test_what_needs_fewer_than_three_dots_is_refused() -> None:
    with pytest.raises(QrTooLargeError):
        qr.dots_per_module(26, DOTS_58_MM)
    with pytest.raises(QrTooLargeError):
        qr.fit("é" * 600, DOTS_58_MM)
    with pytest.raises(QrTooLargeError):
        qr.fit("é" * 4000, DOTS_80_MM)


def test_more_correction_is_taken_only_when_it_costs_no_dot() -> None:
    roomy, tight = "x" * 100, "x" * 280

    assert qr.fit(roomy, DOTS_58_MM).level is Level.Q
    assert qr.version_of(tight, Level.M) == 12
    assert qr.fit(tight, DOTS_58_MM) == qr.Fit(12, Level.M, 5, qr.matrix(tight, Level.M))


def test_the_longest_text_at_level_m_needs_no_room_at_level_q() -> None:
    text = "x" * 2331

    assert qr.version_of(text, Level.M) == 40
    assert qr.fit(text, 800).level is Level.M


def test_capitals_and_digits_take_the_denser_mode(referral: Referral, key: KioskKey) -> None:
    text = page(referral, key, 12)

    assert qr.version_of(text, Level.M) < qr.version_of(text.replace("#", "#_").lower(), Level.M)


@pytest.mark.parametrize("level", list(Level))
def test_every_level_is_drawn_as_itself(level: Level) -> None:
    symbol = qr.Fit(qr.version_of("R-7K3F", level), level, 4, qr.matrix("R-7K3F", level))

    read = zxingcpp.read_barcodes(printed(symbol).convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)

    assert (read[0].text, read[0].ec_level) == ("R-7K3F", level.value)


def test_the_svg_has_exactly_the_dark_modules() -> None:
    symbol = qr.matrix("Bonjour", Level.Q)
    side = len(symbol)

    drawing = ET.fromstring(qr.svg(symbol))
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", drawing[1].attrib["d"])

    dark = {(int(x) + step, int(y)) for x, y, length, _ in runs for step in range(int(length))}
    assert drawing.attrib["viewBox"] == f"0 0 {side + 8} {side + 8}"
    assert all(there == back for _, _, there, back in runs)
    assert dark == {(x + 4, y + 4) for y in range(side) for x in range(side) if symbol[y][x]}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("alphabet", ["é", "7", "A7", "chez nous, "])
def test_the_version_is_the_one_that_the_library_comes_to_by_writing_every_bit(alphabet: str, level: Level) -> None:
    for length in (*range(1, 40, 7), 100, 229, 230, 231, 400, 635, 636, 858, 860, 1100):
        text = (alphabet * length)[:length]
        assert ours(text, level) == of_the_library(text, level), length


def ours(text: str, level: Level) -> int | None:
    try:
        return qr.version_of(text, level)
    except QrTooLargeError:
        return None


def of_the_library(text: str, level: Level) -> int | None:
    symbol = QRCode[Any](error_correction=(1, 0, 3, 2)["LMQH".index(level.value)])
    symbol.add_data(text, optimize=20)
    try:
        return symbol.best_fit()
    except (DataOverflowError, ValueError):
        return None
