# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an import is: seven steps, of which those that ask for nothing are done by themselves."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.pages.import_doubles import BoxDoublesView
from buurthuis_admin.gui.pages.import_plan import PlanView
from buurthuis_admin.gui.pages.import_problems import ProblemsView
from buurthuis_admin.gui.pages.import_sheet import SheetView
from buurthuis_admin.gui.pages.import_start import ChooseView, ReadingView
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.step_bar import StepBar
from buurthuis_admin.i18n import _


class ImportStep(IntEnum):
    """The steps in their order."""

    FILES = 0
    UNDERSTOOD = 1
    COLUMNS = 2
    PROBLEMS = 3
    DOUBLES = 4
    CHECK = 5
    DONE = 6


_ROOM = 440  # pixels at 100 %: in less the work itself needs all of it
_STEPS: dict[type[QWidget], ImportStep] = {
    SheetView: ImportStep.COLUMNS,
    ProblemsView: ImportStep.PROBLEMS,
    BoxDoublesView: ImportStep.DOUBLES,
}
_ASKING = (ImportStep.COLUMNS, ImportStep.PROBLEMS, ImportStep.DOUBLES)


class ImportSteps(QWidget):
    """The bar above the import.

    ``settled`` says of the steps that may ask something whether they still do; the overview of
    the box is 'understood as' while one does, and the check once none does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bar = StepBar(
            [
                _("Files"),
                _("Understood as"),
                _("Columns"),
                _("Problems"),
                _("Doubles"),
                _("Check"),
                _("Done"),
            ]
        )
        self._open: set[ImportStep] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(8), scaled(24), 0)
        column.addWidget(self.bar)

    def forget(self) -> None:
        """Other files: nothing is known of them yet."""
        self._open = set()

    def settle(self, step: ImportStep, *, settled: bool) -> None:
        """Say whether a step still asks something."""
        (self._open.discard if settled else self._open.add)(step)

    def tell(self, view: QWidget, *, written: bool) -> None:
        """Say which step a view is; of the overview, whether the box was written."""
        if isinstance(view, ChooseView | ReadingView):
            self.bar.show_step(ImportStep.FILES, frozenset())
        elif isinstance(view, PlanView):
            self._overview(written)
        else:
            self.bar.show_step(_STEPS[type(view)], self._behind() - {ImportStep.CHECK})

    def fit(self, height: int) -> None:
        """Make way in a page that is low."""
        self.setVisible(height >= scaled(_ROOM))

    def _overview(self, written: bool) -> None:
        if written:
            every = frozenset(int(one) for one in ImportStep)
            self.bar.show_step(ImportStep.DONE, every)
        elif self._open:
            self.bar.show_step(ImportStep.UNDERSTOOD, self._behind())
        else:
            self.bar.show_step(ImportStep.CHECK, self._behind())

    def _behind(self) -> frozenset[int]:
        asking = {one for one in _ASKING if one not in self._open}
        return frozenset({int(ImportStep.FILES), int(ImportStep.UNDERSTOOD), *map(int, asking)})
