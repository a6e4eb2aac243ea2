"""`guichet find`: search the catalogue by words, in French and in English at once."""

import json
from dataclasses import asdict

import click

from kiosk import paths
from kiosk.cli.options import catalogue_of, language_named
from kiosk.config import load
from kiosk.languages.shipped import words_of

_LANGUAGES = ("fr", "en")
_MOST = 100


@click.command("find")
@click.argument("text", nargs=-1, required=True)
@click.option("--lang", default="en", metavar="fr|en", help="The language of the names; en when left out.")
@click.option("--limit", default="10", metavar="N", help=f"How many to show, 1 to {_MOST}; 10 when left out.")
@click.option("--json", "as_json", is_flag=True, help="A list of {kind, id, name, score}; empty when nothing is found.")
def find_command(text: tuple[str, ...], lang: str, limit: str, as_json: bool) -> None:
    """Find the situations and services that TEXT may mean, best first.

    Nothing found is an answer, not a failure: the list is empty, and standard error says whom to ask.
    """
    _find(" ".join(text), language_named(lang, _LANGUAGES), _limit(limit), as_json)


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
    words = words_of(language).gettext("Nothing found for “{text}”: try other words, or call 211, day and night.")
    return words.format(text=text)


def _limit(untrusted: str) -> int:
    if not untrusted.isascii() or not untrusted.isdigit() or not 1 <= int(untrusted[:9]) <= _MOST:
        raise click.ClickException(f"{untrusted!r} is not a limit: use a whole number from 1 to {_MOST}")
    return int(untrusted)
