"""`guichet catalogue` does what it says, and says on one line what keeps it from doing it."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import main
from kiosk.languages.terminal import terminal_words

TINY = Path(__file__).parents[1] / "catalogue" / "fixtures" / "tiny"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The tiny catalogue's sources, to spoil at will."""
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny" / "catalogue"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["catalogue", *map(str, arguments)])


def test_build_writes_the_catalogue_and_says_what_it_holds(sources: Path, tmp_path: Path) -> None:
    result = run("build", "--sources", sources, "--out", tmp_path / "out.db")

    assert result.exit_code == 0
    assert "version 7 of 2026-11-20, 2 services, 3 organizations, 2 locations" in result.stdout
    assert (tmp_path / "out.db").is_file()


def test_build_names_the_line_of_a_typing_mistake(sources: Path, tmp_path: Path) -> None:
    spoil(sources / "doors.yaml", "icon: candle", "icno: candle")

    result = run("build", "--sources", sources, "--out", tmp_path / "out.db")

    assert result.exit_code == 1
    assert "doors.yaml:2: `icno` is not a field here: did you mean `icon`?" in result.stderr
    assert not (tmp_path / "out.db").exists()


def test_check_passes_sources_without_a_fault(sources: Path) -> None:
    result = run("check", "--sources", sources, "--on", "2026-11-25")

    assert result.exit_code == 0
    assert result.stdout == "0 faults, 0 warnings\n"


def test_whoever_keeps_a_catalogue_in_french_reads_no_english_in_what_is_wrong_with_it(sources: Path) -> None:
    spoil(sources / "anchors.yaml", "en: Every year", "en: Ev'ry year")
    spoil(sources / "doors.yaml", "icon: candle", "icno: candle")
    spoil(sources / "documents.yaml", "form: copy", "form: 7")
    spoil(sources / "bundles" / "death.yaml", "after: [paper]", "after: [papers]")
    spoil(sources / "bundles" / "death.yaml", "2027-03-31", "2026-11-24")
    spoil(sources / "locations.yaml", "latitude: 44.64", "latitude: north")
    spoil(sources / "services" / "all.yaml", "organization: registry", "organization: regstry")
    spoil(sources / "services" / "all.yaml", "op: eq, value: partner", "op: in, value: partner")
    spoil(sources / "phones.yaml", "hours: 24/7", "hours: day and night")

    result = run("check", "--sources", sources, "--on", "2026-11-25", "--lang", "fr")

    assert result.exit_code == 1
    assert "doors.yaml:2\N{NO-BREAK SPACE}: `icno` n’est pas un champ ici" in result.stderr
    assert "il faut un nombre ou rien, et il y a du texte" in result.stderr
    assert "il n’y a aucun organisme `regstry`" in result.stderr
    assert "avec `in`, écrivez une liste de choix, et non 'partner'" in result.stderr
    assert "avertissement\N{NO-BREAK SPACE}: écrivez l’apostrophe ainsi" in result.stderr
    assert [piece for piece in english_pieces() if piece in result.stderr] == []


def test_a_build_that_fails_names_each_fault_in_the_language_of_the_terminal(sources: Path, tmp_path: Path) -> None:
    spoil(sources / "doors.yaml", "icon: candle", "icno: candle")

    result = run("build", "--sources", sources, "--out", tmp_path / "out.db", "--lang", "fr")

    assert result.exit_code == 1
    assert "`icno` n’est pas un champ ici\N{NO-BREAK SPACE}: vouliez-vous écrire `icon`?" in result.stderr
    assert [piece for piece in english_pieces() if piece in result.stderr] == []


def test_check_judges_dates_on_the_day_it_is_given(sources: Path) -> None:
    result = run("check", "--sources", sources, "--on", "2027-04-01")

    assert result.exit_code == 1
    assert "the review was due on 2027-03-31" in result.stderr
    assert "Error: 1 fault, 0 warnings" in result.stderr


def test_check_fails_when_the_database_differs_and_names_the_tables(sources: Path, tmp_path: Path) -> None:
    database = tmp_path / "out.db"
    run("build", "--sources", sources, "--out", database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE phone_number SET number = '911' WHERE id = 'front'")
        connection.commit()

    result = run("check", "--sources", sources, "--database", database, "--on", "2026-11-25")

    assert result.exit_code == 1
    assert "differs from its sources in phone_number" in result.stderr


def test_check_passes_a_database_that_only_another_sqlite_would_write_otherwise(sources: Path, tmp_path: Path) -> None:
    database = tmp_path / "out.db"
    run("build", "--sources", sources, "--out", database)
    before = database.read_bytes()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE INDEX passing ON phone (number)")
        connection.execute("DROP INDEX passing")
        connection.execute("VACUUM")

    result = run("check", "--sources", sources, "--database", database, "--on", "2026-11-25")

    assert database.read_bytes() != before
    assert result.exit_code == 0


def test_info_says_how_old_the_catalogue_is_and_what_is_not_verified(sources: Path, tmp_path: Path) -> None:
    run("build", "--sources", sources, "--out", tmp_path / "out.db")

    result = run("info", "--database", tmp_path / "out.db", "--on", "2026-12-01")

    assert result.exit_code == 0
    assert "version 7 of 2026-11-20, 11 days old" in result.stdout
    assert "to verify: 1 number, 1 address and 1 point of services" in result.stdout


@pytest.mark.parametrize("command", [["info"], ["check", "--on", "2026-11-25"]])
def test_a_torn_database_is_told_in_one_sentence(sources: Path, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "torn.db").write_bytes(b"SQLite format 3\0")
    more = ["--sources", str(sources)] if command[0] == "check" else []

    result = run(*command, *more, "--database", tmp_path / "torn.db")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: the catalogue ")
    assert result.stderr.count("\n") == 1


def english_pieces() -> list[str]:
    """Two words or more, of every sentence that a French terminal has in French, between what goes into them."""
    english = (source for _note, source in terminal_words("fr").sources())
    pieces = (piece.strip(" :;,`()") for source in english for piece in re.split(r"\{[^}]*\}", source))
    return [piece for piece in pieces if " " in piece]


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_export_says_what_it_wrote_and_its_tables_have_no_defect(sources: Path, tmp_path: Path) -> None:
    run("build", "--sources", sources, "--out", tmp_path / "out.db")

    exported = run("export", tmp_path / "hsds", "--database", tmp_path / "out.db")
    checked = run("defects", tmp_path / "hsds" / "fr")

    assert exported.exit_code == 0
    assert exported.stdout.startswith(f"{tmp_path / 'hsds'}: 2 services in English and in French; ")
    assert (checked.exit_code, checked.stdout) == (0, "0 defects\n")


def test_export_refuses_a_folder_of_something_else(sources: Path, tmp_path: Path) -> None:
    run("build", "--sources", sources, "--out", tmp_path / "out.db")

    result = run("export", sources, "--database", tmp_path / "out.db", "--lang", "fr")

    assert result.exit_code == 1
    assert "Ce dossier contient autre chose." in result.stderr
    assert not (sources / "en").exists()


def test_defects_are_counted_by_column_with_the_first_line_of_each(sources: Path, tmp_path: Path) -> None:
    run("build", "--sources", sources, "--out", tmp_path / "out.db")
    run("export", tmp_path / "hsds", "--database", tmp_path / "out.db")
    services = tmp_path / "hsds" / "en" / "services.csv"
    services.write_text(services.read_text("utf-8").replace(",active,", ",,"), "utf-8")

    result = run("defects", tmp_path / "hsds" / "en")

    assert result.exit_code == 1
    assert "services.csv:2: status: something must stand here, 2 times\n" in result.stderr
    assert "Error: 2 defects" in result.stderr


def test_defects_of_a_folder_without_tables_are_one_sentence(tmp_path: Path) -> None:
    result = run("defects", tmp_path)

    assert result.exit_code == 1
    assert "has no organizations.csv" in result.stderr


def test_a_torn_catalogue_leaves_an_earlier_export_as_it_was(sources: Path, tmp_path: Path) -> None:
    run("build", "--sources", sources, "--out", tmp_path / "out.db")
    run("export", tmp_path / "hsds", "--database", tmp_path / "out.db")
    before = (tmp_path / "hsds" / "en" / "services.csv").read_bytes()
    (tmp_path / "out.db").write_bytes((tmp_path / "out.db").read_bytes()[:-1000])

    result = run("export", tmp_path / "hsds", "--database", tmp_path / "out.db", "--lang", "fr")

    assert result.exit_code == 1
    assert "Le répertoire est déchiré" in result.stderr
    assert (tmp_path / "hsds" / "en" / "services.csv").read_bytes() == before
