"""The tour itself: every journey wanted, each in a window of its own, at one fixed moment."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.bridge.touring.guide import Album, Guide, TourError
from kiosk.bridge.touring.journeys import JOURNEYS, Journey, journey_called
from kiosk.bridge.touring.keeping import SlipKeeper
from kiosk.bridge.trying import SIZES, OpenWindow, opened, quicken
from kiosk.config import Config
from kiosk.languages.known import TONGUES, tongue_of

_LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Itinerary:
    """What to walk through: journeys and orientations by name, all where none is named.

    `language` is a code such as `ar`, `both` for English and French, or empty for each journey's own. The pictures go
    into `folder`.
    """

    folder: Path
    journeys: Sequence[str] = ()
    orientations: Sequence[str] = ()
    language: str = ""


def walk(itinerary: Itinerary, config: Config, open_window: OpenWindow, kept: Callable[[Path], None]) -> None:
    """Walk through everything in `itinerary`; `kept` is told of each picture and slip as soon as it is there.

    Raises `TourError` when a name is unknown, the folder cannot be made, or the window does not show what it should.
    """
    legs = [(journey, orientation) for journey in _journeys(itinerary) for orientation in _orientations(itinerary)]
    try:
        itinerary.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TourError(f"the folder {itinerary.folder} cannot be made: {error.strerror}") from error
    for (name, journey), orientation in legs:
        _walk_one(f"{name}-{orientation}", journey, orientation, itinerary.folder, config, open_window, kept)


def _journeys(itinerary: Itinerary) -> Iterator[tuple[str, Journey]]:
    """The journeys, each with the first part of its pictures' names; the language is in it where it was asked for."""
    wanted = [journey_called(name) for name in itinerary.journeys] or list(JOURNEYS)
    match itinerary.language:
        case "":
            yield from ((journey.id, journey) for journey in wanted)
        case "both":
            yield from (_in(journey, language) for journey in wanted for language in _LANGUAGES)
        case language if language in TONGUES and tongue_of(language).start:
            yield from (_in(journey, language) for journey in wanted)
        case other:
            known = ", ".join(code for code, tongue in TONGUES.items() if tongue.start)
            raise TourError(f"{other!r} is not a language of the tour: use {known} or both")


def _in(journey: Journey, language: str) -> tuple[str, Journey]:
    return f"{journey.id}-{language}", replace(journey, language=language)


def _orientations(itinerary: Itinerary) -> Sequence[str]:
    unknown = [name for name in itinerary.orientations if name not in SIZES]
    if unknown:
        raise TourError(f"{unknown[0]!r} is not an orientation: use {' or '.join(SIZES)}")
    return itinerary.orientations or tuple(SIZES)


def _walk_one(
    name: str,
    journey: Journey,
    orientation: str,
    folder: Path,
    config: Config,
    open_window: OpenWindow,
    kept: Callable[[Path], None],
) -> None:
    spoken = tuple(dict.fromkeys((*config.site.languages, journey.language)))
    wanted = replace(
        config,
        site=replace(config.site, languages=spoken),
        printer=replace(config.printer, paper=journey.paper),
    )
    kiosk = opened(open_window, wanted, orientation, SlipKeeper(folder, name, kept))
    try:
        kiosk.show()
        quicken(kiosk.citizen)
        guide = Guide(kiosk.citizen.window, kiosk.session, Album(folder, name, kept))
        guide.begin(tongue_of(journey.language).own_name, journey.settings)
        journey.walk(guide)
    except TourError as error:
        raise TourError(f"the tour {name} stopped: {error}") from error
    finally:
        kiosk.close()
        del kiosk
        # A closed window has timers, which may not be collected in the thread that makes the next window's slips.
        gc.collect()
