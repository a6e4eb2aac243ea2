"""The languages that Guichet can speak: their own names, their letters, their direction and their voices."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from kiosk.frozen import dataclass


class Script(StrEnum):
    """The letters of a language. Noto Sans draws the Latin and the Cyrillic ones, Mi’kmaw letters among them."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HAN = "han"


@dataclass(frozen=True, slots=True)
class Typeface:
    """What draws a script: a family, and its files in `assets/fonts`; a language’s own name needs the first only."""

    family: str
    files: tuple[str, ...]


NOTO_SANS = "Noto Sans"
LATIN_FILES = tuple(f"NotoSans_{weight}.ttf" for weight in ("400Regular", "500Medium", "600SemiBold", "700Bold"))
GREETING_FILES = tuple(file for file in LATIN_FILES if "Medium" not in file)
"""What the first screen is set in; all it waits for."""

TYPEFACES = {
    Script.LATIN: Typeface(NOTO_SANS, LATIN_FILES),
    Script.CYRILLIC: Typeface(NOTO_SANS, LATIN_FILES),
    Script.ARABIC: Typeface(
        "Noto Sans Arabic",
        ("NotoSansArabic_600SemiBold.ttf", "NotoSansArabic_400Regular.ttf", "NotoSansArabic_700Bold.ttf"),
    ),
    # Cut down to the characters of the Chinese catalogue by scripts/subset_fonts.py: the whole has 10 MB a weight.
    Script.HAN: Typeface("Noto Sans SC", ("NotoSansSC-subset_600SemiBold.ttf", "NotoSansSC-subset_400Regular.ttf")),
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. `own_name` is as its speakers write it; `start` says “Touch to start” in it.

    `locale` is CLDR’s, for dates and numbers; the rules of plurals come from there too, by `code`. `voice` is
    espeak-ng’s, empty where it has none. `office` languages are those in which every text of the catalogue exists.
    `offered` is false for one that no kiosk greets in: the made-up one that finds untranslated texts, and Mi’kmaw,
    whose words are for its speakers to give.
    """

    code: str
    own_name: str
    start: str
    locale: str
    voice: str
    script: Script = Script.LATIN
    right_to_left: bool = False
    office: bool = False
    offered: bool = True

    @property
    def is_shown(self) -> bool:
        """Whether screens can be in it; Mi’kmaw is only heard, where its speakers have recorded a greeting."""
        return self.start != ""

    @property
    def typeface(self) -> Typeface:
        """What draws it."""
        return TYPEFACES[self.script]


MIKMAW = "mic"
PSEUDO = "qps"
"""A language that nobody speaks: English, longer, in brackets and accents; see `kiosk.languages.pseudo`."""

TONGUES = {
    tongue.code: tongue
    for tongue in (
        Tongue("en", "English", "Touch to start", "en_CA", "en-us", office=True),
        Tongue("fr", "Français", "Touchez pour commencer", "fr_CA", "fr-fr", office=True),
        Tongue("ar", "العربية", "المس للبدء", "ar", "ar", Script.ARABIC, right_to_left=True),
        # espeak-ng 1.51 reads Chinese right with this voice; with "cmn" it reads the pinyin as English.
        Tongue("zh", "中文", "点击开始", "zh_Hans_CN", "cmn-latn-pinyin", Script.HAN),
        Tongue("uk", "Українська", "Торкніться, щоб почати", "uk", "uk", Script.CYRILLIC),
        Tongue(MIKMAW, "Mi’kmaw", "", "en_CA", "", offered=False),
        Tongue(PSEUDO, "[Ƥšéûðö]", "[Ţöûçĥ ţö šţåŕţ]", "en_CA", "en-us", offered=False),
    )
}
"""By code, the office languages first."""

OFFICE_LANGUAGES = tuple(code for code, tongue in TONGUES.items() if tongue.office)
"""The languages in which every visible text must exist; neither is the translation of the other."""


def tongue_of(language: str) -> Tongue:
    """What is known of `language`; of one that is not known, that it has Latin letters and its code for a name."""
    return TONGUES.get(language) or Tongue(language, language, "", "en_CA", "", offered=False)


def in_order(languages: Sequence[str]) -> tuple[str, ...]:
    """`languages` with the office languages first, otherwise as they come."""
    return tuple(sorted(languages, key=lambda language: not tongue_of(language).office))


def missing_files(language: str, locale: Path, fonts: Path) -> tuple[Path, ...]:
    """What `language` lacks to be shown: its words in the folder `locale`, its letters in the folder `fonts`.

    One that is only heard lacks nothing.
    """
    tongue = tongue_of(language)
    if not tongue.is_shown:
        return ()
    needed = [fonts / file for file in tongue.typeface.files]
    if language not in ("en", PSEUDO):
        needed.append(locale / language / "LC_MESSAGES" / "guichet.po")
    return tuple(file for file in needed if not file.is_file())
