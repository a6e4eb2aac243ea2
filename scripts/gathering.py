"""Finds every string that somebody reads, for the two catalogues of assets/locale.

In Python mark strings with `messages.gettext("...")`, `ngettext`, `pgettext`, `npgettext`, or `N_("...")` for a
constant (`NP_` with a plural), or `sentence("...")` for what is wrong in the sources of a catalogue or in settings; in
QML with `qsTr("...")` or `qsTr("...", "context")`. A comment just above that begins with `Note:` goes to the
translator. The help of commands (docstrings, `help=` in kiosk/cli) needs no mark, so that nobody can forget it: each
paragraph is a string.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file, extract_python
from babel.messages.frontend import parse_keywords

from kiosk.cli.spoken import paragraphs

LANGUAGES = ("en", "fr", "ar", "zh", "uk")
KEYWORDS = parse_keywords(
    [
        "gettext",
        "ngettext:1,2",
        "pgettext:1c,2",
        "npgettext:1c,2,3",
        "N_",
        "NP_:1,2",
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

_COMMANDS = Path("kiosk", "cli")
_EVERYWHERE = Path("kiosk")
_MAKERS = frozenset({"command", "group"})


def _commands(source: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """What Babel finds in a Python file, and the help of the commands in it: line, function, message, notes."""
    yield from extract_python(source, keywords, comment_tags, options)
    source.seek(0)
    for node in ast.walk(ast.parse(source.read())):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_a_command, node.decorator_list)):
            yield from _paragraphs(node.lineno, ast.get_docstring(node))
        elif isinstance(node, ast.keyword) and node.arg == "help" and isinstance(node.value, ast.Constant):
            yield from _paragraphs(node.value.lineno, node.value.value)


def _sentences(source: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """What a file has to say of sources and settings, which only the command line shows."""
    for node in ast.walk(ast.parse(source.read())):
        match node:
            case ast.Call(func=ast.Name(id="sentence"), args=[ast.Constant(value=str(text))]):
                yield node.lineno, "gettext", text, []


def _makes_a_command(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(called).rpartition(".")[2] in _MAKERS


def _paragraphs(line: int, text: object) -> Iterator[Any]:
    for paragraph in paragraphs(text) if isinstance(text, str) else ():
        yield line, "gettext", paragraph, []


@dataclass(frozen=True, slots=True)
class Domain:
    """One catalogue: its name, where its strings are and how they are found there, and in which languages it is."""

    name: str
    sources: tuple[tuple[Path, str, Any], ...]
    languages: tuple[str, ...] = LANGUAGES


SCREENS = Domain("guichet", ((Path("kiosk"), "*.py", "python"), (Path("ui"), "*.qml", "javascript")))
TERMINAL = Domain("terminal", ((_COMMANDS, "*.py", _commands), (_EVERYWHERE, "*.py", _sentences)), LANGUAGES[:2])
DOMAINS = (SCREENS, TERMINAL)


def extracted(root: Path, domain: Domain = SCREENS) -> Catalog:
    """Every string of `domain` marked for translation under `root`, with the notes to its translator."""
    template = Catalog(domain=domain.name, fuzzy=False)
    for folder, pattern, method in domain.sources:
        for path in sorted((root / folder).rglob(pattern)):
            if domain is SCREENS and path.is_relative_to(root / _COMMANDS):
                continue
            for _line, message, comments, context in extract_from_file(
                method, path, keywords=KEYWORDS, comment_tags=("Note:",), strip_comment_tags=True
            ):
                if message and key_of_id(message):
                    template.add(message, auto_comments=comments, context=context)
    return template


def unseen(root: Path) -> Iterator[str]:
    """Where a string is marked in a way that extraction does not see."""
    for folder, pattern, _method in SCREENS.sources:
        for path in sorted((root / folder).rglob(pattern)):
            if match := UNSEEN[pattern].search(text := path.read_text("utf-8")):
                line = text.count("\n", 0, match.end()) + 1
                yield f"{path.relative_to(root)}:{line}: only a plain string is found: none in an f-string or `...`"


def key_of_id(identifier: str | tuple[str, ...] | list[str]) -> str:
    """The source text (singular) of a string."""
    return identifier if isinstance(identifier, str) else identifier[0]
