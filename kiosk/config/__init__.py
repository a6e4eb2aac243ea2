"""What the people who run a kiosk decide about it: one frozen value, read once from a TOML file."""

from pathlib import Path

from kiosk.config.values import (
    Catalogue,
    Comfort,
    Config,
    ConfigError,
    Counter,
    InBoth,
    Orientation,
    Paper,
    Printer,
    PrinterKind,
    Profile,
    Screen,
    Site,
    SoundThrough,
    Speech,
    Sync,
    Timeouts,
    host_and_port,
)

__all__ = [
    "Catalogue",
    "Comfort",
    "Config",
    "ConfigError",
    "Counter",
    "InBoth",
    "Orientation",
    "Paper",
    "Printer",
    "PrinterKind",
    "Profile",
    "Screen",
    "Site",
    "SoundThrough",
    "Speech",
    "Sync",
    "Timeouts",
    "host_and_port",
    "load",
]


def load(file: Path) -> Config:
    """Read the configuration, or take the usual settings where there is no such file.

    Raises `ConfigError` with one sentence that names the file, the key and what it may be.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        from kiosk.languages.sentences import sentence

        raise ConfigError(sentence("{file} cannot be read: {problem}", file=file, problem=error.strerror)) from error
    from kiosk.config.reading import read  # checking a file takes 15 ms, which a kiosk without one need not wait for

    return read(file, content)
