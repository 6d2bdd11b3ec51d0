# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One change: what it did, field by field, and turning it back."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.domain.history import ChangeKind, ChangeSet, Operation, TurnBack
from buurthuis_admin.domain.provenance import KeptFile
from buurthuis_admin.gui.kept_files import KeptFileButtons, ask_where_to_save
from buurthuis_admin.gui.models.changes import change_pill, long_moment
from buurthuis_admin.gui.pages.change_rows import row_block
from buurthuis_admin.gui.pages.turn_back import TurnBackCard
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.pill import Pill
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, clear, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number

if TYPE_CHECKING:
    from buurthuis_admin.services.history import HistoryService
    from buurthuis_admin.services.history_words import ToldRow
    from buurthuis_admin.services.provenance import ProvenanceService

ROWS_AT_ONCE = 20
# A change of a few rows of which nothing stays behind is taken back without a step between.
_AT_ONCE = 10
_A_WHILE = 0.02  # seconds
_SLOW_AFTER = 1000  # milliseconds
Summary = list[tuple[str, Operation, int]]


@dataclass(frozen=True, slots=True)
class OpenedChange:
    """A change with how many rows of what it did something to, and the first of them in words."""

    change: ChangeSet
    summary: Summary
    rows: Sequence[ToldRow]
    files: Sequence[KeptFile] = ()


def read_change(
    history: HistoryService, provenance: ProvenanceService, change_set_id: int
) -> OpenedChange:
    """Read what the detail shows (in the background)."""
    return OpenedChange(
        history.get(change_set_id),
        history.summary(change_set_id),
        history.told(change_set_id, 0, ROWS_AT_ONCE),
        tuple(provenance.of_change(change_set_id)),
    )


class ChangeDetail(ScrollColumn):
    """Shows a change; ``turn_back_asked`` is sent with its id once it is clear what happens."""

    turn_back_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(gap=6)
        self._workspace = workspace
        self._history = workspace.administration.history
        self.opened: OpenedChange | None = None
        self.sentence = label("", "heading")
        self.when = label("", "muted")
        self.turn_back = button(_("Turn back"), "arrow-counter-clockwise")
        self.do_again = button(_("Do again"), "arrow-clockwise")
        self.note = label("", "muted")
        self.files = KeptFileButtons()
        self.files.asked.connect(lambda file: ask_where_to_save(workspace, self, file))
        self.card = TurnBackCard()
        self.more = button("", "caret-down", "link")
        self.shown = label("", "muted")
        self._pill = QVBoxLayout()
        self._rows = QVBoxLayout()
        self._parts = QWidget()
        self._lay_out()
        self._read = 0
        self._coming: list[ToldRow] = []
        self._next_rows = QTimer(self)
        self._next_rows.setSingleShot(True)
        self._next_rows.setInterval(0)
        self._next_rows.timeout.connect(self._add_some)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_AFTER)
        self._slow.timeout.connect(self._ask_patience)
        self.turn_back.clicked.connect(self._preview)
        self.do_again.clicked.connect(self._preview)
        self.card.agreed.connect(self._agree)
        self.card.refused.connect(self._refuse)
        self.more.clicked.connect(self._read_more)
        self.show_change(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        self._rows.setSpacing(scaled(4))
        column.addWidget(self.sentence)
        column.addWidget(self.when)
        column.addLayout(self._pill)
        column.addWidget(flow_row(self.turn_back, self.do_again))
        column.addWidget(self.note)
        column.addWidget(self.files)
        column.addWidget(self.card)
        column.addWidget(section(_("What was changed")))
        column.addLayout(self._rows)
        column.addWidget(self.shown)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.column.addWidget(self._parts, 1)

    def show_change(self, opened: OpenedChange | None) -> None:
        """Show a change, or that none is chosen. What is shown already stays as it is."""
        if opened is not None and opened == self.opened:
            return
        same = opened is not None and self._is_shown(opened.change.id)
        self.opened = opened
        self._parts.setVisible(opened is not None)
        self.card.hide()
        clear(self._pill)
        clear(self._rows)
        self._coming.clear()
        if opened is None:
            return
        self.sentence.setText(opened.change.sentence)
        self.when.setText(long_moment(opened.change.at))
        pill = change_pill(opened.change)
        if pill is not None:
            self._pill.addWidget(Pill(pill))
        self._offer(opened.change)
        self.files.show_files(opened.files)
        self._read = 0
        self._add_rows(opened.rows)
        if not same:
            self.verticalScrollBar().setValue(0)

    def _is_shown(self, change_set_id: int) -> bool:
        return self.opened is not None and self.opened.change.id == change_set_id

    def _offer(self, change: ChangeSet) -> None:
        possible = change.can_be_turned_back
        self.turn_back.setVisible(possible and change.kind is ChangeKind.CHANGE)
        self.do_again.setVisible(possible and change.kind is ChangeKind.UNDO)
        note = _why_not(change)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    # The rows.

    @property
    def complete(self) -> bool:
        """Whether every row that was read is on the screen."""
        return not self._coming

    def _add_rows(self, rows: Sequence[ToldRow]) -> None:
        assert self.opened is not None
        self._coming += [row for row in rows if row.title]
        self._add_some()
        self._read += len(rows)
        self._tell_rest(self.opened.change.rows if rows else self._read)

    def _add_some(self) -> None:
        """Put rows on the screen for a short while; those left come when the window has drawn."""
        begun = time.monotonic()
        while self._coming and time.monotonic() - begun < _A_WHILE:
            self._rows.addWidget(row_block(self._coming.pop(0)))
        if self._coming:
            self._next_rows.start()

    def _tell_rest(self, total: int) -> None:
        self.shown.setText(
            _("{count} of {everyone}").format(
                count=format_number(self._read), everyone=format_number(total)
            )
        )
        left = total - self._read
        self.shown.setVisible(left > 0)
        self.more.setVisible(left > 0)
        following = _("Show the next {count}").format(count=format_number(min(left, ROWS_AT_ONCE)))
        self.more.setText(following)
        self.more.setAccessibleName(following)

    def _read_more(self) -> None:
        assert self.opened is not None
        number, offset, history = self.opened.change.id, self._read, self._history

        def arrived(rows: Sequence[ToldRow]) -> None:
            if self._is_shown(number) and self._read == offset:
                self._add_rows(rows)

        self._workspace.readers.run(
            self, lambda: history.told(number, offset, ROWS_AT_ONCE), arrived
        )

    # Turning back.

    def _preview(self) -> None:
        assert self.opened is not None
        number, history = self.opened.change.id, self._history
        self._slow.start()
        self._workspace.readers.run(
            self, lambda: history.preview(number), self._previewed, self._not_previewed
        )

    def _ask_patience(self) -> None:
        told = _("One moment, the program looks at what would change…")
        self.note.setText(told)
        self.note.show()
        announce(self, told)

    def _not_previewed(self, error: BaseException) -> None:
        self._slow.stop()
        if self.opened is not None:
            self._offer(self.opened.change)
        self._workspace.errors.show(error)

    def _previewed(self, preview: TurnBack) -> None:
        self._slow.stop()
        if self.opened is None or not self._is_shown(preview.change.id):
            return
        self._offer(self.opened.change)
        if preview.rows <= _AT_ONCE and preview.rows and not preview.kept:
            self.turn_back_asked.emit(preview.change.id)
            return
        self.turn_back.hide()
        self.do_again.hide()
        self.card.show_preview(preview, self.opened.summary)
        self.show_widget(self.card)

    def _agree(self) -> None:
        assert self.opened is not None
        self.card.hide()
        self.turn_back_asked.emit(self.opened.change.id)

    def _refuse(self) -> None:
        assert self.opened is not None
        self.card.hide()
        self._offer(self.opened.change)
        offered = self.do_again if self.turn_back.isHidden() else self.turn_back
        offered.setFocus(Qt.FocusReason.OtherFocusReason)


def _why_not(change: ChangeSet) -> str:
    """Why there is no button; '' when there is one."""
    if change.kind is ChangeKind.FINAL:
        return _("This is final: it cannot be turned back.")
    if change.undone and change.kind is ChangeKind.UNDO:
        return _("This was done again later.")
    if change.undone:
        return _("This was turned back later.")
    if not change.rows:
        return _("Nothing of this change is kept that could be turned back.")
    if change.kind is ChangeKind.REDO:
        return _("To take this back, turn back the change itself.")
    return ""
