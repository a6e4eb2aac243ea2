"""One request as a page sees it, and what a page answers: values, without anything of HTTP."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.catalogue.model import Catalogue
from kiosk.counter.unmet import Term
from kiosk.errors import KioskError
from kiosk.hub.pages.blocks import Page
from kiosk.hub.pages.operators import Operator
from kiosk.hub.pages.passphrases import Stretch, stretched
from kiosk.hub.pages.sessions import Tries
from kiosk.hub.store.statements import Store
from kiosk.languages import Messages


class NothingThereError(KioskError):
    """What the address names is not there, or not any more."""

    code = "hub_page_nothing_there"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page stands on.

    `catalogue` gives the edition that names are read from, `terms` its kinds of help; `repository` is the folder of the
    signed releases. `mount` is where the pages begin, "" at the root of the address.
    """

    store: Store
    catalogue: Callable[[], Catalogue]
    terms: Callable[[], Sequence[Term]]
    repository: Path
    zone: ZoneInfo
    assets: Path
    region: str = "ns"
    mount: str = ""
    now: Callable[[], datetime] = _now
    stretch: Stretch = stretched
    tries: Tries = field(default_factory=Tries)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request by somebody who is signed in. `form` is empty where nothing was sent; all of it is untrusted."""

    desk: Desk
    messages: Messages
    who: Operator
    now: datetime
    parts: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]

    @property
    def at(self) -> int:
        """The moment in seconds since 1970."""
        return int(self.now.timestamp())


@dataclass(frozen=True, slots=True)
class Moved:
    """The next page to show, by its address below `mount`; after what was sent has been done."""

    to: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A file to be kept by the browser."""

    name: str
    content: bytes


Answer = Page | Moved | Taken
Handler = Callable[[Asked], Answer]
