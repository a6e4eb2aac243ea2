"""Every guide for people who are no programmers is two: what one language has, the other has as well."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.cli.sync import EXIT_UP, EXITS
from kiosk.languages.typography import faults_in_french

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
FRENCH = {DOCS / path.name: path for path in sorted((DOCS / "fr").glob("*.md"))}
PROMPTS = PROJECT / "assets" / "prompts"
BESIDE = {
    PROJECT / "README.md": PROJECT / "LISEZMOI.md",
    PROMPTS / "README.md": PROMPTS / "LISEZMOI.md",
    DOCS / "install.md": DOCS / "installation.md",
}
"""French that lies beside its English, under a name of its own."""
PAIRS = FRENCH | {english: french for english, french in BESIDE.items() if french.exists()}

READ_BY_ALL = [*DOCS.glob("*.md"), *PAIRS, *PAIRS.values(), PROJECT / "CONTRIBUTING.md"]

PROGRAMS = ("curl", "guichet", "make", "pg_dump", "sudo", "systemctl")


@dataclass(frozen=True, slots=True)
class Shape:
    """What must be the same in both languages."""

    headings: tuple[int, ...]
    """The level of each."""
    tables: tuple[tuple[int, ...], ...]
    """How many cells each row has."""
    blocks: tuple[tuple[str, ...], ...]
    """The lines of each block of code, without comments."""
    names: frozenset[str]
    """Settings, commands, files: what stands between backticks."""


def shape(text: str) -> Shape:
    prose, blocks = parted(text)
    return Shape(
        headings=tuple(len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)),
        tables=tuple(
            tuple(row.count("|") for row in table.splitlines())
            for table in re.findall(r"(?:^\|.*\n?)+", prose, re.MULTILINE)
        ),
        blocks=tuple(blocks),
        names=frozenset(same_in_both(" ".join(name.split())) for name in re.findall(r"`([^`]+)`", prose)),
    )


def parted(text: str) -> tuple[str, list[tuple[str, ...]]]:
    """The text without its blocks of code, and these: between fences every line, of indented ones the commands."""
    blocks: list[tuple[str, ...]] = []

    def fenced(match: re.Match[str]) -> str:
        blocks.append(tuple(without_comment(line) for line in match[0].splitlines()))
        return ""

    def indented(match: re.Match[str]) -> str:
        lines = match[0].strip("\n").splitlines()
        blocks.append(tuple(command(line) for line in lines))
        return "\n"

    prose = re.sub(r"^```.*?^```$", fenced, text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"\n\n(?:    .*\n?)+", indented, prose), blocks


def command(line: str) -> str:
    """What is typed of a line, up to two blanks; nothing of a line of words, which still counts as a line."""
    typed = re.split(r"\s{2,}", line.strip())[0]
    return same_in_both(typed) if typed.startswith(PROGRAMS) else ""


def without_comment(line: str) -> str:
    typed = re.sub(r"(^|\s)\s*#\s.*$", "", line).rstrip()
    return same_in_both(typed) if typed.startswith(PROGRAMS) else typed


def same_in_both(typed: str) -> str:
    """The same for NAME and NOM, for an example and an exemple: a word in capitals that follows another is X."""
    return re.sub(r"(?<=\s)[^\W\da-z]{2,}\b", "X", typed).replace(".exemple.", ".example.")


def links(path: Path) -> Iterator[str]:
    """Where a guide leads, other sites left out."""
    prose, _blocks = parted(path.read_text(encoding="utf-8"))
    yield from (target for target in re.findall(r"\]\(([^)\s]+)\)", prose) if "://" not in target)


def anchors(path: Path) -> set[str]:
    prose, _blocks = parted(path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


@pytest.mark.parametrize(("english", "french"), PAIRS.items(), ids=map(name, PAIRS))
def test_a_guide_says_the_same_in_both_languages(english: Path, french: Path) -> None:
    one, other = (shape(path.read_text(encoding="utf-8")) for path in (english, french))

    assert other.names ^ one.names == frozenset()
    assert other == one


@pytest.mark.parametrize(("english", "french"), PAIRS.items(), ids=map(name, PAIRS))
def test_each_guide_of_a_pair_leads_to_the_other(english: Path, french: Path) -> None:
    ways = {path: {(path.parent / target).resolve() for target in links(path)} for path in (english, french)}

    assert french in ways[english]
    assert english in ways[french]


def test_the_settings_are_explained_line_by_line_in_both_languages() -> None:
    english, french = (
        (PROJECT / "packaging" / f"guichet.{example}.toml").read_text(encoding="utf-8").splitlines()
        for example in ("example", "exemple")
    )

    assert [without_comment(line) for line in french] == [without_comment(line) for line in english]
    assert ["#" in line for line in french] == ["#" in line for line in english]


@pytest.mark.parametrize("french", PAIRS.values(), ids=name)
def test_french_is_written_as_canada_writes_it(french: Path) -> None:
    prose, _blocks = parted(french.read_text(encoding="utf-8"))
    said = re.sub(r"`[^`]+`|!\[|\]\([^)]*\)|^In English:.*$", "x", prose, flags=re.MULTILINE)

    assert list(faults_in_french(said)) == []


@pytest.mark.parametrize("guide", [DOCS / "staying-current.md", DOCS / "fr" / "staying-current.md"], ids=name)
def test_every_number_that_sync_ends_with_is_explained(guide: Path) -> None:
    explained = re.findall(r"^\| (\d+) \| `(\w+)` \|", guide.read_text(encoding="utf-8"), re.MULTILINE)

    assert dict(explained) == {str(code): reason for reason, code in EXITS.items()} | {str(EXIT_UP): "up"}


@pytest.mark.parametrize("path", READ_BY_ALL, ids=name)
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in links(path):
        file, _mark, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path

        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize(
    "gained",
    [
        "## Erasing\n",
        "### Erasing\n",
        "    guichet doctor\n",
        "```toml\nlisten = 1\n```\n",
        "| one | row |\n",
        "Set `[counter] scale`.\n",
    ],
)
def test_what_one_language_alone_gains_is_noticed(gained: str) -> None:
    guide = "# A guide\n\nIt says `this`.\n\n| a | table |\n|---|---|\n"

    assert shape(f"{guide}\n{gained}") != shape(guide)


def test_words_and_comments_may_differ() -> None:
    english = "# A guide\n\n    guichet staff pin NAME   # one's own\n\n```toml\nx = 1   # one\n```\n"
    french = "# Un guide\n\n    guichet staff pin NOM    # le sien\n\n```toml\nx = 1   # un\n```\n"

    assert shape(french) == shape(english)
