"""The addresses of the operator's page."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.hub.pages import (
    claims_page,
    corrections_page,
    kiosks_page,
    needs_page,
    operators_page,
    releases_page,
    signing,
)
from kiosk.hub.pages.asking import Desk, Handler
from kiosk.hub.pages.corrections_words import DECIDED_FILE
from kiosk.hub.pages.frame import CLAIMS, CORRECTIONS, KIOSKS, NEEDS, OPERATORS, RELEASES
from kiosk.hub.pages.rendering import STATIC
from kiosk.hub.pages.serving import Serving

_PAGES: tuple[tuple[str, Handler], ...] = (
    (KIOSKS, kiosks_page.every_kiosk),
    (f"{KIOSKS}/{{kid}}", kiosks_page.one_kiosk),
    (CORRECTIONS, corrections_page.waiting),
    (DECIDED_FILE, corrections_page.decided),
    (f"{CORRECTIONS}/flag/{{id}}", corrections_page.one_flag),
    (f"{CORRECTIONS}/correction/{{id}}", corrections_page.one_correction),
    (NEEDS, needs_page.answer),
    (CLAIMS, claims_page.answer),
    (RELEASES, releases_page.answer),
    (OPERATORS, operators_page.answer),
)


Endpoint = Callable[[Request], Awaitable[Response]]


def routes(desk: Desk) -> list[Route]:
    """Everything below `desk.mount`, for the hub's own app."""
    serving = Serving(desk)

    async def sign_in(request: Request) -> Response:
        return await signing.sign_in(serving, request)

    async def sign_out(request: Request) -> Response:
        return await signing.sign_out(serving, request)

    async def begin(request: Request) -> Response:
        return serving.moved(KIOSKS)

    return [
        Route(f"{desk.mount}/", begin),
        Route(f"{desk.mount}/sign-in", sign_in, methods=["GET", "POST"]),
        Route(f"{desk.mount}/sign-out", sign_out, methods=["POST"]),
        *(Route(f"{desk.mount}/static/{name}", _static(serving, name)) for name in STATIC),
        *(Route(f"{desk.mount}{path}", _page(serving, handler), methods=["GET", "POST"]) for path, handler in _PAGES),
    ]


def _page(serving: Serving, handler: Handler) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await serving.page(request, handler)

    return endpoint


def _static(serving: Serving, name: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return serving.file(name)

    return endpoint
