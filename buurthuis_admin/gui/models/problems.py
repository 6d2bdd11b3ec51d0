# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The problems of a box: one line for each repair, and one for each cell of it."""

from __future__ import annotations

from pathlib import PurePath

from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.models.sheet_grid import column_letters
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.importing.corrections import Answer, CellPlace, ProblemKind
from buurthuis_admin.importing.mending.groups import ProblemGroup, Trouble
from buurthuis_admin.importing.problem_words import problem_title


def groups_model() -> RowsModel[ProblemGroup]:
    """What can be mended, and how it stands with it."""
    return RowsModel[ProblemGroup](
        [
            Column(_("Problem"), lambda group: problem_title(group.key)),
            Column(_("How many"), lambda group: format_number(group.count), number=True),
            Column(_("Status"), lambda group: group_pill(group).word, pill=group_pill),
        ]
    )


def group_pill(group: ProblemGroup) -> PillText:
    """How it stands with the problems of one repair."""
    if group.key.kind is ProblemKind.MENDED:
        return PillText(_("Changed by you"), "pencil-simple", "info")
    if group.waiting:
        return PillText(_("Your choice"), "question", "warn")
    return PillText(_("Settled"), "check-circle", "ok")


def troubles_model() -> RowsModel[Trouble]:
    """The cells of one repair."""
    return RowsModel[Trouble](
        [
            Column(_("It says"), lambda trouble: trouble.shown or _("nothing")),
            Column(_("It becomes"), lambda trouble: trouble.proposal or ""),
            Column(_("Answer"), lambda one: _answer(one).word, pill=_answer),
            Column(_("Where"), lambda trouble: place_text(trouble.place)),
        ]
    )


def _answer(trouble: Trouble) -> PillText:
    if trouble.answer is Answer.DO:
        return PillText(_("Done so"), "check-circle", "ok")
    if trouble.answer is Answer.LEAVE:
        return PillText(_("Left"), "minus-circle", "neutral")
    return PillText(_("Not yet"), "question", "warn")


def place_text(place: CellPlace) -> str:
    """A cell as people find it: 'Blad1, B12 · leden 2019.xlsx'."""
    cell = f"{column_letters(place.column)}{place.row + 1}"
    return f"{place.sheet}, {cell} · {PurePath(place.file).name}"
