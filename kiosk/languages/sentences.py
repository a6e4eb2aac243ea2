"""What is to be said at a terminal, before it is known in which language.

`scripts/messages.py` finds the words where `sentence("...")` is called, so they must stand there whole: no f-string,
no variable.
"""

from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.frozen import dataclass

if TYPE_CHECKING:
    from kiosk.languages import Messages


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with `{fields}` and what goes into them; as a string it is English.

    A field that is a `Sentence` itself is said in the same language; any other stays as it is.
    """

    english: str
    fields: tuple[tuple[str, object], ...]

    def __str__(self) -> str:
        return self.english.format(**dict(self.fields))

    def said(self, messages: "Messages") -> str:
        """The sentence in the language of `messages`."""
        words = messages.gettext(self.english)
        return words.format(**{name: _said(value, messages) for name, value in self.fields})


def sentence(english: str, /, **fields: object) -> Sentence:
    """One thing to say. Each of `fields` must have a hash: a list goes in as text."""
    return Sentence(english, tuple(fields.items()))


class SentenceError(KioskError):
    """The world did something that can be told in either language; as a string it is English."""

    def __init__(self, what: Sentence) -> None:
        super().__init__(str(what))
        self.what = what


def one_of(first: Sentence, *others: Sentence) -> Sentence:
    """Any of these."""
    for other in others:
        first = sentence("{first} or {then}", first=first, then=other)
    return first


def _said(value: object, messages: "Messages") -> object:
    return value.said(messages) if isinstance(value, Sentence) else value
