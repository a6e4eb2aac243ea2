"""What msgspec says of a setting that is not what it should be, as a sentence for whoever wrote the file.

In English it stays as msgspec says it.
"""

import re

import msgspec

from kiosk.languages.sentences import Sentence, one_of, sentence

_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`")
_ENUM = re.compile(r"Invalid enum value (?P<value>.*)", re.DOTALL)
_MISTAKEN = re.compile(r"Expected `(?P<wanted>[a-z |]+)`, got `(?P<got>[a-z]+)`")
_TYPES = {
    "str": sentence("`str`"),
    "int": sentence("`int`"),
    "float": sentence("`float`"),
    "bool": sentence("`bool`"),
    "array": sentence("`array`"),
    "object": sentence("`object`"),
    "null": sentence("`null`"),
    "date": sentence("`date`"),
    "time": sentence("`time`"),
    "datetime": sentence("`datetime`"),
}


def placed(error: msgspec.ValidationError) -> Sentence:
    """What is wrong, after the key it is wrong with, where that is known."""
    _problem, _at, place = str(error).partition(" - at `$.")
    if not place:
        return in_words(error)
    return sentence("{place}: {problem}", place=place.rstrip("`"), problem=in_words(error))


def in_words(error: msgspec.ValidationError) -> Sentence:
    """What is wrong, without the key. A setting that refuses itself has said so in a sentence of its own."""
    own = error.__cause__.args[0] if error.__cause__ and error.__cause__.args else None
    if isinstance(own, Sentence):
        return own
    what = str(error).partition(" - at `$")[0]
    if missing := _MISSING.fullmatch(what):
        return sentence("Object missing required field `{key}`", key=missing["key"])
    if unknown := _UNKNOWN.fullmatch(what):
        return sentence("Object contains unknown field `{key}`", key=unknown["key"])
    if enum := _ENUM.fullmatch(what):
        return sentence("Invalid enum value {value}", value=enum["value"])
    if (mistaken := _MISTAKEN.fullmatch(what)) is not None:
        wanted, got = mistaken["wanted"].split(" | "), mistaken["got"]
        if {got, *wanted} <= _TYPES.keys():
            kinds = one_of(*(_TYPES[kind] for kind in wanted))
            return sentence("Expected {wanted}, got {found}", wanted=kinds, found=_TYPES[got])
    return sentence("this cannot stand here ({problem})", problem=what)
