"""A Debian of its own for tests: made from the mirror that this machine uses, and booted with its own systemd.

It lives in folders and namespaces under this machine's kernel: no screen, no network once booted, nothing left outside.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path

_NUMBERS = count(1)
_WAY_IN = """
set -e
root=$1
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t tmpfs tmpfs "$root/sys/fs/cgroup" 2>/dev/null || true
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for name in null zero full random urandom tty tty0 tty1; do cp -a "/dev/$name" "$root/dev/$name"; done
mkdir "$root/dev/pts" "$root/dev/shm"
chmod 1777 "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
ip link set lo up
cd "$root"
mkdir -p before
pivot_root . before
umount -l /before
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system </dev/null >/dev/null 2>&1
"""
_NAMESPACES = ("--mount", "--pid", "--uts", "--ipc", "--cgroup", "--net")


def what_lacks() -> str:
    """Why this machine cannot have one; empty where it can."""
    if os.getuid() != 0:
        return "only root can make a Debian"
    for program in ("mmdebstrap", "unshare", "nsenter", "ip"):
        if shutil.which(program) is None:
            return f"there is no {program}"
    if _release() is None:
        return "this is not Debian, whose packages are built for the release they are built on"
    return "" if _cgroups() else "there is no second version of control groups to boot systemd in"


def make(folder: Path, packages: Sequence[str]) -> Path:
    """Make a smallest Debian of this machine's release with `packages` in it, from the usual mirrors."""
    release = _release()
    mirror = "deb http://deb.debian.org/debian {} main"
    security = f"deb http://deb.debian.org/debian-security {release}-security main"
    sources = (mirror.format(release), mirror.format(f"{release}-updates"), security)
    wanted = ("--variant=minbase", f"--include={','.join(packages)}")
    made = subprocess.run(
        ["mmdebstrap", *wanted, str(release), folder, *sources], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return folder


class Machine:
    """A copy of another one, which stays as it is: what happens here is laid over it until `remove`."""

    def __init__(self, *below: Path):
        """`below` are the folders that make the other one, the newest first."""
        self._folder = Path(tempfile.mkdtemp(prefix="guichet-debian-"))
        self._group: Path | None = None
        self._systemd: subprocess.Popen[bytes] | None = None
        self.root, self.changes, work = (self._folder / name for name in ("root", "changes", "work"))
        for folder in (self.root, self.changes, work):
            folder.mkdir()
        layers = ":".join(str(folder) for folder in below)
        options = f"lowerdir={layers},upperdir={self.changes},workdir={work}"
        subprocess.run(["mount", "-t", "overlay", "overlay", "-o", options, self.root], check=True)

    def boot(self):
        """Start its systemd as its process 1, and wait until all that it starts has started."""
        self._group = _cgroups() / f"guichet-test-{os.getpid()}-{next(_NUMBERS)}"
        self._group.mkdir()
        joined = f'echo $$ >"{self._group}/cgroup.procs"; exec unshare {" ".join(_NAMESPACES)} --fork --kill-child "$@"'
        inside = ("bash", "-c", _WAY_IN, "boot", self.root)
        self._systemd = subprocess.Popen(["bash", "-c", joined, "boot", *inside], start_new_session=True)
        subprocess.run(["sh", "-c", _patience(f"grep -qs . {self._group}/init.scope/cgroup.procs")], check=True)
        self.run("true", waiting="test -S /run/systemd/private && systemctl is-system-running --wait")

    def run(self, *command: str, waiting: str = "", feed: str = "") -> str:
        """What a command says, as root; it must succeed. First wait, half a minute at most, until `waiting` does."""
        if waiting:
            self._run(["sh", "-c", _patience(waiting)])
        return self._run(list(command), feed)

    def run_as(self, account: str, *command: str, feed: str = "") -> str:
        """The same as an account, at home and with its usual groups."""
        home = f"/var/lib/{account}"
        return self.run("runuser", "-u", account, "--", "env", "-C", home, f"HOME={home}", *command, feed=feed)

    def remove(self):
        """Switch it off, and forget all that happened in it."""
        if self._systemd is not None:
            self._systemd.send_signal(signal.SIGKILL)  # --kill-child: process 1 goes with it, and with that all others
            self._systemd.wait()
            (self._group / "cgroup.kill").write_text("1")
            empty = _patience(f"grep -q '^populated 0' {self._group}/cgroup.events")
            subprocess.run(["sh", "-c", empty], check=True)
            for folder in sorted(self._group.rglob("*/"), reverse=True):
                folder.rmdir()
            self._group.rmdir()
        subprocess.run(["umount", "--recursive", self.root], check=True)
        shutil.rmtree(self._folder)

    def _run(self, command, feed=""):
        done = subprocess.run([*self._way(), *command], input=feed, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    def _way(self):
        clean = ("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8", "TERM=dumb")
        quiet = (*clean, "DEBIAN_FRONTEND=noninteractive")
        if self._systemd is None:
            mounts = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "$@"'
            return ["unshare", "--mount", "sh", "-c", mounts, str(self.root), *quiet]
        first = (self._group / "init.scope" / "cgroup.procs").read_text().split()[0]
        return ["nsenter", "--target", first, *_NAMESPACES, *quiet]


def _patience(claim: str) -> str:
    """A script that ends well as soon as the command `claim` does, and badly when it has not in half a minute."""
    return f"for _ in $(seq 150); do if {{ {claim}; }} >/dev/null 2>&1; then exit 0; fi; sleep 0.2; done; exit 1"


def _release() -> str | None:
    told = dict(
        line.split("=", 1) for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines() if "=" in line
    )
    return told.get("VERSION_CODENAME") if told.get("ID") == "debian" else None


def _cgroups() -> Path | None:
    """Where the second version of control groups is, beside the first or alone."""
    for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines():
        _, where, kind, options, *_ = line.split()
        if kind == "cgroup2" and "rw" in options.split(","):
            return Path(where)
    return None
