"""What the tests of the walk-in page do and look at."""

from PySide6.QtCore import Qt

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SEARCH = {"en": "What does the person need?", "fr": "De quoi la personne a-t-elle besoin?"}


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
