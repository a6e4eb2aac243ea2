#!/usr/bin/env python3
"""Make the Arabic fonts of the slip, whose every letter is one glyph, so that the words of a PDF can be read back.

    scripts/join_arabic.py

Noto Sans Arabic draws ت as a body and two dots. A PDF sets the dots as text of their own, and whoever copies, searches
or listens to it gets the letter twice. The font also holds every letter whole, in each of its four forms (Unicode's
Arabic presentation forms B); here these take the place of body and dots. Vowel marks are left out: slips have none.
"""

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from unicodedata import decomposition

import click
from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeatures
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FONTS = ROOT / "assets/fonts"
FAMILY = "Noto Sans Arabic Slip"
WEIGHTS = {"400Regular": "Regular", "600SemiBold": "SemiBold", "700Bold": "Bold"}
FORMS = range(0xFE80, 0xFEF5)
"""Presentation forms of single letters; the ligatures of lam and alef follow them."""
JOINED = {"initial": "init", "medial": "medi", "final": "fina"}
PUNCTUATION = "،؛؟ـ٪"
LAM, ALEF = 0x0644, 0x0627
ALEFS = {0x0622: 0xFEF5, 0x0623: 0xFEF7, 0x0625: 0xFEF9}
"""Alefs that carry a sign, and their ligature with an initial lam; the medial one is the next."""


def forms_of(font: TTFont) -> Iterator[tuple[str, int, str]]:
    """The feature, the letter and the glyph of each joined form."""
    glyphs = font.getBestCmap()
    for code in FORMS:
        form, *letters = decomposition(chr(code)).strip("<").replace(">", "").split()
        if form in JOINED and len(letters) == 1:
            yield JOINED[form], int(letters[0], 16), glyphs[code]


def with_sign(font: TTFont, ligature: int, alef: str, plain: int) -> str:
    """A new glyph: the alef that follows a lam, and the sign that `ligature` sets over or under it."""
    glyphs = font.getBestCmap()
    parts = font["glyf"][glyphs[ligature]].components
    base = next(part for part in font["glyf"][glyphs[plain]].components if part.glyphName == alef)
    made = Glyph()
    made.numberOfContours = -1
    made.components = [_part(alef, 0, 0)]
    for part in parts:
        if not part.glyphName.startswith(("uni0644", "uni0627")):
            made.components.append(_part(part.glyphName, part.x - base.x, part.y - base.y))
    name = f"{glyphs[ligature]}.alef"
    font["glyf"][name] = made
    font["hmtx"][name] = font["hmtx"][alef]
    return name


def _part(name: str, x: int, y: int) -> GlyphComponent:
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, x, y, 0x4
    return part


def features(font: TTFont) -> str:
    """The joining of letters, and of lam with alef, as a feature file."""
    glyphs = font.getBestCmap()
    rules: dict[str, list[str]] = {"init": [], "medi": [], "fina": []}
    form: dict[tuple[str, int], str] = {}
    for feature, letter, glyph in forms_of(font):
        if letter in glyphs and glyph != glyphs[letter]:
            rules[feature].append(f"sub {glyphs[letter]} by {glyph};")
            form[feature, letter] = glyph
    lams = {
        0: ("init", "uni0644.init.rlig", "uni0627.fina.rlig"),
        1: ("medi", "uni0644.medi.rlig", "uni0627.fina.rlig.2"),
    }
    lookups, uses = [], []
    for step, (lam_form, lam, alef) in lams.items():
        plain = 0xFEFB + step
        pairs = {form["fina", ALEF]: alef}
        for letter, ligature in ALEFS.items():
            pairs[form["fina", letter]] = with_sign(font, ligature + step, alef, plain)
        after = " ".join(pairs)
        lookups.append(f"lookup lam{step} {{ sub {form[lam_form, LAM]} by {lam}; }} lam{step};")
        lookups.append(
            f"lookup alef{step} {{ "
            + " ".join(f"sub {one} by {other};" for one, other in pairs.items())
            + f" }} alef{step};"
        )
        uses.append(f"sub {form[lam_form, LAM]}' lookup lam{step} [{after}]' lookup alef{step};")
    body = "\n".join(f"feature {name} {{ {' '.join(lines)} }} {name};" for name, lines in rules.items())
    return "languagesystem arab dflt;\n" + "\n".join(lookups) + body + f"\nfeature rlig {{ {' '.join(uses)} }} rlig;\n"


def joined(source: Path, style: str) -> TTFont:
    """The font of one weight under its own name."""
    font = TTFont(source, recalcTimestamp=False)  # so that the same font comes out each time
    for table in ("GSUB", "GPOS", "GDEF"):
        del font[table]
    addOpenTypeFeatures(font, StringIO(features(font)))
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, glyph_names=False)
    cutter = subset.Subsetter(options)
    letters = {letter for _, letter, _ in forms_of(font)} | {0x0621} | {ord(sign) for sign in PUNCTUATION}
    cutter.populate(unicodes=letters & set(font.getBestCmap()))
    cutter.subset(font)
    for record in font["name"].names:
        named = {1: f"{FAMILY} {style}", 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 16: FAMILY, 17: style}
        named[6] = f"{FAMILY} {style}".replace(f" {style}", f"-{style}").replace(" ", "")
        record.string = named.get(record.nameID, str(record))
    if not font["name"].getDebugName(16):
        font["name"].setName(FAMILY, 1, 3, 1, 0x409)
        font["name"].setName(FAMILY, 16, 3, 1, 0x409)
        font["name"].setName(style, 17, 3, 1, 0x409)
    return font


@click.command()
def main() -> None:
    """Write the three weights into assets/fonts."""
    for weight, style in WEIGHTS.items():
        target = FONTS / f"NotoSansArabicSlip_{weight}.ttf"
        joined(FONTS / f"NotoSansArabic_{weight}.ttf", style).save(target)
        click.echo(f"{target.name}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
