# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reports whose pages are kept as they were. Run as a program it prints their fingerprints."""

from __future__ import annotations

import dataclasses
import hashlib
import io
from collections.abc import Callable, Mapping
from decimal import Decimal

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.reporting.pdf import render, render_with_spots
from buurthuis_admin.reporting.year_report import compose
from buurthuis_admin.services.pack_assembly import put_in, sorted_out
from tests.unit.reporting.example_data import dossiers, rich_year
from tests.unit.reporting.test_dossier_privacy import AFTER, ALL, YEAR, aims, report_on


def _invoice() -> bytes:
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=(420, 595), invariant=1)
    canvas.drawString(40, 520, "Factuur 2025-117")
    canvas.drawString(40, 490, "Huur van de zaal, mei 2025")
    canvas.drawRightString(380, 490, "9.120,50")
    canvas.save()
    return output.getvalue()


def _slip() -> tuple[bytes, int, int]:
    """A photo of a slip, the same everywhere."""
    photo = Image.new("RGB", (300, 420), (244, 240, 232))
    draw = ImageDraw.Draw(photo)
    draw.rectangle((40, 40, 260, 60), fill=(60, 60, 60))
    for at in range(8):
        draw.rectangle((40, 90 + 30 * at, 120 + 13 * (at * 5 % 9), 98 + 30 * at), fill=(90, 90, 90))
    output = io.BytesIO()
    photo.save(output, "JPEG", quality=80)
    return output.getvalue(), *photo.size


def pack_data() -> DossierReportData:
    """A dossier with agreements, a budget, and a receipt of each kind."""
    promised = [(Indicator.PEOPLE, 20, ALL), (Indicator.NEW_PEOPLE, 4, ALL)]
    data = report_on([9] * 12 + [40] * 20 + [80] * 3, 6, aims(promised))
    subsidy = dataclasses.replace(dossiers()[0], period=YEAR, targets=data.subsidy.targets)
    receipts = (
        Receipt(number=1, title="Huur", amount=Decimal("9120.50"), pdf=_invoice()),
        Receipt(number=2, title="Koffie", amount=Decimal("12.25"), picture=_slip()),
    )
    return dataclasses.replace(
        data, subsidy=subsidy, budget=budget(subsidy, AFTER), receipts=receipts
    )


def pack() -> bytes:
    """The pack of that dossier in Dutch."""
    data = pack_data()
    with language("nl"):
        counted, _apart = sorted_out(data.receipts)
        words = compose_dossier(dataclasses.replace(data, receipts=counted))
        return put_in(render_with_spots(words), counted, words)


def year_report() -> bytes:
    """The report on a rich year in Dutch."""
    with language("nl"):
        return render(compose(rich_year()))


REPORTS: Mapping[str, Callable[[], bytes]] = {"report_nl": year_report, "pack_nl": pack}

if __name__ == "__main__":
    for name, make in REPORTS.items():
        print(name, hashlib.sha256(make()).hexdigest())
