"""The tour of the counter: every page with something on it, in one language, walked through by keys."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kiosk.app.counter import CounterApplication
from kiosk.app.counter_samples import PIN, SAMIRA, kiosks, make_day, make_staff
from kiosk.bridge.counter.places import CounterPage
from kiosk.bridge.touring.clerk import Clerk
from kiosk.bridge.touring.guide import Album, TourError
from kiosk.bridge.trying import MOMENT, SIZES
from kiosk.config import Config, PrinterKind
from kiosk.counter.calling.calls import Call, Ping, new_call_id
from kiosk.counter.staff import this_machine

_SEARCHED = {"en": "losing a job", "fr": "perte"}
_NEEDED = {"en": "dentist", "fr": "dentiste"}


def walk_counter(config: Config, folder: Path, language: str, kept: Callable[[Path], None]) -> None:
    """Walk through the counter in `language`, and keep pictures of it in `folder`; `kept` is told of each.

    A Qt application must exist. Nothing of the machine's own state is read or written. Raises `TourError`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TourError(f"the folder {folder} cannot be made: {error.strerror}") from error
    album = Album(folder, f"counter-{language}", kept)
    with tempfile.TemporaryDirectory(prefix="guichet-counter-") as made, _state_in(Path(made)):
        wanted = replace(
            config,
            printer=replace(config.printer, kind=PrinterKind.FILE, folder=made),
            referral=replace(config.referral, kiosk_number=9),
            counter=replace(config.counter, listen="", scanner="", lock_after_s=3600),
        )
        _begin(wanted, language, album)
        _work(wanted, Path(made), language, album)


def _begin(config: Config, language: str, album: Album) -> None:
    """The first start of all."""
    with _opened(config, language) as counter:
        Clerk(counter.counter.window, album).picture("first-start")


def _work(config: Config, folder: Path, language: str, album: Album) -> None:
    """A morning at the counter."""
    moment = _moment(config)
    samira = make_staff(folder, this_machine(folder), language, moment)
    with _opened(config, language) as counter:
        make_day(folder, counter.session.catalogue, samira, moment)
        clerk = Clerk(counter.counter.window, album)
        clerk.picture("sign-in")
        counter.sign_in.choose(SAMIRA)
        clerk.type(PIN[:4])
        clerk.picture("pin")
        clerk.type(PIN[4:])
        clerk.press("Return")
        clerk.wait(lambda: counter.desk.signed_in is not None, "the sign-in")
        for report in kiosks(moment):
            counter.calls.board.hear(Ping(report))
        code = _serve_a_walk_in(counter, clerk, language)
        _answer_a_kiosk(counter, clerk)
        _look_at_a_slip(counter, clerk, code)
        _look_at_cases(counter, clerk)
        _write_a_need(clerk, language)
        for key, name in (
            ("F7", "kiosks"),
            ("F8", "today"),
            ("Ctrl+H", "here"),
            ("Ctrl+E", "flags"),
            ("Ctrl+P", "people"),
        ):
            clerk.press(key)
            clerk.picture(name)
        counter.calls.board.hear(Call(new_call_id(), kiosk=2, language="fr"))
        clerk.press("F12")
        clerk.picture("locked")


def _serve_a_walk_in(counter: CounterApplication, clerk: Clerk, language: str) -> str:
    """Somebody who lost their job; the code of their slip."""
    clerk.press("F2")
    clerk.picture("walk-in")
    clerk.type(_SEARCHED[language])
    clerk.picture("walk-in-search")
    clerk.press("Return")
    clerk.picture("walk-in-plan")
    clerk.press("F6")
    clerk.picture("walk-in-questions")
    clerk.press("Escape", "Alt+S")
    clerk.picture("seams")
    clerk.press("Escape", "F9")
    clerk.wait(lambda: bool(list(counter.folder.glob("*.pdf"))), "the slip")
    clerk.picture("walk-in-printed")
    return next(counter.folder.glob("*.pdf")).stem


def _answer_a_kiosk(counter: CounterApplication, clerk: Clerk) -> None:
    counter.calls.board.hear(Call(new_call_id(), kiosk=2, language="fr", letters=1))
    clerk.wait(lambda: counter.calls.property("stage") == "waiting", "the call")
    clerk.picture("call")
    clerk.press("F1")
    clerk.picture("call-answer")
    clerk.press("2")


def _look_at_a_slip(counter: CounterApplication, clerk: Clerk, code: str) -> None:
    clerk.press("F3")
    clerk.picture("scan")
    clerk.type(code.removeprefix("R-").replace("-", ""))
    clerk.picture("scan-slip")


def _look_at_cases(counter: CounterApplication, clerk: Clerk) -> None:
    clerk.press("F4")
    clerk.picture("cases")
    clerk.press("Return")
    clerk.wait(lambda: counter.desk.property("page") == CounterPage.CASE, "the case")
    clerk.picture("case")
    clerk.press("F11")
    clerk.picture("flag")
    clerk.press("Escape")


def _write_a_need(clerk: Clerk, language: str) -> None:
    clerk.press("F5")
    clerk.picture("need")
    clerk.type(_NEEDED[language])
    clerk.picture("need-search")


@contextmanager
def _opened(config: Config, language: str) -> Iterator[CounterApplication]:
    counter = CounterApplication(config, SIZES["landscape"], lambda: _moment(config))
    try:
        counter.desk.speak(language)
        counter.show()
        yield counter
    finally:
        counter.close()


@contextmanager
def _state_in(folder: Path) -> Iterator[None]:
    """The state folder is `folder` for as long."""
    before = os.environ.get("GUICHET_STATE")
    os.environ["GUICHET_STATE"] = str(folder)
    try:
        yield
    finally:
        del os.environ["GUICHET_STATE"]
        if before is not None:
            os.environ["GUICHET_STATE"] = before


def _moment(config: Config) -> datetime:
    return MOMENT.replace(tzinfo=config.site.zone)
