"""Questions to a print server in its own protocol, IPP (RFC 8010, RFC 8011), over TCP or a local socket.

Only what following a job needs, and a look at a printer: one request without a document, one answer. The programs of
CUPS answer in sentences that change with the language and the version; attributes do not. And `cancel -x` of CUPS
2.4.2 leaves the document of a finished job in the spool, which `purge` does not.
"""

from __future__ import annotations

import http.client
import os
import pwd
import socket
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from urllib.parse import urlsplit

from kiosk.errors import KioskError

Value = int | bool | str
DEFAULT_PORT = 631

_FOUND_BY_NAME = (".local", ".local.", "._tcp")
"""Endings of names that only CUPS itself can find (DNS-SD)."""
_SECONDS = 3.0
_OPERATION_GROUP, _END = 0x01, 0x03
_FIRST_VALUE_TAG = 0x10
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_NAME, _KEYWORD, _URI, _CHARSET, _LANGUAGE = 0x42, 0x44, 0x45, 0x47, 0x48
_TEXTS = frozenset({0x41, _NAME, _KEYWORD, _URI, 0x46, _CHARSET, _LANGUAGE, 0x49})
_MOST_ANSWER = 1 << 20


class Operation(IntEnum):
    """What can be asked (RFC 8011, section 5.4.15)."""

    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class IppError(KioskError):
    """The print server gave no answer, or one that makes no sense."""

    code = "print_server_silent"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a print server answered."""

    status: int
    attributes: Mapping[str, Sequence[Value]]
    """The attributes of the printer or job, by name. Values that are not numbers, claims or texts are left out."""

    NOT_FOUND = 0x0406
    """Status client-error-not-found."""

    @property
    def is_good(self) -> bool:
        return self.status < 0x0100

    @property
    def is_not_found(self) -> bool:
        return self.status == self.NOT_FOUND

    def number(self, name: str) -> int:
        """Give a number, or -1 when the server did not tell."""
        return next((value for value in self.attributes.get(name, ()) if isinstance(value, int)), -1)

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(value for value in self.attributes.get(name, ()) if isinstance(value, str))


def ask(server: str, operation: Operation, queue: str, job: int | None, wanted: Sequence[str]) -> Answer:
    """Ask `server` ("host", "host:port" or the path of a local socket) about a queue, or about a job in it.

    Waits three seconds at most for each step. Raises `IppError`.
    """
    return _exchange(server, f"/printers/{queue}", _request(operation, _address(queue), job, _wanted(wanted)))


def ask_device(address: str, wanted: Sequence[str]) -> Answer | None:
    """Ask a printer itself, at the address that a queue has of it; None when that is not plain IPP to a host.

    A queue learns how its printer is only while it prints. Waits as `ask`. Raises `IppError`.
    """
    parts = urlsplit(address)
    if parts.scheme != "ipp" or not parts.hostname or parts.hostname.endswith(_FOUND_BY_NAME):
        return None
    port = parts.port or DEFAULT_PORT
    request = _request(Operation.GET_PRINTER_ATTRIBUTES, address.split("?")[0], None, _wanted(wanted))
    return _exchange(f"{parts.hostname}:{port}", parts.path or "/", request)


def purge(server: str, queue: str, job: int) -> Answer:
    """Cancel a job, finished or not, and have its record and its document deleted. Raises `IppError`."""
    owner = _attribute(_NAME, "requesting-user-name", _user().encode())
    deletion = _attribute(_BOOLEAN, "purge-job", b"\x01")  # of CUPS
    request = _request(Operation.CANCEL_JOB, _address(queue), job, [owner, deletion])
    return _exchange(server, f"/printers/{queue}", request)


def read_answer(untrusted_answer: bytes) -> Answer:
    """Read an IPP response. Raises `IppError` when it is torn."""
    try:
        _version, status, _request_id = struct.unpack_from(">HHI", untrusted_answer)
        attributes = _attributes(untrusted_answer, 8)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppError("the print server's answer is torn") from error
    return Answer(status, MappingProxyType(attributes))


def _exchange(server: str, path: str, request: bytes) -> Answer:
    headers = {"Content-Type": "application/ipp"}
    if server.startswith("/"):
        # CUPS believes a local socket, where the system itself says who calls.
        headers["Authorization"] = f"PeerCred {_user()}"
    try:
        connection = _connection(server)
        try:
            connection.request("POST", path, request, headers)
            reply = connection.getresponse()
            untrusted_answer = reply.read(_MOST_ANSWER)
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise IppError(f"no print server at {server}: {error}") from error
    if reply.status != http.HTTPStatus.OK:
        raise IppError(f"the print server at {server} answered HTTP {reply.status}")
    return read_answer(untrusted_answer)


class _LocalConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_SECONDS)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(_SECONDS)
        self.sock.connect(self._path)


def _connection(server: str) -> http.client.HTTPConnection:
    if server.startswith("/"):
        return _LocalConnection(server)
    host, _, port = server.partition(":")
    return http.client.HTTPConnection(host, int(port) if port else DEFAULT_PORT, timeout=_SECONDS)


def _user() -> str:
    return pwd.getpwuid(os.getuid()).pw_name


def _address(queue: str) -> str:
    return f"ipp://localhost/printers/{queue}"


def _wanted(names: Sequence[str]) -> list[bytes]:
    labels = ["requested-attributes", *[""] * (len(names) - 1)]  # an empty label means one more value
    return [_attribute(_KEYWORD, label, name.encode()) for label, name in zip(labels, names, strict=True)]


def _request(operation: Operation, address: str, job: int | None, attributes: Sequence[bytes]) -> bytes:
    told = [
        _attribute(_CHARSET, "attributes-charset", b"utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", b"en"),
        _attribute(_URI, "printer-uri", address.encode()),
    ]
    if job is not None:
        told.append(_attribute(_INTEGER, "job-id", struct.pack(">i", job)))
    return struct.pack(">HHIB", 0x0101, operation, 1, _OPERATION_GROUP) + b"".join([*told, *attributes, bytes([_END])])


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(value)) + value


def _attributes(answer: bytes, at: int) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    name = ""
    while (tag := answer[at]) != _END:
        at += 1
        if tag < _FIRST_VALUE_TAG:
            continue
        untrusted_name, at = _counted(answer, at)
        raw, at = _counted(answer, at)
        name = untrusted_name.decode() or name
        value = _value(tag, raw)
        if value is not None:
            found.setdefault(name, []).append(value)
    return found


def _counted(answer: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", answer, at)
    end = at + 2 + length
    if end > len(answer):
        raise IndexError(end)
    return answer[at + 2 : end], end


def _value(tag: int, raw: bytes) -> Value | None:
    if tag in (_INTEGER, _ENUM):
        return int(struct.unpack(">i", raw)[0])
    if tag == _BOOLEAN:
        return raw == b"\x01"
    if tag in _TEXTS:
        return raw.decode(errors="replace")
    return None
