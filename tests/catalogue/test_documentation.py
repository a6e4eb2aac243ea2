"""The examples of docs/catalogue.md are entries that the sources may hold."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.catalogue.sources.files import read_source_file
from kiosk.catalogue.sources.shapes import BundleShape, FactShape, LocationShape, ServiceShape, Shape

GUIDE = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text(encoding="utf-8")
SOURCE = {"basis": "x", "as_of": 2026, "confidence": "low"}
PLACE = {"id": "x", "organization": "x", "kind": "x", "name": {"en": "x"}, "source": SOURCE, "verified": True}


@pytest.mark.parametrize(
    ("begins", "shape"),
    [("  - id: death-certificate", ServiceShape), ("  - fact:", FactShape), ("id:", BundleShape)],
)
def test_an_example_can_be_copied(tmp_path: Path, begins: str, shape: type[Shape]) -> None:
    (example,) = [block for block in blocks() if block.startswith(begins)]

    parsed = read(example, tmp_path)

    assert msgspec.convert(parsed[0] if isinstance(parsed, list) else parsed, shape)


def test_the_example_of_hours_can_be_copied(tmp_path: Path) -> None:
    (example,) = [block for block in blocks() if block.startswith("    schedule:")]

    place = msgspec.convert({**PLACE, **read(example, tmp_path)}, LocationShape)

    assert len(place.schedule) == 2


def blocks() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def read(example: str, folder: Path) -> Any:
    (folder / "example.yaml").write_text(example, encoding="utf-8")
    file = read_source_file(folder / "example.yaml")
    assert file.faults == ()
    return file.content
