"""One YAML source file as plain values that remember the line each of them stands on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import ReaderError

from kiosk.catalogue.faults import Fault, Place
from kiosk.catalogue.sources.yaml_words import in_words
from kiosk.languages.sentences import Sentence, sentence

Step = str | int
"""One step into a value: a key of a mapping or an index of a list."""

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_QUOTED = frozenset({"'", '"', "|", ">"})
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's values, the line of each by its path from the top, and what its writing got wrong."""

    name: str
    content: Any
    lines: Mapping[tuple[Step, ...], int]
    faults: tuple[Fault, ...] = ()

    def place(self, *path: Step) -> Place:
        """The line where the value at `path` begins, or that of the nearest value around it."""
        for length in range(len(path), -1, -1):
            if (line := self.lines.get(path[:length])) is not None:
                return Place(self.name, line)
        return Place(self.name, 1)


@dataclass
class _Reader:
    name: str
    lines: dict[tuple[Step, ...], int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def value_of(self, node: yaml.Node, path: tuple[Step, ...], line: int) -> Any:
        self.lines[path] = line
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.value_of(item, (*path, index), item.start_mark.line + 1) for index, item in enumerate(node.value)
            ]
        assert isinstance(node, yaml.ScalarNode)
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: tuple[Step, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = str(key_node.value)
            if key in found:
                message = sentence("{key} is written twice in one entry: keep one of them", key=key)
                self.faults.append(Fault(Place(self.name, line), message))
            found[key] = self.value_of(value_node, (*path, key), line)
        return found


def read_source_file(path: Path) -> SourceFile:
    """Read one file; what is not YAML, not UTF-8 or not readable is a fault of it, never an exception."""
    name = shown_name(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return _unreadable(name, 1, sentence("this file is not in UTF-8: save it as UTF-8"))
    except FileNotFoundError:
        return _unreadable(name, 1, sentence("this file cannot be read: it is missing"))
    except OSError as error:
        return _unreadable(name, 1, sentence("this file cannot be read ({problem})", problem=error.strerror))
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        problem = in_words(error.problem)
        message = sentence("this is not YAML: check the indents, quotes and colons here ({problem})", problem=problem)
        return _unreadable(name, line, message)
    except ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        return _unreadable(name, line, sentence("a character here cannot be part of YAML: type this line anew"))
    reader = _Reader(name)
    content = None if node is None else reader.value_of(node, (), 1)
    return SourceFile(name, content, reader.lines, tuple(reader.faults))


def shown_name(path: Path) -> str:
    """The name to print for a file: from the current folder when it lies inside it."""
    absolute = path.resolve()
    here = Path.cwd().resolve()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else path.as_posix()


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    """Read as YAML 1.2 does: `no` is a word, `10:30` is not a number, a date is text until its field says otherwise."""
    text: str = node.value
    if node.style in _QUOTED:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


def _unreadable(name: str, line: int, message: Sentence) -> SourceFile:
    return SourceFile(name, None, {}, (Fault(Place(name, line), message),))
