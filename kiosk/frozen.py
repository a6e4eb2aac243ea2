"""Frozen dataclasses for what the first picture waits for: like any others, and made in a tenth of the time.

`dataclasses.dataclass` writes the methods of each class as text and has that compiled, half a millisecond a class at
every start. Here all classes share theirs. Making a value takes longer: this is for settings, and not for thousands.
"""

import dataclasses
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: Literal[True], slots: Literal[True]):
        """Make a class as `dataclasses.dataclass(frozen=True, slots=True)` does, the only way there is here."""

        def make(cls: type) -> type:
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            for name, method in _METHODS.items():
                setattr(made, name, method)
            return made

        return make


class _Shared:
    """The methods of every such class."""

    __dataclass_fields__: dict[str, dataclasses.Field[Any]]

    def __init__(self, *values: object, **named: object) -> None:
        fields = self.__dataclass_fields__
        given = dict(zip(fields, values, strict=False))
        if len(values) > len(fields) or not named.keys() <= fields.keys() - given.keys():
            raise TypeError(f"{type(self).__name__} takes {', '.join(fields)}, each once")
        for name, field in fields.items():
            object.__setattr__(self, name, _value(field, given | named))
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    def __repr__(self) -> str:
        told = (f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__qualname__}({', '.join(told)})"

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(_values(self))

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> tuple[object, ...]:
        return _values(self)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(self.__dataclass_fields__, state, strict=True):
            object.__setattr__(self, name, value)


_METHODS = {name: method for name, method in vars(_Shared).items() if callable(method)}


def _value(field: "dataclasses.Field[Any]", given: dict[str, object]) -> object:
    if field.name in given:
        return given[field.name]
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    raise TypeError(f"{field.name} must be given")


def _values(made: Any) -> tuple[object, ...]:
    return tuple(getattr(made, name) for name in made.__dataclass_fields__)
