"""Dates, times, money, lists and lengths as written in Canada, in both languages."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.languages import ENGLISH, FRENCH, Language, Messages, load_messages
from kiosk.languages import formats as written
from kiosk.languages.foreign import bare

LOCALE = Path(__file__).parents[2] / "assets" / "locale"
EN, FR = load_messages(ENGLISH, LOCALE), load_messages(FRENCH, LOCALE)
TODAY = date(2026, 3, 12)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2026, 3, 19), "Thursday, March 19", "jeudi 19 mars"),
        (date(2026, 3, 1), "Sunday, March 1", "dimanche 1er mars"),
        (date(2027, 1, 1), "Friday, January 1, 2027", "vendredi 1er janvier 2027"),
    ],
)
def test_a_full_date_has_its_year_only_in_another_year(day: date, english: str, french: str) -> None:
    assert (written.full_date(EN, day, TODAY), written.full_date(FR, day, TODAY)) == (english, french)


def test_shorter_dates_are_for_deadlines_and_for_the_date_of_facts() -> None:
    day = date(2026, 4, 9)

    assert (written.short_date(EN, day), written.short_date(FR, day)) == ("Thu 9 April", "jeu. 9 avril")
    assert (written.plain_date(EN, TODAY, TODAY), written.plain_date(FR, TODAY, TODAY)) == ("12 March", "12 mars")
    assert written.plain_date(EN, date(2025, 3, 12), TODAY) == "12 March 2025"


def test_a_month_is_named_with_its_year() -> None:
    day = date(2026, 4, 9)

    assert (written.month_and_year(EN, day).lower(), written.month_and_year(FR, day).lower()) == (
        "april 2026",
        "avril 2026",
    )


@pytest.mark.parametrize(
    ("moment", "english", "french"),
    [
        (time(16, 30), "4:30~p.m.", "16~h~30"),
        (time(9), "9~a.m.", "9~h"),
        (time(9, 5), "9:05~a.m.", "9~h~05"),
        (time(12), "noon", "midi"),
        (time(0), "midnight", "minuit"),
        (time(0, 15), "12:15~a.m.", "0~h~15"),
    ],
)
def test_a_time_holds_together(moment: time, english: str, french: str) -> None:
    told = written.clock_time(EN, moment), written.clock_time(FR, moment)

    assert told == (english.replace("~", NBSP), french.replace("~", NBSP))


@pytest.mark.parametrize(
    ("opens", "closes", "short"),
    [
        (time(8, 30), time(16, 30), "8:30 to 4:30"),
        (time(7, 15), time(8, 30), "7:15 to 8:30~a.m."),
        (time(17), time(18), "5 to 6~p.m."),
        (time(20), time(2), "8~p.m. to 2~a.m."),
        (time(12), time(13), "noon to 1~p.m."),
        (time(18), time(0), "6~p.m. to midnight"),
    ],
)
def test_a_short_range_keeps_the_marks_it_needs(opens: time, closes: time, short: str) -> None:
    assert written.short_clock_range(EN, opens, closes) == short.replace("~", NBSP)


def test_a_french_range_needs_no_marks() -> None:
    expected = "8~h~30 à 16~h~30".replace("~", NBSP)

    assert written.clock_range(FR, time(8, 30), time(16, 30)) == expected
    assert written.short_clock_range(FR, time(8, 30), time(16, 30)) == expected


@pytest.mark.parametrize(
    ("amount", "english", "french"),
    [
        ("33", "$33", "33~$"),
        ("33.00", "$33", "33~$"),
        ("39.90", "$39.90", "39,90~$"),
        ("0", "$0", "0~$"),
        ("1234.5", "$1,234.50", "1~234,50~$"),
    ],
)
def test_money_has_cents_only_where_there_are_some(amount: str, english: str, french: str) -> None:
    told = written.money(EN, Decimal(amount)), written.money(FR, Decimal(amount))

    assert told == (english, french.replace("~", NBSP))


def test_a_range_of_one_amount_is_that_amount() -> None:
    assert written.money_range(EN, Decimal(33), Decimal("39.90")) == "$33 to $39.90"
    assert written.money_range(FR, Decimal(33), Decimal("39.90")) == "33~$ à 39,90~$".replace("~", NBSP)
    assert written.money_range(EN, Decimal(33), Decimal("33.00")) == "$33"


@pytest.mark.parametrize(
    ("parts", "english", "french"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a and b", "a et b"), (["a", "b", "c"], "a, b and c", "a, b et c")],
)
def test_a_list_reads_as_a_sentence(parts: list[str], english: str, french: str) -> None:
    assert (written.listing(EN, parts), written.listing(FR, parts)) == (english, french)


def test_alternatives_are_joined_by_or() -> None:
    assert (written.alternatives(EN, ["a", "b"]), written.alternatives(FR, ["a", "b"])) == ("a or b", "a ou b")


@pytest.mark.parametrize(
    ("metres", "english", "french"),
    [
        (12, "50~m", "50~m"),
        (340, "350~m", "350~m"),
        (990, "1~km", "1~km"),
        (1230, "1.2~km", "1,2~km"),
        (9960, "10~km", "10~km"),
        (14321, "14~km", "14~km"),
    ],
)
def test_a_distance_is_as_exact_as_feet_are(metres: float, english: str, french: str) -> None:
    told = written.distance(EN, metres), written.distance(FR, metres)

    assert told == (english.replace("~", NBSP), french.replace("~", NBSP))


@pytest.mark.parametrize(
    ("iso", "english", "french"),
    [
        ("P4W", "4~weeks", "4~semaines"),
        ("P1D", "1~day", "1~jour"),
        ("PT48H", "48~hours", "48~heures"),
        ("-P12W", "12~weeks", "12~semaines"),
        ("P1Y6M", "1~year and 6~months", "1~an et 6~mois"),
    ],
)
def test_a_duration_is_told_in_words(iso: str, english: str, french: str) -> None:
    told = written.duration(EN, iso), written.duration(FR, iso)

    assert told == (english.replace("~", NBSP), french.replace("~", NBSP))


def test_a_delay_is_told_whole() -> None:
    assert written.within(EN, "P4W") == f"within 4{NBSP}weeks"
    assert written.within(FR, "P4W") == f"dans un délai de 4{NBSP}semaines"


@pytest.mark.parametrize("text", ["", "P", "PT", "4 weeks", "P1.5D", "--04-30"])
def test_what_is_no_duration_is_said(text: str) -> None:
    with pytest.raises(written.DurationError):
        written.duration(EN, text)


@pytest.mark.parametrize("code", ["ar", "uk", "zh"])
def test_languages_to_come_write_dates_and_times_their_own_way(code: str) -> None:
    words = Messages(Language(code))

    assert written.full_date(words, TODAY, TODAY) not in ("", written.full_date(EN, TODAY, TODAY))
    assert "30" in written.clock_time(words, time(16, 30))


def test_numbers_above_a_thousand_do_not_break() -> None:
    assert (written.number(EN, 12345), written.number(FR, 12345)) == ("12,345", f"12{NBSP}345")


AR, ZH, UK = (load_messages(Language(code), LOCALE) for code in ("ar", "zh", "uk"))


@pytest.mark.parametrize(
    ("told", "arabic", "chinese", "ukrainian"),
    [
        (
            lambda m: written.full_date(m, date(2026, 3, 19), TODAY),
            "الخميس 19 مارس",
            "3月19日星期四",
            "четвер, 19 березня",
        ),
        (lambda m: written.plain_date(m, date(2025, 3, 1), TODAY), "1 مارس 2025", "2025年3月1日", "1 березня 2025~р."),
        (lambda m: written.short_date(m, date(2026, 4, 9)), "الخميس 9 أبريل", "4月9日周四", "чт, 9 квітня"),
        (lambda m: written.month_and_year(m, TODAY), "مارس 2026", "2026年3月", "березень 2026"),
        (lambda m: written.clock_time(m, time(16, 30)), "4:30~م", "下午4:30", "16:30"),
        (lambda m: written.clock_time(m, time(9)), "9~ص", "上午9:00", "9:00"),
        (lambda m: written.money(m, Decimal(33)), "$33", "$33", "33~$"),
        (lambda m: written.money(m, Decimal("1039.9")), "$1,039.90", "$1,039.90", "1~039,90~$"),
        (lambda m: written.number(m, 1234), "1,234", "1,234", "1~234"),
    ],
)
def test_dates_and_amounts_are_written_as_each_language_writes_them(
    told: Callable[[Messages], str], arabic: str, chinese: str, ukrainian: str
) -> None:
    expected = [words.replace("~", NBSP) for words in (arabic, chinese, ukrainian)]

    assert [told(messages) for messages in (AR, ZH, UK)] == expected


def test_arabic_has_six_forms_of_a_number_of_weeks() -> None:
    told = [bare(written.duration(AR, f"P{count}W")).replace(NBSP, " ") for count in (1, 2, 3, 11, 100)]

    assert told == ["أسبوع واحد", "أسبوعان", "3 أسابيع", "11 أسبوعًا", "100 أسبوع"]


def test_facts_side_by_side_keep_their_own_order_in_arabic_and_leave_out_what_is_empty() -> None:
    facts = ("902-555-0101", "", "مفتوح الآن")

    assert written.beside(AR, facts) == "\u200f\u2068902-555-0101\u2069 · \u2068مفتوح الآن\u2069"
    assert written.beside(EN, facts) == "902-555-0101 · مفتوح الآن"
    assert written.beside(AR, ()) == ""
