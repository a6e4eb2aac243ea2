"""The two things a referral's QR can say: the address of a page with the token after its #, or the plan as plain text.

Both are read by `reading.read`. The page form sends nothing anywhere: what follows a # never leaves the telephone. The
text form needs no network at all; the token is its last line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.referral import qr

LARGEST_TEXT_VERSION = 21
"""About 700 bytes at level M: 60 mm on 80 mm paper. Larger symbols are hard to hold a telephone to."""

ROLL_TEXT_VERSION = 12
"""About 290 bytes at level M: 37 mm on a roll, beside which its caption stands. The steps are on the roll in words."""

_FEWEST_DOTS = 4
_SHORT_NAME = 24
_CUT = "…"
_LINE_BREAKS = re.compile(r" *[\x00-\x1f\x7f\x85\u2028\u2029]+ *")


@dataclass(frozen=True, slots=True)
class StepText:
    """One step in words. `lines` (date, telephone, place) are in order of worth: the last is dropped first."""

    number: int
    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanText:
    """A plan in words, in one language. `title` may be as plain as "My list"; `code` is the short code as printed."""

    title: str
    code: str
    steps: tuple[StepText, ...]


def url_form(page_address: str, token: str) -> str:
    """The page's address with the token after a #."""
    return f"{page_address.removesuffix('#')}#{token}"


def text_form(plan: PlanText, token: str, dots_wide: int = qr.DOTS_80_MM, most: int = LARGEST_TEXT_VERSION) -> str:
    """The plan as text with the token as its last line, short enough to be read from paper of this many dots.

    It fits a symbol of version `most` at level M with at least 4 dots a module. What does not fit goes in this order,
    from the last step to the first: lines of details; then names, cut to 24 characters; then whole steps, in whose
    place one line holds an ellipsis; the title last. The code and the token always stay. Raises `qr.QrTooLargeError`.
    """
    largest = min(most, _largest_version(dots_wide))
    texts = tuple(_ever_shorter(plan, token))
    fewest_cuts = bisect_left(texts, True, key=lambda text: _fits(text, largest))
    if fewest_cuts == len(texts):
        raise qr.QrTooLargeError(f"the code and the token alone do not fit in {dots_wide} dots")
    return texts[fewest_cuts]


def _ever_shorter(plan: PlanText, token: str) -> Iterator[str]:
    """The whole plan, then the same with one cut more each time."""
    title = _one_line(plan.title)
    steps = [StepText(s.number, _one_line(s.name), tuple(_one_line(line) for line in s.lines)) for s in plan.steps]
    yield _written(title, plan.code, steps, token)
    for place in reversed(range(len(steps))):
        while steps[place].lines:
            steps[place] = replace(steps[place], lines=steps[place].lines[:-1])
            yield _written(title, plan.code, steps, token)
    for place in reversed(range(len(steps))):
        if len(steps[place].name) > _SHORT_NAME:
            steps[place] = replace(steps[place], name=steps[place].name[: _SHORT_NAME - 1].rstrip() + _CUT)
            yield _written(title, plan.code, steps, token)
    while steps:
        steps.pop()
        yield _written(title, plan.code, steps, token, ending=_CUT)
    yield _written("", plan.code, (), token)


def _written(title: str, short_code: str, steps: Sequence[StepText], token: str, ending: str = "") -> str:
    lines = [title, short_code]
    for step in steps:
        lines += [f"{step.number}. {step.name}", *step.lines]
    return "\n".join(line for line in (*lines, ending, token) if line)


def _one_line(text: str) -> str:
    return _LINE_BREAKS.sub(" ", text).strip()


def _fits(text: str, largest_version: int) -> bool:
    try:
        return qr.version_of(text, qr.Level.M) <= largest_version
    except qr.QrTooLargeError:
        return False


def _largest_version(dots_wide: int) -> int:
    modules = dots_wide // _FEWEST_DOTS - 2 * qr.QUIET_MODULES
    return (modules - qr.modules_of(0)) // 4
