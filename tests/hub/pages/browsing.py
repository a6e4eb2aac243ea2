"""An operator's browser, used by the keyboard alone: what it shows, what a screen reader is told of it."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import urllib3

from tests.web.chromium import Chromium

_KEYS = {
    "Tab": ("Tab", 9, ""),
    "Enter": ("Enter", 13, "\r"),
    "Space": ("Space", 32, " "),
    "Down": ("ArrowDown", 40, ""),
    "End": ("End", 35, ""),
}
_DONE = "document.readyState === 'complete'"


@dataclass(slots=True)
class Browser:
    """One window, in a browser context where nothing of another test is left."""

    chromium: Chromium
    session: str
    context: str
    address: str

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        return self.chromium.ask(method, params, self.session)

    def run(self, script: str) -> Any:
        """What an expression comes to. The pages' own policy lets no script in; this one comes from outside."""
        said = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in said:
            raise AssertionError(said["exceptionDetails"])
        return said["result"].get("value")

    def begin_anew(self, address: str, language: str) -> None:
        """As if the window were new: nothing in it, and a person who reads `language`. To make one takes four times
        as long as to open a page in it.
        """
        self.chromium.forget()
        self.ask("Page.navigate", url="about:blank")
        self._loaded()
        self.ask("Page.resetNavigationHistory")
        self.ask("Network.clearBrowserCookies")
        self.ask("Network.clearBrowserCache")
        self.ask("Emulation.setEmulatedMedia", media="", features=[])
        agent = self.chromium.ask("Browser.getVersion")["userAgent"]
        self.ask("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
        self.size(1280)
        self.address = address
        self.chromium.forget()

    def keep_session(self, session: str) -> None:
        """Have the cookie that the hub gives to whoever signs in."""
        self.ask(
            "Network.setCookie",
            name="guichet-session",
            value=session,
            url=self.address,
            httpOnly=True,
            sameSite="Strict",
        )

    def open(self, path: str) -> None:
        """Go to an address of the hub."""
        self.chromium.forget()
        self.ask("Page.navigate", url=self.address + path)
        self._loaded()

    def press(self, key: str, *, control: bool = False) -> None:
        """Press a key that leads to no other page."""
        code, number, text = _KEYS[key]
        pressed = {
            "key": " " if key == "Space" else code,
            "code": code,
            "windowsVirtualKeyCode": number,
            "modifiers": 2 if control else 0,
        }
        self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **pressed)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **pressed)

    def go(self, key: str) -> None:
        """Press a key, and wait for the page that it leads to."""
        self.chromium.forget()
        self.press(key)
        self._loaded()

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        self.ask("Input.insertText", text=text)

    def tab_to(self, name: str) -> None:
        """Press Tab until the control of this accessible name has the focus."""
        met: list[str] = []
        for _ in range(120):
            self.press("Tab")
            met.append(self.focused()[1])
            if met[-1] == name:
                return
        raise AssertionError(f"Tab never leads to {name!r}, only to {list(dict.fromkeys(met))}")

    def focused(self) -> tuple[str, str]:
        """The role and name of what has the focus, as a screen reader is told; and nothing where nothing has it."""
        where = self.ask("Runtime.evaluate", expression="document.activeElement")["result"]["objectId"]
        nodes = self.ask("Accessibility.getPartialAXTree", objectId=where, fetchRelatives=False)["nodes"]
        return _said(nodes[0])

    def tree(self) -> list[tuple[str, str]]:
        """Every role and name that a screen reader is told of, in reading order."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        return [_said(node) for node in nodes if not node["ignored"]]

    def names(self, role: str) -> list[str]:
        """The names of everything of one role."""
        return [name for each, name in self.tree() if each == role]

    def text(self) -> str:
        """All visible words of the page, spaces made one."""
        return str(self.run("document.body.innerText.replace(/\\s+/g, ' ')"))

    def texts(self, selector: str) -> list[str]:
        """The words of each element that `selector` finds."""
        found = self.run(f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => e.textContent)")
        return [" ".join(str(text).split()) for text in found]

    def rows(self, caption: str) -> list[list[str]]:
        """The rows of the table of this caption, cell by cell."""
        found = self.run(
            "(() => { const table = [...document.querySelectorAll('table')]"
            f".find((t) => t.caption.textContent === {json.dumps(caption)});"
            " return [...table.tBodies[0].rows].map((r) => [...r.cells].map((c) => c.textContent)); })()"
        )
        return [[" ".join(str(cell).split()) for cell in row] for row in found]

    def described(self, name: str) -> str:
        """What a screen reader is told of a control of this name beside the name."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        node = next(each for each in nodes if _said(each)[1] == name and "description" in each)
        return str(node["description"]["value"])

    def fetched(self, path: str) -> str:
        """What the hub answers to a program that has the cookies of this browser."""
        return self._requested("GET", path, None)

    def posted(self, path: str, fields: dict[str, str]) -> str:
        """The same, of a form."""
        return self._requested("POST", path, urlencode(fields))

    def _requested(self, method: str, path: str, body: str | None) -> str:
        cookies = self.ask("Network.getCookies")["cookies"]
        headers = {
            "Cookie": "; ".join(f"{each['name']}={each['value']}" for each in cookies),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return urllib3.request(method, self.address + path, body=body, headers=headers, redirect=False).data.decode()

    def path(self) -> str:
        """The address shown, below the hub's."""
        return str(self.run("location.pathname + location.search"))

    def requests(self) -> list[dict[str, Any]]:
        """Every request since the last page was asked for."""
        return [event["request"] for event in self.chromium.events("Network.requestWillBeSent", self.session)]

    def complaints(self) -> list[str]:
        """What the page had refused by its own security policy, or threw."""
        thrown = self.chromium.events("Runtime.exceptionThrown", self.session)
        logged = self.chromium.events("Log.entryAdded", self.session)
        return [str(event) for event in (*thrown, *logged)]

    def size(self, width: int, height: int = 800) -> None:
        """Give the window another size, in CSS pixels."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def colours(self, scheme: str) -> None:
        """Prefer light or dark colours."""
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path: Path) -> None:
        """Keep a picture of the whole page."""
        height, width = self.run("document.documentElement.scrollHeight"), self.run("innerWidth")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))

    def _loaded(self) -> None:
        self.chromium.await_event("Page.loadEventFired")


def new_browser(chromium: Chromium) -> Browser:
    """A window in a browser context of its own; `begin_anew` gives it to a person."""
    context = chromium.ask("Target.createBrowserContext")["browserContextId"]
    target = chromium.ask("Target.createTarget", {"url": "about:blank", "browserContextId": context})["targetId"]
    session = chromium.ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
    browser = Browser(chromium, session, context, "")
    for domain in ("Page", "Runtime", "Network", "Log", "DOM", "Accessibility"):
        browser.ask(f"{domain}.enable")
    browser.ask("Emulation.setFocusEmulationEnabled", enabled=True)
    return browser


def _said(node: dict[str, Any]) -> tuple[str, str]:
    return str(node.get("role", {}).get("value", "")), str(node.get("name", {}).get("value", ""))
