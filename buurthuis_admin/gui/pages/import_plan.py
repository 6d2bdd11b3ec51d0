# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was understood of a box and what would be written, and afterwards what was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurthuis_admin.gui.models.importing import entries, entries_model
from buurthuis_admin.gui.pages.import_entry import EntryDetail
from buurthuis_admin.gui.pages.import_sentences import box_sentence, read_sentence
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy, flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, icon_label, label
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.outcome import BoxOutcome, RowFate

_KIND, _STATE = 1, 2


class PlanView(QWidget):
    """A list of sheets, the sheet that is looked at, and a footer with what can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.header = PageHeader(_("Read in spreadsheets"))
        self.model = entries_model()
        self.table = Table(_("Files and sheets"))
        self.detail = EntryDetail()
        self.write = button(_("Read in"), "check", "primary")
        self.rejected = button(_("Save the rows that cannot be read"), "download-simple")
        self.back = button(_("Other files"), "arrow-left")
        self.doubles = button(_("People who may be one"), "users")
        self.doubles.hide()
        self.problems = button(_("Problems to mend"), "wrench")
        self.problems.hide()
        self.to_members = button(_("To the members"), "users")
        self.to_report = button(_("To the year report"), "file-text", "primary")
        self.panes = ListDetail(
            self._listing(),
            self.detail,
            _("Back to the files"),
            home=self.table,
            width=520,
            share=(5, 6),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        column.addWidget(self._footer())
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())

    def _listing(self) -> QWidget:
        listing = list_column()
        column = listing.column
        self.table.show_model(self.model, (0, 150, 170), (_KIND,))
        self.table.setItemDelegateForColumn(_STATE, PillDelegate(self.table))
        self._banner = QVBoxLayout()
        column.addWidget(self.header)
        column.addLayout(self._banner)
        column.addWidget(flow_row(self.problems, self.doubles))
        column.addWidget(self.table, 1)
        return listing

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("kind", "footer")
        column = QVBoxLayout(footer)
        column.setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12))
        inner = QWidget()
        flow = FlowLayout(12, inner)
        flow_policy(inner)
        column.addWidget(inner)
        self._state = FlowLabel("", "muted")
        flow.add(self.back)
        flow.add(flow_row(icon_label("lock-simple", "text2"), self._state))
        for shown in (self.rejected, self.to_members, self.to_report, self.write):
            flow.add(shown, to_right=True)
        return footer

    def focus_first(self) -> None:
        """The list of sheets."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outcome(self, box: BoxOutcome) -> None:
        """Show a plan, or what was written."""
        self.model.show_rows(entries(box))
        self.header.say(read_sentence(box))
        self._show_banner(box)
        self._show_buttons(box)
        self.panes.close_detail()
        self.table.selectRow(0)

    def show_doubles(self, still_open: int, total: int) -> None:
        """Say how many people may be one; without any there is no button."""
        told = ngettext(
            "{count} pair of people who may be one", "{count} pairs of people who may be one", total
        ).format(count=format_number(total))
        if not still_open:
            told = _("{pairs}, all answered").format(pairs=told)
        self.doubles.setText(told)
        self.doubles.setAccessibleName(told)
        self.doubles.setVisible(bool(total))

    def show_problems(self, waiting: int, total: int) -> None:
        """Say how many problems wait for a choice; without any problem there is no button."""
        told = ngettext("{count} problem to mend", "{count} problems to mend", waiting)
        told = told.format(count=format_number(waiting)) if waiting else _("Problems: all settled")
        self.problems.setText(told)
        self.problems.setAccessibleName(told)
        self.problems.setVisible(bool(total))

    def show_writing(self) -> None:
        """Say that it is being written; a second press is not possible."""
        self.write.hide()
        self.back.hide()
        self.doubles.hide()
        self.problems.hide()
        self.rejected.hide()
        self._say(_("Your files are being read in. This takes a moment…"))

    def _show_banner(self, box: BoxOutcome) -> None:
        clear(self._banner)
        frame, column = card("ok" if box.written else "info", margin=16)
        column.addWidget(label(box_sentence(box), "strong"))
        if box.questions and not box.written:
            count = len(box.questions)
            told = ngettext(
                "There is {count} question. What is done without an answer stands with it.",
                "There are {count} questions. What is done without an answer stands with each.",
                count,
            ).format(count=format_number(count))
            column.addWidget(label(told))
        self._banner.addWidget(frame)
        announce(self, box_sentence(box))

    def _show_buttons(self, box: BoxOutcome) -> None:
        self.back.show()
        self.rejected.setVisible(bool(box.counts[RowFate.REJECTED]))
        self.write.setVisible(not box.written and box.changes_something)
        for shown in (self.to_members, self.to_report):
            shown.setVisible(box.written)
        if box.written:
            self._say(_("Everything that could be read is saved."))
        elif box.changes_something:
            self._say(_("Nothing is saved yet. The files themselves never change."))
        else:
            self._say(_("There is nothing new to read in."))

    def say_saved(self, path: Path) -> None:
        """Say where the rows that cannot be read were saved."""
        told = _("Saved as {file}. Correct the coloured cells, and read that file in.")
        self._say(told.format(file=path.name))
        announce(self, self._state.text())

    def _say(self, text: str) -> None:
        self._state.setText(text)
        self._state.updateGeometry()

    def _row_chosen(self, number: int) -> None:
        if 0 <= number < len(self.model.rows):
            self.detail.show_entry(self.model.rows[number])
