"""A slip comes back to the counter: scanned, typed, altered, run out, or of a kiosk that nobody knows."""

import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.hours import UNKNOWN_HOURS
from kiosk.catalogue.model import BundleId
from kiosk.catalogue.reading import load
from kiosk.config import Config, Printer, PrinterKind
from kiosk.config.values import Paper, Referral
from kiosk.counter.calling.calls import Ping, Report
from kiosk.counter.reopening.editions import note_edition
from kiosk.counter.tables import MIGRATIONS
from kiosk.planning import make_plan
from kiosk.referral import keys
from kiosk.referral.composing import Choices
from kiosk.referral.issuing import Issuer
from kiosk.referral.known import KEY_LIST
from kiosk.referral.token import Item, sign
from kiosk.state import open_state
from kiosk.visit.visit import about, speaking
from tests.screens.counter.conftest import MARC, NOW

TODAY = NOW.date()
JOB = BundleId("losing-a-job")


class Elsewhere:
    """A kiosk on another machine, with a key of its own."""

    def __init__(self, folder: Path, catalogue, number=7):
        self.issuer = Issuer(lambda: folder, kiosk_number=number)
        self.catalogue = catalogue
        self.folder = folder
        self.number = number

    def slip(self, bundle=JOB, issued=TODAY, keep=True, language="en"):
        plan = make_plan(self.catalogue, (bundle,), {FactId("event_date"): date(2026, 3, 2)}, now=NOW)
        signed = self.issuer.sign(self.catalogue, plan, Choices(languages=(language,)), issued, b"a slip!!")
        return self.issuer.register(signed, issued) if keep else signed

    def key_list(self, name="Truro Community Centre"):
        own = keys.own_key(self.folder, self.number)
        return keys.key_list(keys.KnownKiosk(own.key_id, own.public, name))


@pytest.fixture
def catalogue(catalogue_file):
    return load(catalogue_file)


@pytest.fixture
def elsewhere(tmp_path, catalogue):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return Elsewhere(folder, catalogue)


@pytest.fixture
def here(state_folder, catalogue):
    """A kiosk on this very machine."""
    return Elsewhere(state_folder, catalogue)


def printing_to(folder, **more):
    return Config(
        printer=Printer(kind=PrinterKind.FILE, folder=str(folder), paper=Paper.LETTER),
        referral=Referral(kiosk_number=7),
        **more,
    )


def scan_page(screen):
    return screen.desk.view_of("scan")


def is_enabled(screen, name):
    return screen.find("Button", name).item.property("enabled")


def printed_words(folder, code):
    pdf = folder / f"{code}.pdf"
    return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def printed(tmp_path):
    folder = tmp_path / "printed"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("language", "genuine", "first"), [("en", "Genuine", "Do first"), ("fr", "Authentique", "À")])
def test_a_code_typed_here_opens_the_plan_as_it_stood(show, here, printed, language, genuine, first):
    slip = here.slip(language=language)
    screen = show(page="scan", language=language, config=printing_to(printed))

    screen.type(slip.code[2:].lower().replace("-", ""))

    opened = scan_page(screen).slip
    assert [row.number for row in opened.rows.rows] == [str(item.order) for item in slip.referral.items]
    assert genuine in screen.names()
    assert first in opened.rows.rows[0].spoken
    assert scan_page(screen).handing.property("possible")
    assert screen.focused().role in ("List", "ListItem")
    assert screen.session.visit.bundles == ()


def test_the_arrows_show_each_step_as_it_is_today(show, here, printed):
    slip = here.slip()
    screen = show(page="scan", config=printing_to(printed))
    screen.type(slip.code)

    screen.press(Qt.Key.Key_Down)

    rows = scan_page(screen).slip.rows.rows
    assert rows[1].title in screen.names("Heading") or rows[1].title in screen.names()
    assert any(name.startswith("Phone: ") or name.startswith("Go to: ") for name in screen.names())


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda code: code[:2] + code[3] + code[2] + code[4:], "Look again at characters 1 and 2"),
        (lambda code: code[:-1] + ("3" if code[-1] != "3" else "4"), "Look again at character 7"),
        (lambda code: "2222-223", "One character is wrong, or two are swapped."),
        (lambda code: "ABC0-123", "No code has 0 and 1 in it."),
        (lambda code: "R-7K3F", "A code has seven characters after the R"),
    ],
    ids=["swapped", "wrong", "far from any", "letters of no code", "short"],
)
def test_a_code_typed_wrong_is_told_with_its_place(show, here, spoilt, said):
    slip = here.slip()
    screen = show(page="scan")

    screen.type(spoilt(slip.code))
    screen.press(Qt.Key.Key_Return)

    assert any(name.startswith(said) for name in screen.names()), screen.names()
    assert not scan_page(screen).slip.there


def test_a_code_of_elsewhere_asks_for_the_square_code(show, elsewhere):
    slip = elsewhere.slip()
    screen = show(page="scan")

    screen.type(slip.code)

    assert any("it was not made on this machine" in name for name in screen.names())


def test_a_slip_of_a_kiosk_of_the_key_list_is_genuine_and_named(show, elsewhere, state_folder):
    slip = elsewhere.slip()
    (state_folder / KEY_LIST).write_bytes(elsewhere.key_list())
    screen = show(page="scan")

    scan_page(screen).hear(slip.token)
    screen.draw()

    assert "Genuine" in screen.names()
    assert any("Truro Community Centre (kiosk 7)" in name for name in screen.names())
    assert is_enabled(screen, "Open as a case")


def test_without_a_key_list_it_is_shown_and_not_checked(show, elsewhere):
    slip = elsewhere.slip()
    screen = show(page="scan")

    scan_page(screen).hear(slip.token)
    screen.draw()

    assert "Not checked" in screen.names()
    assert len(scan_page(screen).slip.rows.rows) == len(slip.referral.items)
    assert any(name.startswith("The kiosk that made this slip is not known here") for name in screen.names())


def test_a_damaged_key_list_is_told_and_the_slip_is_shown(show, elsewhere, state_folder):
    (state_folder / KEY_LIST).write_bytes(b"torn")
    screen = show(page="scan")

    scan_page(screen).hear(elsewhere.slip().token)
    screen.draw()

    assert any(name.startswith("The list of known kiosks on this machine is damaged") for name in screen.names())
    assert "Not checked" in screen.names()


def test_a_damaged_key_list_leaves_the_slips_of_this_machine_checked(show, here, state_folder):
    slip = here.slip()
    (state_folder / KEY_LIST).write_bytes(b"torn")
    screen = show(page="scan", config=Config(referral=Referral(kiosk_number=7)))

    screen.type(slip.code)

    assert "Genuine" in screen.names()


def test_an_altered_slip_is_shown_and_cannot_be_printed_or_made_a_case(show, elsewhere, state_folder, printed):
    token = elsewhere.slip().token
    (state_folder / KEY_LIST).write_bytes(elsewhere.key_list())
    screen = show(page="scan", config=printing_to(printed))

    scan_page(screen).hear(token[:-3] + ("B" if token[-3] == "A" else "A") + token[-2:])
    screen.draw()

    assert "Altered" in screen.names()
    assert any("once this machine has been brought up to date (F7)" in name for name in screen.names())
    assert not is_enabled(screen, "Print it again")
    assert not is_enabled(screen, "Open as a case")
    screen.press(Qt.Key.Key_F9)
    assert list(printed.iterdir()) == []


def test_a_slip_that_has_run_out_is_a_warning_and_is_printed_anew(show, here, printed):
    slip = here.slip(issued=TODAY - timedelta(days=100))
    screen = show(page="scan", config=printing_to(printed))

    screen.type(slip.code)
    assert any(name.startswith("Expired since") for name in screen.names())
    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: any(printed.glob("*.pdf")))

    (paper,) = printed.glob("*.pdf")
    assert paper.stem != slip.code


def test_printed_again_it_has_its_code_and_its_steps(show, here, printed):
    slip = here.slip()
    screen = show(page="scan", config=printing_to(printed))
    screen.type(slip.code)

    screen.press(Qt.Key.Key_F9)
    screen.wait_until(lambda: (printed / f"{slip.code}.pdf").exists())

    words = printed_words(printed, slip.code)
    titles = [row.title for row in scan_page(screen).slip.rows.rows]
    assert slip.code in words
    assert all(title.split(" (")[0][:24] in " ".join(words.split()) for title in titles)


def test_what_has_changed_since_it_was_printed_is_marked(show, here, state_folder, catalogue, catalogue_file):
    plan = make_plan(catalogue, (JOB,), {}, now=NOW)
    step = next(step for step in plan.to_do() if step.service and catalogue.services[step.service].locations)
    service = catalogue.services[step.service]
    place = catalogue.locations[service.locations[0]]
    other = replace(place, schedule=UNKNOWN_HOURS)
    before = replace(catalogue, version=0, locations={**catalogue.locations, place.id: other})
    with closing(open_state(state_folder / "state.db", MIGRATIONS)) as state:
        note_edition(state, before, TODAY)
    here.catalogue = before
    screen = show(page="scan")

    screen.type(here.slip().code)

    rows = {row.service: row for row in scan_page(screen).slip.rows.rows}
    assert rows[service.id].changed == "Changed since it was printed: hours"
    assert any(row.changed == "" for row in rows.values())


def test_an_edition_that_was_never_here_cannot_be_compared(show, here, catalogue):
    here.catalogue = replace(catalogue, version=77)
    screen = show(page="scan")

    screen.type(here.slip().code)

    assert any(name.startswith("This machine never had catalogue 77") for name in screen.names())
    assert all(row.lastChecked for row in scan_page(screen).slip.rows.rows)


def test_a_step_that_is_not_known_here_is_named(show, here, state_folder):
    referral = here.slip().referral
    strange = replace(referral, id=b"another!", items=(*referral.items[:2], Item(60_000, 0, 3)))
    token = sign(strange, keys.own_key(state_folder, 7))
    screen = show(page="scan", config=Config(referral=Referral(kiosk_number=7)))

    scan_page(screen).hear(token)
    screen.draw()

    assert [row.title for row in scan_page(screen).slip.rows.rows][2] == (
        "A step this machine does not know (no. 60000)"
    )
    assert any(name.startswith("1 step cannot be printed here") for name in screen.names())


def test_the_questions_are_asked_in_walk_in(show, here):
    screen = show(page="scan")
    screen.type(here.slip().code)

    screen.press(Qt.Key.Key_F6)

    assert screen.page == "walkIn"
    assert screen.session.visit.bundles[0] == JOB
    assert screen.session.plan.next_question is not None


def test_more_is_added_in_walk_in_and_nothing_is_asked(show, here):
    slip = here.slip()
    screen = show(page="scan")
    screen.type(slip.code)

    screen.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    assert screen.page == "walkIn"
    assert len(screen.session.plan.to_do()) == len(slip.referral.items)
    assert screen.session.plan.next_question is None


@pytest.mark.parametrize(("key", "kept"), [(Qt.Key.Key_Escape, True), (Qt.Key.Key_F9, False)])
def test_a_plan_in_walk_in_is_given_up_only_on_a_yes(show, here, key, kept):
    screen = show(page="scan")
    screen.session.do(lambda visit: about(speaking(visit, "en"), BundleId("having-a-baby")))
    screen.type(here.slip().code)

    screen.press(Qt.Key.Key_F6)
    assert "There is a plan in Walk-in already" in screen.names()
    screen.press(key)

    assert (screen.session.visit.bundles == ("having-a-baby",)) is kept
    assert screen.page == ("scan" if kept else "walkIn")


def test_a_case_is_opened_with_the_slip(show, here):
    screen = show(page="scan")
    screen.type(here.slip().code)

    screen.press(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)

    assert screen.page == "case"


def test_the_next_slip_leaves_nothing_of_the_one_before(show, here):
    slip = here.slip()
    screen = show(page="scan")
    screen.type(slip.code)

    screen.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert slip.code not in " ".join(screen.names())
    assert screen.focused().role == "EditableText"


def test_somebody_else_at_the_desk_finds_no_slip(show, here, staff):
    screen = show(page="scan")
    screen.type(here.slip().code)

    screen.desk.lock()
    screen.desk.admit(staff[MARC])
    screen.go("scan")

    assert not scan_page(screen).slip.there


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_word_is_whole(show, here, state_folder, size, language):
    here.catalogue = replace(here.catalogue, version=77)
    screen = show(page="scan", language=language, size=size)
    screen.type(here.slip(issued=TODAY - timedelta(days=100)).code)

    for item in screen.items():
        if item.property("truncated") and item.isVisible():
            raise AssertionError(item.property("text"))


def test_a_free_kiosk_is_asked_to_show_the_slip_with_its_own_token(show, here, kiosk, printed):
    slip = here.slip(language="fr")
    screen = show(page="scan", config=printing_to(printed))
    screen.type(slip.code)
    kiosk(screen, Ping(Report(2, numbered=True)))
    screen.find("Button", "Show on kiosk 2")

    screen.press(Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    screen.wait_until(lambda: "Kiosk 2 is being asked." in screen.names())
    wanted = kiosk(screen, Ping(Report(2, numbered=True))).show

    assert (wanted.token, wanted.language) == (slip.token, "fr")


def test_what_became_of_a_step_stands_beside_it(show, here, state_folder):
    slip = here.slip()
    screen = show(page="scan", config=Config(referral=Referral(kiosk_number=7)))
    screen.type(slip.code)
    screen.press(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_1)
    screen.press(Qt.Key.Key_F9)
    assert screen.page == "scan"

    assert [row.outcome for row in scan_page(screen).slip.rows.rows][:2] == ["Got it", ""]
