#!/usr/bin/env python3
"""Cut the Chinese font down to the characters that Guichet shows, so that 10 MB a weight become 200 KB.

    scripts/subset_fonts.py FOLDER

FOLDER has `NotoSansSC_400Regular.ttf` and `NotoSansSC_600SemiBold.ttf` (npm: `@expo-google-fonts/noto-sans-sc`, under
the SIL Open Font License). Run it again whenever the Chinese words have new characters: a test tells when.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import click
from babel.messages.pofile import read_po
from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kiosk.languages.known import TONGUES, TYPEFACES, Script  # noqa: E402 - needs the checkout on the path

# What dates, times and lists are written with: CLDR's months, weekdays and halves of the day.
FORMATS = "年月日星期一二三四五六七八九十周上下午中凌晨早晚和或、，。：；？！（）《》「」…·"


def characters() -> set[str]:
    """Every Chinese character that can be shown: words of screens and services, the language’s own name, and dates."""
    with (ROOT / "assets/locale/zh/LC_MESSAGES/guichet.po").open("rb") as file:
        catalog = read_po(file, locale="zh")
    strings = [message.string for message in catalog if message.id]
    words = [form for string in strings for form in ([string] if isinstance(string, str) else string or ()) if form]
    with closing(sqlite3.connect(f"{(ROOT / 'catalogue.db').as_uri()}?mode=ro", uri=True)) as catalogue:
        words += [text for (text,) in catalogue.execute("SELECT text FROM translation WHERE language = 'zh'")]
    tongue = TONGUES["zh"]
    return {character for text in (*words, tongue.own_name, tongue.start, FORMATS) for character in text}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(folder: Path) -> None:
    """Write the subset of each weight into assets/fonts."""
    for name in TYPEFACES[Script.HAN].files:
        options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True)
        font = subset.load_font(str(folder / name.replace("-subset", "")), options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(character) for character in characters() if ord(character) > 0x7F])
        cutter.subset(font)
        subset.save_font(font, str(ROOT / "assets/fonts" / name), options)
        click.echo(f"{name}: {len(characters())} characters, {(ROOT / 'assets/fonts' / name).stat().st_size} bytes")


if __name__ == "__main__":
    main()
