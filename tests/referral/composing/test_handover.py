"""The code of a real slip, read back from its dots, and what reading gives."""

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from kiosk import paths
from kiosk.referral.composing import Choices
from kiosk.referral.forms import ROLL_TEXT_VERSION
from kiosk.referral.issuing import Handover
from kiosk.referral.keys import key_ring
from kiosk.referral.qr import modules_of
from kiosk.referral.reading import Signature, read
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.typeset import Typesetter

from .conftest import ID, NOW

BUNDLES = ("death-in-the-family", "losing-a-job", "turning-65", "fleeing-violence", "services-en-francais")


@pytest.fixture(scope="module")
def typesetter():
    return Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")


def dots_of(typesetter, made, paper):
    return Image.open(io.BytesIO(typesetter.typeset(made.slip, paper).raster().png()))


@pytest.mark.parametrize("bundle", BUNDLES)
@pytest.mark.parametrize("paper", Paper)
def test_the_code_of_a_slip_is_read_from_its_dots(plan_of, prepared, typesetter, bundle, paper):
    made = prepared(plan_of(bundle), Choices(paper=paper))

    [found] = zxingcpp.read_barcodes(dots_of(typesetter, made, paper))

    assert found.text == made.says


@pytest.mark.parametrize("large", [False, True])
def test_the_code_of_a_page_is_read_from_a_narrow_roll(plan_of, prepared, typesetter, large):
    made = prepared(
        plan_of("losing-a-job"), Choices(("en", "fr"), Paper.RECEIPT_58), page_address="https://example.org/p"
    )

    dots = typesetter.typeset(made.slip, Paper.RECEIPT_58, large).raster()

    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(dots.png())))
    assert found.text == made.says
    assert made.says.startswith("https://example.org/p#")
    assert {part.qr_caption.text for part in made.slip.parts} >= {"photograph this code. It opens a web page."}


def test_the_text_holds_the_steps_and_the_token_last(plan_of, prepared):
    made = prepared(plan_of("services-en-francais"))

    title, code, *steps, last = made.says.splitlines()
    assert title == "Services in French: Acadian and francophone"
    assert code == made.slip.code
    assert steps[0].startswith("1. ")
    assert last == made.handover.token


@pytest.mark.parametrize("mangled", [str, str.lower, lambda text: f"photo of 12 March\n{text}\nsent from my phone"])
def test_what_the_code_says_is_read_back_as_the_plan(plan_of, prepared, catalogue, issuer, mangled):
    plan = plan_of("losing-a-job")
    made = prepared(plan)

    reading = read(mangled(made.says), key_ring(issuer._own_key()), NOW.date())

    assert reading.signature is Signature.HOLDS
    assert reading.kiosk_number == 12
    assert reading.referral.id == ID
    assert reading.referral.life_event == catalogue.bundles["losing-a-job"].number
    services = [catalogue.services[step.service].number for step in plan.to_do() if step.service]
    assert [item.service for item in reading.referral.items] == list(dict.fromkeys(services))


def test_a_slip_that_could_not_be_signed_has_its_steps_and_says_that_the_code_is_missing(plan_of, prepared, typesetter):
    made = prepared(plan_of("losing-a-job"), handover=Handover(trouble="key_damaged"))

    dots = typesetter.typeset(made.slip, Paper.RECEIPT_80).raster()

    assert not zxingcpp.read_barcodes(Image.open(io.BytesIO(dots.png())))
    assert (made.says, made.slip.code, made.qr) == ("", "", ())
    assert "This slip has no square code today." in typesetter.typeset(made.slip, Paper.RECEIPT_80).text()
    assert len(made.slip.parts[0].steps) == len(plan_of("losing-a-job").to_do())


def test_a_slip_whose_code_could_not_be_written_down_still_has_its_square_code(plan_of, prepared, issuer, catalogue):
    plan = plan_of("losing-a-job")
    signed = issuer.sign(catalogue, plan, Choices(), NOW.date(), ID)

    made = prepared(plan, handover=replace(signed, trouble="disk_full"))

    assert made.slip.code == ""
    assert str(signed.referral.code) not in made.says
    assert made.says.endswith(signed.token)


def test_the_code_on_the_screen_carries_more_of_a_long_plan_than_the_one_on_a_roll(plan_of, prepared):
    made = prepared(plan_of("death-in-the-family"))

    assert len(made.phone_says.splitlines()) > len(made.says.splitlines())
    assert made.phone_says.splitlines()[-1] == made.says.splitlines()[-1]
    assert len(made.qr) == modules_of(ROLL_TEXT_VERSION)


@pytest.mark.parametrize("paper", Paper)
def test_a_token_too_long_for_any_code_still_leaves_on_paper(plan_of, prepared, paper):
    plan = plan_of("death-in-the-family")
    handover = replace(prepared(plan).handover, token="0" * 3000)

    made = prepared(plan, Choices(paper=paper), handover=handover)

    assert (made.says, made.qr, made.phone_says, made.phone_qr) == ("", (), "", ())
    assert made.slip.code == handover.code
    assert len(made.slip.parts[0].steps) == len(plan.to_do())


@pytest.mark.parametrize("paper", Paper)
def test_three_long_plans_together_have_a_code_that_is_read(plan_of, prepared, typesetter, paper):
    made = prepared(plan_of("fleeing-violence", "housing-emergency", "making-ends-meet"), Choices(paper=paper))

    read_back = [found.text for found in zxingcpp.read_barcodes(dots_of(typesetter, made, paper))]

    assert read_back == ([made.says] if made.says else [])
