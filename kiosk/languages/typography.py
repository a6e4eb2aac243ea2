"""What a careful reader would correct in French as Canada writes it, and in the apostrophes of English."""

import re
from collections.abc import Iterator

NBSP = "\N{NO-BREAK SPACE}"
_BREAKS = " \t\n"

# Each fault: what to look for, and what to say. A colon inside an address or a time is followed by no space.
_FRENCH_FAULTS = (
    (re.compile(r"'"), "straight apostrophe: write ’"),
    (re.compile(r'"'), "straight quotation mark: write « »"),
    (re.compile(rf"[{_BREAKS}]:"), "ordinary space before a colon: use a no-break space"),
    (re.compile(rf"[^\s{NBSP}\d]:(?=[\s{NBSP}]|$)"), "no space before a colon: use a no-break space"),
    (re.compile(rf"[{_BREAKS}{NBSP}\N{{NARROW NO-BREAK SPACE}}]+[?!;]"), "space before ? ! ;: write none"),
    (re.compile(rf"«(?!{NBSP})"), "no no-break space after «"),
    (re.compile(rf"(?<!{NBSP})»"), "no no-break space before »"),
    (re.compile(r"\d (?:\$|%|h\b)"), "ordinary space between a number and its unit: use a no-break space"),
    (re.compile(r"\N{NARROW NO-BREAK SPACE}"), "narrow no-break space: use the plain one, which every font has"),
    (re.compile(r"\.\.\."), "three full stops: write …"),
)
_STRAIGHT_IN_A_WORD = re.compile(r"\w'\w|\w'(?=\s|$)")


def faults_in_french(text: str) -> Iterator[str]:
    """What is wrong in `text`, one sentence a kind of fault, each quoting the place."""
    for pattern, fault in _FRENCH_FAULTS:
        if match := pattern.search(text):
            yield f"{fault}, at {_around(text, match.start())!r}"


def faults_in_english(text: str) -> Iterator[str]:
    """The same for English."""
    if match := _STRAIGHT_IN_A_WORD.search(text):
        yield f"straight apostrophe: write ’, at {_around(text, match.start())!r}"


def _around(text: str, place: int) -> str:
    return text[max(0, place - 12) : place + 12]
