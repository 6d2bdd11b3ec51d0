# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the reports: chapters, the one that is worked on, and a live preview."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.pages.report_chapters import ChapterList
from buurthuis_admin.gui.pages.report_choice import ReportChoice, ReportKind
from buurthuis_admin.gui.pages.report_compare import ComparePane
from buurthuis_admin.gui.pages.report_editor import ChapterEditor
from buurthuis_admin.gui.pages.report_figures import FigureWindow
from buurthuis_admin.gui.pages.report_live import REBUILD_AFTER, LivePreview
from buurthuis_admin.gui.pages.report_output import Output
from buurthuis_admin.gui.pages.report_pack import PackMaker
from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.pages.report_work import ReportWork
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader
from buurthuis_admin.gui.widgets.texts import announce, button, change_kind
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.report_drafts import ReportDraft
from buurthuis_admin.services.report_words import chapter_name
from buurthuis_admin.services.year_comparison import Comparison

__all__ = ["REBUILD_AFTER", "ReportsPage"]
_CHAPTERS_WIDTH = 268
_FREE = 16_777_215  # Qt's own 'no greatest width'
_ROOM_FOR_LIST = 268 + 370  # below this width the chapters are one field


class ReportsPage(Page):
    """Everything slow happens in the background; what is not asked for any more is dropped."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Reports"))
        self._workspace = workspace
        self._opening: Task[ReportDraft] | None = None
        self._comparison: Comparison | None = None
        self._wanted: int | None = None
        self.work = ReportWork(workspace, self)
        self.header = PageHeader(_("Reports"))
        self.output = Output(self, workspace, self.header.say)
        self.save = button(_("Save as PDF"), "download-simple", "primary")
        self.print = button(_("Print"), "printer")
        self.workbook = button(_("Excel"), "file-text")
        self.workbook.setToolTip(_("The figures in Excel"))
        self.pack = button(_("Make the pack…"), "package", "primary")
        self.show_preview = button(_("Show the report"), "file-text")
        self.choice = ReportChoice(self.show_preview)
        self.year, self.language = self.choice.year, self.choice.language
        self.print_size = self.choice.print_size
        self.compare = ComparePane()
        self.packing = PackMaker(workspace, self)
        self.chapters = ChapterList()
        self.editor = ChapterEditor()
        self.before = button(_("Previous"), "caret-left")
        self.after = button(_("Next"), "caret-right")
        self.preview = PreviewPane()
        self.live = LivePreview(
            workspace, self.preview, lambda: (self._shown(), self.choice.look), self._failed
        )
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
        self.header.add(self.print, self.workbook, self.save, self.pack)
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
        above.addWidget(self.choice)
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
        column.addWidget(self.compare, 1)
        self.show_preview.hide()
        self._show_kind()
        return left

    def _connect(self) -> None:
        self.live.shown.connect(self._outline_again)
        self.choice.changed.connect(self._choice_changed)
        self.choice.look_changed.connect(self.live.changed)
        self.pack.clicked.connect(self._make_pack)
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)
        self.workbook.clicked.connect(self._choose_workbook)
        self.show_preview.clicked.connect(self.panes.open_detail)
        self.panes.narrow_changed.connect(self.show_preview.setVisible)
        self.chapters.chosen.connect(self._show_chapter)
        self.before.clicked.connect(lambda: self._step(0))
        self.after.clicked.connect(lambda: self._step(1))
        self.editor.edited.connect(self.work.type)
        self.editor.left.connect(self.work.keep)
        self.editor.entered.connect(self.live.outline)
        self.editor.photo_asked.connect(self._choose_photo)
        self.editor.photo_changed.connect(self.work.change_photo)
        self.work.changed.connect(self.live.changed)
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
        """Read the years and dossiers anew and count again."""
        administration = self._workspace.administration
        self._workspace.readers.run(
            self,
            lambda: (administration.statistics.years(), administration.subsidies.dossiers()),
            self._show_choices,
        )

    def _show_choices(self, found: tuple[Sequence[int], Sequence[Subsidy]]) -> None:
        self.choice.show_years(*found)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.choice.choose_dossier(wanted)
        else:
            self._open()

    def show_dossier(self, subsidy_id: int) -> None:
        """Show the report of a subsidy."""
        self._wanted = subsidy_id
        self.refresh()

    def _choice_changed(self) -> None:
        self._show_kind()
        self._open()

    def _show_kind(self) -> None:
        compared = self.choice.kind is ReportKind.COMPARE
        self._body.setVisible(not compared)
        self.compare.setVisible(compared)
        self.pack.setVisible(self.choice.kind is ReportKind.DOSSIER)
        kind = "" if self.choice.kind is ReportKind.DOSSIER else "primary"
        change_kind(self.save, "download-simple", kind)

    def _open(self) -> None:
        self.live.drop()
        if self._opening is not None:
            self._opening.cancel()
        if self.choice.kind is ReportKind.COMPARE:
            self._compare()
            return
        key = self.choice.key
        for widget in (self.save, self.print, self.workbook, self.pack):
            widget.setEnabled(key is not None)
        if key is None:
            self._show_nothing(self._no_report())
            return
        self.preview.busy()
        administration = self._workspace.administration
        opener = administration.reports if key.year is not None else administration.dossier_reports
        self._opening = self._workspace.readers.run(
            self, lambda: opener.open(key), self._opened, self._failed
        )

    def _no_report(self) -> str:
        if self.choice.kind is ReportKind.DOSSIER:
            return _("There is no subsidy yet. Add one on the page of the subsidies.")
        return _("Nothing is known of any year yet. Read in your spreadsheets first.")

    # Several years.

    def _compare(self) -> None:
        self.work.show(None)
        comparisons, years = self._workspace.administration.comparisons, self.choice.years
        self._workspace.readers.run(self, lambda: comparisons.of(years), self._show_comparison)

    def _show_comparison(self, found: Comparison | None) -> None:
        if self.choice.kind is not ReportKind.COMPARE:
            return
        self._comparison = found
        for widget in (self.save, self.print, self.workbook):
            widget.setEnabled(found is not None)
        if found is None:
            told = _("Only one year is known yet. Years can be compared from the second one on.")
            self.compare.say(told)
            self.live.say(told)
            return
        self.compare.show_figures(found.table())
        self.live.render()

    def _opened(self, draft: ReportDraft) -> None:
        self._show_kind()
        self.work.show(draft)
        self._show_states()
        if self.chapters.current is not None:
            self._show_or_refill(draft, self.chapters.current)
        self.live.render()

    def _show_or_refill(self, draft: ReportDraft, chapter: Chapter) -> None:
        """A chapter that is on the screen keeps what is being typed in it."""
        if self.editor.chapter is chapter and self.editor.key == draft.key:
            self.editor.refill(self.work.draft or draft)
        else:
            self._show_chapter(chapter)

    def _failed(self, error: BaseException) -> None:
        self._show_nothing(self._workspace.errors.sentence(error))

    def _show_nothing(self, told: str) -> None:
        self.work.show(None)
        self._body.hide()
        self.live.say(told)
        announce(self, told)

    # Chapters.

    def _show_states(self) -> None:
        draft = self.work.draft
        if draft is not None:
            states = draft.states()
            self.chapters.show_states(states)
            if self.editor.chapter in states and self.editor.key == draft.key:
                self.editor.show_state(states[self.editor.chapter])

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
        self.live.outline(chapter, "")

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

    def _shown(self) -> ReportDraft | Comparison | None:
        """What is in the preview."""
        compared = self.choice.kind is ReportKind.COMPARE
        return self._comparison if compared else self.work.draft

    def _outline_again(self) -> None:
        if self.editor.chapter is not None:
            self.live.outline(self.editor.chapter, self.editor.focused_field(), go=False)

    # Saving and printing.

    def _choose_place(self) -> None:
        shown = self._shown()
        if self.live.content and shown is not None:
            self.output.choose_place(self.live.content, shown.name)

    def _choose_workbook(self) -> None:
        shown, language = self._shown(), self.choice.look[0]
        if shown is not None:
            self.work.keep()
            self.output.choose_workbook(lambda: shown.workbook(language), shown.name)

    def _make_pack(self) -> None:
        key = self.choice.key
        if key is not None and key.subsidy_id is not None:
            self.work.keep()
            self.packing.choose(key.subsidy_id, self.choice.look)

    def save_to(self, path: Path) -> None:
        """Write the report that is shown."""
        if self.live.content:
            self.output.save_to(self.live.content, path)

    def _choose_printer(self) -> None:
        if self.live.content:
            self.output.choose_printer(self.live.content, self.preview.pdf.pages)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report that is shown."""
        if self.live.content:
            self.output.print_on(self.live.content, printer)

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
