"""A walk-in at the counter, by keys alone: found, added, asked, put in order, and forgotten with the next person."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt

from kiosk.catalogue.conditions import FactId
from kiosk.config import Config, Printer, PrinterKind, SoundThrough, Speech
from kiosk.counter.calls import Report, Shown

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SEARCH = {"en": "What does the person need?", "fr": "De quoi la personne a-t-elle besoin?"}


@pytest.fixture
def walk_in(show, tmp_path):
    """Open the page with a printer that leaves slips in a folder; `printer=False` for none."""

    def open_page(language="en", printer=True, **wishes):
        folder = tmp_path / "slips"
        folder.mkdir(exist_ok=True)
        settings = Printer(PrinterKind.FILE, folder=str(folder)) if printer else Printer()
        config = Config(printer=settings, speech=Speech(SoundThrough.NONE))
        screen = show(page="walkIn", language=language, config=config, **wishes)
        screen.view = screen.desk.view_of("walkIn")
        screen.slips = lambda: sorted(folder.iterdir())
        return screen

    return open_page


def lines(screen):
    return [row.label for row in screen.view.searching.rows.rows if row.target]


def steps(screen):
    return [step.title.to("en") for step in screen.session.plan.to_do()] if screen.session.visit.bundles else []


def focused(screen):
    found = screen.focused()
    return found.name if found else ""


def choose(screen, name):
    """Put the line called `name` into the plan, by its digit."""
    digit = Qt.Key(Qt.Key.Key_1 + lines(screen).index(name))
    screen.press(digit, ALT)


def start(screen, typed, name):
    screen.type(typed)
    choose(screen, name)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_search_has_the_focus_and_three_letters_find_services_and_life_events(walk_in, language):
    screen = walk_in(language)

    before = focused(screen)
    screen.type("emp")

    assert before == focused(screen) == SEARCH[language]
    kinds = {row.kind for row in screen.view.searching.rows.rows if row.target}
    assert kinds == {"bundle", "service"}


def test_enter_adds_the_first_line_and_the_focus_stays_in_the_search(walk_in):
    screen = walk_in()
    screen.type("food bank")

    screen.press(Qt.Key.Key_Return)

    assert screen.session.visit.bundles == ("service/food-bank",)
    assert focused(screen) == SEARCH["en"]
    assert screen.view.searching.rows.rows[0].added


def test_a_digit_is_typed_in_the_search_and_adds_a_line_with_alt_or_among_the_lines(walk_in):
    screen = walk_in()
    screen.type("211")
    typed = screen.view.searching.property("query")
    found = lines(screen)
    screen.press(Qt.Key.Key_Escape)
    screen.type("food")
    screen.press(Qt.Key.Key_2, ALT)
    with_alt = len(screen.session.visit.bundles)
    screen.press(Qt.Key.Key_Down)
    screen.type("3")
    screen.wait_until(lambda: len(screen.session.visit.bundles) == 2)

    assert typed == "211"
    assert found[0].startswith("211")
    assert screen.view.searching.property("query") == "food"
    assert with_alt == 1


def test_the_arrows_lead_through_the_lines_and_back_to_the_search(walk_in):
    screen = walk_in()
    screen.type("food")
    first, second = lines(screen)[:2]

    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        screen.press(key)
        seen.append(focused(screen))

    assert all(name.startswith(line) for name, line in zip(seen, (first, second, first), strict=False))
    assert seen[3] == SEARCH["en"]


def test_more_lines_than_nine_come_with_page_down(walk_in):
    screen = walk_in()
    screen.type("emp")
    first = lines(screen)

    screen.press(Qt.Key.Key_PageDown)

    assert len(first) == 9
    assert lines(screen)
    assert not set(first) & set(lines(screen))


def test_what_is_already_in_the_plan_is_not_added_again(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    visit = screen.session.visit

    choose(screen, "Losing a job")

    assert screen.session.visit is visit


def test_a_filter_leaves_out_what_does_not_suit_and_tells_what_nobody_knows(walk_in):
    screen = walk_in()
    screen.type("food")
    everything = lines(screen)

    screen.press(Qt.Key.Key_1, CONTROL)
    open_now = lines(screen)
    told = screen.view.searching.property("unknown")
    screen.press(Qt.Key.Key_U, ALT)

    assert len(open_now) < len(everything)
    assert "hours not known" in told
    assert any(told == name for name in screen.names("StaticText"))
    assert set(open_now) < set(lines(screen))
    assert screen.view.searching.property("unknown") == told


def test_a_step_is_moved_up_by_a_key_and_the_focus_goes_with_it(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    before = steps(screen)
    at = next(at for at, row in enumerate(screen.view.basket.steps.rows) if row.up)
    while not focused(screen).startswith("Step 1"):
        screen.press(Qt.Key.Key_Tab)

    for _ in range(at):
        screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Up, ALT)

    assert steps(screen)[at - 1 : at + 1] == [before[at], before[at - 1]]
    assert focused(screen).startswith(f"Step {at}: {before[at]}")


def test_a_step_that_needs_another_cannot_come_before_it_and_says_why(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    rows = screen.view.basket.steps.rows
    held = next(row for row in rows if row.held and row.number > 1)
    before = steps(screen)

    screen.view.basket.moveUp(held.step)

    assert "must come first" in held.held
    assert not held.up
    assert steps(screen) == before


def test_a_step_left_out_is_gone_from_plan_and_papers_and_the_focus_stays_among_the_steps(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    before = steps(screen)
    while not focused(screen).startswith("Step 1"):
        screen.press(Qt.Key.Key_Tab)

    screen.press(Qt.Key.Key_Delete)

    assert before[0] not in steps(screen)
    assert len(steps(screen)) == len(before) - 1
    assert focused(screen).startswith("Step 1")


def test_without_its_last_step_a_service_goes_and_the_plan_is_empty(walk_in):
    screen = walk_in()
    screen.type("food bank")
    screen.press(Qt.Key.Key_Return)

    screen.view.basket.leaveOut(screen.view.basket.steps.rows[0].step)

    assert screen.session.visit.bundles == ()
    assert screen.view.basket.property("empty")


@pytest.mark.parametrize(("language", "yes"), [("en", "y"), ("fr", "o")])
def test_questions_are_answered_by_one_key_each_and_each_is_asked_once(walk_in, language, yes):
    screen = walk_in(language)
    screen.type("emp")
    choose(screen, {"en": "Losing a job", "fr": "Perte d’emploi"}[language])

    screen.press(Qt.Key.Key_F6)
    asked = []
    while screen.view.asking.property("open") and len(asked) < 20:
        asked.append(screen.view.asking.property("question"))
        screen.type({"date": "2", "boolean": yes}.get(screen.view.asking.property("kind"), "1"))

    assert len(asked) == len(set(asked)) == 4
    assert screen.session.visit.answers[FactId("job_end_reason")] == "laid_off"
    assert focused(screen) == SEARCH[language]


def test_not_sure_is_an_answer_and_the_last_answer_can_be_taken_back(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F6)
    first = screen.view.asking.property("question")

    screen.type("u")
    second = screen.view.asking.property("question")
    skipped = screen.session.visit.skipped
    screen.press(Qt.Key.Key_Backspace)

    assert first != second
    assert skipped
    assert screen.view.asking.property("question") == first
    assert not screen.session.visit.skipped


def test_a_day_is_typed_and_what_is_no_day_is_told_and_changes_nothing(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F6)
    while not focused(screen).startswith("Another day"):
        screen.press(Qt.Key.Key_Tab)

    screen.type("31 2")
    screen.press(Qt.Key.Key_Return)
    wrong, answers = screen.view.asking.property("wrong"), dict(screen.session.visit.answers)
    for _ in "31 2":
        screen.press(Qt.Key.Key_Backspace)
    screen.type("6 3")
    screen.press(Qt.Key.Key_Return)

    assert wrong.startswith("That is no day.")
    assert not answers
    assert str(screen.session.visit.answers[FactId("event_date")]) == "2026-03-06"


def test_a_number_that_identifies_a_person_is_taken_out_of_the_search(walk_in):
    screen = walk_in()

    screen.type("046 454 286")

    assert screen.view.searching.property("query") == ""
    assert "Do not type this number here: nothing needs it." in screen.names("StaticText")


def test_the_slip_is_in_the_language_of_the_person_beside_that_of_the_office(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_L, ALT)
    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Return)
    words = screen.view.handing.property("printWords")
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: len(screen.slips()) == 1)

    assert screen.session.language == "fr"
    assert words == "Print in French and English"


def test_without_a_printer_the_main_key_shows_the_code_and_escape_puts_it_away(walk_in, tmp_path):
    screen = walk_in(printer=False)
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: screen.view.handing.property("codeOpen"))
    code = screen.view.handing.property("shortCode")
    shown = screen.names()
    screen.grab(tmp_path / "code.png")
    read = zxingcpp.read_barcode(Image.open(tmp_path / "code.png"))
    screen.press(Qt.Key.Key_Escape)

    assert code in shown
    assert code in read.text
    assert "Losing a job" not in shown
    assert not screen.view.handing.property("codeOpen")
    screen.wait_until(lambda: focused(screen) == SEARCH["en"])


def test_a_plan_that_changed_since_it_was_printed_says_so(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: screen.view.handing.property("news") == "The slip is printed.")

    screen.view.basket.leaveOut(screen.view.basket.steps.rows[-1].step)

    assert screen.view.handing.property("news").startswith("The plan has changed")


def test_the_call_to_211_says_what_was_found_and_never_a_sensitive_topic(walk_in):
    screen = walk_in()
    start(screen, "food bank", "Food bank near you")
    screen.press(Qt.Key.Key_C, ALT)
    open_topic = " ".join(screen.view.together.property("words"))
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_N, CONTROL)
    screen.type("unsafe at home")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_C, ALT)
    quiet_topic = " ".join(screen.view.together.property("words"))

    assert "Food bank near you" in open_topic
    assert screen.view.basket.property("sensitive")
    assert "found this already" not in quiet_topic
    assert "211" in screen.names()


def test_the_next_person_finds_nothing_of_the_one_before(walk_in):
    screen = walk_in()
    screen.view.speakTo(1)
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_1, CONTROL)
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: len(screen.slips()) == 1)

    screen.press(Qt.Key.Key_N, CONTROL)

    assert steps(screen) == []
    assert screen.view.searching.property("query") == ""
    assert not any(row.on for row in screen.view.searching.filters.rows)
    assert screen.view.property("language") == 0
    assert screen.view.property("clock") == "0:00"
    assert screen.view.handing.property("news") == ""
    assert screen.application.pictures.page_count == 0
    assert focused(screen) == SEARCH["en"]


def test_the_clock_goes_from_the_first_letter(walk_in):
    seconds = [100.0]
    screen = walk_in(steady=lambda: seconds[0])
    seconds[0] += 60
    before = screen.view.property("clock")

    screen.type("f")
    seconds[0] += 42

    assert before == "0:00"
    assert screen.view.property("clock") == "0:42"


def test_what_was_given_to_three_people_today_is_one_key_away(walk_in):
    screen = walk_in()
    for _ in range(3):
        start(screen, "losing a job", "Losing a job")
        start_over = [row.label for row in screen.view.often.rows]
        screen.press(Qt.Key.Key_N, CONTROL)

    screen.tap("Button", screen.view.often.rows[0].label)

    assert start_over == []
    assert screen.session.visit.bundles == ("losing-a-job",)


def test_what_was_typed_is_there_again_in_the_other_language_and_after_another_page(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.tap("RadioButton", "Français")
    in_french = lines(screen)
    screen.press(Qt.Key.Key_F3)
    screen.press(Qt.Key.Key_F2)

    assert "Perte d’emploi" in in_french
    assert screen.view.searching.property("query") == "losing a job"
    assert screen.session.visit.bundles == ("losing-a-job",)
    assert "losing a job" in [node.content for node in screen.nodes()]


def test_nothing_typed_or_answered_is_left_on_the_disk(walk_in, state_folder, tmp_path):
    screen = walk_in()
    screen.type("zoroastre")
    screen.press(Qt.Key.Key_Escape)
    start(screen, "losing a job", "Losing a job")
    screen.press(Qt.Key.Key_F6)
    while not focused(screen).startswith("Another day"):
        screen.press(Qt.Key.Key_Tab)
    screen.type("19 7 2025")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: len(screen.slips()) == 1)
    screen.press(Qt.Key.Key_N, CONTROL)

    files = [path for path in state_folder.rglob("*") if path.is_file()]
    left = [path for path in files if any(word in path.read_bytes() for word in (b"zoroastre", b"2025-07-19"))]

    assert files
    assert left == []


def test_every_control_can_be_reached_by_tab_and_has_a_name(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    seen = []
    for _ in range(60):
        screen.press(Qt.Key.Key_Tab)
        node = screen.focused()
        assert node is not None
        assert node.name
        if node.name in seen:
            break
        seen.append(node.name)

    for wanted in ("Report an error", "Unmet need", "Ask", "Print in English", "Code to phone", "Call 211 together"):
        assert wanted in seen


def test_a_case_of_the_plan_is_one_key_away_and_asks_for_consent(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_O, ALT)
    screen.wait_until(lambda: screen.page == "case")

    assert any("consent" in name.lower() for name in screen.names())


@pytest.mark.parametrize(("key", "held", "page"), [("F10", None, "need"), ("F11", None, "flag"), ("S", ALT, "seams")])
def test_what_stands_beside_a_walk_in_is_one_key_away(walk_in, key, held, page):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(getattr(Qt.Key, f"Key_{key}"), *([held] if held else []))

    assert screen.page == page
    screen.press(Qt.Key.Key_F2)
    assert screen.session.visit.bundles == ("losing-a-job",)


def test_the_plan_is_shown_on_a_kiosk_that_nobody_uses(walk_in):
    screen = walk_in()
    fleet = screen.application.fleet
    start(screen, "losing a job", "Losing a job")
    fleet.hear(Report(kiosk=2, numbered=True), attended=True)
    screen.wait_until(lambda: screen.view.onKiosk.property("free") == 2)

    screen.press(Qt.Key.Key_K, ALT)
    screen.wait_until(lambda: screen.view.onKiosk.property("news") == "Kiosk 2 is being asked.")
    wanted = fleet.hear(Report(kiosk=2, numbered=True), attended=True).show
    fleet.hear(Report(kiosk=2, numbered=True, plan=wanted.id, shown=Shown.SHOWN), attended=True)
    screen.wait_until(lambda: screen.view.onKiosk.property("news") == "Kiosk 2 shows the plan.")

    assert wanted.token
    assert wanted.language == "en"
    assert "Kiosk 2 shows the plan." in screen.names("StaticText")


def test_where_nothing_can_be_heard_reading_aloud_says_so(walk_in):
    screen = walk_in()
    start(screen, "losing a job", "Losing a job")

    screen.press(Qt.Key.Key_R, ALT)

    assert "Nothing can be heard on this machine." in screen.names("StaticText")
