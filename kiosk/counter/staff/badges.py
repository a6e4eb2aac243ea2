"""What is in the QR of a badge: whose it is, and 160 random bits that nobody can guess."""

import base64
import re
import secrets
from dataclasses import dataclass, field

from kiosk.counter.staff.roles import StaffId
from kiosk.errors import KioskError

BADGE_PREFIX = "GB1-"

_STAFF_ID_BYTES = 5
_SECRET_BYTES = 20
_FORM = re.compile(r"GB1-([A-Z2-7]{8})([A-Z2-7]{32})\Z")


class BadgeUnreadableError(KioskError):
    """What was scanned is no badge, or not the whole of one."""

    code = "badge_unreadable"


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge as its bearer holds it; the counter keeps neither its secret nor its text."""

    staff: StaffId
    secret: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """What its QR says: 44 capitals, digits and one hyphen."""
        return f"{BADGE_PREFIX}{self.staff}{base64.b32encode(self.secret).decode()}"


def new_staff_id() -> StaffId:
    """An id that tells nothing."""
    return StaffId(base64.b32encode(secrets.token_bytes(_STAFF_ID_BYTES)).decode())


def new_badge_for(staff: StaffId) -> Badge:
    """A badge that nobody has had before."""
    return Badge(staff, secrets.token_bytes(_SECRET_BYTES))


def read_badge(untrusted_text: str) -> Badge:
    """A badge as it was scanned, in any case, with what scanners put around it. Raises `BadgeUnreadableError`."""
    found = _FORM.match(untrusted_text.strip().upper())
    if found is None:
        raise BadgeUnreadableError("this is no badge of Guichet")
    return Badge(StaffId(found[1]), base64.b32decode(found[2]))
