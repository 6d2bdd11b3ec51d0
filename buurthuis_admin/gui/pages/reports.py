# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the year report: its figures, a live preview, saving and printing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.pages.report_figures import FiguresColumn
from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.printing import PrintJob
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader
from buurthuis_admin.gui.widgets.texts import announce, button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import LANGUAGES, _, current_language
from buurthuis_admin.services.safe_file import write_safely

REBUILD_AFTER = 300  # milliseconds without another change


def language_words() -> dict[str, str]:
    """The languages that we have, each by its own name."""
    return {"nl": "Nederlands", "en": "English"}


class ReportsPage(Page):
    """Everything slow happens in the background; what is not asked for any more is dropped."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Year report"))
        self._workspace = workspace
        self._content = b""
        self._task: Task[bytes] | None = None
        self._figures_task: Task[tuple[YearFigures, YearFigures | None]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REBUILD_AFTER)
        self.header = PageHeader(_("Year report"))
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.language = QComboBox()
        self.language.setAccessibleName(_("Language of the report"))
        self.save = button(_("Save as PDF"), "download-simple", "primary")
        self.print = button(_("Print"), "printer")
        self.show_preview = button(_("Show the report"), "file-text")
        self.figures = FiguresColumn()
        self.preview = PreviewPane()
        self.panes = ListDetail(
            self._left(),
            self.preview,
            _("Back to the figures"),
            home=self.year,
            width=480,
            share=(5, 6),
            kind="aside",
        )
        self._lay_out()
        self._connect()
        self.refresh()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, scaled(20), 0, 0)
        column.setSpacing(scaled(12))
        for code in LANGUAGES:
            self.language.addItem(language_words()[code], code)
        self.language.setCurrentIndex(self.language.findData(current_language()))
        self.header.add(self.print, self.save)
        inside = QVBoxLayout()
        inside.setContentsMargins(scaled(24), 0, scaled(24), 0)
        inside.setSpacing(scaled(12))
        inside.addWidget(self.header)
        inside.addWidget(flow_row(self.year, self.language, self.show_preview, gap=12))
        column.addLayout(inside)
        column.addWidget(self.figures, 1)
        self.show_preview.hide()
        return left

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._build)
        self.year.currentIndexChanged.connect(lambda _index: self._changed())
        self.language.currentIndexChanged.connect(lambda _index: self._changed())
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)
        self.show_preview.clicked.connect(self.panes.open_detail)
        self.panes.narrow_changed.connect(self.show_preview.setVisible)
        for keys, act in (
            (QKeySequence.StandardKey.Print, self._choose_printer),
            (QKeySequence.StandardKey.Save, self._choose_place),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def focus_first(self) -> None:
        """The choice of the year."""
        self.year.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building.

    def refresh(self) -> None:
        """Read the years anew and build the report again."""
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
        for widget in (self.year, self.language, self.save, self.print):
            widget.setEnabled(bool(years))
        if years:
            self._build()
        else:
            self._show_nothing(
                _("Nothing is known of any year yet. Read in your spreadsheets first.")
            )

    def _changed(self) -> None:
        self._drop()
        self.preview.busy()
        self._timer.start()

    def _drop(self) -> None:
        for task in (self._task, self._figures_task):
            if task is not None:
                task.cancel()

    def _build(self) -> None:
        self._drop()
        year, language = self.year.currentData(), self.language.currentData()
        administration = self._workspace.administration
        self.preview.busy()
        self._figures_task = self._workspace.readers.run(
            self,
            lambda: (
                administration.statistics.year(year),
                administration.statistics.year(year - 1),
            ),
            lambda found: self.figures.show_figures(*found),
        )
        self._task = self._workspace.readers.run(
            self,
            lambda: administration.reports.year_report(year, language=language),
            self._show_report,
            self._failed,
        )

    def _show_report(self, content: bytes) -> None:
        self._content = content
        self.preview.show_pdf(content)

    def _failed(self, error: BaseException) -> None:
        self._show_nothing(self._workspace.errors.sentence(error))

    def _show_nothing(self, told: str) -> None:
        self._content = b""
        self.preview.say(told)
        announce(self, told)
        if not self.year.count():
            self.figures.say(told)

    # Saving and printing.

    def _choose_place(self) -> None:
        if not self._content:
            return
        name = _("year report {year}").format(year=self.year.currentText())
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), f"{name}.pdf", _("PDF files (*.pdf)")
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the report that is shown; a file that is there is replaced as a whole."""
        content = self._content
        self._workspace.readers.run(
            self, lambda: write_safely(path, content), lambda _done: self._saved(path)
        )

    def _saved(self, path: Path) -> None:
        told = _("Saved as {file}").format(file=path.name)
        self.header.say(told)
        announce(self, told)

    def _choose_printer(self) -> None:
        if not self._content:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.preview.pdf.pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report that is shown."""
        self.header.say(_("Printing…"))
        PrintJob(
            self._content, printer, self._workspace.readers, done=self._printed, parent=self
        ).start()

    def _printed(self, well: bool) -> None:
        if well:
            self.header.say(_("Sent to the printer"))
        else:
            self.header.say("")
            self._workspace.errors.show(NotPrinted(), self)


class NotPrinted(UserError):
    """The printer took nothing."""

    def __init__(self) -> None:
        super().__init__(
            _("The printer did not take the report. Look whether it is on, or choose another one.")
        )
