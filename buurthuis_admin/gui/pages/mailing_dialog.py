# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels, letters, envelopes, cards or birthdays for many people, seen before they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.pages.mailing_choices import Choices, Mailing, choices_for, mailing_words
from buurthuis_admin.gui.pages.preview_choices import PreviewChoices
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.texts import button, label
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
        title = mailing_words()[mailing]
        self.setWindowTitle(title)
        self.title = label(title, "heading")
        self.choices: Choices = choices or choices_for(mailing)
        self.close_button = button(_("Close"))
        self.pages = PreviewChoices(
            workspace,
            name=title,
            preview=_("Preview of the pages"),
            show=_("Show the pages"),
            width=420,
        )
        for widget in (self.title, self.choices, _paper_hint(mailing)):
            if widget is not None:
                self.pages.left.column.addWidget(widget)
        self.pages.end(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)
        self.choices.changed.connect(self.refresh)
        self.close_button.clicked.connect(self.reject)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the window leaves room for."""
        self.fit_screen(1200, 840)
        super().showEvent(event)
        first = self.choices.focusProxy() or self.pages.print
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Make the pages with what is chosen now; what was asked for before is dropped."""
        make, ids = self.choices.maker(self._workspace.administration.mailings), self._ids
        self.pages.make(self._workspace.readers, lambda: make(ids()), self._made)

    def _made(self, made: Made) -> None:
        self.pages.show_made(made.content, _made_sentence(self._mailing, made))


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
