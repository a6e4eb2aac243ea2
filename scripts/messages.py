#!/usr/bin/env python3
"""Gather the visible strings of kiosk/ and ui/, keep the catalogues of assets/locale in step, and check them.

There are two: guichet.po for screens and slips, in every language, and terminal.po for what only the command line says
(kiosk/cli), in English and French. Every command below looks after both.

    scripts/messages.py update          new strings in, words already written kept, vanished strings set aside
    scripts/messages.py update --prune  the same, vanished strings dropped
    scripts/messages.py missing         a .po of the strings without French, to be filled and merged
    scripts/messages.py merge FILE.po   take the French of that file
    scripts/messages.py check           fail on anything a reader would stumble on
    scripts/messages.py extract         show the strings alone

`missing` and `merge` take `--lang ar` and the like for another language. French and Arabic must be complete; what the
others lack is told and fails nothing.

A catalogue is sorted, without dates, line numbers or wrapping, so that two branches that add strings merge quietly.
`scripts/gathering.py` says how strings are marked.
"""

import fcntl
import io
import os
import re
import string
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kiosk.languages.typography import faults_in_english, faults_in_french  # noqa: E402 - needs the checkout on the path
from scripts.gathering import (  # noqa: E402 - as above
    DOMAINS,
    LANGUAGES,
    SCREENS,
    Domain,
    extracted,
    key_of_id,
    unseen,
)

COMPLETE = ("en", "fr", "ar")
NAMES = {"fr": "French", "ar": "Arabic", "zh": "Chinese", "uk": "Ukrainian"}
Key = tuple[str | None, str]
"""The context and the source text (singular) of a string."""


in_language = click.option(
    "--lang", "language", type=click.Choice(LANGUAGES[1:]), default="fr", help="The language; fr when left out."
)


@click.group()
@click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=ROOT, hidden=True)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Keep the words of the screens and slips in step, in every language."""
    context.obj = root


@main.command()
@click.pass_obj
def extract(root: Path) -> None:
    """Show the strings marked for translation, as a template."""
    for domain in DOMAINS:
        click.echo(written(extracted(root, domain), ""), nl=False)


@main.command()
@click.option("--prune", is_flag=True, help="Drop the strings that vanished, with their translations.")
@click.pass_obj
def update(root: Path, prune: bool) -> None:
    """Bring every catalogue in step with the sources; what is already written is kept."""
    told, obsolete = [], 0
    for domain in DOMAINS:
        template = extracted(root, domain)
        with locked(root):
            for language in domain.languages:
                old = read_catalog(root, language, domain)
                replace_catalog(root, language, in_step(template, old, language, prune=prune), domain)
        told.append(f"{domain.name}: {len(template)} strings")
        for language in domain.languages[1:]:
            lacking = sum(1 for message in strings_of(read_catalog(root, language, domain)) if not is_filled(message))
            told.append(f"{lacking} without {NAMES[language]}")
        obsolete += len(read_catalog(root, "fr", domain).obsolete)
    click.echo(f"{', '.join(told)}, {obsolete} set aside")


@main.command()
@in_language
@click.pass_obj
def missing(root: Path, language: str) -> None:
    """Show a .po of the strings without French: fill it, then merge it."""
    wanted = Catalog(locale=language, domain=SCREENS.name, fuzzy=False)
    for domain in spoken_in(language):
        step = in_step(extracted(root, domain), read_catalog(root, language, domain), language, prune=True)
        for message in strings_of(step):
            if not is_filled(message):
                wanted.add(message.id, message.string, auto_comments=message.auto_comments, context=message.context)
    click.echo(written(wanted, language), nl=False)


@main.command()
@click.argument("file", type=click.File("rb"))
@in_language
@click.pass_obj
def merge(root: Path, file: BinaryIO, language: str) -> None:
    """Take the French of FILE (`-` is standard input), then bring the catalogues in step."""
    try:
        fresh = read_po(file, locale=language, domain=SCREENS.name, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise click.ClickException(f"this is not a .po file: {error}") from error
    taken, left, known = 0, 0, set()
    with locked(root):
        for domain in spoken_in(language):
            catalog = in_step(extracted(root, domain), read_catalog(root, language, domain), language, prune=False)
            for message in strings_of(fresh):
                ours = catalog.get(message.id, message.context)
                if ours is None:
                    continue
                known.add(key_of(message))
                if is_filled(message):
                    ours.string = message.string
                    taken += 1
            replace_catalog(root, language, catalog, domain)
            left += sum(1 for message in strings_of(catalog) if not is_filled(message))
    for message in strings_of(fresh):
        if key_of(message) not in known:
            click.echo(f"not in the sources: {key_of(message)[1]!r}", err=True)
    click.echo(f"{taken} taken, {left} without {NAMES[language]}")


@main.command()
@click.pass_obj
def check(root: Path) -> None:
    """Fail when a catalogue is out of step, a translation is missing, or one is not written as it should be."""
    faults = [*unseen(root)]
    for domain in DOMAINS:
        template = extracted(root, domain)
        for language in domain.languages:
            faults += faults_of(root, template, language, domain)
            lacking = sum(1 for message in strings_of(read_catalog(root, language, domain)) if not is_filled(message))
            if lacking and language not in COMPLETE:
                click.echo(f"{lacking} strings without {NAMES[language]}")
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the words; see scripts/messages.py --help")


def spoken_in(language: str) -> Iterator[Domain]:
    """The catalogues that `language` has."""
    return (domain for domain in DOMAINS if language in domain.languages)


def in_step(template: Catalog, old: Catalog, language: str, *, prune: bool) -> Catalog:
    """The template's strings with the translations of `old`, those it had set aside included."""
    known = {key_of(message): message for message in (*old.obsolete.values(), *strings_of(old))}
    new = Catalog(locale=language, domain=template.domain, fuzzy=False)
    for message in strings_of(template):
        before = known.pop(key_of(message), None)
        new.add(
            message.id,
            translation_of(message, before, language),
            flags=before.flags & {"fuzzy"} if before else (),
            auto_comments=message.auto_comments,
            user_comments=before.user_comments if before else (),
            context=message.context,
        )
    if not prune and language != "en":
        for (context, source), message in known.items():
            if is_filled(message):
                new.obsolete[source if context is None else (source, context)] = message
    return new


def translation_of(message: Message, before: Message | None, language: str) -> str | tuple[str, ...]:
    """What was written for `message`; English plurals are their own source, for gettext must find them."""
    if language == "en":
        return "" if isinstance(message.id, str) else tuple(message.id)
    plural = not isinstance(message.id, str)
    forms = forms_of(before) if before else ("",)
    if not plural:
        return forms[0]
    count = get_plural(language).num_plurals
    return forms if len(forms) == count else (forms[0], *([""] * (count - 1)))


def faults_of(root: Path, template: Catalog, language: str, domain: Domain) -> Iterator[str]:
    """Everything wrong with one catalogue, a sentence each."""
    path = catalog_path(root, language, domain)
    catalog = read_catalog(root, language, domain)
    shown = path.relative_to(root)
    if not path.exists() and not strings_of(template):
        return
    if catalog.obsolete:
        yield f"{shown}: strings that vanished are kept: run scripts/messages.py update --prune"
    elif not path.exists() or path.read_text("utf-8") != written(
        in_step(template, catalog, language, prune=True), language
    ):
        yield f"{shown}: out of step with the sources: run scripts/messages.py update"
    for message in strings_of(catalog):
        source = key_of(message)[1]
        for fault in english_faults(message) if language == "en" else translation_faults(message, language):
            yield f"{shown}: {source!r}: {fault}"


def english_faults(message: Message) -> Iterator[str]:
    for source in sources_of(message):
        yield from faults_in_english(source)
        if placeholders(source) is None:
            yield "its braces do not match"


def translation_faults(message: Message, language: str) -> Iterator[str]:
    name = NAMES[language]
    if not is_filled(message):
        if language in COMPLETE:
            yield f"has no {name}"
        return
    if message.fuzzy:
        yield f"its {name} is marked fuzzy: read it again and take the mark away"
    yield from placeholder_faults(message, name)
    for form in forms_of(message):
        if language == "fr":
            yield from faults_in_french(form)
        if form in sources_of(message) and len(form.split()) >= 3:
            yield f"its {name} is the English"


def placeholder_faults(message: Message, name: str) -> Iterator[str]:
    """The last form must hold every field; the others may leave some out (« un service »), and none may add one."""
    wanted = placeholders(sources_of(message)[-1])
    filled = frozenset().union(*(placeholders(source) or () for source in sources_of(message)))
    forms = [placeholders(form) for form in forms_of(message)]
    if wanted is None or None in forms:
        yield "its braces do not match"
    elif forms[-1] != wanted or any(form is None or not form <= filled for form in forms):
        yield f"its {name} does not have the same fields: {', '.join(sorted(wanted)) or 'none'}"


def placeholders(text: str) -> frozenset[str] | None:
    """The fields of `text`, `{name}` and `%1` alike; None when its braces do not match."""
    try:
        named = {
            f"{{{name}}}" for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None
        }
    except ValueError:
        return None
    return frozenset(named) | frozenset(re.findall(r"%[1-9n]", text))


def strings_of(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def sources_of(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms_of(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def is_filled(message: Message) -> bool:
    return all(forms_of(message))


def key_of(message: Message) -> Key:
    return message.context, key_of_id(message.id)


def catalog_path(root: Path, language: str, domain: Domain = SCREENS) -> Path:
    return root / "assets" / "locale" / language / "LC_MESSAGES" / f"{domain.name}.po"


def read_catalog(root: Path, language: str, domain: Domain = SCREENS) -> Catalog:
    """The catalogue of `language`, or an empty one."""
    path = catalog_path(root, language, domain)
    if not path.exists():
        return Catalog(locale=language, domain=domain.name, fuzzy=False)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, domain=domain.name, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise click.ClickException(f"{path.relative_to(root)} cannot be read: {error}") from error


def replace_catalog(root: Path, language: str, catalog: Catalog, domain: Domain = SCREENS) -> None:
    """Put the catalogue in its place whole, and only when something changed."""
    path, text = catalog_path(root, language, domain), written(catalog, language)
    if not path.exists() and not strings_of(catalog):
        return
    if path.exists() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.part")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def written(catalog: Catalog, language: str) -> str:
    """The text of a catalogue: always the same for the same strings."""
    body = io.BytesIO()
    write_po(body, catalog, width=0, no_location=True, omit_header=True, sort_output=True)
    head = [
        'msgid ""',
        'msgstr ""',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    ]
    if language:
        plural = get_plural(language)
        head += [f'"Language: {language}\\n"', f'"Plural-Forms: {plural.plural_forms}\\n"']
    return "\n".join(head) + "\n\n" + body.getvalue().decode("utf-8").strip("\n") + "\n"


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep two people who add strings at once from losing each other's French."""
    folder = root / "assets" / "locale"
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


if __name__ == "__main__":
    main()
