# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form in a dialog: checked when it is saved, and what is not right is told twice.

The summary on top gets the focus and each of its lines leads to a field; the same words stand at
the field. What was typed is kept, and the save button is never disabled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_names import description, mark_optional
from buurthuis_admin.gui.widgets.flow import answer_row, enter_means
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.tall import ShallowArea
from buurthuis_admin.gui.widgets.texts import button, card, clear, label, restyle
from buurthuis_admin.i18n import _, ngettext

_HIGHEST = 240  # pixels at 100 %, of the summary
LONGEST_LINE = 500  # signs; longer is no name, place or purpose any more


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not right with a field: the name of the field and a sentence."""

    field: str
    sentence: str


class ProblemSummary(QWidget):
    """The list of what is not right, with a link to each field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, self._column = card("error", gap=0)
        outer.addWidget(frame)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], fields: Mapping[str, QWidget]) -> None:
        """Show the problems and take the focus; without any, go away."""
        clear(self._column)
        self.setVisible(bool(problems))
        if not problems:
            return
        heading = ngettext(
            "One thing is not right yet", "{count} things are not right yet", len(problems)
        ).format(count=len(problems))
        self._column.addWidget(label(heading, "strong"))
        for problem in problems:
            link = button(problem.sentence, "", "link")
            link.clicked.connect(lambda _on=False, to=fields[problem.field]: to.setFocus())
            self._column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        told = "; ".join(problem.sentence for problem in problems)
        self.setAccessibleName(f"{heading}: {told}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class FormDialog(QDialog):
    """Base of the dialogs with fields: knows its fields by name and shows what is not right.

    A form that can be opened again after the lock says by ``draft_kind`` and ``draft_subject``
    which it is ('person', and the id; 0 for a new one), and its page knows how to open that kind
    (``Page.reopens``). All its fields come back by themselves; what is not in a field, such as
    the rows of a table, by ``more_typed`` and ``type_more``.
    """

    draft_kind = ""
    draft_subject = 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opener = parent
        self.setModal(True)
        self.ring = FocusRing(self)
        self.summary = ProblemSummary()
        self._summary_area: QWidget | None = None
        self._fields: dict[str, QWidget] = {}
        self._told: dict[str, QLabel] = {}

    def add_field(self, name: str, field: QWidget, told: QLabel) -> None:
        """Make a field known; ``told`` is the label under it for what is not right."""
        self._fields[name] = field
        self._told[name] = told
        told.setProperty("kind", "problem")
        told.hide()

    def put_summary(self, layout: QLayout) -> None:
        """Put the summary at the end of a layout of the form; a long one scrolls."""
        self._summary_area = ShallowArea(self.summary, _HIGHEST)
        self._summary_area.hide()
        layout.addWidget(self._summary_area)

    def finish_ui(self, top: QLayout) -> None:
        """What Qt Designer does not know: the summary, and which fields may be left empty."""
        self.put_summary(top)
        mark_optional(self)

    def put_footer(
        self,
        layout: QVBoxLayout,
        save: QPushButton,
        cancel: QPushButton,
        beside: QPushButton | None = None,
    ) -> QVBoxLayout:
        """Put the buttons at the end, which stay in view; gives the column that they end."""
        footer = QFrame()
        footer.setProperty("kind", "footer")
        column = QVBoxLayout(footer)
        column.setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12))
        column.addWidget(answer_row(cancel, save, beside=beside))
        layout.addWidget(footer)
        enter_means(save, cancel, *([beside] if beside is not None else []))
        return column

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Tell what is not right, at the top and at each field."""
        by_field = {problem.field: problem.sentence for problem in problems}
        for name, field in self._fields.items():
            sentence = by_field.get(name, "")
            restyle(field, "problem", "true" if sentence else "false")
            field.setAccessibleDescription(sentence or description(field))
            self._told[name].setText(sentence)
            self._told[name].setVisible(bool(sentence))
        if self._summary_area is not None:
            self._summary_area.setVisible(bool(problems))
        self.summary.show_problems(problems, self._fields)

    def with_unfit(self, problems: Sequence[Problem]) -> list[Problem]:
        """See the function of this name."""
        return with_unfit(self._fields, problems)

    def fits(self) -> bool:
        """Whether each field holds what it can hold; what does not is told."""
        problems = self.with_unfit(())
        if problems:
            self.show_problems(problems)
        return not problems

    def more_typed(self) -> dict[str, str]:
        """What was typed or chosen that stands in no field, as texts by names of one's own."""
        return {}

    def type_more(self, texts: Mapping[str, str]) -> None:
        """Put back what ``more_typed`` gave; other names are those of fields."""

    def fit_screen(self, width: int, height: int) -> None:
        """Open at a size at 100 %, but never larger than the window it belongs to."""
        room = self._opener.window().size()
        self.resize(min(scaled(width), room.width() - 32), min(scaled(height), room.height() - 32))


def with_unfit(fields: Mapping[str, QWidget], problems: Sequence[Problem]) -> list[Problem]:
    """Fields of one line that hold more, such as a table that was pasted, before other problems.

    Of a field that does not fit nothing else is told.
    """
    told = {name: _unfit(_line_of(field)) for name, field in fields.items()}
    unfit = [Problem(name, sentence) for name, sentence in told.items() if sentence]
    return unfit + [one for one in problems if not told.get(one.field)]


def too_long(text: str, most: int) -> str:
    """A sentence for a text of more signs than fit; otherwise nothing."""
    if len(text) <= most:
        return ""
    sentence = _("This is {count} signs long. Make it {most} or fewer.")
    return sentence.format(count=len(text), most=most)


def _line_of(field: QWidget) -> str:
    """The text of a field of one line as it is in it; a paste leaves its tabs and line ends."""
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QComboBox) and field.isEditable():
        return field.currentText()
    return ""


def _unfit(text: str) -> str:
    if any(sign in text.strip() for sign in "\t\n\r"):
        return _("This is a piece of a table. Paste one box of it.")
    return too_long(text.strip(), LONGEST_LINE)
