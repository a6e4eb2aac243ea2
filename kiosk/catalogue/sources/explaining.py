"""What msgspec says of an entry that has not the shape it should, as a sentence for an editor."""

import difflib
import re

import msgspec

from kiosk.catalogue.sources import shapes
from kiosk.catalogue.sources.files import Step
from kiosk.languages.sentences import Sentence, one_of, sentence

_PROBLEM = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_PART = re.compile(r"\.(?P<key>[A-Za-z0-9_-]+)|\[(?P<index>\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_MISTAKEN = re.compile(r"Expected `(?P<wanted>[a-z |]+)`, got `(?P<got>[a-z]+)`")
_ENUM = re.compile(r"Invalid enum value (?P<value>.*)", re.DOTALL)
_NO_DAY = "Invalid RFC3339 encoded date"
_TYPES = {
    "str": sentence("text"),
    "int": sentence("a whole number"),
    "float": sentence("a number"),
    "bool": sentence("true or false"),
    "null": sentence("nothing"),
    "array": sentence("a list"),
    "object": sentence("an entry with fields"),
    "date": sentence("a day such as 2026-11-25"),
}
_QUOTABLE = frozenset({"int", "float", "bool"})
_FIELDS = sorted(
    {field for shape in shapes.Shape.__subclasses__() for field in shape.__struct_fields__}  # closed in shapes.py
)


def explained(error: msgspec.ValidationError) -> tuple[tuple[Step, ...], Sentence]:
    """The part of the entry that is wrong, and what to tell the editor."""
    match = _PROBLEM.fullmatch(str(error))
    assert match is not None
    parts = _PART.finditer(match["path"] or "")
    inner = tuple(part["key"] if part["key"] is not None else int(part["index"]) for part in parts)
    what = match["what"]
    if unknown := _UNKNOWN.fullmatch(what):
        return (*inner, unknown[1]), _unknown(unknown[1])
    if missing := _MISSING.fullmatch(what):
        return (*inner, missing[1]), sentence("`{key}:` is missing from this entry: add it", key=missing[1])
    name = next((part for part in reversed(inner) if isinstance(part, str)), "")
    return inner, _mistaken(name, what)


def _unknown(name: str) -> Sentence:
    near = difflib.get_close_matches(name, _FIELDS, n=1)
    if near:
        return sentence("`{name}` is not a field here: did you mean `{near}`?", name=name, near=near[0])
    return sentence(
        "`{name}` is not a field here: take it out, or see docs/catalogue.md for the fields there are", name=name
    )


def _mistaken(name: str, what: str) -> Sentence:
    problem = _in_words(what)
    if problem is None and name:
        return sentence("`{name}` is not right ({problem})", name=name, problem=what)
    if problem is None:
        return sentence("this entry is not right ({problem})", problem=what)
    if name:
        return sentence("`{name}` is not right: {problem}", name=name, problem=problem)
    return sentence("this entry is not right: {problem}", problem=problem)


def _in_words(what: str) -> Sentence | None:
    """msgspec's `what` as an editor understands it; None where it is none of what these shapes bring about."""
    if what == _NO_DAY:
        return sentence("write a day such as 2026-11-25")
    if enum := _ENUM.fullmatch(what):
        return sentence("{value} is none of its values, which docs/catalogue.md shows", value=enum["value"])
    mistaken = _MISTAKEN.fullmatch(what)
    if mistaken is None:
        return None
    wanted, got = mistaken["wanted"].split(" | "), mistaken["got"]
    if not {got, *wanted} <= _TYPES.keys():
        return None
    found = _TYPES[got]
    if wanted[0] == "str" and got in _QUOTABLE:
        return sentence("expected text, got {found}; put it in quotes", found=found)
    return sentence("expected {wanted}, got {found}", wanted=one_of(*(_TYPES[kind] for kind in wanted)), found=found)
