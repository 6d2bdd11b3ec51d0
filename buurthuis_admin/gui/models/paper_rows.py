# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a printed sheet in their order, with what was taken over of each."""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.domain.attendance import Visitor
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.gui.wording import mark_word
from buurthuis_admin.i18n import _

STATE = 2


def paper_model() -> RowsModel[Visitor]:
    """A line per row of the sheet."""
    return RowsModel[Visitor](
        [
            Column(_("Row"), lambda row: str(row.number), number=True),
            Column(_("Name"), _named),
            Column(_("Status"), lambda row: mark_pill(row).word, pill=mark_pill),
        ]
    )


def _named(visitor: Visitor) -> str:
    return f"{visitor.name} ({visitor.street})" if visitor.street else visitor.name


def mark_pill(visitor: Visitor) -> PillText:
    """What was taken over, with a sign."""
    if visitor.mark is None:
        return PillText(_("Not yet"), "circle", "neutral")
    word = mark_word(visitor.mark)
    if visitor.mark.came:
        return PillText(word, "check-circle", "ok")
    return PillText(word, "minus-circle", "info")


def on_paper(people: Sequence[Visitor]) -> list[Visitor]:
    """Those with a row, in the order of the rows."""
    numbered = [one for one in people if one.number is not None]
    return sorted(numbered, key=lambda one: one.number or 0)
