"""One piece of wording in every language it has been written in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.languages.foreign import foreign
from kiosk.languages.known import OFFICE_LANGUAGES

__all__ = ["OFFICE_LANGUAGES", "Text", "text", "together"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in one or more languages, by language code (`en`, `fr`, ...).

    `office` are the languages to fall back to, the site's first one first.
    """

    wordings: Mapping[str, str]
    office: Sequence[str] = OFFICE_LANGUAGES

    def __bool__(self) -> bool:
        return any(self.wordings.values())

    def __iter__(self) -> Iterator[str]:
        return iter(self.wordings.values())

    def to(self, language: str) -> str:
        """The wording to show in `language`; never empty by surprise.

        Where there is none, the one of the first office language that has one, marked as foreign for the eye and the
        voice (`kiosk.languages.foreign`); office languages stand in for each other without a mark.
        """
        wording, found = self.in_first_of((language, *self.office))
        return wording if found == language or language in self.office else foreign(wording)

    def plain_to(self, language: str) -> str:
        """The same without any mark: for addresses, and for sorting and looking up."""
        return self.in_first_of((language, *self.office))[0]

    def language_shown(self, language: str) -> str:
        """The language that `to` answers in; empty when there is no wording at all."""
        return self.in_first_of((language, *self.office))[1]

    def in_first_of(self, languages: Sequence[str]) -> tuple[str, str]:
        """The wording and its language, for the first of `languages` that has one; two empty strings when none has."""
        for language in languages:
            if wording := self.wordings.get(language):
                return wording, language
        return "", ""


def text(en: str, fr: str, **others: str) -> Text:
    """The two office languages, side by side, and any other by its code."""
    return Text({"en": en, "fr": fr, **others})


def together(texts: Iterable[Text | None]) -> Text | None:
    """Several texts as one, each sentence once, in every language that one of them has; None when there is none."""
    told = list({tuple(sorted(one.wordings.items())): one for one in texts if one}.values())
    if len(told) < 2:
        return told[0] if told else None
    languages = dict.fromkeys(language for one in told for language in one.wordings)
    return Text({code: " ".join(one.plain_to(code) for one in told) for code in languages}, told[0].office)


def sentences(parts: Iterable[str]) -> str:
    """The parts that say something one after the other, each but the last with a full stop."""
    told = [part for part in parts if part]
    return " ".join([*(part if part.endswith((".", "!", "?")) else f"{part}." for part in told[:-1]), *told[-1:]])
