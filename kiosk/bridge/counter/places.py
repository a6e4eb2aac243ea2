"""Where staff can stand in the counter's window: its pages, and the sections of the rail that lead to them."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.counter.staff import Deed
from kiosk.languages import N_


class CounterPage(StrEnum):
    """A page of the counter. `walkIn` is drawn by `Guichet/Counter/WalkInPage.qml`; so the others."""

    WALK_IN = "walkIn"
    SCAN = "scan"
    CASES = "cases"
    CASE = "case"
    NEED = "need"
    KIOSKS = "kiosks"
    TODAY = "today"
    HERE = "here"
    SEAMS = "seams"
    FLAG = "flag"
    FLAGS = "flags"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Section:
    """One key of the rail: where it leads, its icon, its word (not yet translated), and the key of the keyboard.

    It is there for whoever may do what it `needs`.
    """

    page: CounterPage
    symbol: str
    word: str
    key: str
    needs: Deed | None = None


SECTIONS = (
    Section(CounterPage.WALK_IN, "users", N_("Walk-in"), "F2"),
    Section(CounterPage.SCAN, "scan", N_("Scan"), "F3"),
    Section(CounterPage.CASES, "folder", N_("Cases"), "F4", Deed.KEEP_CASES),
    Section(CounterPage.NEED, "chart-bar", N_("Needs"), "F5"),
    Section(CounterPage.KIOSKS, "device-desktop", N_("Kiosks"), "F7"),
    Section(CounterPage.TODAY, "calendar-time", N_("Today"), "F8"),
    Section(CounterPage.HERE, "building-community", N_("Here"), "Ctrl+H"),
    Section(CounterPage.FLAGS, "flag-3", N_("Flags"), "Ctrl+E", Deed.DECIDE_CORRECTIONS),
    Section(CounterPage.PEOPLE, "id-badge-2", N_("Staff"), "Ctrl+P", Deed.KEEP_PEOPLE),
)
"""The rail, from top to bottom."""


def section_of(trail: tuple[CounterPage, ...]) -> CounterPage:
    """The section that a page belongs to: the one it was opened from."""
    return trail[0]


def opening(trail: tuple[CounterPage, ...], page: CounterPage) -> tuple[CounterPage, ...]:
    """The way to `page`: a section begins anew, any other page lies on top of the one shown."""
    if any(section.page is page for section in SECTIONS):
        return (page,)
    return trail[: trail.index(page) + 1] if page in trail else (*trail, page)


def closing(trail: tuple[CounterPage, ...]) -> tuple[CounterPage, ...]:
    """The way back from the page on top; a section has none."""
    return trail[:-1] or trail
