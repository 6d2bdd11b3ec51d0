# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was understood of a box and what would be written, and afterwards what was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from buurthuis_admin.gui.models.importing import entries, entries_model
from buurthuis_admin.gui.pages.import_entry import EntryDetail
from buurthuis_admin.gui.pages.import_pane import ListPane, StateFooter, nothing_saved
from buurthuis_admin.gui.pages.import_sentences import box_sentence, read_sentence
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import PageHeader
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, label
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.outcome import BoxOutcome, RowFate

_KIND, _STATE = 1, 2


class PlanView(ListPane):
    """A list of sheets, the sheet that is looked at, and a footer with what can be done."""

    def __init__(self) -> None:
        self.model = entries_model()
        self.detail = EntryDetail()
        self.write = button(_("Read in"), "check", "primary")
        self.rejected = button(_("Save the rows that cannot be read"), "download-simple")
        self.back = button(_("Other files"), "arrow-left")
        self.doubles = button(_("People who may be one"), "users")
        self.doubles.hide()
        self.problems = button(_("Problems to mend"), "wrench")
        self.problems.hide()
        self.statements = button(_("Read in a bank statement"), "bank")
        self.statements.hide()
        self.to_members = button(_("To the members"), "users")
        self.to_report = button(_("To the year report"), "file-text", "primary")
        footer = StateFooter(
            self.rejected, self.to_members, self.to_report, self.write, before=(self.back,)
        )
        super().__init__(
            PageHeader(_("Read in spreadsheets")),
            Table(_("Files and sheets")),
            self.detail,
            _("Back to the files"),
            footer,
        )
        self.show_model(self.model, (0, 150, 170), _KIND, _STATE)
        self._banner = QVBoxLayout()
        self.above.addLayout(self._banner)
        self.above.addWidget(flow_row(self.problems, self.doubles, self.statements))
        self.table.row_chosen.connect(self._row_chosen)

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
        self.footer.say(_("Your files are being read in. This takes a moment…"))

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
            self.footer.say(_("Everything that could be read is saved."))
        elif box.changes_something:
            self.footer.say(nothing_saved())
        else:
            self.footer.say(_("There is nothing new to read in."))

    def say_saved(self, path: Path) -> None:
        """Say where the rows that cannot be read were saved."""
        told = _("Saved as {file}. Correct the coloured cells, and read that file in.")
        self.footer.say(told.format(file=path.name), aloud=True)

    def show_statements(self, count: int) -> None:
        """Say that bank statements lay between the files, and lead to where they are read."""
        told = ngettext(
            "{count} bank statement: read it in at Cash and bank",
            "{count} bank statements: read them in at Cash and bank",
            count,
        ).format(count=format_number(count))
        self.statements.setText(told)
        self.statements.setAccessibleName(told)
        self.statements.setVisible(bool(count))

    def _row_chosen(self, number: int) -> None:
        if 0 <= number < len(self.model.rows):
            self.detail.show_entry(self.model.rows[number])
