"""What a line must not be broken inside of."""

import re

_HYPHEN = "\N{NON-BREAKING HYPHEN}"
_FRENCH_PRONOUN = re.compile(r"(?<=\w)-(?=(?:t-)?(?:il|elle|on|ils|elles|ce)\b)")


def held(words: str) -> str:
    """`a-t-il` and `est-ce` kept on one line: a heading in large letters would leave `a-` at the end of it."""
    return _FRENCH_PRONOUN.sub(_HYPHEN, words)
