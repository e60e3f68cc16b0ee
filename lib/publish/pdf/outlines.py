"""Makes a font of TrueType outlines, with some characters, out of one of PostScript outlines.

A browser embeds only TrueType outlines in a PDF; of others it leaves drawings of each character
(Type 3), which readers show coarsely. Usage: outlines.py FILE INDEX, the characters on standard
input; the font goes to standard output.
"""

import io
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

# How far, in units of the font (a thousandth of an em), a curve may lie beside the original one.
TOLERANCE = 1.0


def main():
    path, index = sys.argv[1], int(sys.argv[2])
    font = TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False)
    pick(font, sys.stdin.buffer.read().decode("utf-8"))
    trace(font)
    made = io.BytesIO()
    font.save(made)
    sys.stdout.buffer.write(made.getvalue())


def pick(font, text):
    """Drops all but the glyphs of a text, and what only typesetting by rules needs."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)


def trace(font):
    """Puts quadratic curves in the place of cubic ones."""
    drawn, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs = newTable("glyf")
    glyphs.glyphOrder, glyphs.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        glyphs.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), glyphs
    del font["CFF "]
    for name in order:
        glyph = glyphs.glyphs[name]
        glyph.recalcBounds(glyphs)
        font["hmtx"][name] = font["hmtx"][name][0], getattr(glyph, "xMin", 0)
    most = font["maxp"] = newTable("maxp")
    most.tableVersion, most.numGlyphs, most.maxZones = 0x00010000, len(order), 1
    for field in (
        "maxPoints maxContours maxCompositePoints maxCompositeContours maxTwilightPoints maxStorage "
        "maxFunctionDefs maxInstructionDefs maxStackElements maxSizeOfInstructions "
        "maxComponentElements maxComponentDepth"
    ).split():
        setattr(most, field, 0)  # Saving counts those that matter.
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


main()
