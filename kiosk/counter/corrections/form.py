"""The form in which flags and corrections go from machine to machine, on a stick, to the hub and back: JSON."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from kiosk.counter.corrections.tables import value_read, value_written
from kiosk.counter.corrections.values import (
    Correction,
    CorrectionId,
    CorrectionState,
    Field,
    Flag,
    FlagId,
    Subject,
)

FORM = "guichet-corrections-1"


class WrittenCorrection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A correction as it stands in the file: its value is read once its kind is known."""

    id: CorrectionId
    subject: Subject
    kind: Field
    value: msgspec.Raw
    who: str
    at: datetime
    base: str
    catalogue_version: int
    state: CorrectionState
    flag: FlagId | None = None
    cleared_at: datetime | None = None


class WrittenFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    form: str
    flags: list[Flag]
    corrections: list[WrittenCorrection]


def written(flags: Iterable[Flag] = (), corrections: Iterable[Correction] = ()) -> bytes:
    """The file that holds these, in one line; the same bytes for the same values."""
    return msgspec.json.encode(WrittenFile(FORM, list(flags), [_of_correction(one) for one in corrections]))


def correction_of(told: WrittenCorrection) -> Correction:
    """The correction that a file tells of. Raises ValueError where its value is none of its kind."""
    return Correction(
        id=told.id,
        subject=told.subject,
        value=value_read(told.kind, bytes(told.value).decode()),
        who=told.who,
        at=told.at,
        base=told.base,
        catalogue_version=told.catalogue_version,
        flag=told.flag,
        state=told.state,
        cleared_at=told.cleared_at,
    )


def _of_correction(correction: Correction) -> WrittenCorrection:
    return WrittenCorrection(
        id=correction.id,
        subject=correction.subject,
        kind=correction.field,
        value=msgspec.Raw(value_written(correction.value).encode()),
        who=correction.who,
        at=correction.at,
        base=correction.base,
        catalogue_version=correction.catalogue_version,
        state=correction.state,
        flag=correction.flag,
        cleared_at=correction.cleared_at,
    )
