# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The problems of one repair: examples, what is proposed, and the answer for all or for one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from buurthuis_admin.gui.models.problems import place_text, troubles_model
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, card, clear, label
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.corrections import (
    UNTOUCHED,
    Answer,
    CellPlace,
    Mending,
    ProblemKey,
    ProblemKind,
)
from buurthuis_admin.importing.mending.answering import (
    taken_back,
    with_all,
    with_cell,
    with_one,
    with_spelling,
    without_any,
    without_one,
)
from buurthuis_admin.importing.mending.groups import ProblemGroup, Trouble
from buurthuis_admin.importing.mending.spelling import Cluster
from buurthuis_admin.importing.problem_words import (
    do_word,
    leave_word,
    problem_sentence,
    problem_title,
)

_EXAMPLES = 3
_MOST_ROWS = 7
_MOST_CLUSTERS = 30
_ANSWER = 2
_TYPED = frozenset((ProblemKind.DATE, ProblemKind.POSTCODE, ProblemKind.VALUE, ProblemKind.ROW,
                    ProblemKind.ERROR_CELL, ProblemKind.LOST_VALUE, ProblemKind.PHONE_ZERO,
                    ProblemKind.COUPLE))  # fmt: skip


class ProblemDetail(ScrollColumn):
    """``said`` brings the mending with what was answered."""

    said = Signal(object)  # Mending
    look_asked = Signal(object)  # CellPlace

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.group: ProblemGroup | None = None
        self._mending: Mending = UNTOUCHED
        self._open: set[ProblemKey] = set()  # looked at row by row
        self._row = 0
        self.do: QPushButton | None = None
        self.leave: QPushButton | None = None
        self.again: QPushButton | None = None
        self.per_row: QPushButton | None = None
        self.rows_model = troubles_model()
        self.rows: Table | None = None
        self.row_text: Callable[[CellPlace], str] = lambda _place: ""
        self.about: QLabel | None = None
        self.text: QLineEdit | None = None
        self.do_one: QPushButton | None = None
        self.leave_one: QPushButton | None = None
        self.look: QPushButton | None = None

    def show_group(self, group: ProblemGroup | None, mending: Mending) -> None:
        """Show the problems of one repair; None when there are none. The focus stays."""
        focused: QWidget | None = self.focusWidget()
        name = focused.accessibleName() if focused is not None else ""
        same = self.group is not None and group is not None and self.group.key == group.key
        self._row = self._row if same else 0
        self.group, self._mending = group, mending
        clear(self.column)
        self.do = self.leave = self.again = self.per_row = self.do_one = self.leave_one = None
        self.rows = self.text = self.look = self.about = None
        if group is None:
            self._add(label(_("Nothing was found that has to be mended."), "heading"))
        else:
            self._add(label(problem_title(group.key), "heading"))
            self._add(label(problem_sentence(group)))
            self._add_examples(group)
            self._add_clusters(group)
            self._add_answers(group)
            if group.key in self._open and group.troubles:
                self._add_rows(group)
        self.column.addStretch(1)
        if not same:
            self.verticalScrollBar().setValue(0)
        elif name:
            self._focus(name)

    def _focus(self, name: str) -> None:
        names = [child for child in self.findChildren(QWidget) if child.accessibleName() == name]
        shown = [child for child in names if not child.isHidden()]
        if shown:
            shown[-1].setFocus()

    def _add(self, widget: QWidget) -> None:
        self.column.addWidget(widget)

    def _say(self, mending: Mending) -> None:
        self._mending = mending
        self.said.emit(mending)

    # --- all rows ---

    def _add_examples(self, group: ProblemGroup) -> None:
        if not group.troubles or group.key in self._open:
            return
        frame, column = card(margin=16, gap=4)
        for trouble in sorted(group.troubles, key=lambda one: one.proposal is None)[:_EXAMPLES]:
            column.addWidget(label(_example(trouble), "strong"))
            column.addWidget(label(place_text(trouble.place), "small"))
        more = len(group.troubles) - _EXAMPLES
        if more > 0:
            told = ngettext("And {count} more.", "And {count} more.", more)
            column.addWidget(label(told.format(count=format_number(more)), "muted"))
        self._add(frame)

    def _add_answers(self, group: ProblemGroup) -> None:
        buttons: list[QPushButton] = []
        said = {trouble.answer for trouble in group.troubles}
        zeros = group.key.kind is ProblemKind.PHONE_ZERO
        if group.waiting or zeros:
            word = do_word(group)
            if word and (group.waiting or Answer.LEAVE in said):
                self.do = button(word, "check", "primary")
                self.do.clicked.connect(lambda: self._say(with_all(self._mending, group)))
                buttons.append(self.do)
            if group.waiting or Answer.DO in said:
                self.leave = button(leave_word(group))
                self.leave.clicked.connect(lambda: self._say(without_any(self._mending, group)))
                buttons.append(self.leave)
            self._add_without_proposal(group)
        else:
            mended = group.key.kind is ProblemKind.MENDED
            self.again = button(leave_word(group) if mended else _("Choose again"))
            self.again.clicked.connect(lambda: self._say(taken_back(self._mending, group.key)))
            buttons.append(self.again)
        if group.troubles and group.key.kind is not ProblemKind.BSN:
            opened = group.key in self._open
            word = _("Show examples only") if opened else _("Look row by row")
            self.per_row = button(word, "rows")
            self.per_row.clicked.connect(self._turn_rows)
            buttons.append(self.per_row)
        self._add(flow_row(*buttons))

    def _add_without_proposal(self, group: ProblemGroup) -> None:
        missing = sum(t.answer is None and t.proposal is None for t in group.troubles)
        if missing and group.proposals:
            told = ngettext(
                "For {count} there is no proposal; look at it row by row.",
                "For {count} there is no proposal; look at them row by row.",
                missing,
            )
            self._add(label(told.format(count=format_number(missing)), "muted"))

    def _turn_rows(self) -> None:
        assert self.group is not None
        self._open ^= {self.group.key}
        self.show_group(self.group, self._mending)
        if self.rows is not None:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- one row ---

    def _add_rows(self, group: ProblemGroup) -> None:
        self._add(section(_("Row by row")))
        self.rows_model = troubles_model()
        self.rows_model.setParent(self)
        self.rows_model.show_rows(group.troubles)
        self.rows = Table(_("Cells with this problem"))
        self.rows.show_model(self.rows_model, (0, 0, 130, 0), (3,))
        self.rows.setItemDelegateForColumn(_ANSWER, PillDelegate(self.rows))
        self.rows.setFixedHeight(scaled(46 + min(len(group.troubles), _MOST_ROWS) * ROW + 4))
        self.rows.row_chosen.connect(self._row_chosen)
        self._add(self.rows)
        self.about = label("", "muted")
        self._add(self.about)
        if group.key.kind in _TYPED:
            self._add_line(_("What should stand there"))
        self._add_row_buttons(group)
        self.rows.selectRow(min(self._row, len(group.troubles) - 1))

    def _add_line(self, word: str) -> None:
        self.text = QLineEdit()
        self.text.setAccessibleName(word)
        self.text.returnPressed.connect(self._do_row)
        named = label(word, "strong")
        named.setBuddy(self.text)
        self._add(named)
        self._add(self.text)

    def _add_row_buttons(self, group: ProblemGroup) -> None:
        mended = group.key.kind is ProblemKind.MENDED
        buttons = []
        if not mended:
            self.do_one = button(_("Do so in this row"), "check")
            self.do_one.clicked.connect(self._do_row)
            buttons.append(self.do_one)
        self.leave_one = button(_("Take this back") if mended else _("Leave this row as it is"))
        self.leave_one.clicked.connect(self._leave_row)
        self.look = button(_("Look at it in the sheet"), "table")
        self.look.clicked.connect(self._look)
        self._add(flow_row(*buttons, self.leave_one, self.look))

    def _trouble(self) -> Trouble | None:
        rows = self.rows_model.rows
        return rows[self._row] if 0 <= self._row < len(rows) else None

    def _row_chosen(self, row: int) -> None:
        if row < 0:
            return
        self._row = row
        trouble = self._trouble()
        if trouble is not None and self.about is not None:
            told = (place_text(trouble.place), self.row_text(trouble.place))
            self.about.setText("\n".join(text for text in told if text))
        if trouble is not None and self.text is not None:
            self.text.setText(_typed(self.group, trouble))
            self.text.setModified(False)

    def _do_row(self) -> None:
        trouble, group = self._trouble(), self.group
        if trouble is None or group is None:
            return
        typed = self.text.text().strip() if self.text is not None else ""
        if self.text is not None and self.text.isModified():
            self._say(with_cell(self._mending, trouble.place, typed))
        elif trouble.proposal is not None:
            self._say(with_one(self._mending, group.key, trouble))
        elif self.text is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_row(self) -> None:
        trouble, group = self._trouble(), self.group
        if trouble is not None and group is not None:
            self._say(without_one(self._mending, group.key, trouble))

    def _look(self) -> None:
        trouble = self._trouble()
        if trouble is not None:
            self.look_asked.emit(trouble.place)

    # --- spellings ---

    def _add_clusters(self, group: ProblemGroup) -> None:
        for cluster in group.clusters[:_MOST_CLUSTERS]:
            self._add_cluster(group.key, cluster)
        more = len(group.clusters) - _MOST_CLUSTERS
        if more > 0:
            told = ngettext("And {count} more.", "And {count} more.", more)
            self._add(label(told.format(count=format_number(more)), "muted"))

    def _add_cluster(self, key: ProblemKey, cluster: Cluster) -> None:
        frame, column = card(margin=16)
        column.addWidget(label(_counted(cluster), "strong"))
        name = _("The right spelling of “{name}”").format(name=cluster.right)
        choice = QComboBox()
        choice.setEditable(True)
        choice.addItems([spelling for spelling, _count in cluster.spellings])
        choice.setAccessibleName(name)
        named = label(_("The right spelling"))
        named.setBuddy(choice)
        one = button(_("Write it so everywhere"), "check")
        one.setAccessibleName(f"{cluster.right}: {one.text()}")
        apart = button(_("These are different names"))
        apart.setAccessibleName(f"{cluster.right}: {apart.text()}")

        def write() -> None:
            right = choice.currentText().strip() or cluster.right
            self._say(with_spelling(self._mending, key, cluster, right))

        one.clicked.connect(write)
        apart.clicked.connect(lambda: self._say(with_spelling(self._mending, key, cluster, None)))
        column.addWidget(named)
        column.addWidget(choice)
        column.addWidget(flow_row(one, apart))
        self._add(frame)


def _example(trouble: Trouble) -> str:
    shown = _("“{text}”").format(text=trouble.shown) if trouble.shown else _("nothing")
    if trouble.proposal is None:
        return shown
    return _("{before} → {after}").format(before=shown, after=trouble.proposal or _("empty"))


def _counted(cluster: Cluster) -> str:
    told = [
        ngettext("“{name}” {count} time", "“{name}” {count} times", count).format(
            name=spelling, count=format_number(count)
        )
        for spelling, count in cluster.spellings
    ]
    return ", ".join(told)


def _typed(group: ProblemGroup | None, trouble: Trouble) -> str:
    """What is offered to be changed: the proposal, or what stands there."""
    by_answer = group is not None and group.key.kind in (ProblemKind.COUPLE, ProblemKind.ROW)
    if by_answer:
        return ""
    return trouble.proposal or trouble.shown
