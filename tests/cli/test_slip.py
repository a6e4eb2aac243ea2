"""The command `slip`, run as a person runs it, and its mistakes in one sentence each."""

import io

import pytest
import zxingcpp
from click.testing import CliRunner, Result
from PIL import Image

from kiosk.cli.commands import main
from tests.disks import full_disk

ON = ("--on", "2026-11-09T10:14")


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    folder = tmp_path / "state"
    monkeypatch.setenv("GUICHET_STATE", str(folder))
    return folder


def slip(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["slip", *arguments])


@pytest.mark.parametrize("paper", ["receipt80", "receipt58", "letter"])
def test_a_pdf_is_written_for_each_paper(tmp_path, paper):
    target = tmp_path / "slip.pdf"

    result = slip("death-in-the-family", "--event-date", "2026-11-05", *ON, "--paper", paper, "--out", str(target))

    assert (result.exit_code, result.output) == (0, "")
    assert target.read_bytes().startswith(b"%PDF-")


def test_the_text_is_in_the_language_asked_for_and_in_both(tmp_path):
    target = tmp_path / "slip.txt"

    slip("losing-a-job", *ON, "--lang", "fr", "--both", "--format", "txt", "--out", str(target))

    text = target.read_text(encoding="utf-8")
    assert text.index("Perte d’emploi") < text.index("Losing a job")


def test_a_slip_in_arabic_has_an_office_language_beside_it(tmp_path):
    target = tmp_path / "slip.txt"

    result = slip("losing-a-job", *ON, "--lang", "ar", "--beside", "fr", "--format", "txt", "--out", str(target))

    text = target.read_text(encoding="utf-8")
    assert (result.exit_code, result.output) == (0, "")
    assert text.index("هاتف") < text.index("Tél.")


def test_answers_change_the_slip_and_are_not_on_it(tmp_path):
    target = tmp_path / "slip.txt"

    result = slip(
        "death-in-the-family",
        *(
            argument
            for pair in ("veteran=false", "age=64", "cannot_pay_funeral=false")
            for argument in ("--answer", pair)
        ),
        *ON,
        *("--format", "txt", "--out", str(target)),
    )

    text = target.read_text(encoding="utf-8")
    assert result.exit_code == 0
    assert "veteran" not in text
    assert "64" not in text.replace("902-464", "")


def test_the_picture_s_code_is_read_back_by_the_other_command(tmp_path):
    target = tmp_path / "slip.png"
    slip("losing-a-job", *ON, "--format", "png", "--large", "--out", str(target))

    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(target.read_bytes())))
    result = CliRunner().invoke(main, ["read", "-"], input=found.text)

    assert result.exit_code == 0
    assert "The signature holds" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "x"), "name at least one bundle"),
        (("losing-a-job", "--lang", "ar", "--both", "--out", "x"), "use --beside en or --beside fr"),
        (("losing-a-job", "--lang", "fr", "--beside", "en", "--out", "x"), "use --both"),
        (("loosing-a-job", "--out", "x"), "there is no bundle 'loosing-a-job': did you mean losing-a-job?"),
        (("losing-a-job", "--answer", "ages=3", "--out", "x"), "there is no fact 'ages': did you mean age?"),
        (("losing-a-job", "--answer", "age", "--out", "x"), "'age' is not an answer: write FACT=VALUE"),
        (("losing-a-job", "--answer", "age=old", "--out", "x"), "age: 'old' is not a whole number"),
        (("losing-a-job", "--event-date", "2026-02-30", "--out", "x"), "'2026-02-30' is not a day"),
        (("losing-a-job", "--on", "noon", "--out", "x"), "'noon' is not a moment"),
        (("losing-a-job", "--lang", "de", "--out", "x"), "'de' is not a language"),
        (("losing-a-job", "--paper", "a4", "--out", "x"), "'a4' is not a paper: use receipt80, receipt58 or letter"),
        (("losing-a-job", "--format", "docx", "--out", "x"), "'docx' is not a format: use pdf, png or txt"),
        (("losing-a-job", "--out", "/nowhere/x.pdf"), "there is no folder /nowhere"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(arguments, said):
    result = slip(*arguments)

    assert result.exit_code != 0
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path):
    target = tmp_path / "slip.pdf"
    target.write_bytes(b"before")
    slip("losing-a-job", *ON, "--out", str(tmp_path / "first.pdf"))

    with full_disk():
        result = slip("losing-a-job", *ON, "--out", str(target))

    assert result.exit_code != 0
    assert result.stderr.splitlines()[-1].startswith("Error: ")
    assert target.read_bytes() == b"before"
    assert not list(tmp_path.glob(".*unfinished"))


def test_a_damaged_key_is_told_and_the_slip_is_written_all_the_same(tmp_path, state):
    state.mkdir()
    (state / "kiosk-key.pem").write_text("damaged")
    target = tmp_path / "slip.txt"

    result = slip("losing-a-job", *ON, "--format", "txt", "--out", str(target))

    assert result.exit_code == 0
    assert result.stderr == "the slip has no signature and no square code: key_damaged\n"
    assert "This slip has no square code today." in target.read_text(encoding="utf-8")
