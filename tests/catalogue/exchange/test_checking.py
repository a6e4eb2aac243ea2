"""A folder of HSDS tables is checked whole: our own has no defect, and each defect of others is found at its line."""

from pathlib import Path

import pytest

from kiosk.catalogue.exchange.checking import Defect, DefectKind, TablesUnreadableError, defects_in
from kiosk.catalogue.exchange.formats import is_garbled


@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_own_tables_have_no_defect(exported: Path, language: str) -> None:
    assert list(defects_in(exported / language)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "defect"),
    [
        ("organizations.csv", "The Registry", "", ("name", DefectKind.VALUE_MISSING, "")),
        ("services.csv", ",active,", ",,", ("status", DefectKind.VALUE_MISSING, "")),
        ("services.csv", ",active,", ",open,", ("status", DefectKind.VALUE_NOT_OFFERED, "open")),
        ("organizations.csv", "https://registry", "www.registry", ("website", DefectKind.VALUE_MISWRITTEN, "")),
        ("schedules.csv", "08:30:00", "8:30am", ("opens_at", DefectKind.VALUE_MISWRITTEN, "8:30am")),
        ("schedules.csv", "2026-01-06", "2026-02-30", ("dtstart", DefectKind.VALUE_MISWRITTEN, "2026-02-30")),
        ("locations.csv", "44.64", "44,64", ("", DefectKind.ROW_TORN, "")),
        ("locations.csv", "44.64", "north", ("latitude", DefectKind.VALUE_MISWRITTEN, "north")),
        ("addresses.csv", ",CA,physical", ",Canada,physical", ("country", DefectKind.CODE_UNKNOWN, "Canada")),
        ("languages.csv", ",en,", ",Spanish (limited),", ("code", DefectKind.CODE_UNKNOWN, "Spanish (limited)")),
        ("cost_options.csv", ",CAD,", ",$,", ("currency", DefectKind.CODE_UNKNOWN, "$")),
        ("services.csv", "a death", "a death\\nby mail", ("description", DefectKind.TEXT_GARBLED, "")),
        ("services.csv", "Survivor’s", "Survivorâ€™s", ("name", DefectKind.TEXT_GARBLED, "")),
        ("services.csv", "Survivor’s", "SurvivorGÇÖs", ("name", DefectKind.TEXT_GARBLED, "")),
        ("services.csv", "Survivor’s", "SurvivorΓÇÖs", ("name", DefectKind.TEXT_GARBLED, "")),
        ("services.csv", "Survivor’s", "&amp;lt;b&amp;gt;Survivor", ("name", DefectKind.TEXT_GARBLED, "")),
        ("addresses.csv", ",CA,physical", ",   ,physical", ("country", DefectKind.VALUE_MISSING, "")),
    ],
)
def test_a_defect_is_found_where_it_is(
    package: Path, file: str, old: str, new: str, defect: tuple[str, DefectKind, str]
) -> None:
    text = (package / file).read_text(encoding="utf-8")
    assert old in text
    (package / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    found = [(one.column, one.kind) for one in defects_in(package) if one.file == file]

    assert found == [defect[:2]]


def test_an_id_that_is_no_uuid_is_told_and_so_is_what_named_it(package: Path) -> None:
    spoil(package / "services.csv", first_id(package / "services.csv"), "3596")

    found = list(defects_in(package))

    assert Defect("services.csv", 2, "id", DefectKind.VALUE_MISWRITTEN, "3596") in found
    assert {one.file for one in found if one.kind is DefectKind.REFERS_TO_NOTHING} >= {"phones.csv", "attributes.csv"}


def test_an_id_given_twice_is_told_once(package: Path) -> None:
    lines = (package / "organizations.csv").read_text(encoding="utf-8").splitlines()
    (package / "organizations.csv").write_text("\n".join([*lines, lines[1]]), encoding="utf-8")

    (found,) = defects_in(package)

    assert (found.file, found.line, found.kind) == ("organizations.csv", len(lines) + 1, DefectKind.ID_TWICE)


def test_a_blank_id_is_missing_not_given_twice(package: Path) -> None:
    lines = (package / "schedules.csv").read_text(encoding="utf-8").splitlines()
    blank = [line[line.index(",") :] for line in lines[1:3]]
    (package / "schedules.csv").write_text("\n".join([lines[0], *blank]), encoding="utf-8")

    assert [(one.line, one.column, one.kind) for one in defects_in(package)] == [
        (2, "id", DefectKind.VALUE_MISSING),
        (3, "id", DefectKind.VALUE_MISSING),
    ]


def test_a_mark_of_utf_8_and_other_line_ends_are_no_defect(package: Path) -> None:
    text = (package / "organizations.csv").read_bytes()
    (package / "organizations.csv").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\r\n", b"\n"))

    assert list(defects_in(package)) == []


def test_letters_of_another_encoding_are_told_with_their_line(package: Path) -> None:
    text = (package / "services.csv").read_bytes()
    (package / "services.csv").write_bytes(text.replace("’".encode(), b"\x92", 1))

    found = [(one.file, one.line, one.column, one.kind) for one in defects_in(package)]

    assert found == [
        ("services.csv", 3, "", DefectKind.NOT_UTF_8),
        ("services.csv", 3, "name", DefectKind.TEXT_GARBLED),
    ]


def test_a_column_that_is_not_of_hsds_is_told(package: Path) -> None:
    spoil(package / "services.csv", "alternate_name", "nickname")

    (found,) = defects_in(package)

    assert (found.line, found.column, found.kind) == (1, "nickname", DefectKind.COLUMN_STRANGE)


def test_a_column_that_must_be_there_is_told(package: Path) -> None:
    spoil(package / "services.csv", ",status,", ",state,")

    kinds = {(one.column, one.kind) for one in defects_in(package)}

    assert ("status", DefectKind.COLUMN_MISSING) in kinds


def test_a_row_that_is_of_nothing_is_told(package: Path) -> None:
    lines = (package / "required_documents.csv").read_text(encoding="utf-8").splitlines()
    own, _, rest = lines[1].split(",", 2)
    (package / "required_documents.csv").write_text("\n".join([lines[0], f"{own},,{rest}"]), encoding="utf-8")

    found = [one for one in defects_in(package) if one.file == "required_documents.csv"]

    assert found == [Defect("required_documents.csv", 2, "", DefectKind.BELONGS_TO_NOTHING)]


def test_a_file_of_an_older_hsds_is_told_not_passed_over(package: Path) -> None:
    (package / "physical_addresses.csv").write_text("id\n", encoding="utf-8")

    assert list(defects_in(package)) == [Defect("physical_addresses.csv", 0, "", DefectKind.FILE_STRANGE)]


@pytest.mark.parametrize(
    "text",
    [
        "« qualité »",
        "l’été à l’école",
        "Élève dépanné\N{NO-BREAK SPACE}: où?",
        "Mi’kmaq",
        "l’œuvre",
        "10\N{NO-BREAK SPACE}€",
    ],
)
def test_french_is_not_taken_for_damage(text: str) -> None:
    assert not is_garbled(text.replace(" »", "\N{NO-BREAK SPACE}»").replace("« ", "«\N{NO-BREAK SPACE}"))


def test_a_folder_without_services_is_no_package(package: Path) -> None:
    (package / "services.csv").unlink()

    with pytest.raises(TablesUnreadableError, match=r"services\.csv"):
        list(defects_in(package))


def test_a_file_with_a_cell_without_end_is_refused_not_guessed(package: Path) -> None:
    (package / "services.csv").write_text('id,name\n"' + "x" * 200_000, encoding="utf-8")

    with pytest.raises(TablesUnreadableError, match=r"services\.csv, line 2"):
        list(defects_in(package))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def first_id(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[1].partition(",")[0]
