"""`guichet hub init, rotate-keys`: the keys that editions are signed with, and how commands come by them."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from kiosk.cli.asking import ask
from kiosk.cli.hub_named import hub_of
from kiosk.cli.refusals import unreadable
from kiosk.cli.spoken import FOLDER, OLD_FILE, argument, command, option
from kiosk.cli.tongue import SaidError, words
from kiosk.languages import Messages

if TYPE_CHECKING:
    from kiosk.hub.publishing.keys import Keys, PassPhrase
    from kiosk.hub.publishing.roles import Holder


_HOLDERS = ("root", "targets", "catalogue", "recipients", "devices", "online")
_UNATTENDED = ("devices", "online")
_LONGEST_PHRASE = 1024

Command = TypeVar("Command", bound=Callable[..., object])


def repository_option(command: Command) -> Command:
    """Add --repository."""
    return option(
        "--repository", type=FOLDER, help="The folder of the signed editions; that of hub.toml when left out."
    )(command)


def keys_options(command: Command) -> Command:
    """Add --keys and --passphrase-file; hand them to `keys_of`."""
    for decorate in (
        option(
            "--passphrase-file",
            type=OLD_FILE,
            help="A file with the pass phrase of every key on its first line; asked for when left out.",
        ),
        option(
            "--keys",
            "folders",
            type=FOLDER,
            multiple=True,
            help="A folder of keys; several for keys of several people. That of hub.toml when left out.",
        ),
    ):
        command = decorate(command)
    return command


def sure_option(command: Command) -> Command:
    """Add --sure."""
    return option("--sure", is_flag=True, help="The clock is right, though nothing was signed for more than 400 days.")(
        command
    )


@command("init")
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

    folder = repository_of(ctx, repository)
    keys = keys_of(ctx, folders, passphrase_file, new=True)
    root = init(folder, keys, now())
    messages = words()
    trusted = messages.gettext(
        "{file} is what kiosks are to trust: with their enrolment, or by guichet sync trust 1.root.json"
    )
    click.echo(trusted.format(file=folder / "metadata" / "1.root.json"))
    click.echo(messages.gettext("its fingerprint, to compare: {digits}").format(digits=_fingerprint(root)))
    drawers = messages.gettext(
        "keys in {folder}: move root-*.pem, targets-*.pem and recipients-*.pem to drawers of different people, and keep"
        " a copy of each"
    )
    click.echo(drawers.format(folder=keys.folders[0]))


@command("rotate-keys")
@argument("holder", type=click.Choice(_HOLDERS), metavar="HOLDER")
@repository_option
@keys_options
@option("--only", multiple=True, metavar="KEY", help="Replace the key whose id begins so, and no other.")
@option("--renew", is_flag=True, help="Replace no key: sign what they sign again, for its whole time.")
@option("--lost", is_flag=True, help="Nobody has the old keys any more: of targets, or the online one.")
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
    from kiosk.hub.publishing.rotating import Rotation, rotate

    if sum((bool(only), renew, lost)) > 1:
        raise click.UsageError(words().gettext("--only, --renew and --lost exclude each other: choose one of them"))
    keys = keys_of(ctx, folders, passphrase_file, new=not renew)
    wanted = Rotation(Holder(holder), () if renew else only or None, lost)
    rotated = rotate(repository_of(ctx, repository), keys, wanted, now(), sure=sure)
    messages = words()
    for key in rotated.came:
        click.echo(messages.gettext("new: {file}").format(file=f"{keys.folders[0]}/{holder}-{key[:16]}.pem"))
    for key in rotated.gone:
        gone = messages.gettext("not trusted any more: {file} can be destroyed")
        click.echo(gone.format(file=f"{holder}-{key[:16]}.pem"))
    if not rotated.came:
        click.echo(messages.gettext("what {role} signs is signed again").format(role=holder))


def repository_of(ctx: click.Context, named: Path | None) -> Path:
    """The folder of the signed editions. Raises `ConfigError`."""
    return named or hub_of(ctx).repository_folder


def keys_of(ctx: click.Context, named: tuple[Path, ...], file: Path | None, *, new: bool = False) -> "Keys":
    """The keys to sign with; `new`: some may be made. Raises `SaidError`, `ConfigError`."""
    from kiosk.hub.publishing.keys import Keys

    folders = named or (hub_of(ctx).keys_folder,)
    return Keys(folders, _from_file(file) if file is not None else _asking(words(), new))


def _from_file(file: Path) -> "PassPhrase":
    phrase = content_of(file, _LONGEST_PHRASE).partition(b"\n")[0].rstrip(b"\r")
    if not phrase:
        raise SaidError(words().gettext("{file} has no pass phrase on its first line").format(file=file))
    return lambda _path, _holder: phrase


def _asking(messages: Messages, new: bool) -> "PassPhrase":
    """Ask for the phrase of each file that is there, and once for all that are made."""
    made: list[bytes] = []
    told: dict[Path, bytes] = {}

    def phrase(path: Path, holder: "Holder") -> bytes:
        if path.exists():
            if path not in told:  # a key that signs twice, for those before and those after, is asked about once
                asked = messages.gettext("Pass phrase of {file}").format(file=path.name)
                told[path] = ask(asked, hidden=True).encode()
            return told[path]
        if holder in _UNATTENDED or not new:
            return b""
        if not made:
            asked = messages.gettext("Pass phrase of the new keys (nothing for none)")
            made.append(ask(asked, hidden=True, twice=True, or_nothing=True).encode())
        return made[0]

    return phrase


def content_of(file: Path, most: int | None = None) -> bytes:
    """The first `most` bytes of a file that was named, all of them when left out. Raises `SaidError`."""
    try:
        with file.open("rb") as opened:
            return opened.read(-1 if most is None else most)
    except OSError as error:
        raise unreadable(file, error) from error


def _fingerprint(root: bytes) -> str:
    from kiosk.sync.updates.trusting import fingerprint

    return fingerprint(root)


def now() -> datetime:
    """This machine's clock, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
