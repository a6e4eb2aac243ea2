"""Pages as HTML, with everything escaped that is not a template's own, and the headers that go with each."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk.hub.pages.blocks import Page
from kiosk.hub.pages.frame import Frame

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""Nothing from elsewhere, no script at all, in no frame, kept by no cache."""

STATIC: Mapping[str, tuple[tuple[str, ...], str]] = {
    "hub.css": (("hub", "hub.css"), "text/css; charset=utf-8"),
    "icon.svg": (("art", "mark.svg"), "image/svg+xml"),
}
"""The files that pages ask for: where each is in assets/, and what it is."""


class Renderer:
    """The templates of `assets/hub`, read once."""

    def __init__(self, assets: Path) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(assets / "hub"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def html(self, page: Page, frame: Frame) -> str:
        """One whole page."""
        return self._templates.get_template("layout.html").render(page=page, frame=frame)
