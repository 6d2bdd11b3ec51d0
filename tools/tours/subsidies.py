# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of a dossier in the middle of its year, of a step, and of the funders."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

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
from buurthuis_admin.gui.pages.dossier_detail import DossierPart
from buurthuis_admin.gui.pages.report_explain import CorrectForm
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.pages.subsidies import SubsidiesPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tools.tours.moving import Shown, go, opened, settle

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
    for part in (DossierPart.MONEY, DossierPart.COURSE):
        page.detail.show_part(part)
        page.detail.show_widget(page.detail.parts)
        settle(window)
        yield f"subsidy-{part.value}", window
    page.detail.show_part(DossierPart.OVERVIEW)
    yield from _forms(page, window)
    page.show_funder("Oranje Fonds")
    settle(window)
    yield "funders", window
    funder = page.funders.model.rows[0]
    yield from opened("funder", window, lambda: page.funders._open(funder))
    page.funders.closed.emit()
    settle(window)
    yield from _report(page, number, shell, window)


def _forms(page: SubsidiesPage, window: MainWindow) -> Iterator[Shown]:
    acts = page.detail.acts
    for name, act in (
        ("step", lambda: acts.step(StepKind.SETTLE)),
        ("facts", acts.change),
        ("expense", acts.expense),
        ("payment", acts.payment),
        ("condition", acts.condition),
        ("line", acts.line),
        ("target", acts.target),
        ("new-paper", lambda: acts.take_paper(Path("Beschikking.pdf"))),
        ("paper", lambda: acts.change_paper(acts._shown.papers[0])),
    ):
        yield from opened(f"subsidy-{name}", window, act)
    yield from opened("subsidy-new", window, page.new)


def _report(page: SubsidiesPage, number: int, shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The report on the dossier, where a figure comes from, and its pack."""
    page.report_asked.emit(number)
    reports = shell.page(places.REPORTS)
    assert isinstance(reports, ReportsPage)
    settle(window)
    yield "report-subsidy", window
    for page_number in range(6):  # to the first page with figures on it
        if not reports.preview.pdf.places:
            reports.preview.pdf.go_to(page_number)
            settle(window)
    yield from opened("report-figures", window, reports.preview.explain)
    figure = next(one.name for one in reports.preview.pdf.places)
    yield from opened("report-explain", window, lambda: reports.figures.open(figure))
    correct = CorrectForm(figure, "Bezoeken", reports)
    yield from opened("report-correct", window, lambda: open_dialog(correct))
    with tempfile.TemporaryDirectory() as folder:
        pack = lambda: reports.packing.make(number, reports.choice.look, Path(folder))  # noqa: E731
        yield from opened("report-pack", window, pack)


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
