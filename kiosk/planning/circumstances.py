"""What a plan takes into account besides answers: where the kiosk stands and how the person likes to be served."""

from dataclasses import dataclass

from kiosk.catalogue.model import ChannelType


@dataclass(frozen=True, slots=True)
class Here:
    """Where the kiosk stands, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Preferences:
    """`channel` is the way the person would rather use, None when all are alike; `language` is that of the screen."""

    channel: ChannelType | None = None
    language: str = "en"
