"""The two texts that a QR can carry."""

from datetime import date

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.referral import qr
from kiosk.referral.forms import LARGEST_TEXT_VERSION, PlanText, StepText, text_form, url_form
from kiosk.referral.keys import KioskKey
from kiosk.referral.qr import DOTS_58_MM, DOTS_80_MM, Level, QrTooLargeError
from kiosk.referral.token import Item, Referral, sign

FRENCH = PlanText(
    title="Un décès dans la famille",
    code="R-7K3F-9XD",
    steps=tuple(
        StepText(
            number,
            name,
            (
                "D’ici le jeudi 11 juin 2026",
                "Tél. 1 800 277-9914",
                "Centre Access de Truro, 300, rue Prince, Truro",
            ),
        )
        for number, name in enumerate(
            (
                "Demander le certificat de décès à l’Office de l’état civil",
                "Aviser l’assurance-santé de la Nouvelle-Écosse du décès",
                "Demander la prestation de décès du Régime de pensions du Canada",
                "Demander la pension de survivant du Régime de pensions du Canada",
                "Produire la déclaration de revenus finale de la personne décédée",
                "Faire homologuer le testament à la Cour des successions",
            ),
            start=1,
        )
    ),
)
SHORT = PlanText("My list", "R-7K3F-9XD", (StepText(1, "Food bank", ("Today until 16:30",)),))


def token(referral: Referral, key: KioskKey, services: int) -> str:
    items = tuple(Item(100 + n, n, n) for n in range(1, services + 1))
    return sign(Referral(referral.id, date(2026, 3, 12), 7, items, life_event=9, language=2), key)


def scanned(symbol: qr.Fit) -> list[str]:
    rows = qr.rows(symbol)
    image = Image.frombytes("1", (len(rows[0]) * 8, len(rows)), b"".join(rows), "raw", "1;I").convert("L")
    return [found.text for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


@pytest.mark.parametrize("address", ["https://r.example.ca/", "https://r.example.ca/#"])
def test_the_token_comes_after_one_number_sign(address: str) -> None:
    assert url_form(address, "QRE2") == "https://r.example.ca/#QRE2"


def test_a_short_plan_is_written_whole_with_the_token_last() -> None:
    assert text_form(SHORT, "QRE2") == "My list\nR-7K3F-9XD\n1. Food bank\nToday until 16:30\nQRE2"


@pytest.mark.parametrize("services", [1, 6, 12, 30])
@pytest.mark.parametrize("dots_wide", [DOTS_58_MM, DOTS_80_MM])
def test_long_french_names_stay_readable_on_both_papers(
    referral: Referral, key: KioskKey, services: int, dots_wide: int
) -> None:
    signed = token(referral, key, services)

    text = text_form(FRENCH, signed, dots_wide)

    symbol = qr.fit(text, dots_wide)
    assert qr.version_of(text, Level.M) <= LARGEST_TEXT_VERSION
    assert symbol.dots_per_module >= 4
    assert text.splitlines()[-1] == signed
    assert FRENCH.code in text
    assert scanned(symbol) == [text]


def test_details_go_from_the_last_step_upwards_before_any_name_is_cut(referral: Referral, key: KioskKey) -> None:
    signed = token(referral, key, 6)

    lines = text_form(FRENCH, signed, DOTS_80_MM).splitlines()

    assert [line for line in lines if line[:1].isdigit()] == [f"{s.number}. {s.name}" for s in FRENCH.steps]
    kept = [line for line in lines[2:-1] if not line[:1].isdigit()]
    assert kept
    assert kept == [line for step in FRENCH.steps for line in step.lines][: len(kept)]


def test_narrow_paper_cuts_the_last_names_first(referral: Referral, key: KioskKey) -> None:
    lines = text_form(FRENCH, token(referral, key, 12), DOTS_58_MM).splitlines()

    names = [line.split(". ", 1)[1] for line in lines[2:-1]]
    cut = [name for name in names if name.endswith("…")]
    assert lines[0] == "Un décès dans la famille"
    assert 0 < len(cut) < len(names) == 6
    assert names == [step.name for step in FRENCH.steps[: 6 - len(cut)]] + cut
    assert all(len(name) <= 24 for name in cut)


def test_steps_left_out_leave_a_mark(referral: Referral, key: KioskKey) -> None:
    lines = text_form(FRENCH, token(referral, key, 30), DOTS_58_MM).splitlines()

    assert lines[:3] == ["Un décès dans la famille", "R-7K3F-9XD", "1. Demander le certificat…"]
    assert lines[-2] == "…"


def test_the_same_plan_is_always_cut_the_same_way(referral: Referral, key: KioskKey) -> None:
    signed = token(referral, key, 12)

    assert text_form(FRENCH, signed, DOTS_58_MM) == text_form(FRENCH, signed, DOTS_58_MM)


def test_line_breaks_in_words_cannot_make_lines() -> None:
    plan = PlanText("My\nlist\u2028", "R-7K3F-9XD", (StepText(1, "Food \r\n bank", ("a\tb", "c\u00a0d")),))

    assert text_form(plan, "QRE2") == "My list\nR-7K3F-9XD\n1. Food bank\na b\nc\u00a0d\nQRE2"


def test_paper_too_narrow_for_the_token_alone_is_told(referral: Referral, key: KioskKey) -> None:
    with pytest.raises(QrTooLargeError):
        text_form(SHORT, token(referral, key, 30), 200)


words = st.text(st.characters(codec="utf-8"), max_size=120)


@settings(max_examples=40)
@given(
    title=words,
    steps=st.lists(st.builds(StepText, st.integers(1, 99), words, st.lists(words, max_size=4).map(tuple)), max_size=12),
    dots_wide=st.sampled_from([DOTS_58_MM, DOTS_80_MM]),
)
def test_any_words_fit_and_never_displace_the_token(
    referral: Referral, key: KioskKey, title: str, steps: list[StepText], dots_wide: int
) -> None:
    signed = token(referral, key, 12)

    text = text_form(PlanText(title, "R-7K3F-9XD", tuple(steps)), signed, dots_wide)

    assert text.endswith("\n" + signed)
    assert qr.dots_per_module(qr.version_of(text, Level.M), dots_wide) >= 4
