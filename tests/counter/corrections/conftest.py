"""The real catalogue, and flags and corrections on it, one Thursday morning in March."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.catalogue.reading import load
from kiosk.counter.corrections.facts import base_of
from kiosk.counter.corrections.values import (
    FIELD_OF,
    About,
    Correction,
    CorrectionId,
    Field,
    Flag,
    FlagId,
    Overlay,
    Saying,
    Subject,
)

THURSDAY = datetime(2026, 3, 12, 14, 14, tzinfo=UTC)


@pytest.fixture(scope="session")
def catalogue(catalogue_file):
    return load(catalogue_file)


@pytest.fixture
def now():
    return THURSDAY


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture(scope="session")
def flagged(catalogue):
    """An urgent flag on a field of `about` `name`."""

    def _flagged(about, name, field, **more):
        subject = Subject(About(about), name)
        flag = Flag(
            id=FlagId(f"{about}-{name}-{field}"),
            subject=subject,
            field=Field(field),
            says=Saying("It is otherwise.", "C’est autrement."),
            urgent=True,
            who="staff-1",
            at=THURSDAY,
            base=base_of(catalogue, subject, Field(field)),
            catalogue_version=catalogue.version,
        )
        return replace(flag, **more)

    return _flagged


@pytest.fixture(scope="session")
def corrected(catalogue):
    """A correction of `about` `name` by `value`."""

    def _corrected(about, name, value, **more):
        subject = Subject(About(about), name)
        return Correction(
            id=CorrectionId(f"{about}-{name}-{FIELD_OF[type(value)]}"),
            subject=subject,
            value=value,
            who="staff-2",
            at=THURSDAY,
            base=base_of(catalogue, subject, FIELD_OF[type(value)]),
            catalogue_version=catalogue.version,
            **more,
        )

    return _corrected


@pytest.fixture(scope="session")
def over():
    """An overlay of flags and corrections."""

    def _over(*parts):
        return Overlay(
            flags=tuple(part for part in parts if isinstance(part, Flag)),
            corrections=tuple(part for part in parts if isinstance(part, Correction)),
        )

    return _over
