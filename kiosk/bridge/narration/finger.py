"""What a finger hears, and does, that slides over the glass while somebody listens."""

from kiosk.bridge.narration.narrator import Narrator
from kiosk.bridge.narration.pointing import press
from kiosk.bridge.narration.reading import FIELD, Passage
from kiosk.bridge.viewmodels.comfort import ComfortViewModel


def turn(narrator: Narrator, comfort: ComfortViewModel, *, on: bool) -> None:
    """Say that touch is heard from now on, or that it is as usual again."""
    narrator.by_touch = on
    if on and not comfort.value.listening:
        comfort.setListening(True)
    elif on:
        narrator.say_words(narrator.telling.touch_and_hear())
    else:
        narrator.say_words(narrator.telling.touch_as_usual())


def tell(narrator: Narrator, passage: Passage) -> None:
    """Put the ring on `passage` and say it; an answer to "Are you still there?" gives the time anew."""
    narrator.break_off()
    if narrator.patience.warning and passage.number:
        narrator.offer(passage)
    else:
        narrator.place.stand_on(passage, scrolling=False)
        narrator.tell(passage)


def choose(narrator: Narrator, passage: Passage) -> None:
    """Do what one touch does otherwise; a field has the focus already, and what cannot be used is only told again."""
    if not passage.is_control or not passage.enabled:
        tell(narrator, passage)
    elif passage.role != FIELD:
        narrator.break_off()
        press(passage.item)
        narrator.look_again()
