"""What a slip says of a plan, in which order, and in which language."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.config import InBoth, Site
from kiosk.referral.composing import Choices
from kiosk.referral.composing.composing import detailed_on_a_roll
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.plain import plain_text


def rows_of(step):
    return {row.label: row.lines + row.notes for row in step.rows}


@pytest.mark.parametrize("bundle", ["death-in-the-family", "turning-65"])
def test_the_step_to_do_first_is_told_in_full_on_a_roll_and_the_others_in_brief(plan_of, prepared, bundle):
    plan = plan_of(bundle)
    sure = [plan.do_first().number]

    [part] = prepared(plan).slip.parts

    assert [step.number for step in part.steps] == list(range(1, len(plan.to_do()) + 1))
    assert [step.number for step in part.steps if step.rows and not step.summary] == sure
    assert all(step.summary and not step.rows for step in part.steps if step.number not in sure)


@pytest.mark.parametrize(("steps", "detailed"), [(1, 3), (4, 3), (5, 2), (8, 2), (9, 1), (15, 1)])
def test_the_longer_the_plan_the_fewer_steps_of_a_roll_are_told_in_full(steps, detailed):
    assert detailed_on_a_roll(steps) == detailed


def test_a_sheet_has_every_step_in_full(plan_of, prepared):
    [part] = prepared(plan_of("death-in-the-family"), Choices(paper=Paper.LETTER)).slip.parts

    assert all(step.rows and not step.summary for step in part.steps)


def test_what_is_good_to_know_and_what_happens_by_itself_is_on_the_slip_too(plan_of, prepared, catalogue):
    plan = plan_of("death-in-the-family")

    [part] = prepared(plan).slip.parts

    told = {step.title for step in part.steps} | {remark.strong for remark in part.also}
    assert told >= {step.title.to("en") for step in plan.steps if step.status != "does_not_apply"}


def test_a_step_says_where_when_how_much_and_what_to_bring(plan_of, prepared):
    answers = {"died_at_home_unexpected": False, "cannot_pay_funeral": False}

    [part] = prepared(plan_of("death-in-the-family", answers=answers)).slip.parts

    step = part.steps[0]
    assert (step.title, step.official) == ("Get the death certificate", "Vital Statistics (Nova Scotia)")
    assert step.flag == "Do this first: by Thu 19 November"
    rows = rows_of(step)
    assert rows["Go to"] == ("Access Nova Scotia Halifax (Bayers Lake)", "300 Horseshoe Lake Drive")
    assert rows["Phone"][:2] == ("902-424-4381, relay 711", "or 1-877-848-2578")
    assert "Closed Wed 11 November" in rows["Phone"]
    assert rows["Cost"] == ("From $33",)
    [photo] = [paper for paper in part.papers if paper.name == "Photo ID from a government"]
    assert (photo.form, photo.if_asked, 1 in photo.numbers) == ("original", True, True)
    assert rows["Say"] == ("“I need a death certificate for a member of my family.”",)
    assert rows["After"][0].startswith("You need it for steps ")


def test_a_sheet_gives_the_reason_of_a_closed_day(plan_of, prepared):
    plan = plan_of("death-in-the-family")

    text = plain_text(prepared(plan, Choices(paper=Paper.LETTER)).slip)

    assert "Wed 11 November: closed (Remembrance Day)" in text


def test_a_french_slip_names_the_service_and_what_to_say_as_the_office_does(plan_of, prepared):
    [part] = prepared(plan_of("death-in-the-family"), Choices(("fr",))).slip.parts

    step = part.steps[2]
    say = next(row for row in step.rows if row.label == "À dire")
    assert step.title == "Obtenir le certificat de décès"
    assert (step.official, step.office_language) == ("Death certificate", "en")
    assert say.other == ("“I need a death certificate for a member of my family.”",)
    assert say.lines[0].startswith("«\N{NO-BREAK SPACE}")


def test_a_step_that_borrows_a_service_prints_its_own_words_and_its_own_papers(plan_of, prepared):
    answers = {"lost_items": frozenset({"sin", "health_card"})}
    [part] = prepared(plan_of("lost-wallet", answers=answers), Choices(("fr",), paper=Paper.LETTER)).slip.parts

    rows = {step.title: {row.label: row for row in step.rows} for step in part.steps}
    card, number = (
        rows["Remplacer votre carte Santé (MSI)"],
        rows["Obtenir une lettre pour votre numéro d’assurance sociale"],
    )
    assert card["À dire"].other == ("“I lost my health card and I need a new one.”",)
    assert "Apporter" not in card
    assert [line.partition(" (")[0] for line in number["Apporter"].lines] == ["Certificat de naissance"]


def test_both_languages_stand_in_the_order_chosen(plan_of, prepared):
    slip = prepared(plan_of("losing-a-job"), Choices(("fr", "en"))).slip

    assert [part.language for part in slip.parts] == ["fr", "en"]
    assert [part.title for part in slip.parts] == ["Perte d’emploi", "Losing a job"]
    assert not any(part.other_language for part in slip.parts)


def test_one_language_says_in_the_other_that_it_can_be_had_too(plan_of, prepared):
    [part] = prepared(plan_of("losing-a-job"), Choices(("fr",))).slip.parts

    assert part.other_language == "Also in English: ask us."


def test_every_slip_says_what_to_do_when_they_say_no_211_the_age_of_the_facts_and_that_no_name_is_kept(
    plan_of, prepared, catalogue
):
    site = replace(Site(), desk=InBoth("Monday to Saturday, 9 to 8", "lundi au samedi, 9 h à 20 h"))

    text = plain_text(prepared(plan_of("turning-65"), site=site).slip)

    assert "If they say no: ask “May I have that in writing?” Then come back to us: Monday to Saturday, 9 to 8." in text
    assert "211" in text
    assert f"Information of {catalogue.day.day} " in text
    assert "No name is stored or printed." in text


def test_a_step_that_may_not_be_for_the_person_says_so_and_not_why(plan_of, prepared):
    plan = plan_of("death-in-the-family")

    may = [step.number for step in plan.to_do() if step.status == "may_apply"]
    [roll] = prepared(plan).slip.parts
    [sheet] = prepared(plan, Choices(paper=Paper.LETTER)).slip.parts

    assert may
    assert [step.number for step in roll.steps if step.perhaps] == may
    assert all(sheet.steps[number - 1].flag == "May be for you: ask" for number in may)


def test_a_missed_date_says_what_can_still_be_done(plan_of, prepared):
    plan = plan_of("death-in-the-family", answers={"event_date": date(2026, 9, 1)})

    text = plain_text(prepared(plan, Choices(paper=Paper.LETTER)).slip)
    roll = plain_text(prepared(plan).slip)

    assert "was due" in text
    assert ", ask anyway" in roll
    assert "The date has passed. Ask anyway: they can tell you what is still possible." in text


def test_paper_never_speaks_of_today(plan_of, prepared, catalogue):
    for bundle in catalogue.bundles:
        [part] = prepared(plan_of(bundle)).slip.parts
        told = " ".join([step.flag + " ".join(step.summary) for step in part.steps])

        assert "today" not in told


@pytest.mark.parametrize("bundle", ["fleeing-violence", "separation-divorce", "mental-health-addictions-crisis"])
def test_a_sensitive_topic_is_nowhere_whatever_is_chosen(plan_of, prepared, catalogue, bundle):
    made = prepared(plan_of(bundle), Choices(("en", "fr"), plain_cover=False))

    assert made.slip.plain_cover
    assert {part.title for part in made.slip.parts} == {"My list", "Ma liste"}
    assert made.says.startswith("My list\n")
    assert made.handover.referral.life_event is None
    assert {item.step for item in made.handover.referral.items} <= {0}


def test_a_discreet_service_is_a_number_to_call_on_paper_and_nothing_in_the_code(plan_of, prepared, catalogue):
    plan = plan_of("fleeing-violence")
    discreet = [service for service in catalogue.services.values() if service.discreet]

    made = prepared(plan, Choices(paper=Paper.LETTER))

    text = plain_text(made.slip)
    for service in discreet:
        assert service.name.to("en") not in text + made.says
        assert service.say is None or service.say.to("en") not in text
        assert service.number not in {item.service for item in made.handover.referral.items}
    assert "Call this number" in text
    assert "Call this number" not in made.says


def test_a_plain_cover_hides_the_topic_in_the_code_too(plan_of, prepared):
    made = prepared(plan_of("death-in-the-family"), Choices(plain_cover=True))

    assert made.says.startswith("My list\n")
    assert made.handover.referral.life_event is None


def test_a_chosen_place_goes_before_the_planner_s(plan_of, prepared):
    plan = plan_of("new-to-nova-scotia")
    step = next(step for step in plan.to_do() if step.service == "sin-apply")

    [part] = prepared(plan, Choices(paper=Paper.LETTER, places={step.service: "sc-truro"})).slip.parts

    assert step.location != "sc-truro"
    assert rows_of(part.steps[step.number - 1])["Go to"] == (
        "Truro Service Canada Centre",
        "181 Willow Street",
        "Truro",
    )
