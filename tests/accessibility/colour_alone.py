# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is told by colour alone: beside each coloured thing stands a word or a sign."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QWidget

from buurthuis_admin.gui.widgets.bars import MonthBars
from buurthuis_admin.gui.widgets.chips import Chip
from buurthuis_admin.gui.widgets.pill import Pill, PillRole, PillText
from tests.accessibility.seeing import Looked, cells, told, visible

_MEANT = ("warn", "info", "ok", "error")


def look(shown: QWidget, _place: str) -> Looked:
    """Pills, coloured frames, fields with a problem, chips, bars and cells."""
    for one in visible(shown):
        if isinstance(one, Pill):
            yield from _pill(one._text)
        elif isinstance(one, QAbstractItemView):
            yield from _cells(one)
        elif isinstance(one, QFrame) and one.property("kind") in _MEANT:
            words = [part.text() for part in one.findChildren(QLabel) if part.isVisible()]
            yield f"frame {one.property('kind')} {''.join(words)[:60]!r}", any(words)
        elif isinstance(one, Chip):
            # The chosen one is bold and has a thicker border; a screen reader hears the state.
            yield (
                f"chip {one.text()!r}",
                one.isChecked() == one.font().bold()
                or (one.isChecked() and one.font().weight() > 500),
            )
        elif isinstance(one, MonthBars):
            yield f"bars {one.accessibleName()!r}", bool(one.accessibleName())
        elif one.property("problem") == "true":
            yield f"problem {told(one)}", bool(one.accessibleDescription())


def _pill(text: PillText) -> Looked:
    yield f"pill {text.word!r} {text.colour} {text.icon}", bool(text.word and text.icon)


def _cells(view: QAbstractItemView) -> Looked:
    for index in cells(view):
        found = index.data(PillRole)
        if isinstance(found, PillText):
            yield from _pill(found)
