"""The rules of the house that no other tool knows; a rule that was broken twice is added here, with the better way."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

LONGEST = 400

Rule = Callable[[Path], Iterator[str]]
"""Takes the root of the checkout; yields one sentence a fault, beginning with its place."""


def no_long_files(root: Path) -> Iterator[str]:
    """A file of more than 400 lines holds two ideas."""
    for folder, kind in (("kiosk", "py"), ("scripts", "py"), ("bench", "py"), ("tests", "py"), ("ui", "qml")):
        for file in _files(root, folder, kind):
            lines = len(file.read_text(encoding="utf-8").splitlines())
            if lines > LONGEST:
                yield f"{file.relative_to(root)}: {lines} lines; split it by idea, at most {LONGEST}"


def no_print_outside_the_command_line(root: Path) -> Iterator[str]:
    """Only commands speak on standard output."""
    for file, tree in _sources(root, "kiosk"):
        if "cli" not in file.relative_to(root).parts:
            for call in _calls(tree, "print"):
                if isinstance(call.func, ast.Attribute):
                    continue  # a printer's own
                yield f"{_at(file, call, root)}: print; return the text, or log it with kiosk.logs"


def no_clock_in_planning(root: Path) -> Iterator[str]:
    """A plan depends on the moment it is given, so that it can be tested and made again."""
    for file, tree in _sources(root, "kiosk/planning"):
        for call in _calls(tree, "now", "today", "utcnow", "time", "time_ns", "monotonic", "localtime"):
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value).split(".")[-1] in _CLOCKS:
                yield f"{_at(file, call, root)}: {ast.unparse(call.func)}; take the moment as an argument"


def no_waiting_in_tests(root: Path) -> Iterator[str]:
    """A test that waits for a length of time is slow on a good day and wrong on a bad one."""
    for file, tree in _sources(root, "tests"):
        for call in _calls(tree, "sleep", "wait", "qWait", "qSleep"):
            name = ast.unparse(call.func)
            if name in ("sleep", "time.sleep", "qtbot.wait") or name.endswith((".qWait", ".qSleep")):
                yield f"{_at(file, call, root)}: {name}; wait for the event itself, or drain the work by hand"


def no_screen_at_the_command_line_s_start(root: Path) -> Iterator[str]:
    """A command that needs no screen starts without loading Qt."""
    for file, tree in _sources(root, "kiosk/cli"):
        for statement in _outside_functions(tree):
            for name in _imported(statement):
                if name.startswith(("kiosk.app", "kiosk.bridge", "PySide6")):
                    yield f"{_at(file, statement, root)}: imports {name}; do so inside the command that opens a window"


def no_literal_colours(root: Path) -> Iterator[str]:
    """A colour has a name, a contrast and a dark counterpart, all in the theme."""
    for file in _files(root, "ui", "qml"):
        if file.parent.name == "Theme":
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if _COLOUR.search(line):
                yield f"{file.relative_to(root)}:{number}: a literal colour; give it a name in the theme"


RULES: tuple[Rule, ...] = (
    no_long_files,
    no_print_outside_the_command_line,
    no_clock_in_planning,
    no_waiting_in_tests,
    no_screen_at_the_command_line_s_start,
    no_literal_colours,
)

_CLOCKS = ("datetime", "date", "time")
_COLOUR = re.compile(r"""["']#[0-9a-fA-F]{3,8}["']|\bcolor: *["'](?!transparent)|\bQt\.(rgba|hsla|hsva)\(""")


def _files(root: Path, folder: str, kind: str) -> list[Path]:
    return sorted((root / folder).rglob(f"*.{kind}"))


def _sources(root: Path, folder: str) -> Iterator[tuple[Path, ast.Module]]:
    for file in _files(root, folder, "py"):
        yield file, ast.parse(file.read_text(encoding="utf-8"), str(file))


def _calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            if name in names:
                yield node


def _outside_functions(tree: ast.AST) -> Iterator[ast.stmt]:
    """Walk what runs at import; annotations under TYPE_CHECKING do not."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(node, ast.stmt):
            yield node
        yield from _outside_functions(node)


def _imported(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.Import(names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), names=names):
            return [f"{module}.{alias.name}" for alias in names]
        case _:
            return []


def _at(file: Path, node: ast.Call | ast.stmt, root: Path) -> str:
    return f"{file.relative_to(root)}:{node.lineno}"
