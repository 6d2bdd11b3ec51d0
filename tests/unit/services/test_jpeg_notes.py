# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small JPEG goes into a report as it is, and still without what the camera wrote in it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from buurthuis_admin.services.jpeg_notes import without_notes
from buurthuis_admin.services.photos import PhotoUnreadable, prepare_photo

PLACE = "52.0907 N 5.1214 E"


def photo(*, orientation: int = 1, size: tuple[int, int] = (300, 200), **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = PLACE
    exif[0x0112] = orientation
    output = io.BytesIO()
    picture = Image.effect_noise(size, 60).convert("RGB")
    picture.save(output, "JPEG", exif=exif, comment=PLACE.encode(), **options)
    return output.getvalue()


def pixels(jpeg: bytes) -> bytes:
    with Image.open(io.BytesIO(jpeg)) as opened:
        return opened.convert("RGB").tobytes()


def test_the_picture_is_the_same_and_the_notes_are_gone() -> None:
    taken = photo() + b"a film behind the picture, made at " + PLACE.encode()
    assert PLACE.encode() in taken
    prepared = prepare_photo(taken)
    assert pixels(prepared.content) == pixels(taken)
    assert PLACE.encode() not in prepared.content
    assert b"Exif" not in prepared.content
    assert (prepared.width, prepared.height) == (300, 200)


@pytest.mark.parametrize(
    "taken", [photo(orientation=6), photo(progressive=True), photo(size=(2400, 200))]
)
def test_others_are_written_anew(taken: bytes) -> None:
    prepared = prepare_photo(taken)
    assert PLACE.encode() not in prepared.content
    assert max(prepared.width, prepared.height) <= 1800


@pytest.mark.parametrize("end", [3, 40, 900])
def test_what_is_cut_off_is_no_photo(end: int) -> None:
    assert without_notes(photo()[:end]) is None
    with pytest.raises(PhotoUnreadable):
        prepare_photo(photo()[:end])
