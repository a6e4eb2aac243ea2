"""Everything the window says, as one list: the title of the page, what explains it, the choices, then the bar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.sight import CONTROLS, Thing, things

TITLES = frozenset({"Heading", "AlertMessage"})
FIELD = "EditableText"
BETWEEN = " · "
"""What stands between the languages of a name that is in more than one."""

_DIGIT = "1"
_WHOLE = frozenset({"ListItem", "Graphic"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing to hear, and where the ring goes meanwhile.

    `languages` are those of the parts of `words` between `BETWEEN`; none for the language shown. `number` counts the
    choices of the page from 1 and is 0 for anything else. `hint` is what an empty field shows. `on_page` is false for
    header and bar. `live` words are said when they change; `private` ones came from the person. `with_title` are said
    with the title. `zero` is what the key 0 stands for: "I'm not sure", or what most people do next. `landing` is the
    one of a long list, in order, that lies nearest to what most people choose, as today among the days.
    """

    item: QQuickItem
    role: str
    words: str
    languages: tuple[str, ...] = ()
    content: str = ""
    hint: str = ""
    enabled: bool = True
    checkable: bool = False
    checked: bool = False
    on_page: bool = True
    aside: bool = False
    live: bool = False
    private: bool = False
    with_title: bool = False
    zero: bool = False
    landing: bool = False
    number: int = 0

    @property
    def is_control(self) -> bool:
        """Tell whether it can be activated or typed into."""
        return self.role in CONTROLS

    @property
    def state(self) -> tuple[object, ...]:
        """What is worth saying again when it changes."""
        return self.words, self.content, self.enabled, self.checked


@dataclass(frozen=True, slots=True)
class Reading:
    """The list as it stands. `choices` is how many passages have a number; `digits` type where the page takes them."""

    passages: tuple[Passage, ...] = ()
    choices: int = 0
    digits: bool = False

    @property
    def title(self) -> Passage | None:
        """What the page is called; the first passage of any page that has a title."""
        return next((p for p in self.passages if p.on_page and p.role in TITLES), None)

    @property
    def first_choice(self) -> Passage | None:
        """What to choose or fill in first; the number so far where digits type it."""
        if self.digits:
            return next((p for p in self.passages if p.on_page and p.live), None)
        landing = next((p for p in self.passages if p.on_page and p.landing), None)
        return landing or next((p for p in self.passages if p.number or (p.on_page and p.role == FIELD)), None)

    @property
    def zero(self) -> Passage | None:
        """What the key 0 stands for; nothing where it types."""
        return None if self.digits else next((p for p in self.passages if p.zero), None)

    def at(self, item: QQuickItem | None) -> Passage | None:
        """The passage of `item`."""
        return next((passage for passage in self.passages if passage.item is item), None)

    def called(self, digit: int) -> Passage | None:
        """What the key `digit` stands for: the key on the screen with that digit, else the choice of that number."""
        if self.digits:
            return next((p for p in self.passages if p.is_control and p.words == str(digit)), None)
        return next((p for p in self.passages if p.number == digit), None) if digit else self.zero


def read(window: QQuickWindow) -> Reading:
    """The list of `window` as it stands now; what is scrolled out of sight is in it too."""
    page = window.findChild(QQuickItem, "pages")
    seen = [thing for thing in things(window) if thing.name.strip()]
    on_page = {thing.item for thing in seen if page is not None and page.isAncestorOf(thing.item)}
    # Where a question stands over everything, there is no page, and the question is all there is.
    whole = not on_page
    passages = [_passage(thing, whole or thing.item in on_page) for thing in _told_once(seen)]
    ordered = (*_title_first([p for p in passages if p.on_page]), *(p for p in passages if not p.on_page))
    digits = any(passage.role == "Button" and passage.words == _DIGIT and passage.on_page for passage in passages)
    return _numbered(ordered, digits=digits and not any(p.role == FIELD for p in ordered))


def _told_once(seen: Sequence[Thing]) -> list[Thing]:
    """Without the lines of a card or of a control that says them itself."""
    told: list[Thing] = []
    whole: Thing | None = None
    for thing in seen:
        if whole is not None and whole.item.isAncestorOf(thing.item) and thing.name in whole.name:
            continue
        if thing.role in _WHOLE or thing.is_control:
            whole = thing
        told.append(thing)
    return told


def _passage(thing: Thing, on_page: bool) -> Passage:
    one, several = thing.item.property("spokenLanguage"), thing.item.property("spokenLanguages")
    return Passage(
        item=thing.item,
        role=thing.role,
        words=thing.name,
        languages=tuple(several) if several else (one,) if one else (),
        content=thing.content,
        hint=str(thing.item.property("hint") or ""),
        enabled=thing.enabled,
        checkable=thing.checkable,
        checked=thing.checked,
        on_page=on_page,
        aside=thing.aside,
        live=thing.role == "AlertMessage" or bool(thing.item.property("live")),
        private=thing.role == FIELD or bool(thing.item.property("confidential")),
        with_title=bool(thing.item.property("withTitle")),
        zero=bool(thing.item.property("zero")),
        landing=bool(thing.item.property("landing")),
    )


def _title_first(passages: list[Passage]) -> list[Passage]:
    title = next((passage for passage in passages if passage.role in TITLES), None)
    if title is None:
        return passages
    with_title = [passage for passage in passages if passage.with_title]
    first = (title, *with_title)
    return [*first, *(passage for passage in passages if passage not in first)]


def _numbered(passages: Sequence[Passage], *, digits: bool) -> Reading:
    numbered: list[Passage] = []
    count = 0
    for passage in passages:
        chosen_by_number = passage.is_control and passage.role != FIELD and passage.enabled
        if passage.on_page and chosen_by_number and not passage.aside and not digits:
            count += 1
            numbered.append(replace(passage, number=count))
        else:
            numbered.append(passage)
    return Reading(tuple(numbered), count, digits)
