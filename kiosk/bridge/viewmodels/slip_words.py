"""The slip in words, block by block: to be read on the screen in any size of letters, or said aloud."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.referral.code import ReferralCodeError, parse, spell
from kiosk.referral.slip.content import Slip
from kiosk.referral.slip.plain import blocks

_BOX = "[ ] "
_POINT = "\N{BULLET} "


@dataclass(frozen=True, slots=True)
class Block:
    """One step, or what stands before and after the steps. `spoken` says its code character by character.

    `tongue` is the language of its words.
    """

    words: str
    spoken: str
    tongue: str


def blocks_of(slip: Slip) -> tuple[Block, ...]:
    """The blocks of `slip` in the order of the paper."""
    return tuple(
        Block("\n".join(_shown(lines)), ". ".join(_said(lines, slip.code, language)), language)
        for language, lines in blocks(slip)
    )


def _shown(lines: tuple[str, ...]) -> Iterator[str]:
    return (line.replace(_BOX, _POINT) for line in lines)


def _said(lines: tuple[str, ...], code: str, language: str) -> Iterator[str]:
    for line in lines:
        yield line.replace(_BOX, "").rstrip(".")
        if code and line == code:
            yield _spelled(code, language)


def _spelled(code: str, language: str) -> str:
    try:
        return spell(parse(code), language).rstrip(".")
    except ReferralCodeError:  # a slip made by hand may carry what is no code
        return ""
