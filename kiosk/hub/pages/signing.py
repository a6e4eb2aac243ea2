"""Signing in and out: the tries counted before anything is checked, and a session that nobody had before."""

from collections.abc import Callable
from functools import partial

from anyio import to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kiosk.errors import KioskError
from kiosk.hub.pages import operators, sessions
from kiosk.hub.pages.frame import KIOSKS
from kiosk.hub.pages.serving import Caller, Serving, TooMuchError, form_is_ours, is_own_path, untrusted_form
from kiosk.hub.pages.signing_words import Told, sign_in_page, store_down_page, strange_form_page, too_much_page

Act = Callable[[Serving, Request, Caller, dict[str, str]], Response]


async def sign_in(serving: Serving, request: Request) -> Response:
    """The form, and what comes of it."""
    caller = serving.caller(request)
    try:
        form = await untrusted_form(request)
    except TooMuchError:
        return serving.shown(request, caller, too_much_page(caller.messages))
    if request.method != "POST":
        return await run_in_threadpool(_kept_from_falling, serving, request, caller, _form, form)
    act = partial(_kept_from_falling, serving, request, caller, _tried, form)
    return await to_thread.run_sync(act, limiter=serving.guesses)


async def sign_out(serving: Serving, request: Request) -> Response:
    """End the session; from a form of ours only."""
    caller = serving.caller(request)
    try:
        form = await untrusted_form(request)
    except TooMuchError:
        return serving.shown(request, caller, too_much_page(caller.messages))
    return await run_in_threadpool(_kept_from_falling, serving, request, caller, _out, form)


def _kept_from_falling(serving: Serving, request: Request, caller: Caller, act: Act, form: dict[str, str]) -> Response:
    try:
        return act(serving, request, caller, form)
    except KioskError:
        return serving.shown(request, caller, store_down_page(caller.messages))


def _form(serving: Serving, request: Request, caller: Caller, form: dict[str, str]) -> Response:
    untrusted = request.query_params
    told = Told(untrusted["told"]) if untrusted.get("told") in _SAID_OF_GETTING_HERE else None
    if not operators.listed(serving.desk.store):
        told = Told.NOBODY_YET
    onward = untrusted.get("onward", "")
    return serving.shown(request, caller, sign_in_page(caller.messages, onward=onward, told=told))


def _tried(serving: Serving, request: Request, caller: Caller, form: dict[str, str]) -> Response:
    desk = serving.desk
    at = int(desk.now().timestamp())
    name, onward = form.get("name", ""), form.get("onward", "")
    if not form_is_ours(request, caller, form):
        return serving.shown(request, caller, strange_form_page(caller.messages))
    key = operators.name_key(name)
    if not sessions.may_try(desk.store, key, caller.address, at, desk.tries):
        page = sign_in_page(caller.messages, name=name, onward=onward, told=Told.TOO_OFTEN, wait_s=sessions.wait_s(at))
        response = serving.shown(request, caller, page)
        response.headers["Retry-After"] = str(sessions.wait_s(at))
        return response
    operator = operators.recognised(desk.store, desk.stretch, name, form.get("passphrase", ""))
    if operator is None:
        page = sign_in_page(caller.messages, name=name, onward=onward, told=Told.WRONG)
        return serving.shown(request, caller, page)
    sessions.forgive(desk.store, key)
    if caller.session:
        sessions.end(desk.store, caller.session)
    response = serving.moved(onward if is_own_path(onward) else KIOSKS)
    serving.give_session(response, caller, sessions.begin(desk.store, operator, at))
    return response


def _out(serving: Serving, request: Request, caller: Caller, form: dict[str, str]) -> Response:
    if not form_is_ours(request, caller, form):
        return serving.shown(request, caller, strange_form_page(caller.messages))
    sessions.end(serving.desk.store, caller.session)
    response = serving.moved(f"/sign-in?told={Told.SIGNED_OUT}")
    serving.forget_session(response, caller)
    return response


_SAID_OF_GETTING_HERE = (Told.EXPIRED, Told.SIGNED_OUT, Told.CHANGED)
