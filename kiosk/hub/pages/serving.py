"""From HTTP to a page and back: language, session, the token of every form, and the headers of every answer."""

import ipaddress
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from anyio import CapacityLimiter
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from kiosk.errors import KioskError
from kiosk.hub.pages import sessions
from kiosk.hub.pages.asking import Answer, Asked, Desk, Handler, Moved, NothingThereError, Taken
from kiosk.hub.pages.blocks import Page
from kiosk.hub.pages.frame import LANGUAGES, framed
from kiosk.hub.pages.operators import Operator
from kiosk.hub.pages.rendering import HEADERS, STATIC, Renderer
from kiosk.hub.pages.signing_words import Told, not_found_page, store_down_page, strange_form_page, too_much_page
from kiosk.hub.store.reading import waiting_count
from kiosk.languages import Messages
from kiosk.languages.shipped import words_of
from kiosk.logs import Code

MOST_FORM_BYTES = 32_000
LANGUAGE_COOKIE = "guichet-language"

_SESSION = "guichet-session"
_FORM = "guichet-form"
_GUESSES_AT_ONCE = 2
"""So many passphrases are checked at a time, each in 64 MiB; others wait."""

_YEAR_S = 365 * 24 * 3600
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as far as a browser tells: its session, its language, and whether its connection is private."""

    session: str
    form: str
    messages: Messages
    secure: bool
    address: str
    chose_language: bool


class Serving:
    """What routes are made of: `page` for those who are signed in, `answered` for an answer of whatever came of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.guesses = CapacityLimiter(_GUESSES_AT_ONCE)
        self._renderer = Renderer(desk.assets)

    def caller(self, request: Request) -> Caller:
        """Read what the browser says of itself."""
        secure = request.url.scheme == "https" or not _is_loopback(request.url.hostname or "")
        untrusted = request.query_params.get("lang", "")
        chosen = untrusted if untrusted in LANGUAGES else ""
        kept = request.cookies.get(LANGUAGE_COOKIE, "")
        language = chosen or (kept if kept in LANGUAGES else _preferred(request.headers.get("accept-language", "")))
        return Caller(
            session=request.cookies.get(_cookie_name(_SESSION, secure), ""),
            form=request.cookies.get(_cookie_name(_FORM, secure), ""),
            messages=words_of(language),
            secure=secure,
            address=request.client.host if request.client else "",
            chose_language=bool(chosen),
        )

    async def page(self, request: Request, handler: Handler) -> Response:
        """Answer by `handler`, in a thread of its own, if somebody is signed in; else send them to the sign-in."""
        caller = self.caller(request)
        try:
            form = await untrusted_form(request)
        except TooMuchError:
            return self.shown(request, caller, too_much_page(caller.messages))
        return await run_in_threadpool(self._page, request, caller, handler, form)

    def shown(
        self, request: Request, caller: Caller, page: Page, who: Operator | None = None, waiting: int = 0
    ) -> Response:
        """A page as HTML.

        A browser that tells us nothing is given something to know its forms by, beside its session: one that comes
        from a page elsewhere does not tell its session, and must not lose it.
        """
        known = caller.session or caller.form or secrets.token_urlsafe(32)
        frame = framed(
            caller.messages,
            mount=self.desk.mount,
            token=sessions.token_of(known),
            who=who.name if who else "",
            waiting=waiting,
            other_address=_in_other_language(request, caller.messages.language),
        )
        response = Response(self._renderer.html(page, frame), page.status, HEADERS, "text/html; charset=utf-8")
        response.headers["Content-Language"] = caller.messages.language
        if known not in (caller.session, caller.form):
            _give(response, caller, _cookie_name(_FORM, caller.secure), known)
        if caller.chose_language:
            _give(response, caller, LANGUAGE_COOKIE, caller.messages.language, _YEAR_S)
        return response

    def moved(self, to: str) -> Response:
        """Go on to a page of ours, after something was sent."""
        return RedirectResponse(self.desk.mount + to, 303, HEADERS)

    def give_session(self, response: Response, caller: Caller, session: str) -> None:
        """Have the browser keep this id and tell it to us alone, until it is closed."""
        _give(response, caller, _cookie_name(_SESSION, caller.secure), session)

    def forget_session(self, response: Response, caller: Caller) -> None:
        """Have the browser forget it."""
        _give(response, caller, _cookie_name(_SESSION, caller.secure), "", 0)

    def file(self, name: str) -> Response:
        """One of the few files that pages ask for."""
        path, kind = STATIC[name]
        headers = {**HEADERS, "Cache-Control": "no-cache"}
        return Response(self.desk.assets.joinpath(*path).read_bytes(), 200, headers, kind)

    def to_sign_in(self, request: Request, caller: Caller) -> Response:
        """Sign in first, and then come back here; what was sent is not done."""
        asked = {"onward": _own_address(request, self.desk.mount) if request.method == "GET" else ""}
        if caller.session:
            asked["told"] = Told.EXPIRED
        return self.moved("/sign-in?" + urlencode({name: value for name, value in asked.items() if value}))

    def _page(self, request: Request, caller: Caller, handler: Handler, form: Mapping[str, str]) -> Response:
        desk, now = self.desk, self.desk.now()
        who: Operator | None = None
        try:
            who = sessions.signed_in(desk.store, caller.session, int(now.timestamp()))
            if who is None:
                return self.to_sign_in(request, caller)
            if request.method == "POST" and not form_is_ours(request, caller, form):
                return self.shown(request, caller, strange_form_page(caller.messages), who)
            asked = Asked(desk, caller.messages, who, now, request.path_params, request.query_params, form)
            return self._answered(request, caller, who, handler(asked))
        except NothingThereError:
            return self.shown(request, caller, not_found_page(caller.messages), who)
        except KioskError as error:
            _log.error("a page of the operator’s could not be made: %s", Code(error.code))
            return self.shown(request, caller, store_down_page(caller.messages), who)

    def _answered(self, request: Request, caller: Caller, who: Operator, answer: Answer) -> Response:
        match answer:
            case Moved(to):
                return self.moved(to)
            case Taken(name, content):
                headers = {**HEADERS, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
                return Response(content, 200, headers, "application/octet-stream")
            case Page():
                return self.shown(request, caller, answer, who, waiting_count(self.desk.store))


class TooMuchError(KioskError):
    """More was sent than any form of ours holds."""

    code = "hub_page_too_much"


async def untrusted_form(request: Request) -> dict[str, str]:
    """The fields of a form, none of them files; nothing for what is no form. Raises when there is too much."""
    if request.method != "POST":
        return {}
    content = b""
    try:
        async for piece in request.stream():
            content += piece
            if len(content) > MOST_FORM_BYTES:
                raise TooMuchError("a form has at most 32,000 bytes")
    except ClientDisconnect:
        return {}
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        return {}
    try:
        return dict(parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        return {}


def form_is_ours(request: Request, caller: Caller, form: Mapping[str, str]) -> bool:
    """Tell whether a page of ours in this browser sent the form: by its token, and by where it says it is from."""
    origin = request.headers.get("origin", "")
    # Without the port, which a proxy may not pass on.
    from_here = not origin or urlsplit(origin).hostname == request.url.hostname
    token = form.get("token", "")
    return from_here and any(sessions.token_is_right(known, token) for known in (caller.session, caller.form))


def is_own_path(untrusted: str) -> bool:
    """Tell whether it is a path of ours, and no way to another site."""
    plain = untrusted.startswith("/") and not untrusted.startswith(("//", "/\\"))
    return plain and untrusted.isprintable() and "\\" not in untrusted


def _own_address(request: Request, mount: str) -> str:
    path = request.url.path.removeprefix(mount)
    return f"{path}?{request.url.query}" if request.url.query else path


def _in_other_language(request: Request, language: str) -> str:
    other = next(each for each in LANGUAGES if each != language)
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return "?" + urlencode([*kept, ("lang", other)])


def _preferred(accepted: str) -> str:
    """The first of our languages that a browser names; English where it names none."""
    named = (part.partition(";")[0].strip().lower()[:2] for part in accepted.split(","))
    return next((language for language in named if language in LANGUAGES), LANGUAGES[0])


def _cookie_name(name: str, secure: bool) -> str:
    """A browser holds a name that begins so to our very host, and to HTTPS."""
    return f"__Host-{name}" if secure else name


def _give(response: Response, caller: Caller, name: str, value: str, max_age_s: int | None = None) -> None:
    """A cookie that no script reads and no other site sends; until the browser is closed where no age is given."""
    response.set_cookie(
        name, value, max_age=max_age_s, path="/", secure=caller.secure, httponly=True, samesite="strict"
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
