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
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.i18n import DEFAULT_LANGUAGE, _, format_number, language, ngettext
from buurthuis_admin.reporting.dossier_report import compose_dossier, compose_receipts
from buurthuis_admin.reporting.pdf import NORMAL, Preset, render
from buurthuis_admin.services.dossier_figures import figures_workbook
from buurthuis_admin.services.dossier_reports import DossierReportService
from buurthuis_admin.services.pack_assembly import (
    MEGABYTE,
    Progress,
    assemble,
    fit_in_one,
    sorted_out,
)
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
        readable, apart = sorted_out(data.receipts)
        behind = sum(one.pages for one in readable)
        document = replace(compose_dossier(data), pages_behind=behind)
        _go_on(stopped)
        report = render(document, preset=preset)
        _go_on(stopped)
        pictures: list[bytes] = []
        if largest is not None and len(report) > largest:
            without = compose_dossier(replace(data, with_receipts=False))
            document = replace(without, pages_behind=behind)
            report = render(document, preset=preset)
            pictures = _picture_files(data, preset, largest)
        if behind and not fit_in_one(len(report), readable, largest):
            document = replace(document, pages_behind=0)
            report = render(document, preset=preset)
        first, *others = assemble(
            report, readable, document, largest=largest, told=told, stopped=stopped
        )
        files = [first, *pictures, *others]
        named = [(_name(data, place, len(files)), content) for place, content in enumerate(files)]
        figures = (_("{report} figures.xlsx").format(report=_base(data)), figures_workbook(data))
        every = (*named, figures, *self._beside(data, apart))
        return Pack(every, tuple(_notes(data, every, largest, apart)))

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


def _picture_files(data: DossierReportData, preset: Preset, largest: int) -> list[bytes]:
    """Receipts that are photos in documents of their own, each within the size."""
    groups: list[list[Receipt]] = [[]]
    used = 0
    for receipt in data.receipts:
        if receipt.picture is None:
            continue
        size = len(receipt.picture[0])
        if groups[-1] and used + size > largest * 9 // 10:
            groups.append([])
            used = 0
        groups[-1].append(receipt)
        used += size
    return [render(compose_receipts(data, group), preset=preset) for group in groups if group]


def _base(data: DossierReportData) -> str:
    """The name of the files without what tells them apart; never longer than a disk takes."""
    subsidy = data.subsidy
    words = " ".join(
        part for part in (subsidy.funder, subsidy.reference or subsidy.purpose) if part
    )
    name = _("Accountability {words}").format(words=words)
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
    statement = [one for one in found[MissingKind.REPORT_PART] if one.words == ReportPart.STATEMENT]
    if statement:
        text = _("{funder} asks for a statement of an accountant as well. It is not in this pack.")
        yield text.format(funder=data.subsidy.funder)


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
