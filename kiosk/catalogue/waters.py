"""The waters of the region that a picture of the way may name, and where their names may stand."""

from dataclasses import dataclass

from kiosk.catalogue.coast import Spot
from kiosk.catalogue.text import Text, text


@dataclass(frozen=True, slots=True)
class Water:
    """The name may stand at any of `spots`, on pictures that are up to `widest_m` metres wide."""

    name: Text
    spots: tuple[Spot, ...]
    widest_m: int


WATERS = (
    Water(
        text("Halifax Harbour", "Port d’Halifax"),
        (
            Spot(44.6607, -63.5752),
            Spot(44.656, -63.5735),
            Spot(44.642, -63.5585),
            Spot(44.625, -63.549),
            Spot(44.61, -63.545),
        ),
        40_000,
    ),
    Water(text("Bedford Basin", "Bassin de Bedford"), (Spot(44.692, -63.632), Spot(44.7, -63.645)), 40_000),
    Water(text("St. Margarets Bay", "Baie St. Margarets"), (Spot(44.58, -64.0),), 150_000),
    Water(text("Mahone Bay", "Baie Mahone"), (Spot(44.45, -64.22),), 150_000),
    Water(text("Minas Basin", "Bassin Minas"), (Spot(45.25, -64.15), Spot(45.28, -63.95)), 250_000),
    Water(text("Bay of Fundy", "Baie de Fundy"), (Spot(45.05, -65.5), Spot(44.8, -66.2)), 900_000),
    Water(
        text("Northumberland Strait", "Détroit de Northumberland"),
        (Spot(45.85, -62.9), Spot(45.95, -62.3), Spot(45.95, -63.4)),
        400_000,
    ),
    Water(text("Gulf of St. Lawrence", "Golfe du Saint-Laurent"), (Spot(46.75, -62.0), Spot(46.4, -61.7)), 900_000),
    Water(text("Bras d’Or Lake", "Lac Bras d’Or"), (Spot(45.86, -60.8),), 120_000),
    Water(text("Sydney Harbour", "Port de Sydney"), (Spot(46.21, -60.22),), 30_000),
    Water(
        text("Atlantic Ocean", "Océan Atlantique"),
        (Spot(44.0, -62.6), Spot(43.8, -63.8), Spot(44.3, -62.2), Spot(44.35, -63.3), Spot(44.9, -61.2)),
        900_000,
    ),
)
"""From the most local to the broadest."""
