# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos for a report: turned upright, made smaller, and without what the camera wrote in them."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.jpeg_notes import without_notes

LARGEST_SIDE = 1800  # pixels: sharp over the width of an A4 page
MOST_PIXELS = 120_000_000  # a camera of 100 megapixels; more is a bomb
QUALITY = 85
_ORIENTATION = 0x0112  # the note of a camera that was held on its side


class PhotoUnreadable(UserError):
    """A file that is no picture, or not one that we can read."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This file is not a photo that the program can read. Choose a photo in JPEG or "
                "PNG; a phone can share it like that."
            )
        )


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """A picture as it goes into the report: JPEG without any notes in it."""

    content: bytes
    width: int
    height: int


def prepare_photo(content: bytes) -> PreparedPhoto:
    """The picture, ready to print. Place, date and camera are left out. Raises PhotoUnreadable."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "GIF")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PhotoUnreadable
            if (as_it_is := _as_it_is(opened, content)) is not None:
                return as_it_is
            opened.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
            upright = ImageOps.exif_transpose(opened)
            picture = _on_white(upright)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise PhotoUnreadable from error
    picture.info.clear()  # Pillow would write the comment of the camera again
    picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=QUALITY, optimize=True)
    return PreparedPhoto(output.getvalue(), picture.width, picture.height)


def _as_it_is(opened: Image.Image, content: bytes) -> PreparedPhoto | None:
    """A JPEG that is upright and small enough: nothing is lost by writing it anew.

    It is decoded all the same, so that a broken one is found here and not on paper.
    """
    upright = opened.getexif().get(_ORIENTATION, 1) == 1
    small = max(opened.size) <= LARGEST_SIDE
    if not (opened.format == "JPEG" and opened.mode in ("RGB", "L") and upright and small):
        return None
    bare = without_notes(content)
    if bare is None:
        return None
    opened.load()
    return PreparedPhoto(bare, opened.width, opened.height)


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparent parts, which JPEG does not know."""
    if picture.mode not in ("RGBA", "LA", "P"):
        return picture.convert("RGB")
    whole = picture.convert("RGBA")
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    return ground
