# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of an agreed result: what is counted, over which activities, and how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from buurthuis_admin.domain.subsidies import Indicator, Target
from buurthuis_admin.gui.pages.dossier_forms import day_text
from buurthuis_admin.gui.pages.fields_form import Field, FieldKind, FieldsForm
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.services.subsidy_words import indicator_word

_SHOWN = 5  # rows of the list of activities
_OLDEST = 130


class TargetForm(FieldsForm):
    """An agreed result; fields that its count does not need are hidden."""

    def __init__(
        self,
        subsidy_id: int,
        target: Target,
        activities: Sequence[tuple[int, str]],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        self._subsidy_id, self._target = subsidy_id, target
        subsidies = workspace.administration.subsidies
        remover = None
        if target.id is not None:
            remover = (_("Remove"), lambda: subsidies.remove_part(subsidy_id, target))
        title = _("New agreement") if target.id is None else _("Change agreement")
        super().__init__(title, _fields(target), workspace, parent, remover=remover)
        self.activities = _activity_list(activities, target.activities)
        self._add_list()
        kind = self.fields["kind"]
        kind.currentIndexChanged.connect(lambda _place: self._show_needed())  # type: ignore[attr-defined]
        self._show_needed()

    def _add_list(self) -> None:
        self.extra.addWidget(label(_("Activities that count")))
        self.extra.addWidget(label(_("Without any, those of the subsidy count."), "muted"))
        self.extra.addWidget(self.activities)

    def _show_needed(self) -> None:
        kind = self._kind()
        self.show_field("age_from", kind is Indicator.AGE_BAND)
        self.show_field("age_to", kind is Indicator.AGE_BAND)
        self.show_field("area", kind is Indicator.NEIGHBOURHOOD)
        self.activities.setEnabled(kind is not Indicator.OWN)

    def _kind(self) -> Indicator:
        return Indicator(self.text("kind"))

    def read(self, reading: Reading) -> Callable[[], object]:
        """The agreed result."""
        kind = self._kind()
        ages = kind is Indicator.AGE_BAND
        changed = replace(
            self._target,
            kind=kind,
            indicator=reading.text("indicator") or indicator_word(kind),
            promised=_promised(reading),
            explanation=reading.lines("explanation"),
            activities=tuple(_ticked(self.activities)) if kind is not Indicator.OWN else (),
            age_from=_age(reading, "age_from") if ages else None,
            age_to=_age(reading, "age_to") if ages else None,
            area=reading.text("area") if kind is Indicator.NEIGHBOURHOOD else "",
            starts=reading.day("starts"),
            ends=reading.day("ends"),
        )
        _look(changed, reading)
        subsidies = self.workspace.administration.subsidies
        return lambda: subsidies.save_part(self._subsidy_id, changed)


def _look(target: Target, reading: Reading) -> None:
    if target.starts and target.ends and target.ends < target.starts:
        words = _("The last day lies before the first day. Change one of the two.")
        reading.problems.append(Problem("ends", words))
    if target.kind is Indicator.NEIGHBOURHOOD and not target.area:
        words = _("Fill in a neighbourhood, or the four digits of postcodes, such as 3552, 3553.")
        reading.problems.append(Problem("area", words))
    ages = (target.age_from, target.age_to)
    if target.kind is Indicator.AGE_BAND and ages == (None, None):
        words = _("Fill in from which age, up to which age, or both.")
        reading.problems.append(Problem("age_from", words))


def _promised(reading: Reading) -> Decimal:
    found = reading.amount("promised", needed=True)
    if found is not None and found < 0:
        words = _("Fill in a number that is not less than nothing.")
        reading.problems.append(Problem("promised", words))
    return found or Decimal(0)


def _age(reading: Reading, name: str) -> int | None:
    found = reading.number(name)
    if found is not None and found > _OLDEST:
        reading.problems.append(Problem(name, _("Fill in an age of 0 to 130.")))
    return found


def _fields(target: Target) -> list[Field]:
    kinds = tuple((kind.value, indicator_word(kind)) for kind in Indicator)
    promised = target.promised
    whole = promised == promised.to_integral_value()
    number = format_number(promised, 0 if whole else 2) if promised else ""
    first = target.kind if target.id is not None else Indicator.SESSIONS
    return [
        Field(
            name="kind",
            label=_("What is counted"),
            value=first.value,
            kind=FieldKind.CHOICE,
            choices=kinds,
        ),
        Field(name="promised", label=_("How much was agreed"), value=number, needed=True),
        Field(name="indicator", label=_("How the funder calls it"), value=target.indicator),
        Field(name="age_from", label=_("Age from"), value=_number(target.age_from)),
        Field(name="age_to", label=_("Age up to"), value=_number(target.age_to)),
        Field(
            name="area",
            label=_("Neighbourhood"),
            value=target.area,
            hint=_("A name, or the four digits of postcodes."),
            needed=True,
        ),
        Field(
            name="starts",
            label=_("First day"),
            value=day_text(target.starts),
            hint=_("Only when it differs from the period of the subsidy."),
        ),
        Field(name="ends", label=_("Last day"), value=day_text(target.ends)),
        Field(
            name="explanation",
            label=_("Explanation of the difference"),
            value=target.explanation,
            kind=FieldKind.TEXT,
        ),
    ]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _activity_list(activities: Sequence[tuple[int, str]], chosen: Sequence[int]) -> QListWidget:
    made = QListWidget()
    made.setProperty("kind", "list")
    made.setAccessibleName(_("Activities that count"))
    for number, name in activities:
        item = QListWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, number)
        item.setSizeHint(QSize(0, scaled(ROW)))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        state = Qt.CheckState.Checked if number in chosen else Qt.CheckState.Unchecked
        item.setCheckState(state)
        made.addItem(item)
    made.setMinimumHeight(scaled(ROW * min(_SHOWN, max(2, len(activities)))))
    return made


def _ticked(listing: QListWidget) -> list[int]:
    items = [listing.item(row) for row in range(listing.count())]
    return [
        int(item.data(Qt.ItemDataRole.UserRole))
        for item in items
        if item.checkState() is Qt.CheckState.Checked
    ]
