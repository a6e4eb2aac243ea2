"""A web server for a repository that cuts, stalls, forgets Range or shows a page of its own, as it is told."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Web(ThreadingHTTPServer):
    """Serves `folder`; what it does wrong may be changed at any time. `asked` lists path and Range of each request."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.asked: list[tuple[str, str]] = []
        self.knows_range = True
        self.cuts = 0.0
        """How often a connection breaks before its end."""
        self.longest = 60_000
        """A connection that breaks has given less than so many bytes, which may be all of a small file."""
        self.instead: tuple[int, dict[str, str], bytes] | None = None
        self.stalls = threading.Event()
        self.random = random.Random(7)

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is what half of the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Web

    def do_GET(self) -> None:
        web = self.server
        wanted = self.headers.get("Range", "")
        web.asked.append((self.path, wanted))
        if web.instead is not None:
            status, headers, content = web.instead
            self._answer(status, content, headers)
            return
        file = web.folder / self.path.lstrip("/")
        if not file.is_file():
            self._answer(404, b"")
            return
        content = file.read_bytes()
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and web.knows_range else 0
        if start and start >= len(content):
            self._answer(416, b"")
            return
        self._answer(206 if start else 200, content[start:])

    def _answer(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        web = self.server
        self.send_response(status)
        for name, value in (headers or {"Content-Type": "application/octet-stream"}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if web.stalls.is_set():
            self.wfile.write(content[:10])
            self.wfile.flush()
            while web.stalls.is_set() and self.connection.recv(1):
                pass
        elif web.random.random() < web.cuts:
            self.wfile.write(content[: web.random.randrange(web.longest + 1)])
            self.close_connection = True
        else:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[Web]:
    """A server for `folder`, until the block is left."""
    with Web(folder) as web:
        thread = threading.Thread(target=web.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield web
        finally:
            web.stalls.clear()
            web.shutdown()
            thread.join()
