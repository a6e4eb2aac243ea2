"""What is written down about the program's doings, and never anything about a person.

A log line is a fixed sentence from our own source, with numbers, codes and class names put in. Text that comes from
anywhere else is withheld, because it could be an answer: a plain `str` among the arguments shows only its length, an
exception shows only its class and where it happened. `Code` marks a text that the program itself chose.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from itertools import pairwise
from pathlib import Path
from types import TracebackType

from kiosk.errors import KioskError

_LOG_BYTES = 1_000_000
_LOGS_KEPT = 5
_bugs = logging.getLogger("kiosk.bugs")


class Code(str):
    """A text of the program's own choosing, which may be written down: an error's code, a step's id, a language."""

    __slots__ = ()


class LogError(KioskError):
    """The log file cannot be written."""

    code = "log"


def start(folder: Path, level: int = logging.INFO) -> None:
    """Write log lines to standard error and to `folder`/guichet.log, 1 MB long, of which five older ones are kept.

    Starting again replaces the earlier log. Raises `LogError` when the file cannot be opened; standard error is in
    use by then, so that a kiosk with a full disk goes on and can be read.
    """
    # When a line cannot be written, the standard library would print its arguments.
    logging.raiseExceptions = False
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler.formatter, ImpersonalFormatter)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    _add(root, logging.StreamHandler(sys.stderr))
    try:
        file = _RollingFile(folder / "guichet.log", encoding="utf-8")
    except OSError as error:
        raise LogError(f"the log in {folder} cannot be written: {error.strerror}") from error
    _add(root, file)


def catch_bugs(then: Callable[[], None] | None = None) -> None:
    """Log what nobody caught, in any thread, without its text; in the main thread do `then`: end the visit, say."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _bugs.critical("a bug reached the top", exc_info=(kind, error, trace))
        if then is not None:
            then()

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            _bugs.critical("a bug ended a thread", exc_info=(args.exc_type, args.exc_value, args.exc_traceback))

    def caught_in_passing(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            _bugs.error("a bug could not be raised", exc_info=(args.exc_type, args.exc_value, args.exc_traceback))

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
    sys.unraisablehook = caught_in_passing


class _RollingFile(logging.FileHandler):
    """A file that begins anew when it is full, after older ones have moved up one number.

    The standard library's own takes 8 ms of the kiosk's start to import, for its senders of mail and of packets.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record, in a new file when this one is full.

        Where the disk is full or the folder is gone, nothing comes of it: a log never stops what it tells of.
        """
        with suppress(OSError):  # what cannot be moved goes on growing
            self._make_room()
        with suppress(OSError):
            super().emit(record)

    def _make_room(self) -> None:
        # Telling where the file ends writes what it still holds of earlier lines.
        if self.stream is not None and self.stream.tell() >= _LOG_BYTES:
            full, self.stream = self.stream, None
            full.close()
            self._move_up()

    def _move_up(self) -> None:
        current = Path(self.baseFilename)
        numbered = [current, *(current.with_name(f"{current.name}.{number}") for number in range(1, _LOGS_KEPT + 1))]
        for newer, older in reversed([*pairwise(numbered)]):
            if newer.exists():
                newer.replace(older)


class ImpersonalFormatter(logging.Formatter):
    """Writes a record with everything withheld that the program did not choose itself."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Write a line, and below it the frames of an exception if there is one.

        A foreign library's line says only which library, how grave, and where in its source.
        """
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {_sentence(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line}\n{describe(error)}"


def describe(error: BaseException) -> str:
    """Tell an exception by class and place, cause first: no text of it, no source line, no local value."""
    told = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        told += [describe(before), "then"]
    told += [
        f"  {frame.f_code.co_filename}:{line} in {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    told.append(f"  {_class_name(type(error))}{_errno(error)}")
    return "\n".join(told)


def _add(logger: logging.Logger, handler: logging.Handler) -> None:
    handler.setFormatter(ImpersonalFormatter())
    logger.addHandler(handler)


def _sentence(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] != "kiosk":
        return f"said something at {Path(record.pathname).name}:{record.lineno}"
    if not isinstance(record.msg, str):
        return _shown(record.msg)
    if not record.args:
        return record.msg
    # The standard library unwraps a mapping that is the only argument.
    args = record.args if isinstance(record.args, tuple) else (record.args,)
    try:
        return record.msg % tuple(arg if _is_number(arg) else _shown(arg) for arg in args)
    except (TypeError, ValueError):
        # A text was given where the sentence wants a number, or one argument too many.
        return record.msg


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, Enum)


def _shown(value: object) -> str:
    match value:
        case Code():
            return str(value)
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case None | bool() | int() | float():
            return repr(value)
        case BaseException():
            return f"{_class_name(type(value))}{_errno(value)}"
        case type():
            return _class_name(value)
        case str() | bytes():
            return f"({type(value).__name__} of {len(value)})"
        case _:
            return f"({_class_name(type(value))})"


def _class_name(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _errno(error: BaseException) -> str:
    return f" {error.errno}" if isinstance(error, OSError) and error.errno is not None else ""
