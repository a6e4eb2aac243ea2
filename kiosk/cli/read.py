"""`guichet read`: what a referral says, from its QR, a photo's worth of text, or its short code."""

import json
import sys
from dataclasses import asdict, dataclass
from datetime import date

import click

from kiosk import paths
from kiosk.catalogue.model import Catalogue, Service, Step
from kiosk.cli.options import catalogue_of
from kiosk.cli.spoken import argument, command, option
from kiosk.cli.tongue import language_named, spoken, words_in
from kiosk.config import load
from kiosk.languages import Messages
from kiosk.languages.formats import full_date
from kiosk.referral.known import known_kiosks, token_issued
from kiosk.referral.reading import LONGEST_TEXT, Reading, Signature, read
from kiosk.referral.token import Item


@dataclass(frozen=True, slots=True)
class _Told:
    """One step of the referral. `service` is empty, and `name` says so, when this catalogue does not know it."""

    order: int
    service: str
    name: str


@command("read")
@argument("text", nargs=-1)
@option("--lang", default=None, metavar="en|fr", help="The language of the answer; that of the terminal when left out.")
@option(
    "--json", "as_json", is_flag=True, help="As JSON: {code, issued, expires, expired, kiosk, signature, topic, steps}."
)
def read_command(text: tuple[str, ...], lang: str | None, as_json: bool) -> None:
    """Read a referral from TEXT, or from standard input when TEXT is -.

    TEXT is what the QR says in either of its forms, text with a token somewhere in it, or a short code of this kiosk.
    """
    language = language_named(lang or spoken())
    reading, catalogue = _read(_given(text), language)
    steps = _steps(catalogue, reading, language)
    if as_json:
        click.echo(json.dumps(_as_json(reading, catalogue, steps), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_as_words(words_in(language), reading, catalogue, steps)))


def _given(text: tuple[str, ...]) -> str:
    if text in ((), ("-",)):
        return sys.stdin.read(LONGEST_TEXT)
    return " ".join(text)


def _read(untrusted: str, language: str) -> tuple[Reading, Catalogue]:
    config = load(paths.config_file())
    folder = paths.state_folder()
    reading = read(
        untrusted,
        known_kiosks(folder, config, language),
        date.today(),
        lambda code: token_issued(folder, code),
    )
    return reading, catalogue_of(config)


def _steps(catalogue: Catalogue, reading: Reading, language: str) -> tuple[_Told, ...]:
    services = {service.number: service for service in catalogue.services.values()}
    steps = _bundle_steps(catalogue, reading)
    return tuple(
        _told(item, services.get(item.service), steps.get(item.step), place, language)
        for place, item in enumerate(reading.referral.items, start=1)
    )


def _bundle_steps(catalogue: Catalogue, reading: Reading) -> dict[int, Step]:
    bundles = [b for b in catalogue.bundles.values() if b.number == reading.referral.life_event]
    return {step.number: step for bundle in bundles for step in bundle.steps}


def _told(item: Item, service: Service | None, step: Step | None, place: int, language: str) -> _Told:
    order = item.order or place
    if step is not None and service is not None and step.service == service.id:
        return _Told(order, service.id, step.title.to(language))
    if service is not None:
        return _Told(order, service.id, service.name.to(language))
    return _Told(order, "", words_in(language).gettext("Service {number}").format(number=item.service))


def _topic(catalogue: Catalogue, reading: Reading, language: str) -> tuple[str, str]:
    for bundle in catalogue.bundles.values():
        if bundle.number == reading.referral.life_event:
            return bundle.id, bundle.name.to(language)
    return "", ""


def _as_words(messages: Messages, reading: Reading, catalogue: Catalogue, steps: tuple[_Told, ...]) -> tuple[str, ...]:
    today = date.today()
    last = full_date(messages, reading.referral.last_day, today)
    expiry = messages.gettext("Expired since {day}") if reading.expired else messages.gettext("Good until {day}")
    topic = _topic(catalogue, reading, messages.language)[1]
    return (
        messages.gettext("Code {code}").format(code=reading.code),
        messages.gettext("Issued on {day} by {kiosk}").format(
            day=full_date(messages, reading.referral.issued, today), kiosk=_kiosk(messages, reading)
        ),
        _signature(messages, reading.signature),
        expiry.format(day=last),
        *((topic,) if topic else ()),
        *(f"{step.order}. {step.name}" for step in steps),
    )


def _kiosk(messages: Messages, reading: Reading) -> str:
    if reading.kiosk_name:
        return messages.gettext("{name} (kiosk {number})").format(name=reading.kiosk_name, number=reading.kiosk_number)
    return messages.gettext("kiosk {number}").format(number=reading.kiosk_number)


def _signature(messages: Messages, signature: Signature) -> str:
    match signature:
        case Signature.HOLDS:
            return messages.gettext("The signature holds")
        case Signature.NOT_CHECKED:
            return messages.gettext("The signature cannot be checked here: this kiosk is not known")
        case Signature.ALTERED:
            return messages.gettext("The signature does not hold: do not trust this referral")


def _as_json(reading: Reading, catalogue: Catalogue, steps: tuple[_Told, ...]) -> dict[str, object]:
    return {
        "code": str(reading.code),
        "issued": reading.referral.issued.isoformat(),
        "expires": reading.referral.last_day.isoformat(),
        "expired": reading.expired,
        "kiosk": {"number": reading.kiosk_number, "name": reading.kiosk_name},
        "signature": reading.signature.value,
        "topic": _topic(catalogue, reading, "en")[0] or None,
        "catalogue_version": reading.referral.catalogue_version,
        "steps": [asdict(step) for step in steps],
    }
