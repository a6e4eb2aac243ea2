"""What qmllint and qmlformat say of ui/, with the Python view-models made known to them.

`pyside6-metaobjectdump` reads the bridge's sources without running them; the types it finds are written to build/qml as
a module, so that a page which misspells a property of a view-model fails here and not in front of a person.
"""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import PySide6

_PYSIDE = Path(PySide6.__file__).parent
_QT_TYPES = ("core", "gui", "qml", "qmlmodels", "quick")


class QmlToolError(Exception):
    """A tool of Qt's could not do its work; the text is what it said."""


def lint(root: Path) -> list[str]:
    """Return what qmllint says about the files under ui/, nothing when all is well."""
    files = _qml_files(root)
    if not files:
        return []
    types = describe_view_models(root)
    # Absolute paths and -W 0 are needed: without them a singleton is not found, and a warning is no failure.
    run = subprocess.run(
        [_PYSIDE / "qmllint", "-W", "0", "--unused-imports", "warning", "-I", types, "-I", root / "ui", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode == 0:
        return []
    return (run.stdout + run.stderr).strip().replace(f"{root}/", "").splitlines() or ["qmllint failed without a word"]


def misformatted(root: Path) -> list[str]:
    """Return the files that qmlformat would write otherwise."""
    return [
        f"{file.relative_to(root)}: not in qmlformat's form; run `make format`"
        for file in _qml_files(root)
        if _tool(_PYSIDE / "qmlformat", file) != file.read_text(encoding="utf-8")
    ]


def reformat(root: Path) -> None:
    """Write every file under ui/ in qmlformat's form."""
    for file in _qml_files(root):
        _tool(_PYSIDE / "qmlformat", "--inplace", file)


def describe_view_models(root: Path) -> Path:
    """Write the bridge's types as a QML module under build/qml, and return that folder.

    Raises `QmlToolError` when the sources name more than one module.
    """
    folder = root / "build" / "qml"
    folder.mkdir(parents=True, exist_ok=True)
    sources = [file for file in sorted((root / "kiosk" / "bridge").rglob("*.py")) if _has_qt_types(file)]
    modules = {name for file in sources if (name := _import_name(file))}
    if len(modules) > 1:
        raise QmlToolError(
            f"the bridge names several QML modules, {', '.join(sorted(modules))}; use one QML_IMPORT_NAME"
        )
    if not modules:
        return folder

    (module,) = modules
    dump = _tool(Path(sys.executable).parent / "pyside6-metaobjectdump", "--quiet", *sources)
    metatypes = folder / "metatypes.json"
    metatypes.write_text(json.dumps(_with_unnamed_types(json.loads(dump))), encoding="utf-8")
    described = folder.joinpath(*module.split("."))
    described.mkdir(parents=True, exist_ok=True)
    foreign = ",".join(str(_PYSIDE / "Qt" / "metatypes" / f"qt6{name}_metatypes.json") for name in _QT_TYPES)
    _tool(
        _PYSIDE / "Qt" / "libexec" / "qmltyperegistrar",
        *("--generate-qmltypes", described / "bridge.qmltypes"),
        *("--import-name", module, "--major-version", "1", "--foreign-types", foreign),
        *("-o", folder / "registrations.cpp", metatypes),
    )
    (described / "qmldir").write_text(f"module {module}\nimport QtQuick\ntypeinfo bridge.qmltypes\n", encoding="utf-8")
    return folder


def _qml_files(root: Path) -> list[Path]:
    return sorted((root / "ui").rglob("*.qml"))


def _tool(*command: str | Path) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise QmlToolError((run.stderr or run.stdout).strip() or f"{Path(command[0]).name} failed without a word")
    return run.stdout


def _has_qt_types(file: Path) -> bool:
    """Tell whether the file defines a class and takes something from Qt to make it of."""
    text = file.read_text(encoding="utf-8")
    return "PySide6" in text and any(isinstance(node, ast.ClassDef) for node in ast.parse(text).body)


def _import_name(file: Path) -> str | None:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name("QML_IMPORT_NAME")], value=ast.Constant(str(name))):
                return name
    return None


def _with_unnamed_types(dump: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Let QML know also the types it cannot name, such as the list behind a property."""
    for source in dump:
        for described in source["classes"]:
            marks = described.setdefault("classInfos", [])
            if not any(mark["name"] == "QML.Element" for mark in marks):
                marks.append({"name": "QML.Element", "value": "anonymous"})
            for shown in described.get("properties", []):
                # pyside6-metaobjectdump leaves out constant=True; a property that announces nothing is one.
                if "notify" not in shown:
                    shown["constant"] = True
    return dump
