# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on a subsidy: its figures gathered, and worked on as the year report is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from buurthuis_admin.domain.checklist import MissingKind
from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.domain.papers import Paper, PaperKind
from buurthuis_admin.domain.reports import (
    DOSSIER_CHAPTERS,
    LEAD,
    Chapter,
    ChapterState,
    Composition,
    ReportKey,
)
from buurthuis_admin.domain.subsidies import Expense, Subsidy
from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.dossier_report import compose_dossier, dossier_blocks
from buurthuis_admin.reporting.pdf import NORMAL, Preset, render_with_spots
from buurthuis_admin.reporting.proposals import Slot, proposals
from buurthuis_admin.reporting.spots import Rendered
from buurthuis_admin.services.compositions import CompositionService
from buurthuis_admin.services.papers import PaperService
from buurthuis_admin.services.photos import PhotoUnreadable, prepare_photo
from buurthuis_admin.services.report_drafts import first_lead
from buurthuis_admin.services.report_words import report_name
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.services.statistics import StatisticsService
from buurthuis_admin.services.subsidies import Dossier, SubsidyService

_EXPLAINED = {
    Chapter.AGREEMENTS: MissingKind.EXPLAIN_TARGET,
    Chapter.FINANCES: MissingKind.EXPLAIN_LINE,
}
_PDF = "application/pdf"
_PICTURES = frozenset({"image/jpeg", "image/png"})


class DossierReportService:
    """Reports on the subsidies of one administration."""

    def __init__(
        self,
        subsidies: SubsidyService,
        statistics: StatisticsService,
        settings: SettingsService,
        papers: PaperService,
        compositions: CompositionService,
        clock: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._subsidies, self._statistics, self._settings = subsidies, statistics, settings
        self._papers, self._compositions, self._clock = papers, compositions, clock

    def open(self, key: ReportKey) -> DossierDraft:
        """A report to work on. Raises SubsidyGone."""
        return DossierDraft(self.data(key.subsidy_id or 0), self._with_additions)

    def data(
        self, subsidy_id: int, *, whole: bool = False, made_on: datetime.date | None = None
    ) -> DossierReportData:
        """What the report is made of; ``whole``: with the bytes of the receipts.

        Raises SubsidyGone.
        """
        dossier = self._subsidies.dossier(subsidy_id)
        counted = DossierReportData(
            centre=self._settings.centre(),
            subsidy=dossier.subsidy,
            funder=dossier.funder,
            period=dossier.subsidy.period,
            figures=self._figures(dossier.subsidy),
            agreements=dossier.agreements,
            budget=dossier.budget,
            receipts=tuple(self._receipts(dossier, whole)),
            made_on=made_on or self._clock(),
            missing=dossier.missing,
            with_receipts=whole,
        )
        return self._with_additions(counted)

    def _figures(self, subsidy: Subsidy) -> YearFigures | None:
        if subsidy.period is None:
            return None
        return self._statistics.period(subsidy.period, activities_of(subsidy))

    def _with_additions(self, data: DossierReportData) -> DossierReportData:
        added = self._compositions.of(ReportKey(subsidy_id=data.subsidy.id))
        pictures = {
            photo.sha256: content
            for photo in added.photos
            if (content := self._compositions.picture(photo)) is not None
        }
        return replace(data, composition=added, pictures=pictures)

    def _receipts(self, dossier: Dossier, whole: bool) -> Iterator[Receipt]:
        """The receipts by the day of what they are for; those of no payment come last."""
        lines = {one.id: one.name for one in dossier.subsidy.budget_lines}
        found = list(_numbered(dossier))
        bookings = [one.booking_id for _number, _paper, one in found if one and one.booking_id]
        paid = self._papers.payments(bookings)
        told: set[int | None] = set()
        shown: set[int] = set()
        for number, paper, expense in found:
            receipt = Receipt(number=number, title=paper.title)
            if expense is not None:
                receipt = replace(
                    receipt,
                    day=expense.day,
                    description=expense.description,
                    expense_id=expense.id,
                    line=lines.get(expense.budget_line_id, ""),
                )
                if expense.id not in told:
                    whole_payment = paid.get(expense.booking_id or 0)
                    receipt = replace(receipt, amount=expense.amount, paid=whole_payment)
                told.add(expense.id)
            again = number in shown  # listed with each of its expenses, there to look at once
            shown.add(number)
            yield self._with_content(receipt, paper) if whole and not again else receipt

    def _with_content(self, receipt: Receipt, paper: Paper) -> Receipt:
        content = self._papers.content(paper.id or 0)
        if paper.media_type in _PICTURES:
            try:
                prepared = prepare_photo(content)
            except PhotoUnreadable:
                return replace(receipt, file_name=appendix_name(receipt.number, paper))
            picture = (prepared.content, prepared.width, prepared.height)
            return replace(receipt, picture=picture)
        if paper.media_type == _PDF and self._opens(content):
            return replace(receipt, pdf=content)
        return replace(receipt, file_name=appendix_name(receipt.number, paper))

    @staticmethod
    def _opens(pdf: bytes) -> bool:
        """Whether the pages can be put in a report: not those behind a password."""
        from buurthuis_admin.services.pack_assembly import pages_of  # loaded for a pack alone

        return pages_of(pdf) > 0

    def beside(self, subsidy_id: int) -> dict[str, bytes]:
        """The receipts that cannot be put in a PDF, by the name under which they are sent."""
        dossier = self._subsidies.dossier(subsidy_id)
        first: dict[int, Paper] = {}
        for number, paper, _expense in _numbered(dossier):
            first.setdefault(number, paper)
        return {
            appendix_name(number, paper): self._papers.content(paper.id or 0)
            for number, paper in first.items()
        }


def _numbered(dossier: Dossier) -> Iterator[tuple[int, Paper, Expense | None]]:
    """The receipts with their number; the same bytes have one number, whatever they are of."""
    numbers: dict[str, int] = {}
    for paper, expense in (*_of_expenses(dossier), *_of_dossier(dossier)):
        yield numbers.setdefault(paper.sha256, len(numbers) + 1), paper, expense


def _of_expenses(dossier: Dossier) -> Iterator[tuple[Paper, Expense | None]]:
    expenses = dossier.subsidy.expenses
    for expense in sorted(expenses, key=lambda one: (one.day or datetime.date.max, one.id or 0)):
        for paper in dossier.receipts.get(expense.id or 0, ()):
            yield paper, expense


def _of_dossier(dossier: Dossier) -> Iterator[tuple[Paper, Expense | None]]:
    """Receipts that were added to the dossier without saying of which expense."""
    for paper in dossier.papers:
        if paper.kind is PaperKind.RECEIPT and paper.expense_id is None:
            yield paper, None


def appendix_name(number: int, paper: Paper) -> str:
    """The name of a receipt that is sent as a file of its own."""
    return f"{number:03d} {paper.file_name}"


def activities_of(subsidy: Subsidy) -> frozenset[int] | None:
    """The activities of a dossier: its own and those of its agreements; None is all of them.

    An agreement that names no activity counts all, so then the report tells of all too.
    """
    named = {one for target in subsidy.targets for one in target.activities}
    if subsidy.activity_id is not None:
        return frozenset(named | {subsidy.activity_id})
    counts_all = any(not target.activities for target in subsidy.targets)
    return frozenset(named) if named and not counts_all else None


@dataclass(frozen=True)
class DossierDraft:
    """The report on a subsidy that is being worked on."""

    data: DossierReportData
    read_additions: Callable[[DossierReportData], DossierReportData]

    @property
    def key(self) -> ReportKey:
        """Which report it is."""
        return ReportKey(subsidy_id=self.data.subsidy.id)

    @property
    def name(self) -> str:
        """Its name as a file."""
        subsidy, kind = self.data.subsidy, report_name(self.key, interim=self.data.interim)
        parts = (kind, subsidy.funder, subsidy.reference)
        return " ".join(part for part in parts if part).replace("/", "-")

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Those of the report on a subsidy, in the order of its funder."""
        return self.composition.in_order(DOSSIER_CHAPTERS)

    @property
    def composition(self) -> Composition:
        """What people added to it."""
        return self.data.composition

    def states(self) -> dict[Chapter, ChapterState]:
        """How far each chapter is."""
        return {chapter: self._state(chapter) for chapter in self.chapters}

    def _state(self, chapter: Chapter) -> ChapterState:
        found = bool(dossier_blocks(chapter, self.data))
        state = self.composition.state(chapter, has_figures=found)
        waits = state is ChapterState.COMPLETE and self.unexplained(chapter)
        return ChapterState.TO_DO if waits else state

    @property
    def funder_words(self) -> tuple[str, ...]:
        """The words that the funder uses, who will read it."""
        return self.data.funder.own_words

    def unexplained(self, chapter: Chapter) -> tuple[str, ...]:
        """What of a chapter differs so much that the funder will ask why."""
        kind = _EXPLAINED.get(chapter)
        return tuple(one.words for one in self.data.missing if one.kind is kind)

    def with_parts(self, parts: Mapping[tuple[Chapter, str], str]) -> DossierDraft:
        """The same report with fields that are not kept yet."""
        added = replace(self.composition, parts={**self.composition.parts, **parts})
        return replace(self, data=replace(self.data, composition=added))

    def recomposed(self) -> DossierDraft:
        """The same figures with what people have added by now."""
        return replace(self, data=self.read_additions(self.data))

    def rendered(self, language_code: str, preset: Preset = NORMAL) -> Rendered:
        """The report as PDF, and where its figures stand."""
        with language(language_code):
            return render_with_spots(compose_dossier(self.data), preset=preset)

    def workbook(self, language_code: str) -> bytes:
        """The tables of the report as an Excel workbook."""
        from buurthuis_admin.services.dossier_figures import figures_workbook

        with language(language_code):
            return figures_workbook(self.data)

    def proposals(self, slot: Slot) -> tuple[str, ...]:
        """Headings that hold for its figures."""
        figures = self.data.figures
        return () if figures is None else proposals(slot, figures, None)

    def made_lead(self, chapter: Chapter) -> str:
        """The sentence that opens a chapter when nobody writes one."""
        plain = self.with_parts({(chapter, LEAD): ""})
        return first_lead(dossier_blocks(chapter, plain.data))
