"""A repository on a web server: read in pieces that can be taken up again, and never longer than patience lasts."""

import time
from collections.abc import Generator
from urllib.parse import quote

import urllib3
from urllib3.exceptions import HTTPError, ProtocolError, SSLError
from urllib3.exceptions import TimeoutError as Slow

from kiosk.sync.updates.reasons import CutError, MissingError, Reason, UpdateError
from kiosk.sync.updates.sources import CHUNK, Way

_ABSENT = frozenset({403, 404, 410})
"""Stores of objects answer 403 for a file that is not there and may not be listed."""

_PARTIAL, _WHOLE, _BEYOND, _SIGN_IN = 206, 200, 416, 511


class WebSource:
    """A repository below an address. Every file is asked for once; who wants the rest asks from where it broke.

    Nothing is followed to another address: a static repository has no need of it, and who redirects is a network that
    wants somebody to sign in.
    """

    way = Way.NETWORK

    def __init__(self, address: str, silence_s: float = 20.0, longest_s: float = 120.0) -> None:
        """`silence_s` without a byte breaks a connection, and so does `longest_s` in all, whatever comes."""
        self._address = address.rstrip("/")
        self._longest_s = longest_s
        self._pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=silence_s, read=silence_s),
            retries=False,
            headers={"User-Agent": "guichet", "Accept-Encoding": "identity"},
        )

    def read(self, path: str, start: int = 0) -> Generator[bytes]:
        """See `Source.read`."""
        ends = time.monotonic() + self._longest_s
        response = self._asked(path, start)
        try:
            _check(response, path)
            if start and response.status == _BEYOND:
                return
            # A server that does not know Range begins again from the first byte.
            skipped = start if response.status == _WHOLE else 0
            is_first = start == skipped
            for chunk in response.stream(CHUNK, decode_content=False):
                if is_first and chunk.lstrip()[:1] == b"<":
                    raise UpdateError(Reason.PORTAL, f"a page came in place of {path}")
                is_first = False
                if time.monotonic() > ends:
                    raise CutError(f"{path} takes too long to come", silent=True)
                kept = chunk[skipped:]
                skipped -= len(chunk) - len(kept)
                if kept:
                    yield kept
        except (HTTPError, OSError) as error:
            raise CutError(f"the connection broke: {error}", silent=isinstance(error, Slow)) from error
        finally:
            response.close()

    def _asked(self, path: str, start: int) -> urllib3.BaseHTTPResponse:
        wanted = {"Range": f"bytes={start}-"} if start else {}
        try:
            return self._pool.request(
                "GET",
                f"{self._address}/{quote(path)}",
                headers={**self._pool.headers, **wanted},
                preload_content=False,
                redirect=False,
            )
        except SSLError as error:
            raise UpdateError(Reason.CERTIFICATE, str(error)) from error
        except (HTTPError, OSError) as error:
            if isinstance(error, ProtocolError):
                raise CutError(str(error)) from error
            raise UpdateError(Reason.UNREACHABLE, str(error)) from error


def _check(response: urllib3.BaseHTTPResponse, path: str) -> None:
    """Raise an `UpdateError` for an answer that is not the file."""
    status = response.status
    is_page = response.headers.get("Content-Type", "").partition(";")[0].strip().lower() == "text/html"
    if status in _ABSENT:
        raise MissingError(path)
    if 300 <= status < 400 or status == _SIGN_IN or (is_page and status in (_WHOLE, _PARTIAL)):
        raise UpdateError(Reason.PORTAL, f"the network answers {status} with something else in place of {path}")
    if status not in (_WHOLE, _PARTIAL, _BEYOND):
        raise UpdateError(Reason.UNREACHABLE, f"the server answers {status}")
