"""One piece of wording in every language it has been written in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

OFFICE_LANGUAGES = ("en", "fr")
"""The languages in which every visible text must exist; neither is the translation of the other."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in one or more languages, by language code (`en`, `fr`, ...)."""

    wordings: Mapping[str, str]

    def __bool__(self) -> bool:
        return any(self.wordings.values())

    def __iter__(self) -> Iterator[str]:
        return iter(self.wordings.values())

    def to(self, language: str) -> str:
        """The wording in `language`, or in the first office language that has one; never empty by surprise."""
        return self.in_first_of((language, *OFFICE_LANGUAGES))[0]

    def in_first_of(self, languages: Sequence[str]) -> tuple[str, str]:
        """The wording and its language, for the first of `languages` that has one; two empty strings when none has."""
        for language in languages:
            if wording := self.wordings.get(language):
                return wording, language
        return "", ""


def text(en: str, fr: str) -> Text:
    """The two office languages, side by side."""
    return Text({"en": en, "fr": fr})
