"""The plan on the phone is the plan of the kiosk: its steps, their order, their words, in the language of the phone."""

from datetime import date

import pytest

from kiosk.languages.shipped import words_of
from kiosk.planning.plan import PlannedStep
from kiosk.referral.keys import own_key
from kiosk.referral.token import Item, Referral, sign
from kiosk.wording.steps import cost
from tests.web.conftest import KIOSK_NAME

pytestmark = pytest.mark.chromium

LANGUAGES = [("fr-CA", "fr"), ("en-CA", "en"), ("ar", "ar")]


def with_an_office(handed, catalogue) -> list[PlannedStep]:
    """The steps that a code can carry."""
    steps = [step for step in handed.plan.to_do() if step.service is not None]
    return [step for step in steps if not catalogue.services[step.service].discreet]


@pytest.mark.parametrize(("tag", "language"), LANGUAGES)
def test_the_steps_stand_in_plan_order_in_the_language_of_the_phone(
    phone, served, a_death, catalogue, tag, language
) -> None:
    shown = phone(tag)

    shown.open(f"{served.address}#{a_death.token}")

    steps = with_an_office(a_death, catalogue)
    assert shown.run("[...document.querySelectorAll('.step h2')].map((h) => h.lastChild.textContent)") == [
        step.title.plain_to(language) for step in steps
    ]
    assert shown.run("document.documentElement.lang") == language
    assert shown.run("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    assert not shown.complaints()


def test_a_phone_in_another_language_shows_that_of_the_kiosk_else_the_first_of_the_page(
    phone, served, kiosk_folder, hand_over
) -> None:
    kiosk = own_key(kiosk_folder, 12)
    silent = sign(Referral(bytes(8), date(2026, 11, 26), 1, (Item(1, 0, 1),)), kiosk)
    shown = phone("es-MX")

    shown.open(f"{served.address}#{hand_over('losing-a-job', language='en').token}")
    after_the_kiosk = shown.run("document.documentElement.lang")
    shown.open(f"{served.address}#{silent}")

    assert after_the_kiosk == "en"
    assert shown.run("document.documentElement.lang") == "fr"


@pytest.mark.parametrize(("tag", "language"), LANGUAGES)
def test_what_to_do_first_and_what_may_apply_are_said_as_on_the_paper(
    phone, served, hand_over, catalogue, tag, language
) -> None:
    handed = hand_over("death-in-the-family", event_date=date(2026, 11, 16), is_executor=True)
    shown = phone(tag)

    shown.open(f"{served.address}#{handed.token}")

    words, steps = words_of(language), with_an_office(handed, catalogue)
    first, unsure = words.gettext("Do this first"), words.gettext("May be for you: ask")
    flags = shown.run(
        "[...document.querySelectorAll('.step')].map((s) => [...s.querySelectorAll('.flag')].map((f) => f.textContent))"
    )
    assert flags == [
        [first] * (step == handed.plan.do_first()) + [unsure] * (step.status == "may_apply") for step in steps
    ]
    assert shown.run("document.querySelectorAll('.step > details[open]').length") == 1


def test_a_step_says_what_it_costs_how_long_it_takes_and_what_to_say(phone, served, a_death, catalogue) -> None:
    shown = phone("fr-CA")

    shown.open(f"{served.address}#{a_death.token}")

    told = " ".join(shown.texts(".begin"))
    service = catalogue.services["death-certificate"]
    assert cost(words_of("fr"), service).replace("\xa0", " ") in told
    assert service.processing_time.to("fr") in told
    assert service.say.to("fr") in told
    assert f"{service.name.to('en')}, {catalogue.organizations[service.organization].name.to('en')}" in told


def test_the_topic_the_code_the_kiosk_and_the_day_of_the_facts_are_told(phone, served, a_death) -> None:
    shown = phone("en-CA")

    shown.open(f"{served.address}#{a_death.token}")

    assert shown.texts("h1") == ["A death in the family"]
    assert shown.texts(".code") == [f"Code {a_death.referral.code}"]
    assert shown.texts("[data-verdict]") == [
        f"✓ This plan was made by {KIOSK_NAME} on Thursday, November 26, 2026. Nobody changed it."
    ]
    assert "Information of 25 November 2026. Changed? Ask us." in shown.texts("footer p")
    assert shown.run("document.title") == "My list"


def test_a_sensitive_plan_has_no_topic_and_no_code(phone, served, hand_over, catalogue) -> None:
    handed = hand_over("leaving-jail-or-hospital", language="en")
    shown = phone("en-CA")

    shown.open(f"{served.address}#{handed.token}")

    assert shown.texts("h1") == ["My list"]
    assert shown.texts(".code") == []
    assert len(shown.texts(".step")) == len({step.service for step in with_an_office(handed, catalogue)})


def test_the_language_is_changed_on_the_page_and_the_ticks_stay(phone, served, a_death) -> None:
    shown = phone("en-CA")
    shown.open(f"{served.address}#{a_death.token}")
    shown.run("document.querySelector('.together input').click()")

    shown.tap("button", "العربية")
    shown.await_truth("document.documentElement.lang === 'ar'")

    assert shown.run("document.querySelector('.together input').checked")
    assert shown.run("document.activeElement.textContent") == "العربية"
    assert shown.run("document.querySelector('#languages [aria-pressed=true]').lang") == "ar"


def test_a_paper_ticked_in_one_place_is_ticked_wherever_it_is_asked_for(phone, served, a_death) -> None:
    shown = phone("en-CA")
    shown.open(f"{served.address}#{a_death.token}")

    shown.tap("checkbox", "Photo ID from a government (original, if asked)")

    ticked = shown.run("[...document.querySelectorAll(':checked')].map((box) => box.dataset.paper)")
    assert len(ticked) >= 2
    assert set(ticked) == {"photo-id"}


def test_a_date_that_is_not_in_the_code_is_worked_out_once_the_person_gives_the_day(
    phone, served, a_death, catalogue
) -> None:
    shown = phone("en-CA")
    shown.open(f"{served.address}#{a_death.token}")
    assert "within 2 weeks, counted from: Date of death" in shown.texts(".begin .when p")

    shown.tell("2026-11-16")

    assert shown.texts(".begin .when p") == ["by Monday, November 30, 2026"]
    assert shown.run("document.activeElement.id") == "event"


def test_a_missed_date_says_what_can_still_be_done(phone, served, a_death) -> None:
    shown = phone("en-CA", now="2027-02-10T12:00:00-04:00")
    shown.open(f"{served.address}#{a_death.token}")

    shown.tell("2026-11-16")

    late = [text for text in shown.texts(".when") if text.startswith("was due")]
    assert late
    assert all("Ask anyway" in text for text in late)
