# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures that are kept: turned upright, made smaller, without what the camera wrote in them."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from buurthuis_admin.domain.centre import Logo
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.jpeg_notes import without_notes

LARGEST_SIDE = 1800  # pixels: sharp over the width of an A4 page
MOST_PIXELS = 120_000_000  # a camera of 100 megapixels; more is a bomb
QUALITY = 85
_ORIENTATION = 0x0112  # the note of a camera that was held on its side
LOGO_SIDE, LEAST_LOGO_SIDE = 800, 40  # pixels: printed 60 mm wide at most, and no dot
LARGEST_LOGO = 300_000  # bytes; what is larger as PNG is a photo, and goes as JPEG


# What Pillow raises over files that are broken, or meant to break a program.
_BROKEN = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError)


class PhotoUnreadable(UserError):
    """A file that is no picture, or not one that we can read."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This file is not a photo that the program can read. Choose a photo in JPEG or "
                "PNG; a phone can share it like that."
            )
        )


class LogoUnreadable(UserError):
    """A file that is no picture, or not one that can stand on a letter."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This file is not a picture that the program can read. Choose the logo as PNG or "
                "JPEG; whoever made it can give it like that."
            )
        )


class LogoTooSmall(UserError):
    """A picture of a few pixels: on paper it would be a blot."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This picture is too small to print. Choose one of at least {pixels} pixels high "
                "and wide."
            ).format(pixels=LEAST_LOGO_SIDE)
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
        with _opened(content) as opened:
            if (as_it_is := _as_it_is(opened, content)) is not None:
                return as_it_is
            picture = _small(opened, LARGEST_SIDE)
    except _BROKEN as error:
        raise PhotoUnreadable from error
    return PreparedPhoto(_as_jpeg(picture), picture.width, picture.height)


def prepare_logo(content: bytes) -> Logo:
    """The mark of the centre, ready to print. Raises LogoUnreadable and LogoTooSmall."""
    try:
        with _opened(content) as opened:
            picture = _small(opened, LOGO_SIDE)
    except _BROKEN as error:
        raise LogoUnreadable from error
    if min(picture.size) < LEAST_LOGO_SIDE:
        raise LogoTooSmall
    output = io.BytesIO()
    picture.save(output, "PNG", optimize=True)
    kept = output.getvalue()
    if len(kept) > LARGEST_LOGO:
        kept = _as_jpeg(picture)
    return Logo(content=kept, width=picture.width, height=picture.height)


def _opened(content: bytes) -> Image.Image:
    """A picture of a kind that we read, and not so large that it is a bomb."""
    opened = Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "GIF"))
    if opened.width * opened.height > MOST_PIXELS:
        opened.close()
        raise ValueError("too many pixels")
    return opened


def _small(opened: Image.Image, side: int) -> Image.Image:
    """Upright, on white, no larger than this, and without notes."""
    opened.draft("RGB", (side, side))
    picture = _on_white(ImageOps.exif_transpose(opened))
    picture.info.clear()  # Pillow would write the comment of the camera again
    picture.thumbnail((side, side))
    return picture


def _as_jpeg(picture: Image.Image) -> bytes:
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=QUALITY, optimize=True)
    return output.getvalue()


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
