"""How a person wants their slip, and what a slip must keep to itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.catalogue.model import BundleId, Catalogue, LocationId, ServiceId
from kiosk.languages.known import tongue_of
from kiosk.referral.slip.content import Paper


@dataclass(frozen=True, slots=True)
class Choices:
    """`languages` are one or two office languages in the order they are read, or a person's other language and the
    office language that stands beside it.

    `plain_cover` hides the topic; a sensitive topic is hidden whatever is chosen. `places` are the places that the
    person preferred to the planner's.
    """

    languages: tuple[str, ...] = ("en",)
    paper: Paper = Paper.RECEIPT_80
    large: bool = False
    plain_cover: bool = False
    places: Mapping[ServiceId, LocationId] = field(default_factory=dict)

    @property
    def side_by_side(self) -> bool:
        """Whether the slip is for a person who reads no office language, and for a clerk who reads theirs not."""
        return len(self.languages) == 2 and not tongue_of(self.languages[0]).office


def hides_topic(catalogue: Catalogue, bundles: Sequence[BundleId], choices: Choices) -> bool:
    """Tell whether the slip says "My list" in place of its topic."""
    return choices.plain_cover or catalogue.is_sensitive(bundles)
