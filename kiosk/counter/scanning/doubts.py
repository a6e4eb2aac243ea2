"""Where a code was miswritten, by comparing it with the codes that were issued here, none of which is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kiosk.referral.code import ALPHABET, ReferralCode


@dataclass(frozen=True, slots=True)
class Doubt:
    """The characters to look at again, counted from 1 after the R: one that is wrong, or two that are swapped."""

    places: tuple[int, ...]

    @property
    def is_swap(self) -> bool:
        """Tell whether two characters stand in each other's place."""
        return len(self.places) == 2


def doubt_of(characters: str, is_issued: Callable[[ReferralCode], bool]) -> Doubt | None:
    """What is probably wrong with seven characters whose check fails; None when no code issued here, or several, are
    one mistake away. The check alone cannot tell: a right character could be found for each place.
    """
    near = [(doubt, code) for doubt, code in _one_mistake_away(characters) if is_issued(code)]
    return near[0][0] if len({code for _doubt, code in near}) == 1 else None


def _one_mistake_away(characters: str) -> Iterator[tuple[Doubt, ReferralCode]]:
    for one, other in combinations(range(len(characters)), 2):
        letters = list(characters)
        letters[one], letters[other] = letters[other], letters[one]
        yield from _if_right(Doubt((one + 1, other + 1)), "".join(letters))
    for place in range(len(characters)):
        for letter in ALPHABET:
            yield from _if_right(Doubt((place + 1,)), characters[:place] + letter + characters[place + 1 :])


def _if_right(doubt: Doubt, characters: str) -> Iterator[tuple[Doubt, ReferralCode]]:
    try:
        yield doubt, ReferralCode(characters)
    except ValueError:
        return
