# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which report is on the screen: of a year, of a subsidy, or several years side by side."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from buurthuis_admin.domain.report_years import begun, meant
from buurthuis_admin.domain.reports import ReportKey
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.giving_box import GivingBox
from buurthuis_admin.gui.wording import language_words
from buurthuis_admin.i18n import LANGUAGES, _, current_language
from buurthuis_admin.reporting.pdf import LARGE_PRINT, NORMAL, Preset


class ReportKind(Enum):
    """What a report is about."""

    YEAR = auto()
    DOSSIER = auto()
    COMPARE = auto()


class ReportChoice(QWidget):
    """``changed``: another report; ``look_changed``: the same one in another language or size."""

    changed = Signal()
    look_changed = Signal()

    def __init__(self, more: QWidget) -> None:
        super().__init__()
        words = [
            (ReportKind.YEAR, _("Year report")),
            (ReportKind.DOSSIER, _("Accountability")),
            (ReportKind.COMPARE, _("Compare years")),
        ]
        self.kinds: Chips[ReportKind] = Chips(words, _("Kind of report"))
        self.year = _field(_("Year"))
        self.dossier = _field(_("Subsidy"))
        self.dossier.setMaximumWidth(scaled(420))
        self.language = _field(_("Language of the report"))
        self.print_size = _field(_("Size of the print"))
        for code in LANGUAGES:
            self.language.addItem(language_words()[code], code)
        self.language.setCurrentIndex(self.language.findData(current_language()))
        self.print_size.addItem(_("Normal print"), NORMAL)
        self.print_size.addItem(_("Large print"), LARGE_PRINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(self.kinds)
        column.addWidget(
            flow_row(self.year, self.dossier, self.language, self.print_size, more, gap=12)
        )
        self.kinds.chosen.connect(lambda _kind: self._kind_changed())
        self.year.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.dossier.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.language.currentIndexChanged.connect(lambda _index: self.look_changed.emit())
        self.print_size.currentIndexChanged.connect(lambda _index: self.look_changed.emit())
        self._show_fields()

    @property
    def kind(self) -> ReportKind:
        """What the report is about."""
        return self.kinds.current

    @property
    def key(self) -> ReportKey | None:
        """The report that is chosen; None when there is none to choose, or years are compared."""
        if self.kind is ReportKind.YEAR and self.year.count():
            return ReportKey(year=self.year.currentData())
        if self.kind is ReportKind.DOSSIER and self.dossier.count():
            return ReportKey(subsidy_id=self.dossier.currentData())
        return None

    @property
    def years(self) -> list[int]:
        """The years that can be compared."""
        return [self.year.itemData(place) for place in range(self.year.count())]

    @property
    def look(self) -> tuple[str, Preset]:
        """Language and size of print."""
        return self.language.currentData(), self.print_size.currentData()

    def show_years(self, years: Sequence[int], dossiers: Sequence[Subsidy]) -> None:
        """What can be chosen; the choice that was made stays when it is still there."""
        today = datetime.date.today()  # noqa: DTZ011 - the day of the person
        can_be = begun(years, today)
        _fill(self.year, [(str(year), year) for year in can_be], meant(can_be, today))
        _fill(self.dossier, [(_dossier_words(one), one.id) for one in dossiers])
        for widget in (self.year, self.language, self.print_size):
            widget.setEnabled(bool(can_be) or bool(dossiers))

    def choose_dossier(self, subsidy_id: int) -> None:
        """Go to the report of a subsidy, and tell."""
        self.kinds.choose(ReportKind.DOSSIER)
        self.dossier.blockSignals(True)
        self.dossier.setCurrentIndex(max(0, self.dossier.findData(subsidy_id)))
        self.dossier.blockSignals(False)
        self._kind_changed()

    def _kind_changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        self.year.setVisible(self.kind is ReportKind.YEAR)
        self.dossier.setVisible(self.kind is ReportKind.DOSSIER)


def _field(name: str) -> QComboBox:
    field = GivingBox()
    field.setAccessibleName(name)
    return field


def _fill(field: QComboBox, items: Sequence[tuple[str, object]], otherwise: object = None) -> None:
    chosen = field.currentData() if field.count() else otherwise
    field.blockSignals(True)
    field.clear()
    for words, data in items:
        field.addItem(words, data)
        field.setItemData(field.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
    field.setCurrentIndex(max(0, field.findData(chosen)))
    field.blockSignals(False)


def _dossier_words(dossier: Subsidy) -> str:
    parts = (dossier.funder, dossier.purpose, dossier.reference)
    return ", ".join(part for part in parts if part)
