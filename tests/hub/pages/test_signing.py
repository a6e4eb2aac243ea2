"""Signing in to the operator's page, by the keyboard, in a real browser; and who does not get in."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
import urllib3

from tests.hub.pages.browsing import Browser
from tests.hub.pages.conftest import PASSPHRASE, Hub

pytestmark = pytest.mark.chromium


@pytest.fixture
def signed_in(hub: Hub, browse: Callable[..., Browser]) -> Callable[..., Browser]:
    """A browser in which Claire has signed in by the form, on the page that she asked for."""

    def make(path: str) -> Browser:
        hub.add("Claire")
        browser = browse()
        browser.open(f"/sign-in?onward={path}")
        browser.tab_to("Your name")
        browser.type("Claire")
        browser.press("Tab")
        browser.type(PASSPHRASE)
        browser.go("Enter")
        return browser

    return make


def test_an_operator_signs_in_by_keyboard_alone(hub: Hub, browse: Callable[..., Browser]) -> None:
    hub.add("Claire")
    browser = browse()
    browser.open("/operators")

    browser.tab_to("Your name")
    browser.type("claire")
    browser.tab_to("Your passphrase")
    browser.type(PASSPHRASE)
    browser.tab_to("Sign in")
    browser.go("Space")

    assert browser.path() == "/operators"
    assert ("heading", "Operators") in browser.tree()
    assert browser.complaints() == []


def test_the_first_key_leads_past_the_menu(signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")

    browser.press("Tab")
    first = browser.focused()
    browser.press("Enter")
    browser.press("Tab")

    assert first == ("link", "Go to the content")
    assert browser.focused() == ("textbox", "Your passphrase")


def test_signing_out_ends_the_session_and_not_only_the_cookie(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")
    cookies = browser.ask("Network.getCookies")["cookies"]
    session = next(cookie for cookie in cookies if cookie["name"] == "guichet-session")

    browser.tab_to("Sign out")
    browser.go("Enter")

    assert "You are signed out." in browser.text()
    again = _get(hub, "/operators", {"Cookie": f"guichet-session={session['value']}"})
    assert again.status == 303
    assert again.headers["Location"].startswith("/sign-in")


def test_the_session_is_for_us_alone(signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")

    cookies = {cookie["name"]: cookie for cookie in browser.ask("Network.getCookies")["cookies"]}

    session = cookies["guichet-session"]
    assert session["httpOnly"]
    assert session["sameSite"] == "Strict"
    assert session["session"]


def test_away_from_loopback_the_session_goes_over_https_only(hub: Hub) -> None:
    hub.add("Claire")
    host = {"Host": "hub.example.ca"}
    form = _get(hub, "/sign-in", host)

    assert form.headers["Set-Cookie"].startswith("__Host-guichet-form=")
    assert "; Secure" in form.headers["Set-Cookie"]


def test_a_session_ends_after_half_an_hour_without_use(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")

    hub.clock.later(minutes=29)
    browser.open("/operators")
    within = browser.path()
    hub.clock.later(minutes=31)
    browser.open("/operators")

    assert within == "/operators"
    assert browser.path().startswith("/sign-in?")
    assert "You were signed out" in browser.text()


def test_a_session_ends_after_twelve_hours_whatever_is_done(hub: Hub, signed_in: Callable[..., Browser]) -> None:
    browser = signed_in("/operators")

    for _ in range(24):
        hub.clock.later(minutes=29)
        browser.open("/operators")
    lasted = browser.path()
    hub.clock.later(minutes=29)
    browser.open("/operators")

    assert lasted == "/operators"
    assert browser.path().startswith("/sign-in?")


def test_what_is_wrong_with_the_sign_in_is_told_without_telling_which(hub: Hub, browse: Callable[..., Browser]) -> None:
    hub.add("Claire")
    told = []
    for name, passphrase in (("Claire", "four boats on a pond"), ("Nobody", PASSPHRASE)):
        browser = browse()
        browser.open("/sign-in")
        browser.tab_to("Your name")
        browser.type(name)
        browser.tab_to("Your passphrase")
        browser.type(passphrase)
        browser.go("Enter")
        told.append(browser.names("alert") or browser.texts("[role=alert]"))

    assert told[0] == told[1]
    assert browser.texts("[role=alert]") == ["The name or the passphrase is not right."]


def test_after_ten_tries_of_a_name_none_is_checked_until_the_quarter_is_over(hub: Hub) -> None:
    hub.add("Claire")

    statuses = [_try(hub, "Claire", "not this one").status for _ in range(11)]
    right = _try(hub, "Claire", PASSPHRASE)
    hub.clock.later(minutes=15)
    later = _try(hub, "Claire", PASSPHRASE)

    assert statuses == [401] * 10 + [429]
    assert right.status == 429
    assert 0 < int(right.headers["Retry-After"]) <= 900
    assert later.status == 303


def test_after_thirty_tries_of_many_names_an_address_has_to_wait(hub: Hub) -> None:
    statuses = [_try(hub, f"name {number}", "not this one").status for number in range(31)]

    assert statuses == [401] * 30 + [429]


@pytest.mark.parametrize(
    ("token", "origin"),
    [("", ""), ("0" * 32, ""), ("right", "https://elsewhere.example")],
    ids=["none", "wrong", "origin"],
)
def test_a_form_from_elsewhere_does_nothing(hub: Hub, token: str, origin: str) -> None:
    hub.add("Claire")
    cookie, right = _form(hub)
    fields = {"name": "Claire", "passphrase": PASSPHRASE, "token": right if token == "right" else token}

    answer = _post(hub, "/sign-in", fields, {"Cookie": cookie, **({"Origin": origin} if origin else {})})

    assert answer.status == 403
    assert "guichet-session" not in answer.headers.get("Set-Cookie", "")


@pytest.mark.parametrize("onward", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example"])
def test_nobody_is_led_elsewhere_by_the_sign_in(hub: Hub, onward: str) -> None:
    hub.add("Claire")

    answer = _try(hub, "Claire", PASSPHRASE, onward)

    assert answer.headers["Location"] == "/kiosks"


def test_every_answer_has_the_strict_policy(hub: Hub) -> None:
    for path in ("/sign-in", "/operators", "/static/hub.css"):
        policy = _get(hub, path).headers["Content-Security-Policy"]
        assert policy.split("; ")[:5] == [
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
        assert "unsafe" not in policy


def test_before_there_is_an_operator_the_page_says_how_to_make_one(browse: Callable[..., Browser]) -> None:
    browser = browse("fr-CA")

    browser.open("/sign-in")

    assert "guichet hub operator add" in browser.text()
    assert browser.run("document.documentElement.lang") == "fr"


def test_too_large_a_form_is_refused(hub: Hub) -> None:
    answer = _post(hub, "/sign-in", {"name": "x" * 40_000}, {})

    assert answer.status == 413


def _get(hub: Hub, path: str, headers: dict[str, str] | None = None) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", hub.address + path, headers=headers, redirect=False)


def _post(hub: Hub, path: str, fields: dict[str, str], headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
    typed = {"Content-Type": "application/x-www-form-urlencoded", **headers}
    return urllib3.request("POST", hub.address + path, body=urlencode(fields), headers=typed, redirect=False)


def _form(hub: Hub) -> tuple[str, str]:
    """The cookie and the token of a form that was just opened."""
    page = _get(hub, "/sign-in")
    token = page.data.decode().partition('name="token" value="')[2].partition('"')[0]
    return page.headers["Set-Cookie"].partition(";")[0], token


def _try(hub: Hub, name: str, passphrase: str, onward: str = "") -> urllib3.BaseHTTPResponse:
    cookie, token = _form(hub)
    fields = {"name": name, "passphrase": passphrase, "token": token, "onward": onward}
    return _post(hub, "/sign-in", fields, {"Cookie": cookie})
