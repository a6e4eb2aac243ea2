"""A real PostgreSQL for tests: a private folder, a socket in it, no network; a schema of its own for whoever asks."""

import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import psycopg

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_ACCOUNT = "postgres"
_OPTIONS = "-c listen_addresses='' -c max_connections=60 -c shared_buffers=32MB"


def is_installed() -> bool:
    """Tell whether there is a server to start, and an account that may."""
    return bool(_PROGRAMS) and (os.getuid() != 0 or any(each.pw_name == _ACCOUNT for each in pwd.getpwall()))


class Server:
    """A server that runs from `start` to `stop`; only a `durable` one waits for the disk, as an operator's does.

    Nobody cuts the power here: what is killed is the hub, or the server itself, and neither needs that.
    """

    def __init__(self, *, durable=False):
        self._fsync = "on" if durable else "off"
        self.folder = Path(tempfile.mkdtemp(prefix="guichet-pg-"))
        self._data = self.folder / "data"
        self._schemas = count()
        if os.getuid() == 0:
            shutil.chown(self.folder, _ACCOUNT)
        self._run("initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C", "-D", self._data)
        self.start()

    def start(self):
        options = f"{_OPTIONS} -c fsync={self._fsync} -k {self.folder}"
        self._run("pg_ctl", "-w", "-D", self._data, "-l", self.folder / "log", "-o", options, "start")

    def stop(self, mode="immediate"):
        self._run("pg_ctl", "-w", "-D", self._data, "-m", mode, "stop")

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def schema(self):
        """The address of an empty schema."""
        name = f"s{next(self._schemas)}"
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{self._address}&options=-csearch_path%3D{name}"

    def database(self, name):
        """The address of an empty database."""
        self.run("createdb", name)
        return self._address.replace("///postgres?", f"///{name}?")

    def run(self, program, *arguments, given=b""):
        """What one of PostgreSQL's own programs says of this server; `given` is what it reads."""
        command = self._command(program, "--host", self.folder, *arguments)
        return subprocess.run(command, cwd="/", check=True, input=given, stdout=subprocess.PIPE, timeout=60).stdout

    @property
    def _address(self):
        user = _ACCOUNT if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        return f"postgresql:///postgres?host={self.folder}&user={user}"

    def _run(self, program, *arguments):
        command = self._command(program, *arguments)
        subprocess.run(command, cwd="/", check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60)

    def _command(self, program, *arguments):
        command = [str(_PROGRAMS[-1] / program), *map(str, arguments)]
        return ["runuser", "-u", _ACCOUNT, "--", *command] if os.getuid() == 0 else command
