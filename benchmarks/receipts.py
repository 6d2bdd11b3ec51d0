# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up receipts: invoices as PDF, and photos of till slips as a telephone makes them."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from buurthuis_admin.reporting.pdf.fonts import load_face, names_for

PHOTO = (1000, 1400)  # pixels: a photo is made smaller when it is attached


def invoice(number: int) -> bytes:
    """An invoice of one page with a font of its own, as a shop sends it."""
    font = load_face(names_for(False)[0]).name
    output = io.BytesIO()
    canvas = Canvas(output, pageCompression=1, invariant=1, initialFontName=font)
    canvas.setFont(font, 11)
    for line in range(30):
        canvas.drawString(72, 780 - 20 * line, f"{number:03d}-{line:02d} Koffie, thee en suiker")
    canvas.showPage()
    canvas.save()
    return output.getvalue()


def photo(number: int) -> bytes:
    """A photo of a till slip: light, with some noise, JPEG."""
    grain = Image.effect_noise((PHOTO[0] // 4, PHOTO[1] // 4), 20 + number % 5)
    output = io.BytesIO()
    grain.resize(PHOTO).convert("RGB").save(output, "JPEG", quality=80)
    return output.getvalue()
