"""What the people who run a kiosk decide about it, section by section: frozen values, each with its usual setting."""

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlsplit

from kiosk.config.bounds import Length, Like, TimeZone, Within
from kiosk.frozen import dataclass
from kiosk.languages.known import TONGUES, in_order, tongue_of
from kiosk.languages.sentences import Sentence, SentenceError, sentence

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class ConfigError(SentenceError):
    """The configuration file cannot be read or says something that cannot be."""

    code = "config"


class Orientation(StrEnum):
    """How the panel stands; `AUTO` follows the window's shape."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class PrinterKind(StrEnum):
    """What prints the slips."""

    NONE = "none"
    CUPS = "cups"
    RECEIPT = "receipt"
    FILE = "file"


class Paper(StrEnum):
    """What a slip is printed on: 80 mm or 58 mm receipt paper, or a Letter sheet."""

    RECEIPT_80 = "receipt80"
    RECEIPT_58 = "receipt58"
    LETTER = "letter"


class SoundThrough(StrEnum):
    """What the voice is heard through; `AUTO` takes the sound server, else the sound card, else is silent."""

    AUTO = "auto"
    PULSE = "pulse"
    PIPEWIRE = "pipewire"
    ALSA = "alsa"
    NONE = "none"


class Profile(StrEnum):
    """How the first screen greets: French and English alike, or as Québec’s Charter asks, French before all others."""

    EQUAL = "equal"
    QC = "qc"


@dataclass(frozen=True, slots=True)
class InBoth:
    """A text in English and in French."""

    en: str
    fr: str

    def in_language(self, language: str) -> str:
        """Return the text for a language such as "fr" or "fr_CA", English for any other."""
        return self.fr if language.partition("_")[0] == "fr" else self.en


Seconds = Annotated[int, Within(5, 3600)]
Words = Annotated[str, Length(1, 200)]


@dataclass(frozen=True, slots=True)
class Site:
    """Where the kiosk stands. `jurisdictions` go from the widest to the nearest; `desk` says when people are there.

    `slot` says where a printed slip comes out, for whoever cannot see it: "Take it at the right of the keypad."

    Whatever the order they are written in, `languages` has the office languages first; under the profile `qc`, French
    before English.
    """

    name: InBoth = InBoth("North End Community Centre", "Centre communautaire North End")
    latitude: Annotated[float, Within(-90, 90)] = 44.6625
    longitude: Annotated[float, Within(-180, 180)] = -63.5905
    jurisdictions: tuple[Words, ...] = ("federal", "nova-scotia", "municipal-halifax")
    desk: InBoth | None = None
    slot: InBoth | None = None
    languages: tuple[Words, ...] = ("en", "fr")
    profile: Profile = Profile.EQUAL
    timezone: Annotated[str, TimeZone()] = "America/Halifax"

    def __post_init__(self) -> None:
        if not self.languages or len(set(self.languages)) < len(self.languages):
            raise ValueError(sentence("languages must name at least one language, and none twice"))
        if unknown := set(self.languages) - set(TONGUES):
            raise ValueError(_no_language(min(unknown)))
        if not self.office_languages or (self.profile is Profile.QC and "fr" not in self.languages):
            raise ValueError(sentence("languages must name an office language: fr or en, and fr under the profile qc"))
        french_first = self.profile is Profile.QC
        by_profile = sorted(self.languages, key=lambda language: not (french_first and language == "fr"))
        object.__setattr__(self, "languages", in_order(by_profile))

    @property
    def office_languages(self) -> tuple[str, ...]:
        """English, French or both, in the order of this site; what no other language says shows in the first."""
        return tuple(language for language in self.languages if tongue_of(language).office)

    @property
    def greetings(self) -> tuple[str, ...]:
        """The languages that the first screen greets in, all alike."""
        return ("fr",) if self.profile is Profile.QC else self.office_languages

    @property
    def others(self) -> tuple[str, ...]:
        """The languages that the first screen offers beside those."""
        offered = (language for language in self.languages if tongue_of(language).is_shown)
        return tuple(language for language in offered if language not in self.greetings)

    @property
    def zone(self) -> "ZoneInfo":
        """The time zone of every hour shown."""
        from zoneinfo import ZoneInfo

        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True)
class Screen:
    """The panel and how it is mounted. A diagonal of 0 means: believe what the panel says of its own size.

    `view_distance_mm` is from the eyes to the glass; 0 means as people stand before a panel of its size.
    `mount_bottom_mm` is the height of the panel's lower edge above the floor; nothing to touch lies above 1220 mm.
    """

    panel_diagonal_in: Annotated[float, Within(0, 120)] = 0.0
    mount_bottom_mm: Annotated[int, Within(0, 1200)] = 750
    view_distance_mm: Annotated[int, Within(0, 3000)] = 0
    orientation: Orientation = Orientation.AUTO
    fullscreen: bool = True


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long the kiosk waits for a touch, in seconds: first screens, questions and plan, warning, last screen.

    When the warning's time is over too, the visit is forgotten.
    """

    home_s: Seconds = 60
    questions_s: Seconds = 120
    warning_s: Seconds = 30
    done_s: Seconds = 45


@dataclass(frozen=True, slots=True)
class Comfort:
    """The settings that everyone begins with at this kiosk, and may change: see `kiosk.visit.comfort.Comfort`."""

    letters: Annotated[int, Within(0, 2)] = 0
    palette: Literal["light", "dark", "contrast-dark", "contrast-light", "cream"] = "light"
    volume: Annotated[int, Within(1, 8)] = 4
    pace: Literal["slow", "normal", "fast"] = "normal"
    steady: bool = False
    lower: bool = False
    more_time: bool = False
    motion: bool = True


@dataclass(frozen=True, slots=True)
class Speech:
    """What reads the screens aloud: see `kiosk.speech`.

    `device` is a sink of the sound server or a device of ALSA, empty for the usual one. `recordings` is a folder with
    sentences that people recorded. `voices` names other voices of espeak-ng, by language.
    """

    through: SoundThrough = SoundThrough.AUTO
    device: Annotated[str, Length(0, 200)] = ""
    recordings: str = ""
    voices: dict[str, Annotated[str, Like("[A-Za-z0-9][A-Za-z0-9_+/-]*")]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if unknown := set(self.voices) - set(TONGUES):
            raise ValueError(_no_language(min(unknown)))


@dataclass(frozen=True, slots=True)
class Printer:
    """The printer: a CUPS queue by `name`, a receipt printer by `address` (see the example file), or a `folder`."""

    kind: PrinterKind = PrinterKind.NONE
    name: str = ""
    address: str = ""
    paper: Paper = Paper.RECEIPT_80
    folder: str = ""

    def __post_init__(self) -> None:
        needed = {PrinterKind.CUPS: "name", PrinterKind.RECEIPT: "address", PrinterKind.FILE: "folder"}.get(self.kind)
        if needed and not getattr(self, needed):
            raise ValueError(sentence("a printer of kind {kind!r} needs {key!r}", kind=self.kind.value, key=needed))


@dataclass(frozen=True, slots=True)
class Referral:
    """What a slip's code says. A kiosk number of 0 means: choose one at first start and keep it."""

    page_address: str = ""
    kiosk_number: Annotated[int, Within(0, 2**32 - 1)] = 0
    valid_days: Annotated[int, Within(1, 366)] = 90

    def __post_init__(self) -> None:
        address = urlsplit(self.page_address)
        if self.page_address and not (address.scheme == "https" and address.hostname and not address.fragment):
            raise ValueError(sentence("page_address must be an https address without a # part, or empty"))


def host_and_port(text: str) -> tuple[str, int]:
    """What an address such as `192.168.1.20:7411` or `[fd00::1]:7411` names. Raises ValueError."""
    host, colon, port = text.strip().rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not colon or not host or not port.isdecimal() or not 1 <= int(port) <= 65535:
        raise ValueError(sentence("{text!r} is not an address such as 192.168.1.20:7411", text=text))
    return host, int(port)


LONGEST_PLACE = 40


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a kiosk calls the counter (`address`), and where the counter listens for kiosks (`listen`).

    Both are addresses of the local network; left empty, kiosk and counter are on the same machine.
    `scanner` is the device of a scanner on a serial line (`/dev/ttyACM0`); one that types like a keyboard needs none.
    `place` is where a kiosk stands, as staff call it: "Entrance".
    """

    address: str = ""
    listen: str = ""
    scanner: Annotated[str, Like("(/dev/[^/].*)?")] = ""
    lock_after_s: Annotated[int, Within(60, 3600)] = 300
    colours: Literal["system", "light", "dark", "contrast-dark", "contrast-light", "cream"] = "system"
    scale: Annotated[float, Within(0, 2)] = 0.0
    on_kiosk: bool = False
    place: InBoth | None = None

    def __post_init__(self) -> None:
        for address in filter(None, (self.address, self.listen)):
            host_and_port(address)
        if self.place is not None and max(len(self.place.en), len(self.place.fr)) > LONGEST_PLACE:
            raise ValueError(sentence("place must have at most {most} letters", most=LONGEST_PLACE))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The catalogue to open whatever else is there; empty for the newest that this machine has."""

    path: str = ""


@dataclass(frozen=True, slots=True)
class Sync:
    """Where editions of the catalogue come from and whom the kiosk tells what it did; see docs/sync.md.

    `updates` is the https address of a repository or a folder, `hub` the https address of the hub; each may be empty.
    On a connection paid by the byte (`metered`) nothing is fetched unless somebody asks for it.
    """

    updates: Annotated[str, Length(0, 300)] = ""
    region: Annotated[str, Like("[a-z0-9-]{1,40}")] = "ns"
    hub: Annotated[str, Length(0, 300)] = ""
    every_minutes: Annotated[int, Within(1, 1440)] = 15
    metered: bool = False

    @property
    def is_set(self) -> bool:
        """Whether there is anywhere to go over the network."""
        return bool(self.updates or self.hub)

    def __post_init__(self) -> None:
        if self.updates and not self.updates.startswith("/") and not _is_web_address(self.updates):
            raise ValueError(sentence("updates must be an https address, a folder that begins with /, or empty"))
        if self.hub and not _is_web_address(self.hub):
            raise ValueError(sentence("hub must be an https address or empty"))


def _no_language(untrusted: str) -> Sentence:
    known = ", ".join(TONGUES)
    return sentence("{language!r} is not a language of Guichet: use {all}", language=untrusted, all=known)


def _is_web_address(text: str) -> bool:
    """Whether it is an https address; this machine itself may also be reached without encryption."""
    address = urlsplit(text)
    here = address.hostname in ("127.0.0.1", "::1", "localhost")
    plain = not address.query and not address.fragment and bool(address.hostname)
    return plain and (address.scheme == "https" or (address.scheme == "http" and here))


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be decided about one kiosk. The defaults are a kiosk in the north end of Halifax."""

    site: Site = field(default_factory=Site)
    screen: Screen = field(default_factory=Screen)
    timeouts: Timeouts = field(default_factory=Timeouts)
    comfort: Comfort = field(default_factory=Comfort)
    speech: Speech = field(default_factory=Speech)
    printer: Printer = field(default_factory=Printer)
    referral: Referral = field(default_factory=Referral)
    counter: Counter = field(default_factory=Counter)
    catalogue: Catalogue = field(default_factory=Catalogue)
    sync: Sync = field(default_factory=Sync)
