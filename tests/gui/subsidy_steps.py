# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the page Subsidies do again and again."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Condition,
    Expense,
    Indicator,
    Instalment,
    Subsidy,
    SubsidyState,
    Target,
)
from buurthuis_admin.gui.pages.dossier_detail import DossierPart
from buurthuis_admin.gui.pages.fields_form import FieldsForm
from buurthuis_admin.gui.pages.subsidies import SubsidiesPage
from buurthuis_admin.gui.places import SUBSIDIES
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]

YEAR = datetime.date.today().year  # noqa: DTZ011 - the day of the person, as the page has it
FIRST, LAST = datetime.date(YEAR, 1, 1), datetime.date(YEAR, 12, 31)


def example(**changes: object) -> Subsidy:
    """A running dossier with something of everything."""
    facts: dict[str, object] = {
        "funder": "Gemeente Waterdam",
        "purpose": "Samen gezond in de wijk",
        "reference": "2026-01487",
        "state": SubsidyState.AWARDED,
        "requested": Decimal(20000),
        "awarded": Decimal(18000),
        "applied_on": datetime.date(YEAR - 1, 10, 12),
        "decided_on": datetime.date(YEAR - 1, 12, 18),
        "due_on": datetime.date(YEAR + 1, 4, 1),
        "period": Period(FIRST, LAST),
        "instalments": (
            Instalment(received=Decimal(14400), day=FIRST, remark="Voorschot"),
            Instalment(expected=Decimal(3600), expected_on=datetime.date(YEAR + 1, 6, 1)),
        ),
        "budget_lines": (
            BudgetLine(position=0, name="Begeleiding door een docent", planned=Decimal(17000)),
            BudgetLine(position=1, name="Publiciteit", planned=Decimal(1000)),
        ),
        "targets": (
            Target(indicator="Bezoeken", promised=Decimal(800), kind=Indicator.VISITS),
            Target(indicator="Tevreden bezoekers", promised=Decimal(8)),
        ),
        "conditions": (Condition(words="Het logo van de gemeente op elke poster"),),
    }
    return Subsidy(**(facts | changes))  # type: ignore[arg-type]


def fill(real: Administration) -> int:
    """The example with an expense too many and a paper."""
    number = real.subsidies.save(example())
    line = real.subsidies.get(number).budget_lines[1]
    real.subsidies.save_part(
        number,
        Expense(description="Flyers", amount=Decimal(1480), day=FIRST, budget_line_id=line.id),
    )
    paper = real.path.with_name("Beschikking.pdf")
    paper.write_bytes(b"%PDF-1.7 toegekend")
    real.papers.attach(paper, subsidy_id=number, title="Beschikking", kind=PaperKind.DECISION)
    return number


@pytest.fixture
def first_page() -> str:
    return SUBSIDIES


@pytest.fixture
def page(real_shell: Shell, settle: Settle) -> SubsidiesPage:
    real_shell.go_to(SUBSIDIES)
    settle()
    found = real_shell.page(SUBSIDIES)
    assert isinstance(found, SubsidiesPage)
    return found


def form_over(page: SubsidiesPage) -> FieldsForm:
    """The form that is open."""
    return next(one for one in page.findChildren(FieldsForm) if one.isVisible())


def replace_text(qtbot: QtBot, form: FieldsForm, name: str, text: str) -> None:
    """Type something in the place of what stands in a field."""
    field = form.fields[name]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if isinstance(field, QPlainTextEdit):
        field.setPlainText("")
    target = field.lineEdit() if hasattr(field, "lineEdit") else field
    target.selectAll() if isinstance(target, QLineEdit) else None
    qtbot.keyClicks(target, text)


def tab_to(qtbot: QtBot, wanted: QPushButton) -> None:
    """Press Tab until a button has the focus."""
    for _press in range(80):
        if QApplication.focusWidget() is wanted:
            return
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not lead to {wanted.accessibleName()!r}")


def the_only(real: Administration) -> Subsidy:
    (found,) = real.subsidies.dossiers()
    return found


def click(qtbot: QtBot, button: QPushButton, settle: Settle) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    settle()


def open_dossier(page: SubsidiesPage, settle: Settle, part: DossierPart | None = None) -> None:
    """Have the dossier that is chosen in the list shown, and a part of it."""
    settle()
    settle()
    page.panes.open_detail()
    page.detail.show_part(part or DossierPart.OVERVIEW)
    settle()


def choose_in_menu(page: SubsidiesPage, word: str, settle: Settle) -> None:
    """Choose something behind 'Meer'."""
    actions = page.detail.more.menu().actions()
    next(one for one in actions if one.text() == word).trigger()
    settle()
    settle()
