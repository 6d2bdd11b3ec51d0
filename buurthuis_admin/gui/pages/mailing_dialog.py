# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels, letters, envelopes, cards or birthdays for many people, seen before they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.pages.mailing_choices import Choices, Mailing, choices_for, mailing_words
from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.paper import Paper
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import list_column
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.mailings import Made

Ids = Callable[[], Sequence[int]]  # reads who was chosen, in the background


class MailingDialog(FormDialog):
    """What can be chosen is at the left, and what comes out of the printer at the right."""

    def __init__(
        self,
        mailing: Mailing,
        ids: Ids,
        workspace: Workspace,
        parent: QWidget,
        choices: Choices | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._ids = workspace, ids
        self._mailing = mailing
        self._content = b""
        self._task: Task[Made] | None = None
        title = mailing_words()[mailing]
        self.setWindowTitle(title)
        self.title = label(title, "heading")
        self.choices: Choices = choices or choices_for(mailing)
        self.told = label("", "muted")
        self.print = button(_("Print"), "printer", "primary")
        self.save = button(_("Save as PDF"), "download-simple")
        self.show_preview = button(_("Show the pages"), "file-text")
        self.close_button = button(_("Close"))
        self.preview = PreviewPane(_("Preview of the pages"))
        self.panes = ListDetail(
            self._left(),
            self.preview,
            _("Back to the choices"),
            home=self.print,
            width=420,
            share=(4, 6),
            kind="aside",
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panes)
        self.paper = Paper(workspace, self, self._say)
        self._connect()
        self.refresh()

    def _left(self) -> QWidget:
        left = list_column()
        for widget in (self.title, self.choices, _paper_hint(self._mailing), self.told):
            if widget is not None:
                left.column.addWidget(widget)
        buttons = flow_row(self.print, self.save, self.show_preview, self.close_button, gap=12)
        left.column.addWidget(buttons)
        left.column.addStretch(1)
        self.show_preview.hide()
        return left

    def _connect(self) -> None:
        self.choices.changed.connect(self.refresh)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.show_preview.clicked.connect(self.panes.open_detail)
        self.panes.narrow_changed.connect(self.show_preview.setVisible)
        self.close_button.clicked.connect(self.reject)
        for one in (self.print, self.save, self.show_preview, self.close_button):
            one.setAutoDefault(False)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the window leaves room for."""
        self.fit_screen(1200, 840)
        super().showEvent(event)
        first = self.choices.focusProxy() or self.print
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Make the pages with what is chosen now; what was asked for before is dropped."""
        if self._task is not None:
            self._task.cancel()
        self._content = b""
        self.preview.busy()
        make, ids = self.choices.maker(self._workspace.administration.mailings), self._ids
        self._task = self._workspace.readers.run(
            self, lambda: make(ids()), self._made, self._failed
        )

    def _made(self, made: Made) -> None:
        self._content = made.content
        self.preview.show_pdf(made.content)
        self._say(_made_sentence(self._mailing, made))

    def _failed(self, error: BaseException) -> None:
        told = self._workspace.errors.sentence(error)
        self.preview.say(told)
        self._say(told)

    def _say(self, text: str) -> None:
        self.told.setText(text)
        announce(self, text)

    def _save(self) -> None:
        if self._content:
            self.paper.choose_place(self._content, self.windowTitle())

    def _print(self) -> None:
        if self._content:
            self.paper.choose_printer(self._content, self.preview.pdf.pages)


def _paper_hint(mailing: Mailing) -> QWidget | None:
    if mailing is Mailing.LABELS:
        return label(_("Try it on plain paper first, and hold that against the sheet."), "muted")
    if mailing is Mailing.CARDS:
        return label(
            _("Print on thick paper and cut along the lines. The code is read at the door."),
            "muted",
        )
    return None


def _made_sentence(mailing: Mailing, made: Made) -> str:
    words = {
        Mailing.LABELS: ngettext("{count} label", "{count} labels", made.count),
        Mailing.LETTERS: ngettext("{count} letter", "{count} letters", made.count),
        Mailing.ENVELOPES: ngettext("{count} envelope", "{count} envelopes", made.count),
        Mailing.CARDS: ngettext("{count} card", "{count} cards", made.count),
        Mailing.BIRTHDAYS: ngettext("{count} birthday", "{count} birthdays", made.count),
    }
    told = words[mailing].format(count=format_number(made.count))
    if not made.left_out:
        return told
    return f"{told}. {_left_out(mailing, made.left_out)}"


def _left_out(mailing: Mailing, count: int) -> str:
    if mailing is Mailing.BIRTHDAYS:
        told = ngettext(
            "Of {count} person the day of birth is not known.",
            "Of {count} people the day of birth is not known.",
            count,
        )
    else:
        told = ngettext(
            "{count} is left out: the address is not complete.",
            "{count} are left out: the address is not complete.",
            count,
        )
    return told.format(count=format_number(count))
