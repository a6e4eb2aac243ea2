"""The addresses of the operator's page."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.hub.pages import operators_page, releases_page, signing
from kiosk.hub.pages.asking import Desk, Handler
from kiosk.hub.pages.frame import KIOSKS, OPERATORS, RELEASES
from kiosk.hub.pages.rendering import STATIC
from kiosk.hub.pages.serving import Serving

_PAGES: tuple[tuple[str, Handler], ...] = (
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
