"""Opening hours in words, in both languages."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue.hours import (
    ALWAYS_OPEN,
    BY_APPOINTMENT,
    UNKNOWN_HOURS,
    ByDay,
    Frequency,
    Jurisdiction,
    Kind,
    Rule,
    Schedule,
    SpecialDay,
    days_ahead,
    opening_at,
    read_schedule,
)
from kiosk.catalogue.hours.week_wording import day_words, holiday_words, week_words
from kiosk.catalogue.hours.wording import opening_words
from kiosk.catalogue.text import text
from kiosk.languages import ENGLISH, FRENCH, load_messages

LOCALE = Path(__file__).parents[3] / "assets" / "locale"
EN, FR = load_messages(ENGLISH, LOCALE), load_messages(FRENCH, LOCALE)
HALIFAX = ZoneInfo("America/Halifax")
OFFICE = read_schedule("Mo-Fr 08:30-16:30", Jurisdiction.FEDERAL)
RULE = OFFICE.rules[0]
REPAIRS = tuple(SpecialDay(date(2026, 11, day), text("Repairs", "Travaux")) for day in (10, 11, 12))


def said(schedule: Schedule, moment: str) -> tuple[str, str]:
    when = datetime.fromisoformat(moment).replace(tzinfo=HALIFAX)
    opening = opening_at(schedule, when, HALIFAX)
    return plain(opening_words(EN, opening, when.date())), plain(opening_words(FR, opening, when.date()))


def plain(words: str) -> str:
    """With ordinary spaces, so that the tables below can be read."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("schedule", "moment", "english", "french"),
    [
        (OFFICE, "2026-11-10 10:00", "Open now until 4:30 p.m.", "Ouvert jusqu’à 16 h 30"),
        (OFFICE, "2026-11-10 07:00", "Opens today at 8:30 a.m.", "Ouvre aujourd’hui à 8 h 30"),
        (OFFICE, "2026-11-14 10:00", "Opens Monday at 8:30 a.m.", "Ouvre lundi à 8 h 30"),
        (
            OFFICE,
            "2026-11-10 17:00",
            "Opens Thursday at 8:30 a.m., closed tomorrow (Remembrance Day)",
            "Ouvre jeudi à 8 h 30, fermé demain (jour du Souvenir)",
        ),
        (
            OFFICE,
            "2026-12-24 17:00",
            "Opens Tuesday at 8:30 a.m., closed tomorrow (Christmas Day) and Monday (Boxing Day)",
            "Ouvre mardi à 8 h 30, fermé demain (Noël) et lundi (lendemain de Noël)",
        ),
        (
            replace(OFFICE, special_days=REPAIRS),
            "2026-11-09 17:00",
            "Opens Friday at 8:30 a.m., closed tomorrow to Thursday (Repairs)",
            "Ouvre vendredi à 8 h 30, fermé de demain à jeudi (Travaux)",
        ),
        (read_schedule("Fr 20:00-02:00"), "2026-11-13 22:00", "Open now until 2 a.m.", "Ouvert jusqu’à 2 h"),
        (read_schedule("Fr 20:00-24:00"), "2026-11-13 22:00", "Open now until midnight", "Ouvert jusqu’à minuit"),
        (
            read_schedule("24/7; PH off", Jurisdiction.FEDERAL),
            "2026-11-08 09:00",
            "Open now until Tuesday at midnight",
            "Ouvert jusqu’à mardi, à minuit",
        ),
        (ALWAYS_OPEN, "2026-11-10 03:00", "Open 24 hours", "Ouvert 24 heures sur 24"),
        (BY_APPOINTMENT, "2026-11-10 10:00", "By appointment", "Sur rendez-vous"),
        (UNKNOWN_HOURS, "2026-11-10 10:00", "Hours not known: call first", "Heures inconnues : appelez d’abord"),
        (
            read_schedule("Mo-Fr"),
            "2026-11-10 10:00",
            "Open today, hours not known: call first",
            "Ouvert aujourd’hui, heures inconnues : appelez d’abord",
        ),
        (
            read_schedule("Mo-Fr", Jurisdiction.FEDERAL),
            "2026-11-11 10:00",
            "Opens tomorrow, hours not known, closed today (Remembrance Day)",
            "Ouvre demain, heures inconnues, fermé aujourd’hui (jour du Souvenir)",
        ),
        (
            replace(OFFICE, rules=(replace(RULE, valid_to=date(2026, 8, 31)),)),
            "2026-09-05 10:00",
            "Hours after 31 August are not known: call first",
            "Heures inconnues après le 31 août : appelez d’abord",
        ),
        (
            replace(OFFICE, rules=(replace(RULE, valid_to=date(2026, 8, 31)),)),
            "2026-08-31 18:00",
            "Closed now. Hours after 31 August are not known: call first",
            "Fermé en ce moment. Heures inconnues après le 31 août : appelez d’abord",
        ),
        (
            replace(OFFICE, rules=(replace(RULE, until=date(2026, 8, 31)),)),
            "2026-09-05 10:00",
            "Closed for the season since 31 August",
            "Fermé pour la saison depuis le 31 août",
        ),
        (
            replace(OFFICE, rules=(replace(RULE, until=date(2026, 9, 1)), replace(RULE, dtstart=date(2027, 6, 1)))),
            "2026-12-05 10:00",
            "Closed for the season since 1 September, opens again 1 June 2027",
            "Fermé pour la saison depuis le 1er septembre, rouvre le 1er juin 2027",
        ),
        (
            replace(OFFICE, rules=(replace(RULE, freq=Frequency.MONTHLY, byday=(ByDay(1, 1),)),)),
            "2026-03-27 10:00",
            "Opens Tuesday, April 7 at 8:30 a.m.",
            "Ouvre mardi 7 avril à 8 h 30",
        ),
    ],
)
def test_the_state_is_told_in_both_languages(schedule: Schedule, moment: str, english: str, french: str) -> None:
    assert said(schedule, moment) == (english, french)


@pytest.mark.parametrize(
    ("hours", "english", "short_english", "french", "short_french"),
    [
        (
            "Mo-Fr 08:30-16:30",
            "Monday to Friday, 8:30 a.m. to 4:30 p.m.",
            "Mon–Fri 8:30 to 4:30",
            "lundi au vendredi, 8 h 30 à 16 h 30",
            "lun. au ven. 8 h 30 à 16 h 30",
        ),
        (
            "Mo-Fr 08:30-16:30; Tu-Th 16:30-19:00",
            "Monday and Friday, 8:30 a.m. to 4:30 p.m.; Tuesday to Thursday, 8:30 a.m. to 7 p.m.",
            "Mon and Fri 8:30 to 4:30; Tue–Thu 8:30 to 7",
            "lundi et vendredi, 8 h 30 à 16 h 30; mardi au jeudi, 8 h 30 à 19 h",
            "lun. et ven. 8 h 30 à 16 h 30; mar. au jeu. 8 h 30 à 19 h",
        ),
        (
            "Mo-Fr 11:00-12:00,17:00-18:00",
            "Monday to Friday, 11 a.m. to noon and 5 p.m. to 6 p.m.",
            "Mon–Fri 11 to noon and 5 to 6 p.m.",
            "lundi au vendredi, 11 h à midi et 17 h à 18 h",
            "lun. au ven. 11 h à midi et 17 h à 18 h",
        ),
        (
            "Mo-Su 09:00-21:00",
            "Every day, 9 a.m. to 9 p.m.",
            "Every day 9 to 9",
            "Tous les jours, 9 h à 21 h",
            "Tous les jours 9 h à 21 h",
        ),
        (
            "Mo-Fr 08:00-20:00 (Eastern time)",
            "Monday to Friday, 9 a.m. to 9 p.m.",
            "Mon–Fri 9 to 9",
            "lundi au vendredi, 9 h à 21 h",
            "lun. au ven. 9 h à 21 h",
        ),
        (
            "Mo-Fr",
            "Monday to Friday, hours not known",
            "Mon–Fri, hours not known",
            "lundi au vendredi, heures inconnues",
            "lun. au ven., heures inconnues",
        ),
        (
            "24/7",
            "Open 24 hours, every day",
            "Open 24 hours, every day",
            "Ouvert 24 heures sur 24, tous les jours",
            "Ouvert 24 heures sur 24, tous les jours",
        ),
    ],
)
def test_the_week_is_told_long_and_short(
    hours: str, english: str, short_english: str, french: str, short_french: str
) -> None:
    schedule, on = read_schedule(hours), date(2026, 11, 10)

    told = [
        plain(week_words(words, schedule, on, HALIFAX, short=short)) for words in (EN, FR) for short in (False, True)
    ]

    assert told == [english, short_english, french, short_french]


def test_a_monthly_rule_is_told_by_its_weekday() -> None:
    clinic = Schedule(
        kind=Kind.TIMETABLE,
        rules=(Rule(opens_at=time(10), closes_at=time(12), freq=Frequency.MONTHLY, byday=(ByDay(1, -1),)),),
    )

    assert plain(week_words(EN, clinic, date(2026, 11, 10), HALIFAX)) == "Last Tuesday of the month, 10 a.m. to noon"
    assert plain(week_words(FR, clinic, date(2026, 11, 10), HALIFAX)) == "dernier mardi du mois, 10 h à midi"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (replace(RULE, until=date(2026, 8, 31)), "Closed for the season"),
        (replace(RULE, valid_to=date(2026, 8, 31)), "Hours not known: call first"),
    ],
)
def test_a_week_after_the_season_and_one_after_the_facts_differ(rule: Rule, words: str) -> None:
    assert week_words(EN, replace(OFFICE, rules=(rule,)), date(2026, 11, 10), HALIFAX) == words


def test_the_days_of_a_slip_name_the_holiday_that_closes_one() -> None:
    days = days_ahead(OFFICE, date(2026, 11, 10), 2, HALIFAX)

    assert [plain(day_words(EN, day, date(2026, 11, 10), short=True)) for day in days] == [
        "Tue 10 November: 8:30 to 4:30",
        "Wed 11 November: closed (Remembrance Day)",
    ]
    assert [plain(day_words(FR, day, date(2026, 11, 10))) for day in days] == [
        "mardi 10 novembre : 8 h 30 à 16 h 30",
        "mercredi 11 novembre : fermé (jour du Souvenir)",
    ]


def test_public_holidays_are_told_only_where_they_change_something() -> None:
    short_day = read_schedule("Mo-Su 09:00-21:00; PH 12:00-17:00", Jurisdiction.FEDERAL)

    assert holiday_words(FR, OFFICE) == "Fermé les jours fériés"
    assert plain(holiday_words(EN, short_day)) == "Public holidays: noon to 5 p.m."
    assert holiday_words(EN, ALWAYS_OPEN) == ""
