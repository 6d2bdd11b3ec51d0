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

LARGEST_SIDE = 1800  # pixels: sharp over the width of an A4 page
MOST_PIXELS = 120_000_000  # a camera of 100 megapixels; more is a bomb
QUALITY = 85
LOGO_SIDE, LEAST_LOGO_SIDE = 800, 40  # pixels: printed 60 mm wide at most, and no dot
LARGEST_LOGO = 300_000  # bytes; what is larger as PNG is a photo, and goes as JPEG


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
    picture = _small(content, LARGEST_SIDE)
    if picture is None:
        raise PhotoUnreadable
    return PreparedPhoto(_as_jpeg(picture), picture.width, picture.height)


def prepare_logo(content: bytes) -> Logo:
    """The mark of the centre, ready to print. Raises LogoUnreadable and LogoTooSmall."""
    picture = _small(content, LOGO_SIDE)
    if picture is None:
        raise LogoUnreadable
    if min(picture.size) < LEAST_LOGO_SIDE:
        raise LogoTooSmall
    output = io.BytesIO()
    picture.save(output, "PNG", optimize=True)
    kept = output.getvalue()
    if len(kept) > LARGEST_LOGO:
        kept = _as_jpeg(picture)
    return Logo(content=kept, width=picture.width, height=picture.height)


def _small(content: bytes, side: int) -> Image.Image | None:
    """A picture upright, on white, no larger than this and without notes; None: unreadable."""
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "GIF")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            opened.draft("RGB", (side, side))
            picture = _on_white(ImageOps.exif_transpose(opened))
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,
    ):
        return None
    picture.thumbnail((side, side))
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    return clean


def _as_jpeg(picture: Image.Image) -> bytes:
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=QUALITY, optimize=True)
    return output.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparent parts, which JPEG does not know."""
    if picture.mode not in ("RGBA", "LA", "P"):
        return picture.convert("RGB")
    whole = picture.convert("RGBA")
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    return ground
