"""The page of pictures that an audit leaves: every screen looked at, with what is wrong marked on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

_STYLE = """
body { font: 16px/1.4 "Noto Sans", sans-serif; margin: 2rem; color: #1a1f26; background: #faf8f4; }
h2 { margin: 2rem 0 .5rem; }
.screens { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
figure { margin: 0; max-width: 22rem; }
figure img { max-width: 100%; border: 1px solid #5f6b78; }
figure.wrong img { border: 3px solid #8f1d1d; }
figcaption ul { margin: .2rem 0 0; padding-left: 1.2rem; color: #8f1d1d; }
"""


@dataclass(frozen=True, slots=True)
class Look:
    """One screen as it was drawn once, in the manner named; `picture` is a file beside the page."""

    manner: str
    station: str
    picture: str
    faults: tuple[str, ...]


def page(looks: Sequence[Look]) -> str:
    """The whole page as HTML, those screens first in each manner that something is wrong with."""
    wrong = sum(len(look.faults) for look in looks)
    parts = [_section(manner, list(group)) for manner, group in groupby(looks, key=lambda look: look.manner)]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Audit of the kiosk</title>'
        f"<style>{_STYLE}</style></head><body>\n<h1>Audit of the kiosk</h1>\n<p>{verdict(len(looks), wrong)}</p>\n"
        + "".join(parts)
        + "</body></html>\n"
    )


def verdict(screens: int, wrong: int) -> str:
    """The outcome in one sentence."""
    found = "nothing wrong" if wrong == 0 else "1 fault" if wrong == 1 else f"{wrong} faults"
    return f"{screens} screens looked at, {found}."


def _section(manner: str, looks: Sequence[Look]) -> str:
    figures = "".join(_figure(look) for look in sorted(looks, key=lambda look: not look.faults))
    return f'<section><h2>{escape(manner)}</h2>\n<div class="screens">\n{figures}</div></section>\n'


def _figure(look: Look) -> str:
    faults = "".join(f"<li>{escape(fault)}</li>" for fault in look.faults)
    name, wrong = escape(look.station), " class=wrong" if look.faults else ""
    image = f'<img src="{escape(look.picture)}" alt="{name}" loading="lazy">'
    listed = f"<ul>{faults}</ul>" if faults else ""
    return f"<figure{wrong}>{image}<figcaption>{name}{listed}</figcaption></figure>\n"
