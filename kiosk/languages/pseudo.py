"""A made-up language for finding what a screen forgot: each text longer by two fifths, with accents, in brackets.

What shows without brackets was never marked for translation; what is cut would be cut in a language that is longer
than English. Fields keep their names: `{count}` and `%1` are filled as in any other language.
"""

import gettext
import re
from collections.abc import Iterator, Mapping

_ACCENTED = str.maketrans("aceghijklnorstuyzACEGHIJLNOSUYZ", "åçéĝĥîĵķľñöŕšţûýžÅÇÉĜĤÎĴĽÑÖŠÛÝŽ")
_FIELD = re.compile(r"(\{[^}]*\}|%[1-9n]|\n)")
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_LONGER = 0.4


def pseudo(text: str) -> str:
    """`text` in the made-up language; letters that every font has. What has no letters is the same in all languages."""
    plain = _FIELD.sub("", text)
    if not any(map(str.isalpha, plain)):
        return text
    accented = "".join(part if _FIELD.fullmatch(part) else part.translate(_ACCENTED) for part in _FIELD.split(text))
    return f"[{accented}{''.join(_padding(round(len(plain) * _LONGER)))}]"


class PseudoWords(gettext.NullTranslations):
    """gettext’s answers in the made-up language, for every text alike, in the catalogue or not."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """`sources` are the texts without plural, by gettext’s key: Qt is given them all beforehand."""
        super().__init__()
        self._catalog = {key: pseudo(text) for key, text in sources.items()}

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def _padding(length: int) -> Iterator[str]:
    """Whole words, so that lines can be broken between them; at least `length` characters but for the last word."""
    made = 0
    for number in range(length):
        if made >= length:
            return
        word = _WORDS[number % len(_WORDS)][: max(1, length - made - 1)]
        made += len(word) + 1
        yield f" {word}"
