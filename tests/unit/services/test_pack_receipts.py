# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of receipts in a pack, whatever the receipt is of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.subsidies import Expense
from buurthuis_admin.services.administration import Administration
from tests.unit.services.receipts_made import pdf_receipt
from tests.unit.services.test_packs import DAY, dossier, make, words_of

__all__ = ["dossier"]  # a fixture


def test_receipts_of_typed_expenses_are_numbered_and_the_same_file_once(
    administration: Administration, dossier: int, tmp_path: Path
) -> None:
    both = tmp_path / "Kassabon.pdf"
    both.write_bytes(pdf_receipt("suiker en koffie"))
    for day, what in ((8, "Suiker"), (9, "Koffie")):
        paid = Expense(description=what, amount=Decimal(day), day=DAY.replace(day=day))
        number = administration.subsidies.save_part(dossier, paid)
        administration.papers.attach_receipt(both, dossier, replace(paid, id=number))
    other = tmp_path / "Los.pdf"
    other.write_bytes(pdf_receipt("van niemand"))
    administration.papers.attach(other, subsidy_id=dossier, kind=PaperKind.RECEIPT)
    ((_name, pdf), _figures) = make(administration, dossier).files
    text = words_of(pdf)
    assert "1 8 mrt 2025 Suiker" in text
    assert "1 9 mrt 2025 Koffie" in text  # one receipt of two expenses has one number
    assert text.count("suiker en koffie") == 1
    assert "2 – Los" in text
