"""A public key as people compare it, by eye or over the telephone: eight groups of four digits.

Digits are read the same in every language, and thirty-two of them are 106 bits: nobody finds another key for them.
"""

import hashlib

GROUPS, DIGITS = 8, 4

_PURPOSE = b"guichet fingerprint"


def fingerprint(public: bytes) -> str:
    """The fingerprint of a public key (32 bytes), its groups apart."""
    number = int.from_bytes(hashlib.sha256(_PURPOSE + public).digest(), "big") % 10 ** (GROUPS * DIGITS)
    digits = f"{number:0{GROUPS * DIGITS}}"
    return " ".join(digits[start : start + DIGITS] for start in range(0, len(digits), DIGITS))


def is_fingerprint(untrusted_text: str, public: bytes) -> bool:
    """Tell whether this is what somebody typed who read that key's fingerprint; only ASCII digits count."""
    typed = "".join(letter for letter in untrusted_text if letter.isascii() and letter.isdigit())
    return typed == fingerprint(public).replace(" ", "")
