"""`guichet hub init, publish, resign, rotate-keys, export-usb`: editions of the catalogue, signed for kiosks.

Where the repository, the keys and the region are left out, they are those of hub.toml.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.hub.publishing.keys import Keys, PassPhrase
    from kiosk.hub.publishing.roles import Holder
    from kiosk.hub.settings import Hub

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_HOLDERS = ("root", "targets", "catalogue", "recipients", "devices", "online")
_UNATTENDED = ("devices", "online")
_LONGEST_PHRASE = 1024

Command = TypeVar("Command", bound=Callable[..., object])


class GivenFileError(KioskError):
    """A file that an option names cannot be read, or holds nothing."""

    code = "given_file"


def repository_option(command: Command) -> Command:
    """Add --repository."""
    return click.option(
        "--repository", type=_FOLDER, help="The folder of the signed editions; that of hub.toml when left out."
    )(command)


def keys_options(command: Command) -> Command:
    """Add --keys and --passphrase-file; hand them to `_keys`."""
    for decorate in (
        click.option(
            "--passphrase-file",
            type=_FILE,
            help="A file with the pass phrase of every key on its first line; asked for when left out.",
        ),
        click.option(
            "--keys",
            "folders",
            type=_FOLDER,
            multiple=True,
            help="A folder of keys; several for keys of several people. That of hub.toml when left out.",
        ),
    ):
        command = decorate(command)
    return command


def sure_option(command: Command) -> Command:
    """Add --sure."""
    return click.option(
        "--sure", is_flag=True, help="The clock is right, though nothing was signed for more than 400 days."
    )(command)


@click.command("init")
@repository_option
@keys_options
@click.pass_context
def init_command(
    ctx: click.Context, repository: Path | None, folders: tuple[Path, ...], passphrase_file: Path | None
) -> None:
    """Make signing keys and an empty repository, and say what kiosks are to trust.

    Without --passphrase-file, one pass phrase is asked for the keys that belong in a drawer; those that sign unattended
    then lie open, for this account only.
    """
    from kiosk.hub.publishing.starting import init

    folder = _repository(ctx, repository)
    keys = _keys(ctx, folders, passphrase_file, new=True)
    root = init(folder, keys, _now())
    click.echo(f"{folder / 'metadata' / '1.root.json'} is what kiosks are to trust: guichet sync trust 1.root.json")
    click.echo(f"its fingerprint, to compare: {_fingerprint(root)}")
    click.echo(
        f"keys in {keys.folders[0]}: move root-*.pem, targets-*.pem and recipients-*.pem to drawers of different "
        "people, and keep a copy of each"
    )


@click.command("publish")
@click.argument("catalogue", type=_FILE)
@repository_option
@keys_options
@click.option("--region", help="Whose catalogue it is, such as ns; that of hub.toml when left out.")
@click.option("--decided", type=_FILE, help="Corrections that stewards decided: a file of guichet corrections export.")
@click.option("--min-app", metavar="VERSION", help="The oldest Guichet that can use this edition.")
@sure_option
@click.pass_context
def publish_command(
    ctx: click.Context,
    catalogue: Path,
    repository: Path | None,
    folders: tuple[Path, ...],
    passphrase_file: Path | None,
    region: str | None,
    decided: Path | None,
    min_app: str | None,
    sure: bool,
) -> None:
    """Publish the CATALOGUE, a catalogue.db, as the newest edition."""
    from kiosk.hub.publishing.editions import MIN_APP, publish

    published = publish(
        _repository(ctx, repository),
        _keys(ctx, folders, passphrase_file),
        catalogue,
        region or _settings(ctx).settings.region,
        _now(),
        _content(decided) if decided else None,
        min_app or MIN_APP,
        sure=sure,
    )
    click.echo(f"{published.region}: edition {published.version} of {published.day}, {published.whole:,} bytes whole")
    for version, size in sorted(published.deltas.items(), reverse=True):
        click.echo(f"  from edition {version}: {size:,} bytes")


@click.command("resign")
@repository_option
@keys_options
@sure_option
@click.pass_context
def resign_command(
    ctx: click.Context,
    repository: Path | None,
    folders: tuple[Path, ...],
    passphrase_file: Path | None,
    sure: bool,
) -> None:
    """Sign the timestamp again, as a machine does every day, and say how long every signature is good for."""
    from kiosk.hub.publishing.resigning import resign

    resigned = resign(_repository(ctx, repository), _keys(ctx, folders, passphrase_file), _now(), sure=sure)
    click.echo(", ".join(f"{role} {days} days" for role, days in sorted(resigned.left.items())))
    for role in resigned.soon:
        click.echo(f"{role} should be signed soon: {_remedy(role)}", err=True)


@click.command("rotate-keys")
@click.argument("holder", type=click.Choice(_HOLDERS))
@repository_option
@keys_options
@click.option("--only", multiple=True, metavar="KEY", help="Replace the key whose id begins so, and no other.")
@click.option("--renew", is_flag=True, help="Replace no key: sign what they sign again, for its whole time.")
@click.option("--lost", is_flag=True, help="Nobody has the old keys any more: of targets, or the online one.")
@sure_option
@click.pass_context
def rotate_command(
    ctx: click.Context,
    holder: str,
    repository: Path | None,
    folders: tuple[Path, ...],
    passphrase_file: Path | None,
    only: tuple[str, ...],
    renew: bool,
    lost: bool,
    sure: bool,
) -> None:
    """Replace the keys of HOLDER by new ones: root, targets, catalogue, recipients, devices or online."""
    from kiosk.hub.publishing.roles import Holder
    from kiosk.hub.publishing.rotating import rotate

    if sum((bool(only), renew, lost)) > 1:
        raise click.UsageError("--only, --renew and --lost exclude each other: choose one of them")
    keys = _keys(ctx, folders, passphrase_file, new=not renew)
    leaving = () if renew else only or None
    rotated = rotate(_repository(ctx, repository), keys, Holder(holder), _now(), leaving, lost=lost, sure=sure)
    for key in rotated.came:
        click.echo(f"new: {keys.folders[0]}/{holder}-{key[:16]}.pem")
    for key in rotated.gone:
        click.echo(f"not trusted any more: {holder}-{key[:16]}.pem can be destroyed")
    if not rotated.came:
        click.echo(f"what {holder} signs is signed again")


@click.command("export-usb")
@click.argument("stick", type=_FOLDER)
@repository_option
@click.pass_context
def export_usb_command(ctx: click.Context, stick: Path, repository: Path | None) -> None:
    """Put the newest editions on the stick at STICK, in a folder guichet, and read them back as a kiosk does."""
    from kiosk.hub.publishing.stick import export_usb

    exported = export_usb(_repository(ctx, repository), stick, _now())
    click.echo(f"{exported.files} files, {exported.size:,} bytes, written and read back: {stick} can be unmounted")


PUBLISHING_COMMANDS = (init_command, publish_command, resign_command, rotate_command, export_usb_command)
"""What `guichet hub` gets from here."""


def _settings(ctx: click.Context) -> "Hub":
    from kiosk.cli.hub import hub_of

    return hub_of(ctx)


def _repository(ctx: click.Context, named: Path | None) -> Path:
    return named or _settings(ctx).repository_folder


def _keys(ctx: click.Context, named: tuple[Path, ...], file: Path | None, *, new: bool = False) -> "Keys":
    from kiosk.hub.publishing.keys import Keys

    folders = named or (_settings(ctx).keys_folder,)
    return Keys(folders, _from_file(file) if file is not None else _asking(new))


def _from_file(file: Path) -> "PassPhrase":
    phrase = _content(file, _LONGEST_PHRASE).partition(b"\n")[0].rstrip(b"\r")
    if not phrase:
        raise GivenFileError(f"{file} has no pass phrase on its first line")
    return lambda _path, _holder: phrase


def _asking(new: bool) -> "PassPhrase":
    """Ask for the phrase of each file that is there, and once for all that are made."""
    made: list[bytes] = []

    def phrase(path: Path, holder: "Holder") -> bytes:
        if path.exists():
            return str(click.prompt(f"Pass phrase of {path.name}", hide_input=True)).encode()
        if holder in _UNATTENDED or not new:
            return b""
        if not made:
            asked = "Pass phrase of the new keys (nothing for none)"
            made.append(
                str(
                    click.prompt(asked, default="", show_default=False, hide_input=True, confirmation_prompt=True)
                ).encode()
            )
        return made[0]

    return phrase


def _content(file: Path, most: int | None = None) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(-1 if most is None else most)
    except OSError as error:
        raise GivenFileError(f"{file} cannot be read: {error.strerror}") from error


def _fingerprint(root: bytes) -> str:
    from kiosk.sync.updates.trusting import fingerprint

    return fingerprint(root)


def _remedy(role: str) -> str:
    match role:
        case "catalogue":
            return "publish an edition, or guichet hub rotate-keys catalogue --renew"
        case "snapshot" | "timestamp":
            return "guichet hub resign"
        case _:
            return f"guichet hub rotate-keys {role} --renew"


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
