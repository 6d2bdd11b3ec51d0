# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the reports: chapters, the one that is worked on, and a live preview."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.domain.reports import Chapter, ReportKey
from buurthuis_admin.gui.pages.report_chapters import ChapterList
from buurthuis_admin.gui.pages.report_editor import ChapterEditor
from buurthuis_admin.gui.pages.report_figures import FigureWindow
from buurthuis_admin.gui.pages.report_output import Output
from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.pages.report_work import ReportWork
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader
from buurthuis_admin.gui.widgets.pdf_preview import Place
from buurthuis_admin.gui.widgets.texts import announce, button
from buurthuis_admin.gui.wording import language_words
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import LANGUAGES, _, current_language
from buurthuis_admin.reporting.pdf import LARGE_PRINT, NORMAL
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from buurthuis_admin.reporting.spots import Rendered, Spot
from buurthuis_admin.services.report_drafts import ReportDraft
from buurthuis_admin.services.report_words import chapter_name

REBUILD_AFTER = 300  # milliseconds without another change
_CHAPTERS_WIDTH = 268
_FREE = 16_777_215  # Qt's own 'no greatest width'
_ROOM_FOR_LIST = 268 + 370  # below this width the chapters are one field


class ReportsPage(Page):
    """Everything slow happens in the background; what is not asked for any more is dropped."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Year report"))
        self._workspace = workspace
        self._rendered: Rendered | None = None
        self._task: Task[Rendered] | None = None
        self._opening: Task[ReportDraft] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REBUILD_AFTER)
        self.work = ReportWork(workspace, self)
        self.header = PageHeader(_("Year report"))
        self.output = Output(self, workspace, self.header.say)
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.language = QComboBox()
        self.language.setAccessibleName(_("Language of the report"))
        self.print_size = QComboBox()
        self.print_size.setAccessibleName(_("Size of the print"))
        self.save = button(_("Save as PDF"), "download-simple", "primary")
        self.print = button(_("Print"), "printer")
        self.show_preview = button(_("Show the report"), "file-text")
        self.chapters = ChapterList()
        self.editor = ChapterEditor()
        self.before = button(_("Previous"), "caret-left")
        self.after = button(_("Next"), "caret-right")
        self.preview = PreviewPane()
        self.figures = FigureWindow(workspace, self.work, self)
        self.panes = ListDetail(
            self._left(),
            self.preview,
            _("Back to the chapters"),
            home=self.chapters.list,
            width=420,
            share=(4, 3),
            kind="aside",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self.refresh()

    def _left(self) -> QWidget:
        self._fill_choices()
        self.header.add(self.print, self.save)
        self._steps = QWidget()
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(scaled(24), 0, scaled(24), 0)
        steps.addWidget(self.before)
        steps.addStretch(1)
        steps.addWidget(self.after)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(scaled(24), scaled(20), 0, scaled(12))
        column.setSpacing(scaled(12))
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, scaled(24), 0)
        above.setSpacing(scaled(12))
        above.addWidget(self.header)
        above.addWidget(
            flow_row(self.year, self.language, self.print_size, self.show_preview, gap=12)
        )
        column.addLayout(above)
        self._body = QWidget()
        self._body.installEventFilter(self)
        self._body_row = QHBoxLayout(self._body)
        self._body_row.setContentsMargins(0, 0, 0, 0)
        self._body_row.setSpacing(0)
        self._body_row.addWidget(self.chapters)
        editing = QVBoxLayout()
        editing.setSpacing(scaled(8))
        editing.addWidget(self.editor, 1)
        editing.addWidget(self._steps)
        self._body_row.addLayout(editing, 1)
        column.addWidget(self._body, 1)
        self.show_preview.hide()
        return left

    def _fill_choices(self) -> None:
        for code in LANGUAGES:
            self.language.addItem(language_words()[code], code)
        self.language.setCurrentIndex(self.language.findData(current_language()))
        self.print_size.addItem(_("Normal print"), NORMAL)
        self.print_size.addItem(_("Large print"), LARGE_PRINT)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._render)
        self.year.currentIndexChanged.connect(lambda _index: self._open())
        self.language.currentIndexChanged.connect(lambda _index: self._changed())
        self.print_size.currentIndexChanged.connect(lambda _index: self._changed())
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)
        self.show_preview.clicked.connect(self.panes.open_detail)
        self.panes.narrow_changed.connect(self.show_preview.setVisible)
        self.chapters.chosen.connect(self._show_chapter)
        self.before.clicked.connect(lambda: self._step(0))
        self.after.clicked.connect(lambda: self._step(1))
        self.editor.edited.connect(self.work.type)
        self.editor.left.connect(self.work.keep)
        self.editor.entered.connect(self._outline)
        self.editor.photo_asked.connect(self._choose_photo)
        self.editor.photo_changed.connect(self.work.change_photo)
        self.work.changed.connect(self._changed)
        self.work.kept.connect(self._kept)
        self.preview.pdf.place_clicked.connect(self.figures.open)
        self.preview.explain.clicked.connect(lambda: self.figures.choose(self.preview.pdf.places))
        for keys, act in (
            (QKeySequence.StandardKey.Print, self._choose_printer),
            (QKeySequence.StandardKey.Save, self._choose_place),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        around = QShortcut(QKeySequence(Qt.Key.Key_F6), self)
        around.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        around.activated.connect(self._next_part)

    def focus_first(self) -> None:
        """The choice of the year."""
        self.year.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_part(self) -> None:
        """F6 goes from the chapters to the fields to the preview."""
        parts: list[QWidget] = [self.chapters, self.editor, self.preview]
        now = next((at for at, part in enumerate(parts) if part.isAncestorOf(self._focus())), -1)
        to = parts[(now + 1) % len(parts)]
        target = {
            self.chapters: self.chapters.chooser,
            self.editor: self.editor.first_field(),
            self.preview: self.preview.pdf,
        }[to]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self

    # Opening a report.

    def refresh(self) -> None:
        """Read the years anew and count again."""
        statistics = self._workspace.administration.statistics
        self._workspace.readers.run(self, statistics.years, self._show_years)

    def _show_years(self, years: Sequence[int]) -> None:
        chosen = self.year.currentData()
        self.year.blockSignals(True)
        self.year.clear()
        for year in sorted(years, reverse=True):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self.year.blockSignals(False)
        for widget in (self.year, self.language, self.print_size, self.save, self.print):
            widget.setEnabled(bool(years))
        if years:
            self._open()
        else:
            self._show_nothing(
                _("Nothing is known of any year yet. Read in your spreadsheets first.")
            )

    def _open(self) -> None:
        self._drop()
        self.preview.busy()
        reports, year = self._workspace.administration.reports, self.year.currentData()
        self._opening = self._workspace.readers.run(
            self, lambda: reports.open(ReportKey(year=year)), self._opened, self._failed
        )

    def _opened(self, draft: ReportDraft) -> None:
        self._body.show()
        self.work.show(draft)
        self._show_states()
        if self.chapters.current is not None:
            self._show_or_refill(draft, self.chapters.current)
        self._render()

    def _show_or_refill(self, draft: ReportDraft, chapter: Chapter) -> None:
        """A chapter that is on the screen keeps what is being typed in it."""
        if self.editor.chapter is chapter and self.editor.key == draft.key:
            self.editor.refill(self.work.draft or draft)
        else:
            self._show_chapter(chapter)

    def _failed(self, error: BaseException) -> None:
        self._show_nothing(self._workspace.errors.sentence(error))

    def _show_nothing(self, told: str) -> None:
        self._rendered = None
        self.work.show(None)
        self._body.hide()
        self.preview.say(told)
        announce(self, told)

    # Chapters.

    def _show_states(self) -> None:
        draft = self.work.draft
        if draft is not None:
            self.chapters.show_states(draft.states())

    def _show_chapter(self, chapter: Chapter) -> None:
        self.work.keep()
        draft = self.work.draft
        if draft is None:
            return
        self.editor.show_chapter(draft, chapter, draft.states()[chapter])
        for widget, step in zip((self.before, self.after), self.chapters.neighbours(), strict=True):
            widget.setVisible(step is not None)
            name = chapter_name(step) if step is not None else ""
            widget.setToolTip(name)
            widget.setAccessibleName(f"{widget.text()}: {name}")
        self._outline(chapter, "")

    def _step(self, which: int) -> None:
        step = self.chapters.neighbours()[which]
        if step is not None:
            self.chapters.choose(step)
            self.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> None:
        self._show_states()
        draft = self.work.draft
        if draft is not None:
            self.editor.refill(draft)
        self.header.say(_("Saved"))

    def _choose_photo(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Add a photo"), "", _("Photos (*.jpg *.jpeg *.png *.webp)")
        )
        if path and self.editor.chapter is not None:
            self.work.add_photo(self.editor.chapter, Path(path))

    # The preview.

    def _changed(self) -> None:
        self._drop_task(self._task)
        self.preview.busy()
        self._timer.start()

    def _drop(self) -> None:
        self._drop_task(self._task)
        self._drop_task(self._opening)

    def _drop_task(self, task: Task[Rendered] | Task[ReportDraft] | None) -> None:
        if task is not None:
            task.cancel()

    def _render(self) -> None:
        draft = self.work.draft
        if draft is None:
            return
        self._timer.stop()
        self._drop_task(self._task)
        language, preset = self.language.currentData(), self.print_size.currentData()
        self._task = self._workspace.readers.run(
            self, lambda: draft.rendered(language, preset), self._show_report, self._failed
        )

    def _show_report(self, rendered: Rendered) -> None:
        self._rendered = rendered
        self.preview.show_pdf(rendered.content)
        self.preview.pdf.show_places([_place(spot) for spot in rendered.spots if spot.explain])
        self.preview.explain.setVisible(any(spot.explain for spot in rendered.spots))
        if self.editor.chapter is not None:
            self._outline(self.editor.chapter, self.editor.focused_field(), go=False)

    def _outline(self, chapter: Chapter, name: str, *, go: bool = True) -> None:
        """Draw a line around the part of the report that a field is about."""
        if self._rendered is None:
            return
        slot = name.removeprefix("heading.")
        spot = self._rendered.part(f"{chapter.value}.{slot}") if slot else None
        spot = spot or self._rendered.part(chapter.value)
        self.preview.pdf.outline(_place(spot) if spot else None, go=go)

    # Saving and printing.

    def _choose_place(self) -> None:
        draft = self.work.draft
        if self._rendered is not None and draft is not None:
            self.output.choose_place(self._rendered.content, draft.name)

    def save_to(self, path: Path) -> None:
        """Write the report that is shown."""
        if self._rendered is not None:
            self.output.save_to(self._rendered.content, path)

    def _choose_printer(self) -> None:
        if self._rendered is not None:
            self.output.choose_printer(self._rendered.content, self.preview.pdf.pages)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report that is shown."""
        if self._rendered is not None:
            self.output.print_on(self._rendered.content, printer)

    # As Qt asks of a widget.

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept when the page is left."""
        self.work.keep()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The chapters are one field where there is no room for a list beside the fields."""
        if watched is self._body and event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        narrow = self._body.width() < scaled(_ROOM_FOR_LIST)
        self.chapters.show_as_field(narrow)
        self._steps.setVisible(not narrow)
        vertical = QHBoxLayout.Direction.TopToBottom
        across = QHBoxLayout.Direction.LeftToRight
        self._body_row.setDirection(vertical if narrow else across)
        self.chapters.setMinimumWidth(0 if narrow else scaled(_CHAPTERS_WIDTH))
        self.chapters.setMaximumWidth(_FREE if narrow else scaled(_CHAPTERS_WIDTH))


def _place(spot: Spot) -> Place:
    area = QRectF(
        spot.x / PAGE_WIDTH,
        spot.top / PAGE_HEIGHT,
        spot.width / PAGE_WIDTH,
        spot.height / PAGE_HEIGHT,
    )
    return Place(spot.page, area, spot.explain or spot.name)
