"""Whatever is missing, the page says so in three languages and names 211."""

import base64
import re
from datetime import date

import pytest

from kiosk.referral import cose
from kiosk.referral.keys import own_key
from kiosk.referral.token import PURPOSE, Item, Referral, sign

pytestmark = pytest.mark.chromium

SENTENCES = {
    "none": ("Photographiez le code carré", "Photograph the square code", "صوّر الرمز المربع"),
    "broken": ("Une partie du code manque", "Part of the code is missing", "جزء من الرمز ناقص"),
    "newer": ("Ce code est plus récent", "This code is newer", "هذا الرمز أحدث"),
    "offline": ("La liste des services ne s’ouvre pas", "The list of services does not open", "قائمة الخدمات لا تفتح"),
    "empty": ("Ce code ne porte aucune étape", "This code carries no step", "لا يحمل هذا الرمز أي خطوة"),
}


def says(shown, reason: str) -> None:
    """Check that the page gives this reason and no other, and 211, in every one of the three languages."""
    told = shown.texts("#instead [data-for]")
    assert len(told) == 3, told
    assert all(any(text.startswith(start) for text in told) for start in SENTENCES[reason]), told
    assert (
        shown.run("[...document.querySelectorAll('a[href=\"tel:211\"]')].filter((a) => a.checkVisibility()).length")
        == 3
    )
    assert shown.texts(".step") == []


@pytest.fixture(scope="module")
def kiosk(kiosk_folder):
    return own_key(kiosk_folder, 12)


def signed(kiosk, fields) -> str:
    message = cose.sign(cose.canonical(fields), kiosk.key_id, kiosk.private, PURPOSE)
    return base64.b32encode(message).decode().rstrip("=")


@pytest.mark.parametrize(
    ("cut", "reason"),
    [
        (lambda token: "", "none"),
        (lambda token: "#", "none"),
        (lambda token: f"#{token[:-9]}", "broken"),
        (lambda token: f"#{token[9:]}", "broken"),
        (lambda token: f"#{token}AAAA", "broken"),
        (lambda token: "#hello", "broken"),
    ],
)
def test_without_a_whole_token_the_page_says_what_to_do(phone, served, a_death, cut, reason) -> None:
    shown = phone("ar")

    shown.open(served.address + cut(a_death.token))

    says(shown, reason)
    assert shown.run("document.querySelector('#instead section').lang") == "ar"
    assert shown.run("document.documentElement.dir") == "rtl"


LATER_FORMS = (
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [1], 8: 1},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [[1, 1, 1, 4]]},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [[1, 1, 1, 1, 1]]},
)
NO_KIOSK_WRITES = (
    {1: bytes(7), 2: 20783, 3: 90, 5: 1, 6: [1]},
    {1: bytes(8), 2: 10**9, 3: 90, 5: 1, 6: [1]},
    {1: bytes(8), 2: 20783, 3: 0, 5: 1, 6: [1]},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [0]},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [-1]},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [1.5]},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [1] * 31},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: [[[[[1]]]]]},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: ["<img src=x>"]},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1, 6: 1},
    {1: bytes(8), 2: 20783, 3: 90, 5: 1},
    [],
)


def test_a_token_of_a_later_form_is_not_guessed_at(phone, served, kiosk) -> None:
    shown = phone()

    shown.open(f"{served.address}#{signed(kiosk, LATER_FORMS[0])}")

    says(shown, "newer")
    assert reasons(shown, kiosk, LATER_FORMS) == ["newer"] * len(LATER_FORMS)


def test_a_token_that_no_kiosk_would_write_is_refused(phone, served, kiosk) -> None:
    shown = phone()

    shown.open(f"{served.address}#{signed(kiosk, NO_KIOSK_WRITES[0])}")

    says(shown, "broken")
    assert reasons(shown, kiosk, NO_KIOSK_WRITES) == ["broken"] * len(NO_KIOSK_WRITES)


def reasons(shown, kiosk, payloads) -> list[str]:
    """What the page's reader says of each payload, signed by a kiosk that it believes."""
    return list(
        shown.run(
            f"""import("/token.js").then(({{ read }}) => {[signed(kiosk, one) for one in payloads]}.map((token) => {{
                try {{ read(token); return "read"; }} catch (error) {{ return error.reason ?? String(error); }}
            }}))"""
        )
    )


def test_a_code_without_steps_sends_back_to_the_paper(phone, served, kiosk) -> None:
    shown = phone()

    shown.open(f"{served.address}#{sign(Referral(bytes(8), date(2026, 11, 26), 1, ()), kiosk)}")

    says(shown, "empty")


@pytest.mark.parametrize("lost", ["site.json", "plan.fr.json"])
def test_without_the_list_of_services_the_page_says_so_and_tries_again(phone, served, a_death, lost) -> None:
    shown = phone("fr-CA")
    shown.ask("Network.setBlockedURLs", urls=[f"*{lost}"])
    shown.open(f"{served.address}#{a_death.token}")
    says(shown, "offline")

    shown.ask("Network.setBlockedURLs", urls=[])
    shown.tap("button", "Essayer de nouveau")
    shown.await_truth("!document.getElementById('plan').hidden")

    assert shown.texts(".step")


def test_without_javascript_the_page_says_so_in_three_languages(phone, served, a_death) -> None:
    shown = phone()
    shown.ask("Emulation.setScriptExecutionDisabled", value=True)

    shown.ask("Page.navigate", url=f"{served.address}#{a_death.token}")
    shown.browser.await_event("Page.loadEventFired")

    words = shown.text_without_scripts()
    for sentence in ("Cette page a besoin de JavaScript", "This page needs JavaScript", "تحتاج هذه الصفحة إلى"):
        assert sentence in words
    assert words.count("211") >= 6


def test_a_service_that_the_page_does_not_know_leads_to_211(phone, served, kiosk) -> None:
    referral = Referral(bytes(8), date(2026, 11, 26), 2, (Item(1, 0, 1), Item(65000, 0, 2)))
    shown = phone("en-CA")

    shown.open(f"{served.address}#{sign(referral, kiosk)}")

    known, gone = shown.texts(".step")
    assert "Social Insurance Number" in known
    assert "This step is not on our list any more. Call 211" in gone
    assert "tel:211" in shown.links("tel")


def test_another_code_photographed_on_the_same_page_replaces_the_plan(
    phone, served, a_death, hand_over, catalogue
) -> None:
    shown = phone("en-CA")
    shown.open(f"{served.address}#{a_death.token}")

    shown.run(f"location.hash = '{hand_over('losing-a-job').token}'; 0")
    shown.await_truth("!/death/.test(document.querySelector('#plan h1').textContent)")

    assert shown.texts("h1") == [catalogue.bundles["losing-a-job"].name.to("en")]


def test_the_fallback_sentences_say_the_same_things_in_each_language(served) -> None:
    page = (served.folder / "index.html").read_text(encoding="utf-8")
    sections = re.findall(r'<section lang="(\w+)".*?</section>', page, re.S)
    reasons = [re.findall(r'data-for="(\w+)"', body) for body in re.split(r"<section ", page)[1:]]

    assert sections == ["fr", "en", "ar"]
    assert reasons[0] == reasons[1] == reasons[2]
