"""Nothing about the person or the token reaches a server, and nothing stays on the phone."""

from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.chromium

KEPT = """
(async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
}))()
"""


@pytest.fixture
def used(phone, served, a_death):
    """A phone on which everything was tried: a language, a day, ticks, both files."""
    shown = phone("fr-CA")
    del served.heard[:]
    shown.browser.forget()
    shown.open(f"{served.address}#{a_death.token}")
    shown.tell("2026-11-16")
    shown.run("document.querySelectorAll('.papers input').forEach((box) => box.click())")
    shown.tap("button", "English")
    shown.await_truth("document.documentElement.lang === 'en'")
    shown.tap("button", "Put the dates in my calendar")
    shown.file_saved()
    return shown


def test_only_files_that_are_the_same_for_everyone_are_asked_for(used, served, a_death) -> None:
    asked = [request for request in used.requests() if not request["url"].startswith(("about:", "blob:", "data:"))]

    assert {request["method"] for request in asked} == {"GET"}
    assert {urlsplit(request["url"]).netloc for request in asked} == {urlsplit(served.address).netloc}
    assert {urlsplit(request["url"]).path for request in asked} <= {
        "/",
        *(f"/{file.name}" for file in served.folder.iterdir()),
    }
    assert not any(urlsplit(request["url"]).query or "postData" in request for request in asked)


def test_the_server_hears_no_part_of_the_token_and_no_address_of_the_page(used, served, a_death) -> None:
    heard = "\n".join(served.heard)
    pieces = [a_death.token[start : start + 12] for start in range(0, len(a_death.token) - 12, 6)]

    assert "GET /plan.en.json" in heard
    assert not any(piece.casefold() in heard.casefold() for piece in pieces)
    assert "referer" not in heard.casefold()
    assert "cookie" not in heard.casefold()


def test_nothing_is_kept_on_the_phone(used) -> None:
    kept = used.run(KEPT)

    assert not any(kept.values()), kept
    assert used.ask("Network.getCookies")["cookies"] == []


def test_opened_again_the_page_has_forgotten_everything(used, served, a_death) -> None:
    used.open(f"{served.address}#{a_death.token}")

    assert used.run("document.querySelectorAll(':checked').length") == 0
    assert used.run("document.getElementById('event').value") == ""
    assert used.run("document.documentElement.lang") == "fr"


def test_the_page_may_not_talk_to_anyone_else(phone, served, a_death) -> None:
    shown = phone()
    shown.open(f"{served.address}#{a_death.token}")

    outside = shown.run(
        "fetch('http://localhost:' + location.port + '/site.json').then(() => 'let through', () => 'refused')"
    )
    inline = shown.run(
        "{ const s = document.createElement('script'); s.textContent = 'window.inline = 1'; document.body.append(s); }"
        "typeof window.inline"
    )

    assert (outside, inline) == ("refused", "undefined")


def test_every_link_to_the_web_names_no_one(phone, served, a_death) -> None:
    shown = phone()

    shown.open(f"{served.address}#{a_death.token}")

    assert shown.links("https")
    assert set(shown.run("[...document.querySelectorAll('a[href^=https]')].map((a) => a.rel)")) == {
        "noreferrer noopener"
    }
    assert shown.run("document.querySelector('meta[name=referrer]').content") == "no-referrer"
