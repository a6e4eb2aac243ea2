"""`guichet find`: search the catalogue by words, in French and in English at once."""

import json
from dataclasses import asdict

import click

from kiosk import paths
from kiosk.cli.options import catalogue_of
from kiosk.cli.spoken import argument, command, option
from kiosk.cli.tongue import OptionError, language_named, spoken, words, words_in
from kiosk.config import load

_MOST = 100


@command("find")
@argument("text", nargs=-1, required=True)
@option("--lang", default=None, metavar="en|fr", help="The language of the answer; that of the terminal when left out.")
@option("--limit", default="10", metavar="N", help="How many to show, 1 to 100; 10 when left out.")
@option("--json", "as_json", is_flag=True, help="As JSON: a list of {kind, id, name, score}, perhaps empty.")
def find_command(text: tuple[str, ...], lang: str | None, limit: str, as_json: bool) -> None:
    """Find the situations and services that TEXT may mean, best first.

    Nothing found is an answer, not a failure: the list is empty, and standard error says whom to ask.
    """
    _find(" ".join(text), language_named(lang or spoken()), _limit(limit), as_json)


def _find(text: str, language: str, most: int, as_json: bool) -> None:
    from kiosk.catalogue.search import Finder, index_of

    catalogue = catalogue_of(load(paths.config_file()))
    hits = Finder(index_of(catalogue, paths.cache_folder)).find(text, language, most)
    if as_json:
        click.echo(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=2))
    elif hits:
        width = max(len(hit.id) for hit in hits)
        for hit in hits:
            click.echo(f"{hit.id:<{width}}  {hit.name}")
    else:
        click.echo(_nothing(text, language), err=True)


def _nothing(text: str, language: str) -> str:
    words = words_in(language).gettext("Nothing found for “{text}”: try other words, or call 211, day and night.")
    return words.format(text=text)


def _limit(untrusted: str) -> int:
    if not untrusted.isascii() or not untrusted.isdigit() or not 1 <= int(untrusted[:9]) <= _MOST:
        refused = words().gettext("{limit} is not a limit: use a whole number from 1 to {most}")
        raise OptionError(refused.format(limit=repr(untrusted), most=_MOST))
    return int(untrusted)
