"""What msgspec says of an entry that has not the shape it should, as a sentence for an editor."""

import difflib
import re

import msgspec

from kiosk.catalogue.sources import shapes
from kiosk.catalogue.sources.files import Step
from kiosk.config.mistakes import Missing, Mistake, NotOffered, OtherType, Unknown, mistake_in
from kiosk.languages.sentences import Sentence, one_of, sentence

_PROBLEM = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_PART = re.compile(r"\.(?P<key>[A-Za-z0-9_-]+)|\[(?P<index>\d+)\]")
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
    told = _PROBLEM.fullmatch(str(error))
    assert told is not None
    parts = _PART.finditer(told["path"] or "")
    inner = tuple(part["key"] if part["key"] is not None else int(part["index"]) for part in parts)
    match mistake_in(told["what"]):
        case Unknown(key=key):
            return (*inner, key), _unknown(key)
        case Missing(key=key):
            return (*inner, key), sentence("`{key}:` is missing from this entry: add it", key=key)
        case mistake:
            name = next((part for part in reversed(inner) if isinstance(part, str)), "")
            return inner, _mistaken(name, told["what"], mistake)


def _unknown(name: str) -> Sentence:
    near = difflib.get_close_matches(name, _FIELDS, n=1)
    if near:
        return sentence("`{name}` is not a field here: did you mean `{near}`?", name=name, near=near[0])
    return sentence(
        "`{name}` is not a field here: take it out, or see docs/catalogue.md for the fields there are", name=name
    )


def _mistaken(name: str, what: str, mistake: Mistake | None) -> Sentence:
    problem = _in_words(what, mistake)
    if problem is None and name:
        return sentence("`{name}` is not right ({problem})", name=name, problem=what)
    if problem is None:
        return sentence("this entry is not right ({problem})", problem=what)
    if name:
        return sentence("`{name}` is not right: {problem}", name=name, problem=problem)
    return sentence("this entry is not right: {problem}", problem=problem)


def _in_words(what: str, mistake: Mistake | None) -> Sentence | None:
    """msgspec's `what` as an editor understands it; None where it is none of what these shapes bring about."""
    if what == _NO_DAY:
        return sentence("write a day such as 2026-11-25")
    match mistake:
        case NotOffered(value=value):
            return sentence("{value} is none of its values, which docs/catalogue.md shows", value=value)
        case OtherType(wanted=("str", *_), got=got) if got in _QUOTABLE and {got, *mistake.wanted} <= _TYPES.keys():
            return sentence("expected text, got {found}; put it in quotes", found=_TYPES[got])
        case OtherType(wanted=wanted, got=got) if {got, *wanted} <= _TYPES.keys():
            kinds = one_of(*(_TYPES[kind] for kind in wanted))
            return sentence("expected {wanted}, got {found}", wanted=kinds, found=_TYPES[got])
        case _:
            return None
