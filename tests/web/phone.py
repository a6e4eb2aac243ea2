"""A phone with one page open: what it shows, what is touched on it, what it asked the network for."""

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.web.chromium import Chromium

WIDTH, HEIGHT = 390, 844
NOON = "2026-11-26T12:00:00-04:00"
"""The moment on the phone's clock, unless a test sets another: the day after the catalogue's."""

_CLOCK = """
{ const now = new Date(%s).getTime(), Real = Date;
  globalThis.Date = class extends Real { constructor(...given) { given.length ? super(...given) : super(now); }
                                         static now() { return now; } }; }
"""
_SETTLED = """
new Promise((done) => {
  const look = () => {
    const plan = document.getElementById("plan");
    const waits = document.querySelector('#instead [data-for="opening"].now');
    if (document.readyState !== "loading" && plan && (!plan.hidden || !waits)) { watch.disconnect(); done(true); }
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, attributes: true });
  look();
})
"""


@dataclass(slots=True)
class Phone:
    """One page, in a browser context where nothing of another test is left."""

    browser: Chromium
    session: str
    glass: "Glass"
    downloads: Path
    errors: list[str] = field(default_factory=list)

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """Give the page one command of the DevTools protocol."""
        return self.browser.ask(method, params, self.session)

    def open(self, address: str) -> None:
        """Go to `address` and wait until the page shows a plan, or says why there is none."""
        self.ask("Page.navigate", url="about:blank")
        self.ask("Page.navigate", url=address)
        self.run(_SETTLED)

    def run(self, script: str) -> Any:
        """What a script (an expression, or a promise) comes to in the page."""
        said = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        if "exceptionDetails" in said:
            raise AssertionError(said["exceptionDetails"]["exception"].get("description", said["exceptionDetails"]))
        return said["result"].get("value")

    def texts(self, selector: str) -> list[str]:
        """The text of every visible element that `selector` finds, spaces made one."""
        found = self.run(
            f"[...document.querySelectorAll({json.dumps(selector)})].filter((e) => e.checkVisibility())"
            '.map((e) => e.innerText.replace(/\\s+/g, " ").trim())'
        )
        return [str(text) for text in found]

    def tell(self, iso: str) -> None:
        """Give the page the day of the event."""
        self.run(
            "{ const field = document.getElementById('event');"
            f" field.value = '{iso}'; field.dispatchEvent(new Event('change')); }}"
        )

    def await_truth(self, condition: str) -> None:
        """Wait, frame by frame, until an expression of the page is true."""
        self.run(
            f"new Promise((d) => {{ const look = () => ({condition}) ? d() : requestAnimationFrame(look); look(); }})"
        )

    def links(self, scheme: str) -> list[str]:
        """Where every link of one scheme leads."""
        return list(self.run(f"[...document.querySelectorAll('a[href^=\"{scheme}:\"]')].map((a) => a.href)"))

    def tap(self, role: str, name: str) -> None:
        """Touch the first control of this role and accessible name, as a finger does."""
        self.ask("Accessibility.enable")
        root = self.ask("DOM.getDocument", depth=0)["root"]["nodeId"]
        found = self.ask("Accessibility.queryAXTree", nodeId=root, accessibleName=name, role=role)["nodes"]
        node = next(node["backendDOMNodeId"] for node in found if not node["ignored"])
        self.ask("DOM.scrollIntoViewIfNeeded", backendNodeId=node)
        quad = self.ask("DOM.getContentQuads", backendNodeId=node)["quads"][0]
        spot = {"x": sum(quad[0::2]) / 4, "y": sum(quad[1::2]) / 4}
        self.ask("Input.dispatchTouchEvent", type="touchStart", touchPoints=[spot])
        self.ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def file_saved(self) -> bytes:
        """What the page just left on the phone."""
        began = self.browser.await_event("Browser.downloadWillBegin")
        self.browser.await_event("Browser.downloadProgress", guid=began["guid"], state="completed")
        return (self.downloads / began["guid"]).read_bytes()

    def requests(self) -> list[dict[str, Any]]:
        """Every request that the page made."""
        return [event["request"] for event in self.browser.events("Network.requestWillBeSent", self.session)]

    def complaints(self) -> list[str]:
        """What the page threw, logged, or had refused by its own security policy."""
        thrown = self.browser.events("Runtime.exceptionThrown", self.session)
        logged = self.browser.events("Log.entryAdded", self.session)
        return [str(event) for event in (*thrown, *logged)]

    def text_without_scripts(self) -> str:
        """The visible text of a page that may run no script of its own, read off its layout."""
        shot = self.ask("DOMSnapshot.captureSnapshot", computedStyles=[])
        strings = shot["strings"]
        texts = (text for document in shot["documents"] for text in document["layout"]["text"])
        return " ".join(strings[text] for text in texts if text >= 0)

    def picture(self, path: Path) -> None:
        """Keep a picture of the whole page."""
        height = self.run("document.documentElement.scrollHeight")
        width = self.run("innerWidth")
        shot = self.ask(
            "Page.captureScreenshot",
            captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1},
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot["data"]))


@dataclass(frozen=True, slots=True)
class Glass:
    """What one phone after the other is looked at through; to make one takes longer than to open the page in it."""

    context: str
    target: str


def new_glass(browser: Chromium) -> Glass:
    """An empty page in a browser context of its own."""
    context = browser.ask("Target.createBrowserContext")["browserContextId"]
    target = browser.ask("Target.createTarget", {"url": "about:blank", "browserContextId": context})["targetId"]
    return Glass(context, target)


def new_phone(browser: Chromium, glass: Glass, downloads: Path, language: str, now: str = NOON) -> Phone:
    """A phone whose person reads `language` (a tag, such as fr-CA)."""
    browser.forget()
    session = browser.ask("Target.attachToTarget", {"targetId": glass.target, "flatten": True})["sessionId"]
    phone = Phone(browser, session, glass, downloads)
    for domain in ("Page", "Runtime", "Network", "Log", "DOM"):
        phone.ask(f"{domain}.enable")
    phone.ask("Network.clearBrowserCookies")
    phone.ask("Network.clearBrowserCache")
    phone.ask("Page.resetNavigationHistory")
    agent = browser.ask("Browser.getVersion")["userAgent"]
    phone.ask("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
    phone.ask("Emulation.setTimezoneOverride", timezoneId="America/Halifax")
    phone.ask("Emulation.setTouchEmulationEnabled", enabled=True)
    phone.ask("Page.addScriptToEvaluateOnNewDocument", source=_CLOCK % json.dumps(now))
    size(phone, WIDTH, HEIGHT)
    browser.ask(
        "Browser.setDownloadBehavior",
        {
            "behavior": "allowAndName",
            "downloadPath": str(downloads),
            "browserContextId": glass.context,
            "eventsEnabled": True,
        },
    )
    browser.forget()
    return phone


def put_away(phone: Phone) -> None:
    """Leave the glass empty; whatever this phone was told to pretend ends with its session."""
    phone.ask("Page.navigate", url="about:blank")
    phone.browser.ask("Target.detachFromTarget", {"sessionId": phone.session})


def size(phone: Phone, width: int, height: int) -> None:
    """Give the phone another size, in CSS pixels."""
    phone.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)


def colours(phone: Phone, scheme: str, contrast: str = "no-preference") -> None:
    """Have the phone prefer light or dark colours, and more contrast or not."""
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-contrast", "value": contrast},
    ]
    phone.ask("Emulation.setEmulatedMedia", features=features)
