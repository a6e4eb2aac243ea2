"""When a step is due, as the phone page can work it out: from the day of issue, and from the event's day if told there.

The token holds no date but the day of issue. A date that counts from an event (a death, a move) is worked out on the
phone, once the person gives that day to the page, which forgets it.
"""

from kiosk.catalogue.model import AnchorId, Catalogue, Service, Step, Timing
from kiosk.languages import Messages
from kiosk.languages.foreign import bare
from kiosk.languages.formats import duration, within
from kiosk.planning.dates import LANDING, NOW, dated_by, kind_of, timing_of
from kiosk.planning.offsets import Around, Distance, FinalReturn, Offset, Season, YearDay, offset_of
from kiosk.referral.web.told import told

_FROM_ISSUE = frozenset({NOW, AnchorId("application")})
_AFTER, _BEFORE = "P", "-P"

Due = dict[str, object]
"""`kind` is a `DueKind`; `from` is `issue`, `event` or absent; `after` is the offset as `offset_in_numbers` writes it;
`span` and `anchor` say in words what cannot be a date yet."""


def due(
    messages: Messages, catalogue: Catalogue, step: Step | None, service: Service | None, event: AnchorId | None
) -> Due | None:
    """When `step`, or `service` where no step of a known bundle brings it, is due; None when nothing says so.

    `event` is what the date asked for on the page is the date of; None where it asks for none.
    """
    timing = timing_of(step, service, event)
    if timing is None or timing.offset is None:
        return None
    offset = offset_of(timing.offset)
    start = _start(timing.anchor, event)
    written: Due = {"kind": str(kind_of(timing)), "after": offset_in_numbers(offset)}
    if start:
        written["from"] = start
    if start != "issue" and timing.anchor in catalogue.anchors and (span := _span(messages, timing)):
        written |= {"span": span, "anchor": told(catalogue.anchors[timing.anchor], messages.language)}
    return written


def offset_in_numbers(offset: Offset) -> list[object]:
    """An offset for `dates.js`: what kind it is, then its numbers."""
    match offset:
        case Distance():
            return ["distance", offset.months, offset.days, offset.in_hours]
        case YearDay():
            return ["yearly", offset.month, offset.day]
        case Season(opens, closes):
            return ["season", opens.month, opens.day, closes.month, closes.day]
        case Around(opens, closes):
            return ["around", opens.months, opens.days, closes.months, closes.days]
        case FinalReturn():
            return ["final-return"]


def _start(anchor: AnchorId, event: AnchorId | None) -> str:
    """Where the count begins. Whether an arrival was a landing is an answer, which no code carries: it is not known."""
    if anchor in _FROM_ISSUE:
        return "issue"
    return "event" if event and anchor in dated_by(event) - {LANDING} else ""


def _span(messages: Messages, timing: Timing) -> str:
    """`within 30 days`, `5 days before`; empty for what is not one length of time."""
    offset = timing.offset or ""
    if "/" in offset:
        return ""
    if offset.startswith(_BEFORE):
        return bare(messages.gettext("{duration} before").format(duration=duration(messages, offset)))
    return bare(within(messages, offset)) if offset.startswith(_AFTER) else ""
