"""Builds Guichet's two Debian packages into build/, the same bytes from the same commit: `make deb`.

`guichet` is the kiosk, the counter and the command line; `guichet-hub` adds what only an operator's machine needs, so
that no kiosk carries a web server, a hub's account or its units. Both bring their Python packages along, at the
versions of packaging/constraints.txt, in an environment of their own below /usr/lib/guichet that runs Debian's Python.
What is compiled in it fits one version of Python: a package serves the release that it was built on.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = "/usr/bin/python3"
HOME = Path("usr/lib/guichet")
"""Where the environment lies in an installed system."""

CONTENTS: Mapping[str, Mapping[str, str]] = {
    "guichet": {
        "packaging/deb/guichet": "usr/bin/guichet",
        "packaging/deb/guichet.toml": "etc/guichet/guichet.toml",
        "packaging/guichet.example.toml": "usr/share/guichet/guichet.example.toml",
        "packaging/guichet.exemple.toml": "usr/share/guichet/guichet.exemple.toml",
        "packaging/guichet-session": "usr/lib/guichet/session",
        "packaging/session.env": "etc/guichet/session.env",
        "packaging/guichet-kiosk.service": "usr/lib/systemd/system/guichet-kiosk.service",
        "packaging/guichet-kiosk.pam": "etc/pam.d/guichet-kiosk",
        "packaging/guichet-counter.desktop": "usr/share/applications/guichet-counter.desktop",
        "assets/art/mark.svg": "usr/share/icons/hicolor/scalable/apps/guichet.svg",
        "packaging/deb/guichet.sysusers": "usr/lib/sysusers.d/guichet.conf",
        "packaging/deb/guichet.tmpfiles": "usr/lib/tmpfiles.d/guichet.conf",
        "packaging/deb/copyright": "usr/share/doc/guichet/copyright",
    },
    "guichet-hub": {
        "packaging/hub.example.toml": "etc/guichet/hub.toml",
        "packaging/nginx-hub.conf": "usr/share/guichet-hub/nginx-hub.conf",
        "packaging/guichet-hub.service": "usr/lib/systemd/system/guichet-hub.service",
        "packaging/guichet-hub-resign.service": "usr/lib/systemd/system/guichet-hub-resign.service",
        "packaging/guichet-hub-resign.timer": "usr/lib/systemd/system/guichet-hub-resign.timer",
        "packaging/deb/guichet-hub.sysusers": "usr/lib/sysusers.d/guichet-hub.conf",
        "packaging/deb/guichet-hub.tmpfiles": "usr/lib/tmpfiles.d/guichet-hub.conf",
        "packaging/deb/copyright": "usr/share/doc/guichet-hub/copyright",
    },
}
"""What each package has beside its Python packages: a file of this project, and where it is installed."""

LEFT_OUT = (
    # What only whoever builds, or asks pip, would use; the tests of others; their tools.
    *("bin", "docs", "tests", "pip", "pip-*", "setuptools", "setuptools-*", "_distutils_hack", "*.pth", "**/*.pyi"),
    *(f"PySide6/{tool}" for tool in ("assistant", "designer", "linguist", "lrelease", "lupdate", "svgtoqml")),
    *(f"PySide6/{tool}" for tool in ("qmlformat", "qmllint", "qmlls", "scripts", "doc", "glue", "include", "lib")),
    *("PySide6/typesystems", "PySide6/Qt/libexec", "PySide6/Qt/metatypes", "PySide6/Qt/translations"),
    *("PySide6/Qt/lib/libQt6Designer*", "PySide6/QtDesigner.abi3.so", "PySide6/Qt/plugins/designer"),
    *("PySide6/Qt/plugins/qmllint", "PySide6/Qt/plugins/qmltooling"),
    # Where a package was installed from, and by whom: this machine's business.
    *("*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED", "*.dist-info/direct_url.json"),
)
"""Patterns of what pip brings and nobody needs in an installed system."""


@dataclass(frozen=True, slots=True)
class Made:
    """What both packages are made of, and say of themselves. `python` is as 3.11; `epoch` is the time of every file."""

    source: Path
    version: str
    architecture: str
    python: str
    epoch: int


def build(into: Path, commit: str = "HEAD") -> list[Path]:
    """Build both packages of a commit into `into`; what is not committed is not in them.

    Needs git, dpkg-deb, Debian's Python 3, and pip and hatchling for the Python that runs this. The time is that of the
    commit, unless SOURCE_DATE_EPOCH names another.
    """
    work = into / "deb"
    shutil.rmtree(work, ignore_errors=True)
    made = _checked_out(commit, work / "source")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work), made=made)
    wheel = next(work.glob("*.whl"))
    kiosk, both = _installed(made, str(wheel), work / "kiosk"), _installed(made, f"{wheel}[hub]", work / "both")
    trees = {"guichet": kiosk, "guichet-hub": _without(both, kiosk)}
    packages = [_package(made, name, tree, work / name, into) for name, tree in trees.items()]
    shutil.rmtree(work)  # close to a gigabyte
    return packages


def _checked_out(commit: str, source: Path) -> Made:
    """Lay a commit into `source`: what somebody is writing meanwhile would make a package of no commit at all."""
    source.mkdir(parents=True)
    archive = source.with_suffix(".tar")
    _run("git", "-C", str(ROOT), "archive", "--output", str(archive), commit)
    _run("tar", "-xf", str(archive), "-C", str(source))
    archive.unlink()
    return Made(
        source,
        tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"],
        _run("dpkg", "--print-architecture"),
        _run(PYTHON, "-c", "import sys; print('{}.{}'.format(*sys.version_info))"),
        int(os.environ.get("SOURCE_DATE_EPOCH") or _run("git", "-C", str(ROOT), "log", "-1", "--format=%ct", commit)),
    )


def _installed(made: Made, what: str, folder: Path) -> Path:
    """Let pip lay `what` and all that it needs into `folder`, for Debian's Python, and take out what nobody needs."""
    constraints = made.source / "packaging" / "constraints.txt"
    choices = ("--only-binary", ":all:", "--no-compile", "--quiet", "--disable-pip-version-check")
    asked = ("install", *choices, "--root-user-action", "ignore", "--constraint", str(constraints))
    _run(sys.executable, "-m", "pip", "--python", PYTHON, *asked, "--target", str(folder), what)
    for pattern in LEFT_OUT:
        for path in list(folder.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return folder


def _without(tree: Path, other: Path) -> Path:
    """Take out of `tree` whatever `other` has too."""
    for file in _files(other):
        (tree / file).unlink()
    return tree


def _package(made: Made, name: str, packages: Path, staged: Path, into: Path) -> Path:
    """Lay out one package in `staged` and close it into `into`."""
    site = staged / HOME / "lib" / f"python{made.python}" / "site-packages"
    site.parent.mkdir(parents=True)
    packages.rename(site)
    _compile(made, site, staged)
    if name == "guichet":
        _environment(staged / HOME, made.python)
        guides = staged / "usr/share/doc/guichet"
        shutil.copytree(made.source / "docs", guides, ignore=shutil.ignore_patterns("pictures"))
        catalogue = staged / "usr/share/guichet/catalogue.db"
        catalogue.parent.mkdir(parents=True)
        catalogue.symlink_to(f"/{(site / 'kiosk/catalogue.db').relative_to(staged)}")
    for origin, target in CONTENTS[name].items():
        (staged / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(made.source / origin, staged / target)
    _describe(made, name, staged)
    _make_alike(staged, made.epoch)
    package = into / f"{name}_{made.version}_{made.architecture}.deb"
    # zstd at its ninth level takes seconds where xz takes a minute, for a tenth more room.
    _run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(staged), str(package), made=made)
    return package


def _environment(home: Path, python: str) -> None:
    """Make of `home` an environment that Python knows as one, by hand: `venv` writes down where it was made."""
    (home / "bin").mkdir()
    (home / "bin" / "python3").symlink_to(PYTHON)
    (home / "pyvenv.cfg").write_text(
        f"home = /usr/bin\ninclude-system-site-packages = false\nversion = {python}\n", encoding="ascii"
    )


def _compile(made: Made, site: Path, staged: Path) -> None:
    """Compile all of it, since the kiosk's account cannot; what is compiled is never compared with times of files."""
    where = ("-s", str(staged), "-p", "/")
    _run(PYTHON, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", *where, str(site), made=made)


def _describe(made: Made, name: str, staged: Path) -> None:
    """Write what dpkg is to know: control, what runs at installing and removing, sums, and files people may change."""
    texts, control = made.source / "packaging" / "deb", staged / "DEBIAN"
    files = _files(staged)
    control.mkdir()
    major, minor = made.python.split(".")
    told = {
        "VERSION": made.version,
        "ARCHITECTURE": made.architecture,
        "SIZE": str(sum((staged / file).lstat().st_size for file in files) // 1024),
        "PYTHON": made.python,
        "NEXT_PYTHON": f"{major}.{int(minor) + 1}",
        "LIBRARIES": ", ".join(_names_in(texts.parent / "system-packages.txt")),
        "SESSION": ", ".join(_names_in(texts.parent / "system-packages-session.txt")),
    }
    text = (texts / f"{name}.control").read_text(encoding="utf-8")
    (control / "control").write_text(re.sub(r"@([A-Z_]+)@", lambda found: told[found[1]], text), encoding="utf-8")
    for script in ("postinst", "prerm", "postrm"):
        shutil.copy(texts / f"{name}.{script}", control / script)
    settings = (f"/{file}\n" for file in files if file.parts[0] == "etc")
    (control / "conffiles").write_text("".join(settings), encoding="ascii")
    sums = (f"{_md5(staged / file)}  {file}\n" for file in files if not (staged / file).is_symlink())
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def _names_in(listed: Path) -> list[str]:
    """The packages that a list in packaging/ names."""
    lines = listed.read_text(encoding="utf-8").splitlines()
    return [name for line in lines if (name := line.partition("#")[0].strip())]


def _make_alike(staged: Path, epoch: int) -> None:
    """Give everything the time of the commit, and the rights that do not depend on who built it."""
    for path in (staged, *staged.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _files(tree: Path) -> list[Path]:
    """Every file and link below `tree`, as named from there, in order."""
    return sorted(path.relative_to(tree) for path in tree.rglob("*") if path.is_symlink() or path.is_file())


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def _run(*command: str, made: Made | None = None) -> str:
    """Run a program in the source of what is made, if that is known, and return what it says. Its failure is ours."""
    environment = dict(os.environ)
    if made is not None:
        # Times in archives; and the order of a frozen set in what is compiled.
        environment |= {"SOURCE_DATE_EPOCH": str(made.epoch), "PYTHONHASHSEED": "0"}
    where = made.source if made is not None else ROOT
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=where, env=environment)
    return done.stdout.strip()


def main() -> None:
    """Build, and name what was built."""
    for package in build(ROOT / "build"):
        print(package.relative_to(ROOT))


if __name__ == "__main__":
    main()
