"""Runs every check that is not a test, all of them even when one fails, and says which failed.

Use: python -m scripts.check [NAME...]
"""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts.checks import house, qml

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ["kiosk", "scripts", "bench", "tests", "packaging"]
TYPED = ["kiosk", "scripts", "bench"]
INSTALLS = [
    f"packaging/deb/{name}.{at}" for name in ("guichet", "guichet-hub") for at in ("postinst", "prerm", "postrm")
]
SHELL = [
    *(".ci/run", "scripts/setup.sh", "scripts/run.sh", "scripts/test.sh", "scripts/lock.sh"),
    *("packaging/guichet-session", *INSTALLS),
]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: `find_faults` returns what is wrong, in lines, and nothing when all is well."""

    name: str
    find_faults: Callable[[], list[str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one check ended."""

    name: str
    faults: list[str]
    seconds: float


def command(*words: str) -> Callable[[], list[str]]:
    """Return a check that passes when the program of this environment exits with 0."""

    def find_faults() -> list[str]:
        program = Path(sys.executable).parent / words[0]
        run = subprocess.run(
            [str(program) if program.exists() else words[0], *words[1:]],
            cwd=ROOT,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if run.returncode == 0:
            return []
        said = (run.stdout + run.stderr).strip().splitlines()
        return said or [f"{' '.join(words)} ended with {run.returncode} and said nothing"]

    return find_faults


def house_rules() -> list[str]:
    """Return every breach of the rules of the house."""
    return [fault for rule in house.RULES for fault in rule(ROOT)]


def present(*folders: str) -> list[str]:
    """Return those of the folders that hold Python; a tool refuses a folder without any."""
    return [folder for folder in folders if any((ROOT / folder).rglob("*.py"))]


CHECKS = (
    Check("types", command("mypy", *present(*TYPED))),
    Check(
        "python-form", command("ruff", "format", "--check", "--quiet", "--output-format", "concise", *present(*PYTHON))
    ),
    Check("python-lint", command("ruff", "check", "--quiet", "--output-format", "concise", *present(*PYTHON))),
    Check("layers", command("lint-imports", "--no-logo")),
    Check("house", house_rules),
    Check("shell", command("bash", "-c", 'for file; do bash -n "$file" || exit 1; done', "-", *SHELL)),
    Check("qml-lint", lambda: qml.lint(ROOT)),
    Check("qml-form", lambda: qml.misformatted(ROOT)),
    Check("messages", command("python", "scripts/messages.py", "check")),
    Check("catalogue-sources", command("python", "-m", "kiosk", "catalogue", "check")),
    Check("catalogue-db", command("python", "-m", "kiosk", "catalogue", "check", "--database", "catalogue.db")),
)


def judge(check: Check) -> Verdict:
    """Run one check; a tool that cannot work is a fault too."""
    start = time.monotonic()
    try:
        faults = check.find_faults()
    except (OSError, SyntaxError, qml.QmlToolError) as error:
        faults = [str(error)]
    return Verdict(check.name, faults, time.monotonic() - start)


def report(verdicts: list[Verdict]) -> str:
    """Return one line a check, the faults below those that failed."""
    lines = []
    for verdict in verdicts:
        lines.append(f"{'FAIL' if verdict.faults else 'pass'}  {verdict.name} ({verdict.seconds:.1f} s)")
        lines += [f"      {fault}" for fault in verdict.faults]
    failed = [verdict.name for verdict in verdicts if verdict.faults]
    lines.append(
        f"{len(failed)} of {len(verdicts)} checks failed: {', '.join(failed)}" if failed else "all checks pass"
    )
    return "\n".join(lines)


def main(names: list[str]) -> int:
    """Run the checks named, or all; return 1 if any failed and 2 if there is no such check."""
    known = {check.name for check in CHECKS}
    if unknown := set(names) - known:
        sys.stderr.write(f"there is no check {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}\n")
        return 2
    with ThreadPoolExecutor(max_workers=2) as pool:
        verdicts = list(pool.map(judge, (check for check in CHECKS if not names or check.name in names)))
    sys.stdout.write(report(verdicts) + "\n")
    return 1 if any(verdict.faults for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
