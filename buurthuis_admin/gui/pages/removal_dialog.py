# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said before somebody is made anonymous or erased: the consequence first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from buurthuis_admin.domain.privacy import RemovalKind, RemovalPreview
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import button, card, label
from buurthuis_admin.i18n import _, format_number, ngettext

_WIDTH = 560
_AROUND = 72  # left and right of the text
_OTHERS = 190  # the title, the buttons and what is between


class RemovalDialog(QDialog):
    """``agreed`` is sent when the person at the screen says yes."""

    agreed = Signal()

    def __init__(self, title: str, lines: list[str], verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(title)
        self.ring = FocusRing(self)
        column = tall_column(self)
        column.addWidget(label(title, "heading"))
        self._lines = ScrollColumn(margins=(4, 4, 4, 4), gap=0)
        frame, inside = card("warn")
        for line in lines:
            inside.addWidget(label(line))
        self._lines.column.addWidget(frame)
        self._lines.column.addStretch(1)
        column.addWidget(self._lines, 1)
        self.go = button(verb, "", "primary")
        self.leave = button(_("Do nothing"))
        self.go.clicked.connect(self._agree)
        self.leave.clicked.connect(self.reject)
        column.addWidget(answer_row(self.leave, self.go))
        self.setAccessibleDescription(" ".join(lines))
        self._opener, self._frame = parent, frame
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the text needs, but never higher than the window it belongs to."""
        room = self._opener.window().size()
        width = min(scaled(_WIDTH), room.width() - 32)
        needed = self._frame.heightForWidth(width - scaled(_AROUND)) + scaled(_OTHERS)
        self.resize(width, min(needed, room.height() - 32))
        super().showEvent(event)

    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()


def for_one(preview: RemovalPreview, kind: RemovalKind, parent: QWidget) -> RemovalDialog:
    """The question about one person."""
    if kind is RemovalKind.ERASED:
        title = _("Erase {name}").format(name=preview.name)
        return RemovalDialog(title, _erasing(preview), _("Erase for good"), parent)
    title = _("Make {name} anonymous").format(name=preview.name)
    return RemovalDialog(title, _anonymising(preview), _("Make anonymous for good"), parent)


def for_many(count: int, kind: RemovalKind, parent: QWidget) -> RemovalDialog:
    """The question about those who are ticked in the yearly list."""
    number = format_number(count)
    if kind is RemovalKind.ERASED:
        title = ngettext("Erase {count} person", "Erase {count} people", count)
        lines = [_final(), _visits_become_numbers(), _files(), _backups()]
        return RemovalDialog(title.format(count=number), lines, _("Erase for good"), parent)
    title = ngettext("Make {count} person anonymous", "Make {count} people anonymous", count)
    lines = [_final(), _what_goes(), _figures_stay(), _files(), _backups()]
    return RemovalDialog(title.format(count=number), lines, _("Make anonymous for good"), parent)


def _anonymising(preview: RemovalPreview) -> list[str]:
    lines = [_final(), _what_goes(), _figures_stay()]
    if preview.contribution_until is not None:
        text = _("The amounts paid stay, without a name, until the end of {year}.")
        lines.append(text.format(year=preview.contribution_until))
    return [*lines, *_book(preview), _files(), _backups()]


def _erasing(preview: RemovalPreview) -> list[str]:
    lines = [_final()]
    if preview.visits:
        text = ngettext(
            "{count} visit stays as a number. Reports of those years count one different person "
            "less.",
            "{count} visits stay as numbers. Reports of those years count one different person "
            "less.",
            preview.visits,
        )
        lines.append(text.format(count=format_number(preview.visits)))
    if preview.hours:
        lines.append(_("Volunteer hours stay, without a name."))
    if preview.membership_years:
        text = _("Reports count one member less, from {first} to {last}.")
        first, last = min(preview.membership_years), max(preview.membership_years)
        always = _("now")
        lines.append(text.format(first=first, last=always if last > 9000 else last))
    if preview.contribution_until is not None:
        text = _(
            "The tax office may ask for what was paid until {year}. Make sure that it stands in "
            "your accounts, or make this person anonymous instead."
        )
        lines.append(text.format(year=preview.contribution_until))
    return [*lines, *_book(preview), _history(), _files(), _backups()]


def _book(preview: RemovalPreview) -> list[str]:
    if preview.book_until is None:
        return []
    text = _(
        "The cash and bank book keeps their name until the end of {year}, because the law asks "
        "who paid. After that it goes too."
    )
    return [text.format(year=preview.book_until)]


def _final() -> str:
    return _("This cannot be undone.")


def _what_goes() -> str:
    return _(
        "Name, address, telephone, e-mail, remarks, consents and membership number go, also from "
        "the history."
    )


def _figures_stay() -> str:
    return _("All figures of all years stay exactly the same.")


def _visits_become_numbers() -> str:
    return _("Visits stay as numbers and hours without a name; reports count fewer people.")


def _history() -> str:
    return _("Everything else goes, also from the history and from what was read in.")


def _files() -> str:
    return _("Spreadsheets that were read in and in which they stand are not kept any longer.")


def _backups() -> str:
    return _(
        "Older backups still hold the data until they are cleared away; when one is put back, "
        "this is done again. Look at your own old spreadsheets yourself."
    )
