# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Post on paper: each text inside its own label, and pages as large as their envelope."""

from __future__ import annotations

import datetime
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from buurthuis_admin.domain.labels import ENVELOPES, LABEL_SHEETS, EnvelopeSize, LabelSheet
from buurthuis_admin.domain.mailings import Recipient
from buurthuis_admin.domain.people import Address
from buurthuis_admin.reporting import mailings
from buurthuis_admin.reporting.pdf.mail import INSET, LEADING, text_size
from buurthuis_admin.reporting.pdf.styles import MILLIMETRE, PAGE_HEIGHT

POST = mailings.Post(
    centre="De Linde", sender=("De Linde",), made_on=datetime.date(2026, 11, 26), language="nl"
)


def _recipient(name: str) -> Recipient:
    address = Address(street="Kade", house="3", postcode="1012AB", town="Amsterdam")
    return Recipient(name=name, greeting="Beste", address=address, fields={"naam": name})


def _places(content: bytes, page: int) -> list[tuple[str, float, float]]:
    found: list[tuple[str, float, float]] = []

    def visit(text: str, _cm: object, matrix: list[float], *_more: object) -> None:
        if text.strip():
            found.append((text.strip(), matrix[4], PAGE_HEIGHT - matrix[5]))

    PdfReader(io.BytesIO(content)).pages[page].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("sheet", LABEL_SHEETS, ids=lambda sheet: sheet.name)
def test_the_first_label_is_where_the_sheet_still_has_one(sheet: LabelSheet) -> None:
    content = mailings.labels(POST, [_recipient("Jan"), _recipient("Piet")], sheet, 4)
    for number, name in ((4, "Jan"), (5, "Piet")):
        place = sheet.place(number)
        ((_text, x, y),) = [one for one in _places(content, 0) if one[0] == name]
        assert place.left * MILLIMETRE + INSET == pytest.approx(x, abs=0.02)
        assert place.top < y / MILLIMETRE < place.top + place.height


def test_the_sheet_that_is_full_is_followed_by_a_whole_one() -> None:
    sheet = LABEL_SHEETS[0]
    content = mailings.labels(POST, [_recipient(str(n)) for n in range(25)], sheet, 20)
    assert len(PdfReader(io.BytesIO(content)).pages) == 3


@given(st.integers(1, 30), st.floats(20, 200))
def test_lines_are_as_large_as_fits(lines: int, room: float) -> None:
    assert lines * text_size(lines, room) * LEADING <= room + 1e-6


@pytest.mark.parametrize("size", ENVELOPES, ids=lambda size: size.name)
def test_an_envelope_is_a_page_of_its_size(size: EnvelopeSize) -> None:
    content = mailings.envelopes(POST, [_recipient("Jan"), _recipient("Piet")], size)
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 2
    for page in pages:
        assert float(page.mediabox.width) == pytest.approx(size.width * MILLIMETRE, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(size.height * MILLIMETRE, abs=0.1)


@settings(max_examples=20)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_makes_a_letter(text: str) -> None:
    assert mailings.letters(POST, [_recipient("Jan")], text).startswith(b"%PDF")


def test_a_letter_of_two_pages_does_not_run_into_the_next() -> None:
    text = "{naam}\n\n" + "\n".join(f"regel {n}" for n in range(60))
    content = mailings.letters(POST, [_recipient("Jan"), _recipient("Piet")], text)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    assert len(pages) == 4
    assert "Piet" in pages[2]
    assert "regel 59" in pages[1]
