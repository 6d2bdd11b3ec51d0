# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of receipts in a pack, whatever the receipt is of."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PIL import Image
from pypdf import PdfReader
from pypdf.generic import Destination

from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.reports import CHECKED, TEXT, Chapter, ReportKey
from buurthuis_admin.domain.subsidies import Expense, Subsidy
from buurthuis_admin.services.administration import Administration
from tests.unit.reporting.reading import read
from tests.unit.services.receipts_made import pdf_receipt, photo_receipt
from tests.unit.services.test_packs import DAY, dossier, make, spend, words_of

__all__ = ["dossier", "spend"]  # fixtures


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


def test_receipts_that_are_pdfs_are_numbered_and_found_as_the_others(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    spend("10.00", "Een.jpg", photo_receipt())
    spend("20.00", "Twee.pdf", pdf_receipt("suiker", pages=2))
    spend("30.00", "Drie.jpg", photo_receipt())
    spend("40.00", "Vier.pdf", pdf_receipt("thee"))
    ((_name, pdf), _figures) = make(administration, dossier).files
    reader = read(pdf).reader
    count = len(reader.pages)
    words = [" ".join(page.extract_text().split()) for page in reader.pages]
    for number, text in enumerate(words[1:], 2):  # the cover has no number
        assert f"Pagina {number} van {count}" in text
    titles = bookmarks_of_receipts(reader)
    assert [title for title, _page in titles] == ["Bon 1", "Bon 2", "Bon 3", "Bon 4"]
    assert [page for _title, page in titles] == [count - 5, count - 4, count - 2, count - 1]
    in_order = ["Bon 1", "Bon 2", "Bon 2", "Bon 3", "Bon 4"]  # whatever they are of
    for title, text in zip(in_order, words[-5:], strict=True):
        assert title in text
    (listed,) = [text for text in words if "De bonnen op nummer" in text]
    places = [listed.index(f"{number} 7 mrt 2025") for number in range(1, 5)]
    assert places == sorted(places)


def bookmarks_of_receipts(reader: PdfReader) -> list[tuple[str, int | None]]:
    """The receipts in the outline, each with the page (from 0) that it leads to."""
    receipts = reader.outline[-1]
    assert isinstance(receipts, list)
    return [
        (str(one.title), reader.get_destination_page_number(one))
        for one in receipts
        if isinstance(one, Destination)
    ]


def test_a_file_of_receipts_alone_says_what_it_is(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    funder = administration.subsidies.dossier(dossier).funder
    administration.funders.save(replace(funder, largest_file=1))
    scan = io.BytesIO()
    Image.effect_noise((900, 1200), 80).convert("RGB").save(scan, "PDF")
    spend("1.00", "Een.pdf", scan.getvalue())
    spend("2.00", "Twee.pdf", scan.getvalue() + b"\n")
    pdfs = [one for name, one in make(administration, dossier).files if name.endswith(".pdf")]
    last = read(pdfs[-1])
    assert last.reader.metadata is not None
    assert str(last.reader.metadata.title).startswith("Bonnen bij Verantwoording")
    assert last.catalog["/Lang"] == "nl"
    assert bookmarks_of_receipts(last.reader) == [("Bon 2", 1)]
    first_page, receipt = (" ".join(one.extract_text().split()) for one in last.reader.pages)
    assert "2 7 mrt 2025 Twee" in first_page  # which receipts are in this file
    assert "Pagina 1 van 2" in first_page
    assert "Bon 2 · Pagina 2 van 2" in receipt


def test_it_is_parted_for_a_funder_of_small_files(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    funder = administration.subsidies.dossier(dossier).funder
    administration.funders.save(replace(funder, largest_file=1, file_kinds=("pdf",)))
    for number in range(4):
        spend("1.00", f"Foto {number}.jpg", photo_receipt(noise=3) + bytes([number]))
        spend("1.00", f"Bon {number}.pdf", pdf_receipt(f"bon nummer {number}"))
    pack = make(administration, dossier)
    pdfs = [content for name, content in pack.files if name.endswith(".pdf")]
    assert len(pdfs) > 1
    assert all(len(content) <= 1024 * 1024 for content in pdfs)
    everything = " ".join(map(words_of, pdfs))
    found = [
        int(title.removeprefix("Bon "))
        for pdf in pdfs[1:]
        for title, _page in bookmarks_of_receipts(read(pdf).reader)
    ]
    assert found == list(range(1, 9))  # photos and PDFs by number, over the files as well
    assert all(f"bon nummer {number}" in everything for number in range(4))
    assert all(f"Bon {number}" in everything for number in range(1, 9))
    assert pack.files[0][0].endswith(f"deel 1 van {len(pdfs)}.pdf")
    assert not [one for one in pack.notes if "MB" in one]


def test_a_text_of_an_earlier_report_and_a_photo_that_nobody_agreed_to_are_told(
    administration: Administration, dossier: int
) -> None:
    funder = administration.subsidies.get(dossier).funder
    earlier = administration.subsidies.save(Subsidy(funder=funder))
    compositions = administration.compositions
    compositions.save_part(
        ReportKey(subsidy_id=earlier), Chapter.LETTER, TEXT, "Beste wethouder van vorig jaar,"
    )
    key = ReportKey(subsidy_id=dossier)
    compositions.add_photo(key, photo_receipt(), Chapter.STORIES, alt="Koor")
    compositions.add_photo(key, photo_receipt(2), Chapter.STORIES, alt="Tuin", people_agreed=True)
    notes = make(administration, dossier).notes
    assert "Deze teksten zijn nog die van een eerder verslag: Brief. Kijk ze na." in notes
    assert "Bij 1 foto is niet aangegeven dat iedereen erop het goed vindt." in notes
    compositions.save_part(key, Chapter.LETTER, CHECKED, "yes")
    assert not [one for one in make(administration, dossier).notes if "eerder verslag" in one]
