"""The hub on the web: which address does what, how large a request may be, how often who may come."""

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import anyio
from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kiosk.errors import KioskError
from kiosk.hub.service import desk
from kiosk.hub.service.desk import LARGEST_ENROLMENT, Hub, TooOftenError
from kiosk.hub.service.pace import Pace
from kiosk.hub.service.tidying import tidy
from kiosk.hub.store import kiosks
from kiosk.hub.store.key_list import changes_since
from kiosk.hub.store.kiosks import EnrolError
from kiosk.hub.store.statements import StoreError
from kiosk.logs import Code
from kiosk.sync.exchange.errors import TooLargeError, UnknownSignerError, UnreadableError
from kiosk.sync.exchange.messages import LARGEST_REQUEST

BODY_WITHIN_S = 60.0
"""So long a request may take to come in."""

Answer = TypeVar("Answer")

COSE, CBOR = "application/cose", "application/cbor"

_AT_ONCE = 4
"""More of them only take the interpreter from one another while one holds the store."""
_MOST_WAITING = 200
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much at once, and how often an address may fail."""

    failures: Pace = field(default_factory=lambda: Pace(30, 0.1, time.monotonic))
    body_within_s: float = BODY_WITHIN_S
    most_waiting: int = _MOST_WAITING


def hub_app(hub: Hub, retention_days: int, pages: Sequence[BaseRoute] = (), limits: Limits | None = None) -> Starlette:
    """The application; `pages` are further routes of the operator's."""
    served = _Served(hub, limits or Limits())

    @asynccontextmanager
    async def at_work(_app: Starlette) -> AsyncIterator[None]:
        tidying = asyncio.create_task(tidy(hub.store, retention_days, hub.clock))
        try:
            yield
        finally:
            tidying.cancel()

    return Starlette(
        routes=[
            Route("/v1/exchange", served.exchange, methods=["POST"]),
            Route("/v1/enrol", served.enrol, methods=["POST"]),
            Route("/v1/kiosks.cbor", served.kiosks),
            Route("/v1/kiosks/{digest}.cbor", served.kiosk_changes),
            Route("/v1/receipts/{stream}.cose", served.receipts),
            Route("/health", served.health),
            *pages,
        ],
        lifespan=at_work,
    )


class _Served:
    """The endpoints. What touches the store runs in one of a few threads; where too many wait, others come later."""

    def __init__(self, hub: Hub, limits: Limits) -> None:
        self._hub = hub
        self._limits = limits
        self._threads = CapacityLimiter(_AT_ONCE)

    async def exchange(self, request: Request) -> Response:
        return await self._answered(request, LARGEST_REQUEST, COSE, desk.exchange)

    async def enrol(self, request: Request) -> Response:
        return await self._answered(request, LARGEST_ENROLMENT, CBOR, desk.enrol)

    async def kiosks(self, request: Request) -> Response:
        try:
            content, etag = await self._in_thread(lambda: kiosks.key_list_with_hash(self._hub.store))
        except StoreError as error:
            return _later(error)
        headers = {"ETag": f'"{etag.hex()}"', "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        return Response(content, headers=headers, media_type=CBOR)

    async def kiosk_changes(self, request: Request) -> Response:
        try:
            digest = bytes.fromhex(request.path_params["digest"])
            changes = await self._in_thread(lambda: changes_since(self._hub.store, digest))
        except ValueError:
            changes = None
        except StoreError as error:
            return _later(error)
        if changes is None:
            return _refused(404, "no such list is remembered: fetch the whole one")
        return Response(changes, media_type=CBOR, headers={"Cache-Control": "no-store"})

    async def receipts(self, request: Request) -> Response:
        if self._limits.failures.is_over(_address(request)):
            return _too_often(self._limits.failures.wait_for(_address(request)))
        try:
            stream = bytes.fromhex(request.path_params["stream"])
            word = await self._in_thread(lambda: desk.receipts(self._hub, stream))
        except ValueError:
            word = None
        except StoreError as error:
            return _later(error)
        if word is None:
            self._limits.failures.wait_for(_address(request))
            return _refused(404, "no such stream")
        return Response(word, media_type=COSE, headers={"Cache-Control": "no-store"})

    async def health(self, _request: Request) -> Response:
        try:
            await self._in_thread(lambda: kiosks.key_list_with_hash(self._hub.store))
        except StoreError as error:
            return _later(error)
        return Response("ok\n", media_type="text/plain")

    async def _answered(
        self,
        request: Request,
        largest: int,
        kind: str,
        act: Callable[[Hub, bytes], bytes],
    ) -> Response:
        """Read the body, do `act` with it, and turn what went wrong into the number that says whose fault it is."""
        address = _address(request)
        if self._limits.failures.is_over(address):
            return _too_often(self._limits.failures.wait_for(address))
        try:
            untrusted = await _body(request, largest, self._limits.body_within_s)
            return Response(await self._in_thread(lambda: act(self._hub, untrusted)), media_type=kind)
        except TimeoutError:
            return _refused(408, "the request does not come to its end")
        except ClientDisconnect:
            return _refused(400, "cut off")
        except StoreError as error:
            return _later(error)
        except TooOftenError as error:
            return _too_often(error.wait_s)
        except (TooLargeError, UnreadableError, UnknownSignerError, EnrolError) as error:
            self._limits.failures.wait_for(address)
            return _refused(_STATUS[type(error)], error.code)

    async def _in_thread(self, act: Callable[[], Answer]) -> Answer:
        if self._threads.statistics().tasks_waiting >= self._limits.most_waiting:
            raise StoreError("too many wait already")
        return await anyio.to_thread.run_sync(act, limiter=self._threads)


_STATUS: dict[type[KioskError], int] = {
    TooLargeError: 413,
    UnreadableError: 400,
    UnknownSignerError: 401,
    EnrolError: 403,
}


async def _body(request: Request, largest: int, within_s: float) -> bytes:
    """The whole body. Raises `TooLargeError` as soon as that is known, `TimeoutError` where it never ends."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > largest:
        raise TooLargeError(f"{declared} bytes announced")
    parts: list[bytes] = []
    size = 0
    async with asyncio.timeout(within_s):
        async for part in request.stream():
            size += len(part)
            if size > largest:
                raise TooLargeError(f"more than {largest} bytes")
            parts.append(part)
    return b"".join(parts)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _refused(status: int, told: str) -> Response:
    return Response(f"{told}\n", status, media_type="text/plain")


def _too_often(wait_s: float) -> Response:
    return _asked_later(429, "too often", wait_s)


def _later(error: StoreError) -> Response:
    _log.warning("the store could not be used: %s", Code(error.code))
    return _asked_later(503, error.code, 5 + secrets.randbelow(55))


def _asked_later(status: int, told: str, wait_s: float) -> Response:
    response = _refused(status, told)
    response.headers["Retry-After"] = str(max(1, round(wait_s + 0.5)))
    return response
