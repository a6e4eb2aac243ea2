"""A real Chromium without a window, driven through the DevTools protocol over a pair of pipes (no port, no library)."""

import contextlib
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections import deque
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE_S = 30
"""How long an answer may take before the browser is given up."""

_FIRST_FREE = 10
_SWITCHES = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    # The continuous integration runs as root, where Chromium's own sandbox refuses to start.
    "--no-sandbox",
)

Params = dict[str, Any]


class BrowserGoneError(Exception):
    """The browser ended, or said nothing for too long."""


class RefusedError(Exception):
    """The browser refused a command."""


def program() -> str | None:
    """The browser of this machine; None when there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser process; `close` ends it and all its children."""

    def __init__(self, path: str, profile: Path) -> None:
        ours_in, theirs_out = _pipe()
        theirs_in, ours_out = _pipe()
        null = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
        self._pid = os.posix_spawn(
            path,
            [path, *_SWITCHES, f"--user-data-dir={profile}", "about:blank"],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, theirs_in, 3), (os.POSIX_SPAWN_DUP2, theirs_out, 4), null],
            setpgroup=0,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._read = b""
        self._asked = 0
        self._events: deque[Params] = deque()

    def ask(self, method: str, params: Params | None = None, session: str = "") -> Params:
        """Give one command and return what it answers; what happens meanwhile is kept for `events`."""
        self._asked += 1
        command: Params = {"id": self._asked, "method": method, "params": params or {}}
        if session:
            command["sessionId"] = session
        os.write(self._out, json.dumps(command).encode() + b"\0")
        while True:
            message = self._next()
            if message.get("id") != self._asked:
                self._events.append(message)
            elif "error" in message:
                raise RefusedError(f"{method}: {message['error']['message']}")
            else:
                return dict(message["result"])

    def await_event(self, method: str, **wanted: object) -> Params:
        """The parameters of the first event of this name that has what is `wanted`, already come or still to come."""
        seen = 0
        while True:
            while seen < len(self._events):
                event = self._events[seen]
                params = event["params"]
                if event["method"] == method and all(params.get(name) == value for name, value in wanted.items()):
                    return dict(params)
                seen += 1
            self._events.append(self._next())

    def events(self, method: str, session: str) -> list[Params]:
        """The parameters of every event of this name that has come from one page so far."""
        return [e["params"] for e in self._events if e["method"] == method and e.get("sessionId") == session]

    def forget(self) -> None:
        """Let go of the events that have come."""
        self._events.clear()

    def close(self) -> None:
        """End the browser."""
        with contextlib.suppress(BrowserGoneError, OSError):
            self.ask("Browser.close")
        os.close(self._out)
        os.close(self._in)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def _next(self) -> Params:
        until = time.monotonic() + PATIENCE_S
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise BrowserGoneError(f"nothing came for {PATIENCE_S} s")
            piece = os.read(self._in, 1 << 20)
            if not piece:
                raise BrowserGoneError("the browser ended")
            self._read += piece
        message, _, self._read = self._read.partition(b"\0")
        return dict(json.loads(message))


def _pipe() -> tuple[int, int]:
    """The two ends of a pipe, away from the numbers 3 and 4 that the browser wants."""
    ends = os.pipe()
    moved = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _FIRST_FREE) for end in ends)
    for end in ends:
        os.close(end)
    return moved[0], moved[1]
