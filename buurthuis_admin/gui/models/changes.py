# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of everything that was changed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt

from buurthuis_admin.domain.history import ChangeKind, ChangeSet
from buurthuis_admin.gui.models.paged import PagedModel
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_day_long, format_day_short, format_time

WHEN, WHAT, STATE = range(3)


class ChangesModel(PagedModel[ChangeSet]):
    """A line per change: when, what in one sentence, and whether it was taken back."""

    @cached_property
    def columns(self) -> Sequence[Column[ChangeSet]]:
        """The columns with their words in the language of the screen."""
        return [
            Column(_("When"), lambda row: short_moment(row.at)),
            Column(_("What was changed"), lambda row: row.sentence),
            Column(_("Status"), _state_word, pill=change_pill),
        ]

    def value(self, row: ChangeSet, column: int, role: int) -> Any:
        """What a cell shows; the first one is spoken with all that the line says."""
        if column == WHEN and role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in (one.text(row) for one in self.columns) if text)
        if column == WHEN and role == Qt.ItemDataRole.ToolTipRole:
            return long_moment(row.at)
        return super().value(row, column, role)


def change_pill(row: ChangeSet) -> PillText | None:
    """How it stands with a change; None for one that simply holds."""
    if row.kind is ChangeKind.FINAL:
        return PillText(_("Final"), "lock-simple", "info")
    if not row.undone:
        return None
    if row.kind is ChangeKind.UNDO:
        return PillText(_("Done again"), "arrow-clockwise", "neutral")
    return PillText(_("Undone"), "arrow-counter-clockwise", "neutral")


def short_moment(at: datetime.datetime, today: datetime.date | None = None) -> str:
    """When, for a narrow column: 'Today 14:05', 'Yesterday 09:12', '7 mrt 2024 14:05'."""
    here = at.astimezone()
    today = today or datetime.datetime.now().astimezone().date()
    words = {0: _("Today"), 1: _("Yesterday")}
    day = words.get((today - here.date()).days) or format_day_short(here.date())
    return f"{day} {format_time(here.time())}"


def long_moment(at: datetime.datetime) -> str:
    """When, in full: 'donderdag 7 maart 2024, 14:05'."""
    here = at.astimezone()
    return f"{format_day_long(here.date(), weekday=True)}, {format_time(here.time())}"


def _state_word(row: ChangeSet) -> str:
    pill = change_pill(row)
    return pill.word if pill is not None else ""
