import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Quick:
    """Made as in `kiosk.frozen`."""

    name: str
    size: int = 1
    parts: tuple[str, ...] = dataclasses.field(default_factory=lambda: ("a",))

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("size must not be negative")


@dataclasses.dataclass(frozen=True, slots=True)
class Usual:
    """The same as the standard library makes it."""

    name: str
    size: int = 1
    parts: tuple[str, ...] = dataclasses.field(default_factory=lambda: ("a",))

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("size must not be negative")


DEEDS: dict[str, Callable[[Any], object]] = {
    "told": lambda kind: repr(kind("x")).partition("(")[2],
    "by place and by name": lambda kind: dataclasses.astuple(kind("x", size=3, parts=())),
    "usual settings": lambda kind: dataclasses.asdict(kind("x")),
    "replaced": lambda kind: dataclasses.astuple(dataclasses.replace(kind("x"), size=2)),
    "equal": lambda kind: (kind("x") == kind("x", 1), kind("x") == kind("y"), kind("x") == ("x", 1, ("a",))),
    "in a set": lambda kind: len({kind("x"), kind("x", 1), kind("y")}),
    "hash": lambda kind: hash(kind("x")),
    "copied": lambda kind: copy.deepcopy(kind("x")) == kind("x"),
    "kept": lambda kind: pickle.loads(pickle.dumps(kind("x"))) == kind("x"),
    "matched": lambda kind: kind.__match_args__,
    "fields": lambda kind: [(field.name, field.type) for field in dataclasses.fields(kind)],
    "no dictionary": lambda kind: hasattr(kind("x"), "__dict__"),
}

FAULTS: dict[str, Callable[[Any], object]] = {
    "assigned": lambda kind: setattr(kind("x"), "size", 2),
    "deleted": lambda kind: delattr(kind("x"), "size"),
    "one too few": lambda kind: kind(),
    "one too many": lambda kind: kind("x", 1, (), 4),
    "unknown": lambda kind: kind("x", colour="red"),
    "twice": lambda kind: kind("x", name="y"),
    "checked": lambda kind: kind("x", -1),
    "replaced by an unknown": lambda kind: dataclasses.replace(kind("x"), colour="red"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_class_does_what_one_of_the_standard_library_does(deed: str) -> None:
    assert DEEDS[deed](Quick) == DEEDS[deed](Usual)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_class_refuses_what_one_of_the_standard_library_refuses(fault: str) -> None:
    with pytest.raises(Exception) as usual:  # noqa: PT011
        FAULTS[fault](Usual)

    with pytest.raises(usual.type):
        FAULTS[fault](Quick)
