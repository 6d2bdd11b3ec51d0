# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands behind a figure of a report, and correcting it by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.explanations import Behind, Explanation
from buurthuis_admin.domain.reports import FigureCorrection
from buurthuis_admin.gui.models.paged import BLOCK, PagedModel
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row, enter_means
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

Line = tuple[str, ...]
_NUMBERS_FROM = {
    Behind.SESSIONS: 2,
    Behind.PEOPLE: 1,
    Behind.HOURS: 3,
    Behind.ACTIVITIES: 1,
    Behind.PAYMENTS: 3,
    Behind.BOOKINGS: 3,
    Behind.LINES: 1,
}


_WIDEST = {Behind.SESSIONS: 1, Behind.BOOKINGS: 1, Behind.PAYMENTS: 2}


class BehindModel(PagedModel[Line]):
    """The lines behind a figure."""

    def __init__(self, workspace: Workspace, columns: tuple[str, ...], numbers_from: int) -> None:
        super().__init__(workspace.readers)
        self._columns = [
            Column(heading, _cell(place), number=place >= numbers_from)
            for place, heading in enumerate(columns)
        ]

    @property
    def columns(self) -> list[Column[Line]]:
        """The columns that the explanation names."""
        return self._columns


def _cell(place: int) -> Callable[[Line], str]:
    return lambda line: line[place]


class ExplainDialog(QDialog):
    """The lines that were counted. ``correct_asked``: the figure is to be corrected by hand."""

    correct_asked = Signal()
    withdraw_asked = Signal()

    def __init__(
        self,
        name: str,
        first: Explanation,
        workspace: Workspace,
        parent: QWidget,
        *,
        corrected: bool,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(first.title)
        self.ring = FocusRing(self)
        numbers_from = _NUMBERS_FROM[first.behind]
        self.model = BehindModel(workspace, first.columns, numbers_from)
        explaining = workspace.administration.explaining
        self.model.show_rows(
            first.count,
            first.rows[:BLOCK],
            lambda offset, limit: explaining.explain(name, offset, limit).rows,
        )
        self.table = Table(first.title)
        widths = [120] * len(first.columns)
        widths[_WIDEST.get(first.behind, 0)] = 0
        if first.behind is Behind.SESSIONS:
            widths[0] = 170
        if first.behind is Behind.PAYMENTS:
            widths[1] = 220
        self.table.show_model(self.model, widths)
        self.close_button = button(_("Close"), "", "primary")
        self.correct = button(_("Correct this figure by hand…"), "pencil-simple")
        self.withdraw = button(_("As it is counted again"), "arrow-counter-clockwise")
        self.withdraw.setVisible(corrected)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        column.setSpacing(scaled(8))
        column.addWidget(label(first.title, "heading"))
        column.addWidget(label(first.sentence, "muted"))
        column.addWidget(self.table, 1)
        column.addWidget(answer_row(self.withdraw, self.correct, self.close_button))
        self.close_button.clicked.connect(self.accept)
        self.correct.clicked.connect(self.correct_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        room = parent.window().size()
        self.resize(min(scaled(820), room.width() - 32), min(scaled(620), room.height() - 32))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class CorrectForm(FormDialog):
    """What must stand in the place of a figure, and why. ``saved`` has the correction."""

    saved = Signal(object)

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Correct a figure by hand"))
        self._name = name
        self.value, self.reason = QLineEdit(), QLineEdit()
        self.save = button(_("Save"), "", "primary")
        self.cancel = button(_("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12))
        column.setSpacing(scaled(8))
        column.addWidget(label(title, "heading"))
        told = _(
            "The report marks this figure and says that it was corrected, and why. It is better "
            "to correct what was counted: then every figure agrees."
        )
        column.addWidget(label(told, "muted"))
        self.put_summary(column)
        for field, widget, words in (
            ("value", self.value, _("It must be")),
            ("reason", self.reason, _("Because")),
        ):
            named, problem = label(words, "strong"), label()
            named.setBuddy(widget)
            widget.setAccessibleName(words)
            column.addWidget(named)
            column.addWidget(widget)
            column.addWidget(problem)
            self.add_field(field, widget, problem)
        column.addWidget(answer_row(self.cancel, self.save))
        enter_means(self.save, self.cancel)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.fit_screen(520, 420)
        self.value.setFocus()

    def _save(self) -> None:
        problems = []
        if not self.value.text().strip():
            problems.append(Problem("value", _("Fill in what the figure must be.")))
        if not self.reason.text().strip():
            problems.append(Problem("reason", _("Fill in why. It stands in the report.")))
        self.show_problems(problems)
        if not problems:
            value, reason = self.value.text().strip(), self.reason.text().strip()
            self.saved.emit(FigureCorrection(figure=self._name, value=value, reason=reason))
            self.accept()
