# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of a PDF as small pictures, drawn by what draws them in the window, and how they differ."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

WIDTH = 420  # pixels: words can just be read
_GREYS = 16
_STEP = 255 // (_GREYS - 1)
# Renderers set edges of letters a little otherwise: squares of some letters are compared.
_SQUARE = 6
_MOST = 26  # of 255, in the worst square
_MEAN = 1.2  # over the whole page


def pictures(pdf: bytes, width: int = WIDTH) -> Iterator[Image.Image]:
    """Every page in a few greys."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        drawn = document.render(page, QSize(width, round(width * size.height() / size.width())))
        yield _on_white(drawn)
    document.close()


def _on_white(drawn: QImage) -> Image.Image:
    drawn = drawn.convertToFormat(QImage.Format.Format_RGBA8888)
    picture = Image.frombytes("RGBA", (drawn.width(), drawn.height()), bytes(drawn.constBits()))
    ground = Image.new("RGBA", picture.size, "white")
    grey = Image.alpha_composite(ground, picture).convert("L")
    return grey.point([round(level / _STEP) * _STEP for level in range(256)])


def as_png(picture: Image.Image) -> bytes:
    """A picture as it is kept."""
    output = io.BytesIO()
    picture.quantize(_GREYS, dither=Image.Dither.NONE).save(output, "PNG", optimize=True)
    return output.getvalue()


def differ(one: Image.Image, other: Image.Image) -> str:
    """How two pictures differ for the eye; '' when they do not."""
    if one.size != other.size:
        return f"another size: {one.size} and {other.size}"
    small = one.width // _SQUARE, one.height // _SQUARE
    squares = [picture.convert("L").resize(small, Image.Resampling.BOX) for picture in (one, other)]
    apart = ImageStat.Stat(ImageChops.difference(*squares))
    (worst,), (mean,) = ((high for _low, high in apart.extrema), apart.mean)
    if worst > _MOST or mean > _MEAN:
        return f"the worst square differs by {worst} of 255, the mean by {mean:.1f}"
    return ""
