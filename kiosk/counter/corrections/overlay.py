"""The catalogue as people here may have it: the one that was shipped, with corrections and urgent flags over it."""

from datetime import date

from kiosk.catalogue.model import Catalogue
from kiosk.counter.corrections.draft import Draft
from kiosk.counter.corrections.hiding import hide
from kiosk.counter.corrections.laying import lay
from kiosk.counter.corrections.values import Overlay


def overlaid(catalogue: Catalogue, overlay: Overlay, today: date, *, for_staff: bool = False) -> Catalogue:
    """`catalogue` with `overlay` over it on the day `today`; the very same value when nothing changes.

    Notes for staff are in it only where it is `for_staff`; all else is the same, for the slip is the citizen's. Flags
    come after corrections: what somebody doubts since is hidden, whoever wrote it.
    """
    if not overlay:
        return catalogue
    draft = Draft(catalogue)
    for correction in overlay.corrections:
        lay(draft, correction, today, for_staff=for_staff)
    for flag in overlay.flags:
        if flag.urgent and flag.state.is_open:
            hide(draft, flag)
    return draft.finished()
