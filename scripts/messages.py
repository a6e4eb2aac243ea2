#!/usr/bin/env python3
"""Gather the visible strings of kiosk/ and ui/, keep the catalogues of assets/locale in step, and check them.

    scripts/messages.py update          new strings in, words already written kept, vanished strings set aside
    scripts/messages.py update --prune  the same, vanished strings dropped
    scripts/messages.py missing         a .po of the strings without French, to be filled and merged
    scripts/messages.py merge FILE.po   take the French of that file
    scripts/messages.py check           fail on anything a reader would stumble on
    scripts/messages.py extract         show the strings alone

`missing` and `merge` take `--lang ar` and the like for another language. French and Arabic must be complete; what the
others lack is told and fails nothing.

A catalogue is sorted, without dates, line numbers or wrapping, so that two branches that add strings merge quietly.
In Python mark strings with `messages.gettext("...")`, `ngettext`, `pgettext`, `npgettext`, or `N_("...")` for a
constant; in QML with `qsTr("...")` or `qsTr("...", "context")`. A comment just above that begins with `Note:` goes to
the translator.
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
from babel.messages.extract import extract_from_file
from babel.messages.frontend import parse_keywords
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kiosk.languages.typography import faults_in_english, faults_in_french  # noqa: E402 - needs the checkout on the path

LANGUAGES = ("en", "fr", "ar", "zh", "uk")
COMPLETE = ("en", "fr", "ar")
NAMES = {"fr": "French", "ar": "Arabic", "zh": "Chinese", "uk": "Ukrainian"}
DOMAIN = "guichet"
SOURCES = (("kiosk", "*.py", "python"), ("ui", "*.qml", "javascript"))
KEYWORDS = parse_keywords(
    [
        "gettext",
        "ngettext:1,2",
        "pgettext:1c,2",
        "npgettext:1c,2,3",
        "N_",
        "qsTr:1,1t",
        "qsTr:1,2c,2t",
        "QT_TR_NOOP",
        "QT_TRANSLATE_NOOP:2",
    ]
)

# Calls that extraction cannot see, so that they would stay English on a French screen.
UNSEEN = {
    "*.py": re.compile(r"""\bn?p?gettext\(\s*[rb]?f["']"""),
    "*.qml": re.compile(r"`[^`]*\$\{[^`}]*\bqsTr\("),
}

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
    click.echo(written(extracted(root), ""), nl=False)


@main.command()
@click.option("--prune", is_flag=True, help="Drop the strings that vanished, with their translations.")
@click.pass_obj
def update(root: Path, prune: bool) -> None:
    """Bring every catalogue in step with the sources; what is already written is kept."""
    template = extracted(root)
    with locked(root):
        for language in LANGUAGES:
            old = read_catalog(root, language)
            replace_catalog(root, language, in_step(template, old, language, prune=prune))
    told = [f"{len(template)} strings"]
    for language, name in NAMES.items():
        missing = sum(1 for message in strings_of(read_catalog(root, language)) if not is_filled(message))
        told.append(f"{missing} without {name}")
    click.echo(f"{', '.join(told)}, {len(read_catalog(root, 'fr').obsolete)} set aside")


@main.command()
@in_language
@click.pass_obj
def missing(root: Path, language: str) -> None:
    """Show a .po of the strings without French: fill it, then merge it."""
    step = in_step(extracted(root), read_catalog(root, language), language, prune=True)
    wanted = Catalog(locale=language, domain=DOMAIN, fuzzy=False)
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
        fresh = read_po(file, locale=language, domain=DOMAIN, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise click.ClickException(f"this is not a .po file: {error}") from error
    template = extracted(root)
    with locked(root):
        catalog = in_step(template, read_catalog(root, language), language, prune=False)
        taken, strange = 0, []
        for message in strings_of(fresh):
            ours = catalog.get(message.id, message.context)
            if ours is None:
                strange.append(message)
            elif is_filled(message):
                ours.string = message.string
                taken += 1
        replace_catalog(root, language, catalog)
    for message in strange:
        click.echo(f"not in the sources: {key_of(message)[1]!r}", err=True)
    left = sum(1 for message in strings_of(catalog) if not is_filled(message))
    click.echo(f"{taken} taken, {left} without {NAMES[language]}")


@main.command()
@click.pass_obj
def check(root: Path) -> None:
    """Fail when a catalogue is out of step, a translation is missing, or one is not written as it should be."""
    template = extracted(root)
    for language in LANGUAGES:
        if language not in COMPLETE:
            lacking = sum(1 for message in strings_of(read_catalog(root, language)) if not is_filled(message))
            if lacking:
                click.echo(f"{lacking} strings without {NAMES[language]}")
    faults = [*unseen(root), *(fault for language in LANGUAGES for fault in faults_of(root, template, language))]
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the words; see scripts/messages.py --help")


def extracted(root: Path) -> Catalog:
    """Every string marked for translation under `root`, with the notes to its translator."""
    template = Catalog(domain=DOMAIN, fuzzy=False)
    for folder, pattern, method in SOURCES:
        for path in sorted((root / folder).rglob(pattern)):
            for _line, message, comments, context in extract_from_file(
                method, path, keywords=KEYWORDS, comment_tags=("Note:",), strip_comment_tags=True
            ):
                if message and key_of_id(message):
                    template.add(message, auto_comments=comments, context=context)
    return template


def unseen(root: Path) -> Iterator[str]:
    """Where a string is marked in a way that extraction does not see."""
    for folder, pattern, _method in SOURCES:
        for path in sorted((root / folder).rglob(pattern)):
            if match := UNSEEN[pattern].search(text := path.read_text("utf-8")):
                line = text.count("\n", 0, match.end()) + 1
                yield f"{path.relative_to(root)}:{line}: only a plain string is found: none in an f-string or `...`"


def in_step(template: Catalog, old: Catalog, language: str, *, prune: bool) -> Catalog:
    """The template's strings with the translations of `old`, those it had set aside included."""
    known = {key_of(message): message for message in (*old.obsolete.values(), *strings_of(old))}
    new = Catalog(locale=language, domain=DOMAIN, fuzzy=False)
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


def faults_of(root: Path, template: Catalog, language: str) -> Iterator[str]:
    """Everything wrong with one catalogue, a sentence each."""
    path = catalog_path(root, language)
    catalog = read_catalog(root, language)
    shown = path.relative_to(root)
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
    forms = [placeholders(form) for form in forms_of(message)]
    if wanted is None or None in forms:
        yield "its braces do not match"
    elif forms[-1] != wanted or any(form is None or not form <= wanted for form in forms):
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


def key_of_id(identifier: str | tuple[str, ...] | list[str]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]


def catalog_path(root: Path, language: str) -> Path:
    return root / "assets" / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalog(root: Path, language: str) -> Catalog:
    """The catalogue of `language`, or an empty one."""
    path = catalog_path(root, language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, fuzzy=False)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, domain=DOMAIN, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise click.ClickException(f"{path.relative_to(root)} cannot be read: {error}") from error


def replace_catalog(root: Path, language: str, catalog: Catalog) -> None:
    """Put the catalogue in its place whole, and only when something changed."""
    path, text = catalog_path(root, language), written(catalog, language)
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
