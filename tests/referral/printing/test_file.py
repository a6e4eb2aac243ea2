"""Printing into a folder."""

import io

import pytest
import zxingcpp
from PIL import Image

from kiosk.referral.printing.file import FilePrinter, Form
from kiosk.referral.printing.jobs import PrintState, follow


@pytest.mark.parametrize(
    ("form", "beginning"),
    [(Form.PDF, b"%PDF-"), (Form.PNG, b"\x89PNG"), (Form.TEXT, b"North End"), (Form.RASTER, b"P4\n")],
)
def test_a_slip_is_left_whole_under_its_code(tmp_path, receipt, form, beginning):
    printer = FilePrinter(tmp_path, form)

    states = [known.state for known in follow(printer, printer.print(receipt), lambda: None)]

    assert states == [PrintState.PRINTED]
    assert [file.name for file in tmp_path.iterdir()] == [f"R-7K3F-9XD.{form.value}"]
    assert next(tmp_path.iterdir()).read_bytes().startswith(beginning)


def test_the_file_of_dots_is_a_picture_that_reads(tmp_path, receipt):
    FilePrinter(tmp_path, Form.RASTER).print(receipt)

    picture = Image.open(io.BytesIO((tmp_path / "R-7K3F-9XD.pbm").read_bytes()))

    assert picture.width == 576
    assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == ["R7K3FQ9XD"]


def test_a_slip_taken_back_leaves_nothing(tmp_path, receipt):
    printer = FilePrinter(tmp_path)

    printer.cancel(printer.print(receipt).job)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path, receipt):
    outcome = FilePrinter(tmp_path / "nowhere").print(receipt)

    assert outcome.state is PrintState.UNKNOWN_QUEUE
    assert outcome.is_over


def test_a_look_says_whether_the_folder_is_there(tmp_path):
    assert FilePrinter(tmp_path).look() is PrintState.READY
    assert FilePrinter(tmp_path / "gone").look() is PrintState.UNKNOWN_QUEUE
