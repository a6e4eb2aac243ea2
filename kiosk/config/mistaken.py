"""What msgspec says of a setting that is not what it should be, in plain words for whoever wrote the file."""

import msgspec

from kiosk.config.mistakes import Missing, NotOffered, OtherType, Unknown, mistake_in
from kiosk.languages.sentences import Sentence, one_of, sentence

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
    match mistake_in(what):
        case Missing(key=key):
            return sentence("`{key}` is missing: add it", key=key)
        case Unknown(key=key):
            return sentence("there is no key `{key}`", key=key)
        case NotOffered(value=value):
            return sentence("{value} is not allowed: the example file shows what is", value=value)
        case OtherType(wanted=wanted, got=got) if {got, *wanted} <= _TYPES.keys():
            kinds = one_of(*(_TYPES[kind] for kind in wanted))
            return sentence("this must be {wanted}, and there is {found}", wanted=kinds, found=_TYPES[got])
        case _:
            return sentence("this cannot stand here ({problem})", problem=what)
