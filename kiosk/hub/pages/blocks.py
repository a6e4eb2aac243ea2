"""What a page is made of, as frozen values: words that are already in the operator's language, and no markup."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar


class Tone(StrEnum):
    """How something stands; the words beside it always say the same."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Cell:
    """Something in a table or beside a name. `language` is given where the words are in another than the page's."""

    words: str
    to: str = ""
    tone: Tone = Tone.PLAIN
    number: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a caption; the first cell of each is its head. `empty` is said instead where there are none."""

    kind: ClassVar[str] = "table"
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names, each with what is so."""

    kind: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence to be noticed."""

    kind: ClassVar[str] = "notice"
    words: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; it keeps its lines."""

    kind: ClassVar[str] = "words"
    words: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Ways on from here, such as to the month before; each an address below the pages' own, and its words."""

    kind: ClassVar[str] = "links"
    name: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """One field to look for something on this page; what is found is at an address of its own."""

    kind: ClassVar[str] = "search"
    name: str
    label: str
    value: str
    button: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a plot: its name, its number in words, and its length beside the longest, from 0 to 1."""

    name: str
    words: str
    share: float


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars, and beside them the table that says the same; `told` is what the drawing is to whoever does not see it."""

    kind: ClassVar[str] = "plot"
    title: str
    told: str
    bars: tuple[Bar, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers."""

    value: str
    words: str
    hint: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in. `form` is `text`, `password`, `lines` or `choices`; `fault` says what is wrong with it."""

    name: str
    label: str
    form: str = "text"
    value: str = ""
    hint: str = ""
    fault: str = ""
    complete: str = "off"
    required: bool = False
    language: str = ""
    choices: tuple[Choice, ...] = ()


def faulty(field: Field, fault: str) -> Field:
    """The same field, and what is wrong with what it holds."""
    return replace(field, fault=fault)


@dataclass(frozen=True, slots=True)
class Form:
    """Something to send; `hidden` goes with it, and so does what tells the form from a stranger's.

    `owner` is whose passphrases its fields hold, for whatever keeps passphrases in a browser.
    """

    kind: ClassVar[str] = "form"
    button: str
    fields: tuple[Field, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    tone: Tone = Tone.PLAIN
    owner: str = ""


Block = Table | Facts | Notice | Words | Links | Search | Plot | Form


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one heading."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its heading, what stands under it at once, and sections. `back` leads to the page above."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    back: tuple[str, str] | None = None
    status: int = 200
    place: str = ""
    """The address of the page of the menu that this one belongs to."""
