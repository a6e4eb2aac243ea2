"""The hand that touches the window during a tour, and keeps pictures on the way."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.session import Session
from kiosk.bridge.sight import Thing, in_sight, things
from kiosk.bridge.viewmodels.plan_words import papers_line
from kiosk.catalogue.conditions import FactId
from kiosk.catalogue.model import BundleId, ChannelType, Fact, FactType
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.languages.foreign import bare
from kiosk.languages.formats import full_date
from kiosk.visit.answers import YES
from kiosk.visit.visit import Page

_CONTROLS = frozenset({"Button", "CheckBox", "RadioButton", "EditableText"})
_PATIENCE_MS = 20_000
_GLANCE_MS = 5
_STILL_MS = 40
"""Longer than two pictures of an animation are apart."""
_DRAWINGS = 3
"""How often the window draws before it is at rest: a layout may ask for another."""
_MOST_QUESTIONS = 40


class TourError(KioskError):
    """The window did not show what the tour wanted to touch."""

    code = "tour"


class Album:
    """Where the pictures of one journey go: `death-portrait-04-plan.png`."""

    def __init__(self, folder: Path, journey: str, kept: Callable[[Path], None]) -> None:
        """`kept` is told of every file."""
        self._folder = folder
        self._journey = journey
        self._kept = kept
        self._pictures = 0

    def keep(self, picture: QImage, name: str) -> None:
        """Write the next picture, which shows `name`. Raises `TourError`."""
        self._pictures += 1
        path = self._folder / f"{self._journey}-{self._pictures:02}-{name}.png"
        if not picture.save(str(path)):
            raise TourError(f"the picture {path} cannot be written")
        self._kept(path)


class Guide:
    """Walks through one window. Whatever it touches it names as assistive technology does, in the language shown."""

    def __init__(self, window: QQuickWindow, session: Session, album: Album) -> None:
        self._window = window
        self._session = session
        self._album = album

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._session.visit.page

    @property
    def words(self) -> Messages:
        """The words of the language shown."""
        return self._session.messages

    def settle(self) -> None:
        """Let the window work off what is due, layouts included."""
        for _ in range(_DRAWINGS):
            self._window.grabWindow()
            QTest.qWait(_GLANCE_MS)

    def picture(self, name: str) -> None:
        """Keep a picture of the window once nothing moves in it any more."""
        self.settle()
        seen = self._window.grabWindow()
        for _ in range(_PATIENCE_MS // _STILL_MS):
            QTest.qWait(_STILL_MS)
            before, seen = seen, self._window.grabWindow()
            if seen == before:
                break
        self._album.keep(seen, name)

    def touch(self, source: str) -> None:
        """Touch the control that the window's words call `source` in English."""
        self.touch_named(self.words.gettext(source))

    def touch_named(self, name: str) -> None:
        """Touch the control whose name is `name`, or begins with it; turn the page until it is in sight.

        Raises `TourError` when there is none, or when it cannot be touched.
        """
        self.settle()
        for turn in ("More", "Up"):
            while not in_sight(self._window, thing := self._find(name)) and self._turn(turn):
                self.settle()
        if not thing.enabled or not in_sight(self._window, thing):
            raise TourError(f"{name!r} on the page {self.page.value!r} cannot be touched")
        self._click(thing)
        self.settle()

    def turn_page(self) -> bool:
        """Touch "More"; false when the page is whole in sight."""
        self.settle()
        turned = self._turn("More")
        self.settle()
        return turned

    def shows(self, source: str) -> bool:
        """Tell whether anything in the window, a picture say, is called `source` in English."""
        name = self.words.gettext(source)
        return any(thing.name == name for thing in things(self._window))

    def offers(self, source: str) -> bool:
        """Tell whether there is a control that can be touched, called `source` in English."""
        return any(thing.enabled for thing in self._named(self.words.gettext(source)))

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Let the window live until `condition` holds. Raises `TourError` after twenty seconds."""
        for _ in range(_PATIENCE_MS // _GLANCE_MS):
            if condition():
                return
            QTest.qWait(_GLANCE_MS)
        raise TourError(f"waited in vain for {what} on the page {self.page.value!r}")

    def arrive(self, page: Page) -> None:
        """Wait until `page` is shown."""
        self.wait(lambda: self.page is page, f"the page {page.value!r}")

    def begin(self, language_name: str, settings: Mapping[str, str]) -> None:
        """Choose the language on the first screen, then settings of the access panel by their names: Letters, A++."""
        self.picture("languages")
        self.touch_named(language_name)
        self.arrive(Page.HOME)
        if settings:
            self.touch("Letters")
            self.arrive(Page.HELP)
            for setting, choice in settings.items():
                words = self.words.gettext("%1: %2").replace("%1", self.words.gettext(setting))
                self.touch_named(words.replace("%2", self.words.gettext(choice)))
            self.picture("access")
            self.touch("Close")
            self.arrive(Page.HOME)

    def open_door(self, door_id: str) -> None:
        """Touch one of the doors of the home screen or of the urgent page."""
        doors = {door.id: door.label for door in self._session.catalogue.doors}
        self.touch_named(doors[door_id].to(self._session.language))

    def touch_bundle(self, bundle: str) -> None:
        """Touch the row of a bundle by its name."""
        self.touch_named(self._session.catalogue.bundles[BundleId(bundle)].name.to(self._session.language))

    def open_step_with_a_place(self) -> None:
        """Touch, on the plan, the first step that one can go somewhere for. Raises `TourError` when there is none."""
        for step in self._session.plan.to_do():
            if step.location and any(channel.type is ChannelType.IN_PERSON for channel in step.channels):
                self.touch_named(self.words.gettext("Step %1").replace("%1", f"{step.number}."))
                self.arrive(Page.STEP)
                return
        raise TourError("the plan has no step with a place")

    def open_papers(self) -> None:
        """Touch, on the plan, the line about the papers to bring."""
        self.touch_named(papers_line(self.words, self._session.plan))
        self.arrive(Page.PAPERS)

    def type(self, text: str) -> None:
        """Touch the keys of the keyboard on the screen."""
        for character in text:
            self.touch("Space") if character == " " else self.touch_named(character)

    def answer(self, known: Mapping[str, str], pictures: int = 2) -> None:
        """Answer the questions with the `known` values, and "I’m not sure" to every other, until none is asked.

        The first `pictures` questions are kept as `question-FACT`.
        """
        for asked in range(_MOST_QUESTIONS):
            if self.page is not Page.QUESTION:
                return
            fact = self._session.catalogue.facts[FactId(self._session.visit.here.subject)]
            if asked < pictures:
                self._picture_question(fact.id.replace("_", "-"))
            if fact.id in known:
                self._answer(fact, known[fact.id])
            else:
                self.touch("I’m not sure")
        raise TourError("the questions do not end")

    def _picture_question(self, name: str) -> None:
        """Large letters leave the answers on a second page."""
        self.picture(f"question-{name}")
        if self.turn_page():
            self.picture(f"question-{name}-answers")

    def _answer(self, fact: Fact, value: str) -> None:
        match fact.type:
            case FactType.BOOLEAN:
                self.touch("Yes" if value == YES else "No")
            case FactType.DATE:
                self._choose_day(date.fromisoformat(value))
            case FactType.NUMBER:
                for digit in value:
                    self.touch_named(digit)
                self.touch("Next")
            case FactType.SEVERAL:
                for one in value.split(","):
                    self.touch_named(self._label(fact, one))
                self.touch("Next")
            case _:
                self.touch_named(self._label(fact, value))

    def _choose_day(self, day: date) -> None:
        today = self._session.now().date()
        months = (day.year - today.year) * 12 + day.month - today.month
        for _ in range(abs(months)):
            self.touch("Earlier" if months < 0 else "Later")
        self.touch_named(full_date(self.words, day, today))

    def _label(self, fact: Fact, value: str) -> str:
        return {choice.value: choice.label for choice in fact.choices}[value].to(self._session.language)

    def _find(self, name: str) -> Thing:
        found = next(self._named(name), None)
        if found is None:
            raise TourError(f"there is no {name!r} on the page {self.page.value!r}")
        return found

    def _named(self, name: str) -> Iterator[Thing]:
        controls = [thing for thing in things(self._window) if thing.role in _CONTROLS]
        # Invisible marks of direction differ between a name and the words it begins with.
        wanted = bare(name)
        named = [(bare(thing.name), thing) for thing in controls]
        yield from (thing for told, thing in named if told == wanted)
        yield from (thing for told, thing in named if told != wanted and told.startswith(wanted))

    def _turn(self, source: str) -> bool:
        turner = next((thing for thing in self._named(self.words.gettext(source)) if thing.enabled), None)
        if turner is not None:
            self._click(turner)
        return turner is not None

    def _click(self, thing: Thing) -> None:
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, thing.rect.center())
