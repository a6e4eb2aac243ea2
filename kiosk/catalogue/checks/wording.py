"""Texts that are missing in a language, missing altogether, or hard to read."""

import re
from collections.abc import Iterator
from typing import Any

from kiosk.catalogue.faults import Fault, Severity
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.files import Step
from kiosk.catalogue.sources.shapes import BundleShape, FactShape, Shape
from kiosk.catalogue.text import OFFICE_LANGUAGES
from kiosk.languages.sentences import Sentence, sentence

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SENTENCE = re.compile(r"[.!?…]\s+")
_PLAIN_SPACE_BEFORE = re.compile(r"[^\s] [:»]|« ")
_LONGEST_QUESTION = 15
_LONGEST_LABEL = 5
_ADDRESSES = frozenset({"url", "website"})

Wording = tuple[tuple[Step, ...], dict[str, str]]


def wording_faults(sources: Sources) -> Iterator[Fault]:
    """Every text that is not there in both languages, and warnings for those that people would stumble over."""
    for kind in (
        sources.organizations, sources.locations, sources.phones, sources.terms, sources.anchors, sources.documents,
        sources.facts, sources.services, sources.bundles, sources.doors,
    ):  # fmt: skip
        for entry in kind:
            for path, wordings in texts_of(entry.value):
                yield from _languages(entry, path, wordings)
                if not _ADDRESSES & set(path):
                    yield from _typography(entry, path, wordings)
            yield from _words(entry)
    yield from _missing(sources)
    for fact in sources.facts:
        yield from _length(fact)


def texts_of(value: Any, path: tuple[Step, ...] = ()) -> Iterator[Wording]:
    """Every text inside an entry, with its path; lists of everyday words are no texts."""
    if isinstance(value, Shape):
        for field in value.__struct_fields__:
            if field != "words":
                yield from texts_of(getattr(value, field), (*path, field))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_of(item, (*path, index))
    elif isinstance(value, dict) and path[-1] == "said":
        for answer, wordings in value.items():
            yield (*path, answer), wordings
    elif isinstance(value, dict):
        yield path, value


def _languages(entry: Entry[Any], path: tuple[Step, ...], wordings: dict[str, str]) -> Iterator[Fault]:
    field = next(step for step in reversed(path) if isinstance(step, str))
    for language in OFFICE_LANGUAGES:
        if not wordings.get(language, "").strip():
            message = sentence(
                "`{field}` has no {language}: write it, from the facts and in plain words",
                field=field,
                language=language,
            )
            yield entry.fault(message, *path)
    for language, text in wordings.items():
        if not _LANGUAGE.fullmatch(language):
            message = sentence("`{language}` is no language code: use en, fr, mic …", language=language)
            yield entry.fault(message, *path, language)
        elif not text.strip() and language not in OFFICE_LANGUAGES:
            message = sentence("the {language} text is empty: write it, or take the line out", language=language)
            yield entry.fault(message, *path, language)


def _typography(entry: Entry[Any], path: tuple[Step, ...], wordings: dict[str, str]) -> Iterator[Fault]:
    for language, text in wordings.items():
        if "'" in text:
            yield _warning(entry, sentence("write the apostrophe as ’"), *path, language)
        if language == "fr" and _PLAIN_SPACE_BEFORE.search(text):
            message = sentence("French wants a no-break space before : and inside « »")
            yield _warning(entry, message, *path, language)


def _words(entry: Entry[Any]) -> Iterator[Fault]:
    words: dict[str, list[str]] | None = getattr(entry.value, "words", None)
    if words is None:
        return
    for language in OFFICE_LANGUAGES:
        if not words.get(language):
            message = sentence(
                "there are no everyday words in {language}: add those that people would search", language=language
            )
            yield entry.fault(message, "words")
    for language, listed in words.items():
        if len({word.casefold() for word in listed}) < len(listed) or not all(word.strip() for word in listed):
            yield entry.fault(sentence("a word is empty or written twice"), "words", language)


def _missing(sources: Sources) -> Iterator[Fault]:
    for service in sources.services:
        if service.value.fitness is None:
            message = sentence("say whether people can do this alone: `fitness: self_service` or `fitness: mediated`")
            yield service.fault(message)
        if service.value.say is None and not service.value.automatic:
            yield _warning(service, sentence("there is nothing to say to the clerk: add `say:`"))
    for fact in sources.facts:
        if fact.value.why is None and not fact.value.derived_from:
            yield fact.fault(sentence("`{fact}` does not say why it is asked: add `why:`", fact=fact.value.fact))
    for bundle in sources.bundles:
        yield from _missing_in(bundle)


def _missing_in(entry: Entry[BundleShape]) -> Iterator[Fault]:
    for field in ("theme", "icon", "tile", "state", "review_date"):
        if getattr(entry.value, field) is None:
            yield entry.fault(sentence("this bundle has no `{key}:`: add it", key=field))
    if not entry.value.steward:
        yield entry.fault(sentence("this bundle has no `steward:`: name the organization that answers for it"))
    for index, step in enumerate(entry.value.steps):
        if step.title is None:
            message = sentence("step `{step}` has no `title:`: add one that begins with a verb", step=step.id)
            yield entry.fault(message, "steps", index)


def _length(entry: Entry[FactShape]) -> Iterator[Fault]:
    fact = entry.value
    for language, text in fact.question.items():
        longest = max(len(part.split()) for part in _SENTENCE.split(text) or [""])
        if longest > _LONGEST_QUESTION:
            message = sentence(
                "{words} words in one question: {limit} are enough; move the rest to `help:`",
                words=longest,
                limit=_LONGEST_QUESTION,
            )
            yield _warning(entry, message, "question", language)
    for index, choice in enumerate(fact.choices):
        for language, text in choice.label.items():
            if len(text.split(" ")) > _LONGEST_LABEL:
                message = sentence(
                    "{words} words on one choice: {limit} can be read at a glance",
                    words=len(text.split(" ")),
                    limit=_LONGEST_LABEL,
                )
                yield _warning(entry, message, "choices", index, "label", language)


def _warning(entry: Entry[Any], message: Sentence, *path: Step) -> Fault:
    return Fault(entry.at(*path), message, Severity.WARNING)
