"""The way to the hub over the network: one request, one answer, nothing followed, and an end to every wait."""

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import urllib3

from kiosk.referral.keys import LARGEST_KEY_LIST
from kiosk.sync.exchange.errors import AddressError, NotReachedError, RefusedError, TooLargeError, UnknownKioskError
from kiosk.sync.exchange.messages import LARGEST_ACK

CONNECT_S = 10.0
READ_S = 30.0
WHOLE_ANSWER_S = 120.0
"""However slowly it trickles in."""

_AT_ONCE = 64 * 1024
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_UNKNOWN = frozenset({401, 403})
_NOT_TAKEN = frozenset({400, 404, 405, 409, 410, 413, 415, 422})


@dataclass(frozen=True, slots=True)
class HttpTransport:
    """Asks the hub at `address`, such as https://hub.example.ca; without TLS only on this very machine.

    `steady` never jumps. `certificates` is a file of the authorities to trust instead of the system's.
    """

    address: str
    certificates: str | None = None
    whole_answer_s: float = WHOLE_ANSWER_S
    read_s: float = READ_S
    steady: Callable[[], float] = field(default=time.monotonic)

    def exchange(self, request: bytes) -> bytes:
        """Send a batch. Raises `NotReachedError`, `RefusedError`, `TooLargeError`, `AddressError`."""
        return self.post("/v1/exchange", request, "application/cose")

    def enrol(self, request: bytes) -> bytes:
        """Ask to be enrolled; raises the same."""
        return self.post("/v1/enrol", request, "application/cbor")

    def kiosks(self) -> bytes:
        """The list of kiosks that the hub knows, of whom each is told by a receipt; raises the same."""
        return self._asked("GET", "/v1/kiosks.cbor", None, "application/cbor", LARGEST_KEY_LIST)

    def kiosk_changes(self, digest: bytes) -> bytes:
        """What has changed since the list of kiosks with this SHA-256; raises the same."""
        return self._asked("GET", f"/v1/kiosks/{digest.hex()}.cbor", None, "application/cbor", LARGEST_KEY_LIST)

    def post(self, path: str, body: bytes, content_type: str) -> bytes:
        """The body of a 200 answer, at most `LARGEST_ACK` bytes; whose it is, is for the caller to verify."""
        return self._asked("POST", path, body, content_type, LARGEST_ACK)

    def _asked(self, method: str, path: str, body: bytes | None, content_type: str, most: int) -> bytes:
        url = hub_url(self.address) + path
        try:
            with urllib3.PoolManager(
                timeout=urllib3.Timeout(connect=CONNECT_S, read=self.read_s),
                retries=False,
                ssl_context=ssl.create_default_context(cafile=self.certificates),
            ) as pool:
                response = pool.request(
                    method,
                    url,
                    body=body,
                    headers={"Content-Type": content_type, "Accept": content_type, "Accept-Encoding": "identity"},
                    redirect=False,
                    preload_content=False,
                    decode_content=False,
                )
                try:
                    _check(response)
                    return self._read(response, most)
                finally:
                    response.close()
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise NotReachedError(f"{url}: {error}") from error

    def _read(self, response: urllib3.BaseHTTPResponse, most: int) -> bytes:
        """Read in pieces as they come: a time-out for each piece alone would let an answer trickle for ever."""
        until = self.steady() + self.whole_answer_s
        parts: list[bytes] = []
        size = 0
        while piece := response.read1(_AT_ONCE):
            parts.append(piece)
            size += len(piece)
            if size > most:
                raise TooLargeError(f"an answer of more than {most} bytes")
            if self.steady() > until:
                raise NotReachedError("the answer does not come to its end")
        return b"".join(parts)


def hub_url(address: str) -> str:
    """The address without a slash at its end. Raises `AddressError` where records would go over a line in the clear."""
    try:
        url = urllib3.util.parse_url(address)
    except urllib3.exceptions.LocationParseError as error:
        raise AddressError(f"{address!r} is not the address of a hub") from error
    safe = url.scheme == "https" or (url.scheme == "http" and (url.host or "").strip("[]") in _LOOPBACK)
    if not safe or not url.host or url.query or url.fragment or url.auth:
        raise AddressError(f"{address!r} is not the address of a hub: https://hub.example.ca")
    return address.rstrip("/")


def _check(response: urllib3.BaseHTTPResponse) -> None:
    """Let only a 200 pass: whatever else says something without saying who it is."""
    if response.status == 200:
        return
    told = f"the answer is {response.status}"
    if response.status in _UNKNOWN:
        raise UnknownKioskError(told)
    if response.status in _NOT_TAKEN:
        raise RefusedError(told)
    raise NotReachedError(told, response.headers.get("Retry-After", ""))
