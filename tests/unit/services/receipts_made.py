# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receipts as they come in: a PDF, one with a password, a photo."""

from __future__ import annotations

import io

from PIL import Image
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas


def pdf_receipt(words: str, pages: int = 1) -> bytes:
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=(300, 400), invariant=1)
    for _page in range(pages):
        canvas.drawString(40, 300, words)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_receipt("geheim")))
    writer.encrypt("wachtwoord", algorithm="AES-256")
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def photo_receipt(noise: int = 1) -> bytes:
    output = io.BytesIO()
    Image.effect_noise((300 * noise, 400 * noise), 80).convert("RGB").save(output, "JPEG")
    return output.getvalue()
