"""The configuration read from a TOML file: every mistake told by its key, and what may stand there."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from kiosk.config.bounds import Length, Like, TimeZone, Within
from kiosk.config.mistaken import placed
from kiosk.config.values import Config, ConfigError, InBoth
from kiosk.languages.sentences import Sentence, sentence

Settings = TypeVar("Settings")


def read(file: Path, content: bytes) -> Config:
    """Read what is in `file`, a kiosk's. Raises `ConfigError` as `read_as` does."""
    return read_as(Config, file, content)


def read_as(settings: type[Settings], file: Path, content: bytes) -> Settings:
    """Read what is in `file` into `settings`, a dataclass whose fields have their bounds beside their types.

    Raises `ConfigError` with one sentence that names the file, the key and what it may be.
    """
    try:
        untrusted = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(sentence("{file} is not TOML: {problem}", file=file, problem=str(error))) from error
    try:
        _refuse_unknown_keys(untrusted, settings, "")
        told = msgspec.convert(untrusted, settings)
        _refuse_out_of_bounds(told, settings, "")
        return told
    except msgspec.ValidationError as error:
        raise ConfigError(sentence("{place}: {problem}", place=file, problem=placed(error))) from error
    except ConfigError as error:
        raise ConfigError(sentence("{place}: {problem}", place=file, problem=error.what)) from None


def _refuse_unknown_keys(untrusted: Mapping[str, Any], section: type[Any], place: str) -> None:
    """Raise `ConfigError` for the first key that `section` does not have; msgspec lets it pass in a dataclass."""
    known = {entry.name: get_type_hints(section)[entry.name] for entry in fields(section)}
    for key, value in untrusted.items():
        if key not in known:
            from difflib import get_close_matches  # only a mistake needs it

            nearest = get_close_matches(key, known, n=1, cutoff=0)
            raise ConfigError(
                sentence(
                    "there is no key {key}; did you mean {near}?", key=f"{place}{key}", near=f"{place}{nearest[0]}"
                )
            )
        inner = InBoth if known[key] == InBoth | None else known[key]
        if is_dataclass(inner) and isinstance(inner, type) and isinstance(value, dict):
            _refuse_unknown_keys(value, inner, f"{place}{key}.")


def _refuse_out_of_bounds(value: object, kind: Any, place: str) -> None:
    """Raise `ConfigError` for the first value beyond what is said beside its type; `kind` is that type."""
    for refused, refusal in _refusals(value, kind, place):
        raise ConfigError(sentence("{place}: {problem}", place=refused, problem=refusal))


def _refusals(value: object, kind: Any, place: str) -> Iterator[tuple[str, Sentence]]:
    """Every value beyond its bounds: its key, and why."""
    if is_dataclass(value):
        hints = get_type_hints(type(value), include_extras=True)
        for entry in fields(value):
            yield from _refusals(getattr(value, entry.name), hints[entry.name], f"{place}.{entry.name}".lstrip("."))
    elif get_origin(kind) is Annotated:
        bounds = [bound for bound in get_args(kind)[1:] if isinstance(bound, Within | Length | Like | TimeZone)]
        yield from ((place, why) for bound in bounds if (why := bound.refusal(value)))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _refusals(part, get_args(kind)[0], f"{place}[{index}]")
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _refusals(part, get_args(kind)[1], f"{place}[{key}]")
