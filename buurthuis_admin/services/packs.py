# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pack for a funder: report, receipts and figures, made with one button."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from buurthuis_admin.domain.checklist import MissingKind
from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.funders import ReportPart
from buurthuis_admin.domain.reports import DOSSIER_CHAPTERS, Chapter, ChapterState
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.i18n import DEFAULT_LANGUAGE, _, format_number, language, ngettext
from buurthuis_admin.reporting.dossier_report import compose_dossier, compose_receipts
from buurthuis_admin.reporting.pdf import NORMAL, Preset, render, render_with_spots
from buurthuis_admin.services.dossier_figures import figures_workbook
from buurthuis_admin.services.dossier_reports import DossierReportService
from buurthuis_admin.services.pack_assembly import (
    MEGABYTE,
    Progress,
    in_groups,
    put_in,
    size_of,
    sorted_out,
)
from buurthuis_admin.services.report_words import chapter_name
from buurthuis_admin.services.safe_file import NotSaved, write_safely

LONGEST_NAME = 120  # bytes: most disks take 255, and Windows counts the folders too


@dataclass(frozen=True, slots=True)
class Pack:
    """Files by name, ready to send, and what must be said about them."""

    files: tuple[tuple[str, bytes], ...]
    notes: tuple[str, ...] = ()


class PackService:
    """Makes packs of the dossiers of one administration."""

    def __init__(self, reports: DossierReportService) -> None:
        self._reports = reports

    def make(
        self,
        subsidy_id: int,
        *,
        language_code: str = DEFAULT_LANGUAGE,
        preset: Preset = NORMAL,
        made_on: datetime.date | None = None,
        told: Progress = lambda _done, _all: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Pack:
        """The pack of a dossier, within the size that its funder takes.

        Raises SubsidyGone, and Cancelled when ``stopped`` says so.
        """
        data = self._reports.data(subsidy_id, whole=True, made_on=made_on)
        with language(language_code):
            return self._made(data, preset, told, stopped)

    def _made(
        self,
        data: DossierReportData,
        preset: Preset,
        told: Progress,
        stopped: Callable[[], bool],
    ) -> Pack:
        largest = None if data.funder.largest_file is None else data.funder.largest_file * MEGABYTE
        receipts, apart = sorted_out(data.receipts)
        data = replace(data, receipts=receipts)
        files = self._in_one(data, preset, largest, told, stopped)
        if files is None:
            files = tuple(self._in_parts(data, preset, largest or 0, told, stopped))
        named = [(_name(data, place, len(files)), content) for place, content in enumerate(files)]
        figures = (_("{report} figures.xlsx").format(report=_base(data)), figures_workbook(data))
        every = (*named, figures, *self._beside(data, apart))
        return Pack(every, tuple(_notes(data, every, largest, apart)))

    def _in_one(
        self,
        data: DossierReportData,
        preset: Preset,
        largest: int | None,
        told: Progress,
        stopped: Callable[[], bool],
    ) -> tuple[bytes, ...] | None:
        """The report with its receipts in one file; None when that is larger than is taken."""
        document = compose_dossier(data)
        _go_on(stopped)
        rendered = render_with_spots(document, preset=preset)
        _go_on(stopped)
        pdfs = sum(size_of(one) for one in data.receipts if one.pdf_pages)
        if largest is not None and len(rendered.content) + pdfs > largest:
            return None
        whole = put_in(rendered, data.receipts, document, told=told, stopped=stopped)
        return (whole,) if largest is None or len(whole) <= largest else None

    def _in_parts(
        self,
        data: DossierReportData,
        preset: Preset,
        largest: int,
        told: Progress,
        stopped: Callable[[], bool],
    ) -> Iterator[bytes]:
        """The report, and files of receipts by number, each within the size where that can be."""
        yield render(compose_dossier(replace(data, with_receipts=False)), preset=preset)
        groups = [] if data.composition.hidden(Chapter.RECEIPTS) else in_groups(
            data.receipts, largest
        )  # fmt: skip
        for done, group in enumerate(groups, 1):
            _go_on(stopped)
            document = compose_receipts(data, group)
            rendered = render_with_spots(document, preset=preset)
            yield put_in(rendered, group, document, stopped=stopped)
            told(done, len(groups))

    def _beside(
        self, data: DossierReportData, apart: tuple[Receipt, ...]
    ) -> list[tuple[str, bytes]]:
        """The receipts that go as files of their own."""
        if not apart:
            return []
        numbers = {f"{one.number:03d}" for one in apart}
        known = self._reports.beside(data.subsidy.id or 0)
        return [(name, content) for name, content in known.items() if name.split(" ")[0] in numbers]


def _go_on(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise Cancelled


def save_pack(pack: Pack, folder: Path, stopped: Callable[[], bool] = lambda: False) -> list[Path]:
    """Write the files of a pack into a folder; what has the same name there is replaced.

    All are written beside the place first, so that a pack is never there in part.
    Raises NotSaved, and Cancelled when ``stopped`` says so.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name, _content in pack.files]
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".pack-") as aside:
            for name, content in pack.files:
                if stopped():
                    raise Cancelled
                write_safely(Path(aside) / name, content)
            for path in paths:
                (Path(aside) / path.name).replace(path)
    except OSError as error:
        raise NotSaved(paths[0]) from error
    return paths


def _base(data: DossierReportData) -> str:
    """The name of the files without what tells them apart; never longer than a disk takes."""
    subsidy = data.subsidy
    words = " ".join(
        part for part in (subsidy.funder, subsidy.reference or subsidy.purpose) if part
    )
    name = _("Interim report {words}") if data.interim else _("Accountability {words}")
    name = name.format(words=words)
    plain = "".join(sign if sign.isalnum() or sign in " -_.," else "-" for sign in name)
    while len(plain.encode()) > LONGEST_NAME:
        plain = plain[:-1]
    return plain.strip(" .")


def _name(data: DossierReportData, place: int, count: int) -> str:
    base = _base(data)
    if count == 1:
        return f"{base}.pdf"
    return _("{report} part {place} of {count}.pdf").format(
        report=base, place=place + 1, count=count
    )


def _still_missing(data: DossierReportData) -> Iterator[str]:
    """What a funder will ask about when it reads this pack."""
    found = {kind: [one for one in data.missing if one.kind is kind] for kind in MissingKind}
    unexplained = [*found[MissingKind.EXPLAIN_TARGET], *found[MissingKind.EXPLAIN_LINE]]
    if unexplained:
        text = _("The funder will ask why this differs so much: {words}. Write an explanation.")
        yield text.format(words=", ".join(one.words for one in unexplained))
    for one in found[MissingKind.RECEIPTS]:
        text = ngettext(
            "{count} expense has no receipt.", "{count} expenses have no receipt.", one.count
        )
        yield text.format(count=format_number(one.count))
    yield from _not_looked_at(data)
    statement = [one for one in found[MissingKind.REPORT_PART] if one.words == ReportPart.STATEMENT]
    if statement:
        text = _("{funder} asks for a statement of an accountant as well. It is not in this pack.")
        yield text.format(funder=data.subsidy.funder)


def _not_looked_at(data: DossierReportData) -> Iterator[str]:
    """Texts of an earlier report and photos that somebody must still say yes to."""
    added = data.composition
    shown = [one for one in added.in_order(DOSSIER_CHAPTERS) if not added.hidden(one)]
    waiting = [
        chapter_name(one)
        for one in shown
        if added.state(one, has_figures=True) is ChapterState.FROM_BEFORE
    ]
    if waiting:
        text = _("These texts are still those of an earlier report: {chapters}. Look at them.")
        yield text.format(chapters=", ".join(waiting))
    unsure = sum(not one.people_agreed for one in added.photos if one.chapter in shown)
    if unsure:
        text = ngettext(
            "Of {count} photo nobody noted that everybody on it agrees to be shown.",
            "Of {count} photos nobody noted that everybody on them agrees to be shown.",
            unsure,
        )
        yield text.format(count=format_number(unsure))


def _notes(
    data: DossierReportData,
    files: tuple[tuple[str, bytes], ...],
    largest: int | None,
    apart: tuple[Receipt, ...],
) -> list[str]:
    notes = list(_still_missing(data))
    for name, content in files:
        ending = name.rpartition(".")[2].lower()
        if largest is not None and len(content) > largest:
            text = _("‘{file}’ is larger than the {size} MB that {funder} takes.")
            notes.append(
                text.format(file=name, size=data.funder.largest_file, funder=data.subsidy.funder)
            )
        elif data.funder.file_kinds and ending not in data.funder.file_kinds and ending != "xlsx":
            text = _("{funder} does not take files such as ‘{file}’. Make a PDF of it.")
            notes.append(text.format(file=name, funder=data.subsidy.funder))
    if apart:
        numbers = ", ".join(str(number) for number in sorted(one.number for one in apart))
        text = _("These receipts could not be put in the PDF and stand beside it: {numbers}.")
        notes.append(text.format(numbers=numbers))
    return notes
