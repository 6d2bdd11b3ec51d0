# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The logo on the cover of a report and on letters; without one nothing changes."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from buurthuis_admin.domain.centre import CentreSettings, Logo
from buurthuis_admin.domain.mailings import Recipient
from buurthuis_admin.domain.people import Address
from buurthuis_admin.reporting.mailings import Post, letters
from buurthuis_admin.reporting.pdf import render
from buurthuis_admin.reporting.wording import mark_of
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import CENTRE, MADE_ON, rich_year


def logo(width: int, height: int) -> Logo:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (200, 0, 0)).save(file, "PNG")
    return Logo(content=file.getvalue(), width=width, height=height)


def cover(centre: CentreSettings) -> PdfReader:
    return PdfReader(io.BytesIO(render(compose(replace(rich_year(), centre=centre)))))


@pytest.mark.parametrize("size", [(800, 40), (40, 800), (60, 60)])
def test_a_logo_of_any_shape_stands_on_the_cover(size: tuple[int, int]) -> None:
    plain, marked = cover(CENTRE), cover(replace(CENTRE, logo=logo(*size)))
    assert not plain.pages[0].images
    (image,) = marked.pages[0].images
    assert image.image is not None
    assert image.image.size == size
    assert len(marked.pages) == len(plain.pages)
    assert marked.pages[0].extract_text().strip() == plain.pages[0].extract_text().strip()


def test_a_letter_has_the_logo_on_each_first_page() -> None:
    post = Post(
        centre="De Linde",
        sender=("De Linde",),
        made_on=MADE_ON,
        language="nl",
        mark=mark_of(replace(CENTRE, logo=logo(300, 100))),
    )
    people = [
        Recipient(name=name, greeting=name, address=Address(street="Lindelaan", town="Dorp"))
        for name in ("Bea", "Jan")
    ]
    pages = PdfReader(io.BytesIO(letters(post, people, "Beste {naam}"))).pages
    assert [len(page.images) for page in pages] == [1, 1]
