# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people add to a report is kept, undone, and the start of next year's."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from buurthuis_admin.domain.reports import (
    CHECKED,
    HIDDEN,
    TEXT,
    Chapter,
    ChapterState,
    FigureCorrection,
    ReportKey,
)
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.compositions import ReasonMissing
from buurthuis_admin.services.photos import LARGEST_SIDE, PhotoUnreadable, prepare_photo

YEAR = ReportKey(year=2025)
NEXT = ReportKey(year=2026)
_ORIENTATION, _GPS = 0x0112, 0x8825


def photo(width: int = 400, height: int = 300, **options: object) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(output, "JPEG", **options)
    return output.getvalue()


def photo_with_notes() -> bytes:
    """A photo taken with the camera on its side, in which the camera wrote where."""
    notes = Image.Exif()
    notes[_ORIENTATION] = 6
    notes[0x010F] = "Camera van Jan"
    notes.get_ifd(_GPS)[1] = "N"
    return photo(exif=notes)


def test_a_text_is_kept(administration: Administration) -> None:
    compositions = administration.compositions
    compositions.save_part(YEAR, Chapter.FOREWORD, TEXT, "Beste buren,")
    assert compositions.of(YEAR).part(Chapter.FOREWORD) == "Beste buren,"
    compositions.save_part(YEAR, Chapter.FOREWORD, TEXT, "Lieve buren,")
    assert compositions.of(YEAR).part(Chapter.FOREWORD) == "Lieve buren,"


def test_a_change_of_a_report_can_be_undone(administration: Administration) -> None:
    compositions = administration.compositions
    compositions.save_part(YEAR, Chapter.FOREWORD, TEXT, "Beste buren,")
    compositions.save_part(YEAR, Chapter.FOREWORD, TEXT, "Weg")
    administration.history.undo()
    assert compositions.of(YEAR).part(Chapter.FOREWORD) == "Beste buren,"


def test_last_years_report_is_the_start_of_this_years(administration: Administration) -> None:
    compositions = administration.compositions
    compositions.save_part(YEAR, Chapter.PARTNERS, TEXT, "De school en de kerk.")
    added = compositions.of(NEXT)
    assert added.printed(Chapter.PARTNERS) == "De school en de kerk."
    assert added.state(Chapter.PARTNERS, has_figures=False) is ChapterState.FROM_BEFORE
    compositions.save_part(NEXT, Chapter.PARTNERS, CHECKED, "yes")
    checked = compositions.of(NEXT)
    assert checked.state(Chapter.PARTNERS, has_figures=False) is ChapterState.COMPLETE
    compositions.save_part(NEXT, Chapter.PARTNERS, TEXT, "Alleen de school.")
    assert compositions.of(YEAR).part(Chapter.PARTNERS) == "De school en de kerk."


@pytest.mark.parametrize("chapter", [Chapter.FOREWORD, Chapter.STORIES, Chapter.OUTLOOK])
def test_a_text_of_last_year_is_a_start_that_waits_until_somebody_looked(
    administration: Administration, chapter: Chapter
) -> None:
    compositions = administration.compositions
    compositions.save_part(YEAR, chapter, TEXT, "In 2025 kwam de koning.")
    waiting = compositions.of(NEXT)
    assert waiting.part(chapter) == "In 2025 kwam de koning."  # to start from
    assert waiting.state(chapter, has_figures=False) is ChapterState.FROM_BEFORE
    assert waiting.printed(chapter) == ""  # a king who came last year is no news
    compositions.save_part(NEXT, chapter, TEXT, "In 2026 kwam niemand.")
    assert compositions.of(NEXT).printed(chapter) == "In 2026 kwam niemand."
    assert compositions.of(YEAR).printed(chapter) == "In 2025 kwam de koning."


def test_a_text_that_is_still_right_stands_in_the_report(administration: Administration) -> None:
    compositions = administration.compositions
    compositions.save_part(YEAR, Chapter.OUTLOOK, TEXT, "Wij gaan door.")
    compositions.save_part(NEXT, Chapter.OUTLOOK, CHECKED, "yes")
    assert compositions.of(NEXT).printed(Chapter.OUTLOOK) == "Wij gaan door."


def test_a_text_lasts_over_a_year_in_which_it_was_only_looked_at(
    administration: Administration,
) -> None:
    compositions = administration.compositions
    compositions.save_part(YEAR, Chapter.PARTNERS, TEXT, "De school en de kerk.")
    compositions.save_part(NEXT, Chapter.PARTNERS, CHECKED, "yes")
    later = compositions.of(ReportKey(year=2027))
    assert later.part(Chapter.PARTNERS) == "De school en de kerk."
    assert later.state(Chapter.PARTNERS, has_figures=False) is ChapterState.FROM_BEFORE


def test_the_state_of_a_chapter(administration: Administration) -> None:
    compositions = administration.compositions
    added = compositions.of(YEAR)
    assert added.state(Chapter.FOREWORD, has_figures=False) is ChapterState.TO_DO
    assert added.state(Chapter.ACTIVITIES, has_figures=True) is ChapterState.COMPLETE
    assert added.state(Chapter.VOLUNTEERS, has_figures=False) is ChapterState.NOTHING
    compositions.save_part(YEAR, Chapter.FOREWORD, HIDDEN, "yes")
    hidden = compositions.of(YEAR)
    assert hidden.state(Chapter.FOREWORD, has_figures=False) is ChapterState.LEFT_OUT


def test_a_photo_is_turned_and_made_smaller_and_tells_nothing() -> None:
    prepared = prepare_photo(photo_with_notes())
    assert (prepared.width, prepared.height) == (300, 400)
    with Image.open(io.BytesIO(prepared.content)) as read:
        assert not read.getexif()
        assert read.format == "JPEG"
    assert b"Jan" not in prepared.content
    large = prepare_photo(photo(4000, 1000))
    assert (large.width, large.height) == (LARGEST_SIDE, LARGEST_SIDE // 4)


def test_a_transparent_picture_is_put_on_white() -> None:
    output = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(output, "PNG")
    with Image.open(io.BytesIO(prepare_photo(output.getvalue()).content)) as read:
        assert read.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"<svg/>", photo()[:200]])
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(PhotoUnreadable):
        prepare_photo(content)


def test_photos_are_kept_in_order_and_moved(administration: Administration) -> None:
    compositions = administration.compositions
    for name in ("een", "twee", "drie"):
        compositions.add_photo(YEAR, photo(), Chapter.STORIES, alt=name)
    first, *_others = compositions.of(YEAR).photos_of(Chapter.STORIES)
    compositions.move_photo(YEAR, first, 1)
    moved = list(compositions.of(YEAR).photos_of(Chapter.STORIES))
    assert [one.alt for one in moved] == ["twee", "een", "drie"]
    assert compositions.picture(moved[0]) is not None
    compositions.save_photo(YEAR, replace(moved[0], caption="Koffie"))
    compositions.remove_photo(YEAR, moved[1])
    left = list(compositions.of(YEAR).photos_of(Chapter.STORIES))
    assert [(one.alt, one.caption) for one in left] == [("twee", "Koffie"), ("drie", "")]
    administration.history.undo()
    assert len(list(compositions.of(YEAR).photos_of(Chapter.STORIES))) == 3


def test_a_correction_needs_a_reason(administration: Administration) -> None:
    compositions = administration.compositions
    correction = FigureCorrection(figure="visits@2025", value="100", reason=" ")
    with pytest.raises(ReasonMissing):
        compositions.correct(YEAR, Chapter.IN_SHORT, correction)
    told = replace(correction, reason="De lijst van mei is kwijt.")
    compositions.correct(YEAR, Chapter.IN_SHORT, told)
    assert compositions.of(YEAR).corrections == (told,)
    compositions.withdraw_correction(YEAR, Chapter.IN_SHORT, "visits@2025")
    assert compositions.of(YEAR).corrections == ()


def test_the_report_of_a_subsidy_is_another(administration: Administration) -> None:
    subsidy = administration.subsidies.save(Subsidy(funder="Gemeente"))
    key = ReportKey(subsidy_id=subsidy)
    administration.compositions.save_part(key, Chapter.LETTER, TEXT, "Geachte mevrouw,")
    assert administration.compositions.of(key).part(Chapter.LETTER) == "Geachte mevrouw,"
    assert administration.compositions.of(YEAR).part(Chapter.LETTER) == ""
