"""`guichet web`: the page that a slip's QR opens on a phone, as a folder for any static host, and the key it needs."""

from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.options import catalogue_of
from kiosk.cli.spoken import FILE, FOLDER, OLD_FILE, group, option
from kiosk.cli.tongue import language_named, words
from kiosk.config import load
from kiosk.languages.formats import number
from kiosk.languages.known import TONGUES
from kiosk.languages.shipped import words_of

_LANGUAGES = tuple(tongue.code for tongue in TONGUES.values() if tongue.offered)


@group("web")
def web_group() -> None:
    """Make the page that opens a plan on a phone."""


@web_group.command("build")
@option("--out", required=True, type=FOLDER, help="The folder to write, made if missing.")
@option("--keys", "key_lists", multiple=True, type=OLD_FILE, help="A list of kiosks to believe; may be repeated.")
@option("--lang", "languages", multiple=True, metavar="fr|en|ar|…", help="A language; fr, en and ar if none.")
def build(out: Path, key_lists: tuple[Path, ...], languages: tuple[str, ...]) -> None:
    """Write the page, its words and the keys of the kiosks that it believes: the same bytes every time.

    Without --keys, it believes the kiosk of this machine and those that this one knows.
    """
    from kiosk.referral.keys import KeyRing, read_key_list
    from kiosk.referral.known import known_kiosks
    from kiosk.referral.web import site

    config, messages = load(paths.config_file()), words()
    if key_lists:
        ring = KeyRing(tuple(kiosk for path in key_lists for kiosk in read_key_list(path)))
    else:
        ring = known_kiosks(paths.state_folder(), config)
    chosen = tuple(dict.fromkeys(language_named(code, _LANGUAGES) for code in languages)) or site.LANGUAGES
    written = site.build(out, catalogue_of(config), ring, config.site, paths.assets_folder(), words_of, chosen)
    for file in written:
        click.echo(messages.gettext("{file} ({size} bytes)").format(file=file.path, size=number(messages, file.size)))
    believed = messages.ngettext("{count} kiosk is believed", "{count} kiosks are believed", len(ring.known))
    click.echo(believed.format(count=number(messages, len(ring.known))))
    if not ring.known:
        unknown = messages.gettext(
            "the page will say of every plan that its kiosk is not known: give it a list with --keys"
        )
        click.echo(unknown, err=True)


@web_group.command("key")
@option("--out", required=True, type=FILE, help="The file to write, for guichet web build --keys.")
def key(out: Path) -> None:
    """Write the public key of this kiosk, so that a page made elsewhere believes its slips. It is no secret."""
    from kiosk.referral.keys import KnownKiosk, key_list, number_of, own_key
    from kiosk.referral.slip.saving import save

    config = load(paths.config_file())
    own = own_key(paths.state_folder(), config.referral.kiosk_number)
    name = config.site.name.in_language(config.site.languages[0])
    save(key_list(KnownKiosk(own.key_id, own.public, name)), out)
    told = words().gettext("{file}: kiosk {number}, {name}")
    click.echo(told.format(file=out, number=number_of(own.key_id), name=name))
