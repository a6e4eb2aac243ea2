"""A code while it is being typed: set in its groups, so that it reads as it is printed."""

WHOLE = 7
"""Characters of a code, without the R."""

_LONGEST_CODE = 12
_FIRST_GROUP = 4
_BETWEEN = frozenset(" -‐‑–—_.")


def plain(untrusted_typed: str) -> str:
    """The characters alone, in capitals, without the R that a code may begin with."""
    characters = "".join(c for c in untrusted_typed.upper() if c not in _BETWEEN)
    return characters.removeprefix("R")


def grouped(untrusted_typed: str, before: str) -> str:
    """`7K3F-9XD`, as far as it is typed; what is no code stays as it is, and so does a hyphen that is being erased.

    `before` is what stood there before the last key.
    """
    if len(untrusted_typed.strip()) > _LONGEST_CODE or not untrusted_typed.isascii():
        return untrusted_typed
    characters = plain(untrusted_typed)
    if untrusted_typed.strip().upper() in ("R", "R-"):
        return untrusted_typed.strip().upper()
    is_erasing = len(untrusted_typed) < len(before)
    if len(characters) < _FIRST_GROUP or (len(characters) == _FIRST_GROUP and is_erasing):
        return characters
    return f"{characters[:_FIRST_GROUP]}-{characters[_FIRST_GROUP:]}"
