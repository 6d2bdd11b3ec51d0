# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of a dossier in the middle of its year, of a step, and of the funders."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QDialog

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_steps import StepKind
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
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.subsidies import SubsidiesPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tools.tours.moving import Shown, go, settle

_YEAR = 2024  # the last year of the example
_BUDGET = (
    ("Begeleiding docent", 7200, "6480"),
    ("Zaalhuur", 4800, "4400"),
    ("Materiaal", 2400, "1612.40"),
    ("Publiciteit", 1200, "1480"),
    ("Vrijwilligersvergoeding", 2400, "600"),
)


def subsidies(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The dossier from top to bottom, then what opens from it."""
    number = _dossier(shell.workspace.administration)
    go(shell, places.SUBSIDIES)
    page = shell.page(places.SUBSIDIES)
    assert isinstance(page, SubsidiesPage)
    page.show_subsidy(number)
    settle(window)
    yield "subsidy", window
    page.detail.show_widget(page.detail.papers)
    yield "subsidy-papers", window
    page.detail.acts.step(StepKind.SETTLE)
    settle(window)
    form = next(one for one in page.detail.findChildren(QDialog) if one.isVisible())
    yield "subsidy-step", form
    form.reject()
    page.show_funder("Oranje Fonds")
    settle(window)
    yield "funders", window
    page.funders.closed.emit()


def _dossier(administration: Administration) -> int:
    administration.funders.add_standard()
    subsidies = administration.subsidies
    number = subsidies.save(_running())
    lines = {one.name: one.id for one in subsidies.get(number).budget_lines}
    for month, (name, _planned, spent) in enumerate(_BUDGET, start=3):
        expense = Expense(
            description=f"Rekening {name.lower()}",
            amount=Decimal(spent),
            day=datetime.date(_YEAR, month, 5),
            budget_line_id=lines[name],
        )
        subsidies.save_part(number, expense)
    letter = Path(administration.path).with_name("Beschikking.pdf")
    letter.write_bytes(b"%PDF-1.7")
    administration.papers.attach(
        letter, subsidy_id=number, title="Beschikking 2024-01487", kind=PaperKind.DECISION
    )
    return number


def _running() -> Subsidy:
    agreed = (
        ("Bijeenkomsten", 40, Indicator.SESSIONS),
        ("Bezoeken", 800, Indicator.VISITS),
        ("Verschillende mensen", 90, Indicator.PEOPLE),
        ("Vrijwilligersuren", 320, Indicator.VOLUNTEER_HOURS),
    )
    return Subsidy(
        funder="Gemeente Waterdam",
        purpose="Samen gezond in de wijk",
        reference="2024-01487",
        state=SubsidyState.AWARDED,
        requested=Decimal(20000),
        awarded=Decimal(18000),
        applied_on=datetime.date(_YEAR - 1, 10, 12),
        decided_on=datetime.date(_YEAR - 1, 12, 18),
        due_on=datetime.date(_YEAR + 1, 4, 1),
        period=Period.year(_YEAR),
        instalments=(
            Instalment(
                received=Decimal(14400), day=datetime.date(_YEAR, 1, 15), remark="Voorschot"
            ),
            Instalment(expected=Decimal(3600)),
        ),
        budget_lines=tuple(
            BudgetLine(position=place, name=name, planned=Decimal(planned))
            for place, (name, planned, _spent) in enumerate(_BUDGET)
        ),
        targets=tuple(
            Target(indicator=name, promised=Decimal(number), kind=kind)
            for name, number, kind in agreed
        ),
        conditions=(Condition(words="Logo van de gemeente op elke poster"),),
    )
