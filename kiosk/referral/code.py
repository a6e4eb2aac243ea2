"""The short code of a referral: seven characters that can be read aloud, copied by hand and checked.

A code is written `R-7K3F-9XD`. The letter R only says what it is; since no code goes on with another R, it can be left
out, and a code with a character missing is never taken for one without its R. Six characters come from the
referral's id, the seventh is a check character.

The alphabet has no 0 O, 1 I L, 5 S, which leaves 29 characters. 29 is prime, so a sum weighted by place, modulo 29,
notices every single wrong character, every swap of two characters (neighbours or not), and every pair of twins
changed into another pair (`77` into `33`).

The code is made from the id, so whoever holds the signed token can show the code without being told it. There are
28 * 29**5 = 574,312,172 codes: among the 4,500 that a busy kiosk keeps (50 a day for 90 days), the odds that any two
agree are 1.8 %, and `registry.issue` then draws another id. Two kiosks may give the same code: a code alone names a
referral only on the kiosks that have it in their registry; the id together with the kiosk number is what is unique.
"""

import unicodedata
from dataclasses import dataclass

from kiosk.errors import KioskError

ALPHABET = "2346789ABCDEFGHJKMNPQRTUVWXYZ"
"""In order of value, from 0."""

ID_BYTES = 8
"""Bytes of a referral's id, and of the random bytes a code is made from."""

_DRAWN = 6
_LENGTH = _DRAWN + 1
_LONGEST_TYPED = 64
_PREFIX = "R"
_WEIGHTS = (7, 6, 5, 4, 3, 2, 1)
_FIRST = ALPHABET.replace(_PREFIX, "")
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_SEPARATORS = frozenset({"Pd", "Zs", "Zl", "Zp", "Cc", "Cf"})
_OTHER_SEPARATORS = frozenset("._:,−/")

_WORDS = {
    "en": {
        "2": "two", "3": "three", "4": "four", "6": "six", "7": "seven", "8": "eight", "9": "nine",
        "A": "Apple", "B": "Boat", "C": "Cat", "D": "Door", "E": "Egg", "F": "Fish", "G": "Garden", "H": "House",
        "J": "Jam", "K": "King", "M": "Moon", "N": "Night", "P": "Paper", "Q": "Queen", "R": "River", "T": "Table",
        "U": "Umbrella", "V": "Violin", "W": "Window", "X": "X-ray", "Y": "Yellow", "Z": "Zebra",
    },
    "fr": {
        "2": "deux", "3": "trois", "4": "quatre", "6": "six", "7": "sept", "8": "huit", "9": "neuf",
        "A": "Avion", "B": "Bateau", "C": "Canard", "D": "Dimanche", "E": "École", "F": "Fleur", "G": "Gâteau",
        "H": "Hiver", "J": "Jardin", "K": "Kilo", "M": "Maison", "N": "Nuage", "P": "Papier", "Q": "Québec",
        "R": "Rivière", "T": "Table", "U": "Usine", "V": "Ville", "W": "Wagon", "X": "Xylophone", "Y": "Yoga",
        "Z": "Zèbre",
    },
}  # fmt: skip
_AS_IN = {"en": "as in", "fr": "comme"}


class ReferralCodeError(KioskError):
    """What was typed is not a referral code."""

    code = "code_unreadable"


class CodeLengthError(ReferralCodeError):
    """There are too few or too many characters."""

    code = "code_length"


class CodeCharacterError(ReferralCodeError):
    """`characters` are in what was typed and in no code, each once, in upper case."""

    code = "code_character"

    def __init__(self, characters: str) -> None:
        super().__init__(f"codes never use: {' '.join(characters)}")
        self.characters = characters


class CodeCheckError(ReferralCodeError):
    """The check character disagrees: a character is wrong, or two are swapped."""

    code = "code_check"


@dataclass(frozen=True, slots=True)
class ReferralCode:
    """Seven characters of `ALPHABET`, check character last, without the R or the hyphens; `str()` writes them all."""

    characters: str

    def __post_init__(self) -> None:
        if len(self.characters) != _LENGTH or not set(self.characters) <= set(ALPHABET):
            raise ValueError("a referral code has seven characters of its alphabet")
        if self.characters.startswith(_PREFIX):
            raise ValueError("a referral code does not begin with a second R")
        if _weighed(self.characters) != 0:
            raise ValueError("the check character of this referral code is wrong")

    def __str__(self) -> str:
        return "-".join(self.groups)

    @property
    def groups(self) -> tuple[str, str, str]:
        """The parts between the hyphens, as they are printed and spoken: R, four characters, three characters."""
        return _PREFIX, self.characters[:4], self.characters[4:]


def make(random: bytes) -> ReferralCode:
    """Make the code of a referral's id: always the same for the same eight bytes."""
    if len(random) != ID_BYTES:
        raise ValueError("a referral code is made from eight bytes")
    left = int.from_bytes(random, "big")
    drawn = ""
    for _ in range(_DRAWN - 1):
        left, value = divmod(left, len(ALPHABET))
        drawn = ALPHABET[value] + drawn
    drawn = _FIRST[left % len(_FIRST)] + drawn
    return ReferralCode(drawn + check_character(drawn))


def check_character(drawn: str) -> str:
    """The character that, put after `drawn`, makes the sum weighted by place a multiple of 29; at most 27 are drawn.

    It finds any one wrong character, and any two that are swapped.
    """
    total = sum((len(drawn) + 1 - place) * _VALUES[character] for place, character in enumerate(drawn))
    return ALPHABET[-total % len(ALPHABET)]


def parse(untrusted_text: str) -> ReferralCode:
    """Read a code as people type it: any case, with or without the R, hyphens, spaces, accents.

    Nothing is guessed: 0 may stand for O, D or Q, so it is refused, and the error names it.
    """
    typed = _characters_of(untrusted_text[:_LONGEST_TYPED])
    unused = "".join(dict.fromkeys(character for character in typed if character not in _VALUES))
    if unused:
        raise CodeCharacterError(unused)
    typed = typed.removeprefix(_PREFIX)
    if len(typed) != _LENGTH:
        raise CodeLengthError(f"a code has {_LENGTH} characters after the R, here there are {len(typed)}")
    if typed.startswith(_PREFIX) or _weighed(typed) != 0:
        raise CodeCheckError("the check character does not agree with the others")
    return ReferralCode(typed)


def spell(code: ReferralCode, language: str) -> str:
    """Say the code character by character, a stop after each group; a language without spelling words gets none."""
    return " ".join(", ".join(_spoken(character, language) for character in group) + "." for group in code.groups)


def _spoken(character: str, language: str) -> str:
    if language not in _WORDS:
        return character
    word = _WORDS[language][character]
    return word if character.isdigit() else f"{character} {_AS_IN[language]} {word}"


def _characters_of(untrusted_text: str) -> str:
    """Upper case, without accents or anything that people put between groups."""
    return "".join(
        character.upper()
        for character in unicodedata.normalize("NFKD", untrusted_text)
        if not unicodedata.combining(character)
        and unicodedata.category(character) not in _SEPARATORS
        and character not in _OTHER_SEPARATORS
    )


def _weighed(characters: str) -> int:
    """The sum of values by weight, modulo 29; 0 for a whole code with the right check character."""
    return sum(weight * _VALUES[c] for weight, c in zip(_WEIGHTS, characters, strict=False)) % len(ALPHABET)
