"""How what a case keeps of a person is sealed in state.db: under one key, which only a sign-in gives out.

ChaCha20-Poly1305 with a random nonce of 96 bits, so one key may seal four thousand million times. The `context` says
what is sealed and where it belongs (such as `b"case 24-118 name"`): what was sealed in one place opens in no other.
"""

import secrets
from typing import NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from kiosk.errors import KioskError

VaultKey = NewType("VaultKey", bytes)
"""Thirty-two random bytes. In memory only while somebody is signed in, on the disk only wrapped."""

KEY_BYTES = 32

_NONCE_BYTES = 12
_TAG_BYTES = 16
_FORM = b"\x01"
_HEADER_BYTES = len(_FORM) + _NONCE_BYTES


class VaultError(KioskError):
    """What is sealed does not open: another key, another context, cut short, or altered. Which, nobody can tell."""

    code = "vault"


def new_vault_key() -> VaultKey:
    """A key that nothing is sealed under yet."""
    return VaultKey(secrets.token_bytes(KEY_BYTES))


def seal(key: VaultKey, plaintext: bytes, context: bytes) -> bytes:
    """Seal `plaintext`; 29 bytes longer, and never the same twice."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _FORM + nonce + ChaCha20Poly1305(key).encrypt(nonce, plaintext, _FORM + context)


def unseal(key: VaultKey, untrusted_sealed: bytes, context: bytes) -> bytes:
    """What was sealed under `key` in `context`, byte for byte. Raises `VaultError`."""
    nonce, rest = untrusted_sealed[1:_HEADER_BYTES], untrusted_sealed[_HEADER_BYTES:]
    if not untrusted_sealed.startswith(_FORM) or len(rest) < _TAG_BYTES:
        raise VaultError("what is sealed is cut short, or of an unknown form")
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, rest, _FORM + context)
    except InvalidTag as error:
        raise VaultError("what is sealed does not open with this key, or was altered") from error
