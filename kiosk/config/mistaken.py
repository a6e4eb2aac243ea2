"""What msgspec says of a setting that is not what it should be, in plain words for whoever wrote the file."""

import re

import msgspec

from kiosk.languages.sentences import Sentence, one_of, sentence

_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`")
_ENUM = re.compile(r"Invalid enum value (?P<value>.*)", re.DOTALL)
_MISTAKEN = re.compile(r"Expected `(?P<wanted>[a-z |]+)`, got `(?P<got>[a-z]+)`")
_TYPES = {
    "str": sentence("text in quotation marks"),
    "int": sentence("a whole number"),
    "float": sentence("a number with decimals"),
    "bool": sentence("true or false"),
    "array": sentence("a list in square brackets"),
    "object": sentence("a section"),
    "null": sentence("nothing"),
    "date": sentence("a date"),
    "time": sentence("a time of day"),
    "datetime": sentence("a date and a time"),
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
        return sentence("`{key}` is missing: add it", key=missing["key"])
    if unknown := _UNKNOWN.fullmatch(what):
        return sentence("there is no key `{key}`", key=unknown["key"])
    if enum := _ENUM.fullmatch(what):
        return sentence("{value} is not allowed: the example file shows what is", value=enum["value"])
    if (mistaken := _MISTAKEN.fullmatch(what)) is not None:
        wanted, got = mistaken["wanted"].split(" | "), mistaken["got"]
        if {got, *wanted} <= _TYPES.keys():
            kinds = one_of(*(_TYPES[kind] for kind in wanted))
            return sentence("this must be {wanted}, and there is {found}", wanted=kinds, found=_TYPES[got])
    return sentence("this cannot stand here ({problem})", problem=what)
