"""The phone page as a folder of plain files, to be put on any static host: the same bytes for the same catalogue.

index.html, page.css, *.js, icon.svg    the page itself, as it is in assets/web
site.json                               the languages, and the public keys of the kiosks that are believed
plan.fr.json, plan.en.json, ...         the words and the catalogue's extract in each language
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from kiosk.catalogue.model import Catalogue
from kiosk.config import Site
from kiosk.errors import KioskError
from kiosk.languages import Messages
from kiosk.languages.known import Tongue, tongue_of
from kiosk.outbox.days import day_number
from kiosk.planning.circumstances import Here
from kiosk.planning.places import Places
from kiosk.referral.keys import KeyRing, KnownKiosk
from kiosk.referral.slip.saving import save
from kiosk.referral.token import LANGUAGE_NUMBERS
from kiosk.referral.web.extract import extract

LANGUAGES = ("fr", "en", "ar")
"""The languages of the page when nobody names others; the texts shown when all else fails are in these three."""

FORM = 1
"""Counts the forms of the files: the page tells a newer one from its own."""

_ICON = ("art", "mark.svg")
_WEB = "web"


class SiteError(KioskError):
    """The folder that was named cannot hold the page."""

    code = "web_folder"


@dataclass(frozen=True, slots=True)
class Written:
    """One file that was written, and its size in bytes."""

    path: Path
    size: int


def build(
    out: Path,
    catalogue: Catalogue,
    ring: KeyRing,
    site: Site,
    assets: Path,
    words_of: Callable[[str], Messages],
    languages: Sequence[str] = LANGUAGES,
) -> tuple[Written, ...]:
    """Write the page into `out`, made if missing; files of other names that are there stay.

    The places nearest to `site` come first. Raises `SiteError`, or `SaveError` where a file cannot be written.
    """
    files = {path.name: path.read_bytes() for path in sorted((assets / _WEB).iterdir())}
    files["icon.svg"] = assets.joinpath(*_ICON).read_bytes()
    files["site.json"] = _json({"form": FORM, "languages": [_tongue(code) for code in languages], "keys": _keys(ring)})
    moment = datetime.combine(catalogue.day, time(12), site.zone)
    seen = Places(catalogue, Here(site.latitude, site.longitude), moment)
    for language in languages:
        files[f"plan.{language}.json"] = _json(extract(catalogue, language, seen, site.zone, words_of))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SiteError(f"{out}: {error.strerror}") from error
    for name, content in files.items():
        save(content, out / name)
        (out / name).chmod(0o644)
    return tuple(Written(out / name, len(content)) for name, content in files.items())


def _tongue(code: str) -> dict[str, object]:
    tongue: Tongue = tongue_of(code)
    return {
        "code": code,
        "name": tongue.own_name,
        "direction": "rtl" if tongue.right_to_left else "ltr",
        "locale": f"{tongue.locale.replace('_', '-')}-u-ca-gregory-nu-latn",
        "number": LANGUAGE_NUMBERS.get(code),
    }


def _keys(ring: KeyRing) -> list[dict[str, object]]:
    """Every key once, in the order of their ids, so that the order of a key list changes no byte.

    `until` is the number of the last day of one that was given up.
    """
    known = {(kiosk.key_id, kiosk.public): kiosk for kiosk in reversed(ring.known)}
    return [_key(known[each]) for each in sorted(known)]


def _key(kiosk: KnownKiosk) -> dict[str, object]:
    told: dict[str, object] = {"id": kiosk.key_id.hex(), "public": kiosk.public.hex(), "name": kiosk.name}
    return told if kiosk.until is None else told | {"until": day_number(kiosk.until)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
