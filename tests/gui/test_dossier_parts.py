# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a dossier and the funders, on a real administration."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, HeadCount, Session
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.subsidies import (
    Indicator,
)
from buurthuis_admin.gui.pages import dossier_actions
from buurthuis_admin.gui.pages.subsidies import SubsidiesPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.gui.subsidy_steps import FIRST, click, example, fill, form_over, page, the_only

Settle = Callable[[], None]

pytestmark = pytest.mark.language("nl")
__all__ = ["page"]  # a fixture


def test_what_is_missing_leads_to_where_it_is_filled_in(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    fill(real)
    settle()
    settle()
    links = [
        one
        for one in page.detail.missing.findChildren(QPushButton)
        if one.isVisible() and "Publiciteit" in one.accessibleName()
    ]
    assert [one.text() for one in links] == ["Schrijven"]
    click(qtbot, links[0], settle)
    form = form_over(page)
    form.put("explanation", "De drukker werd duurder.")
    click(qtbot, form.save, settle)
    assert the_only(real).budget_lines[1].explanation == "De drukker werd duurder."
    names = [
        one.accessibleName()
        for one in page.detail.missing.findChildren(QPushButton)
        if one.isVisible()
    ]
    assert not any("Publiciteit" in name for name in names)


def test_an_agreement_is_counted_over_its_activities(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    coffee = real.activities.save(Activity(name="Koffie"))
    session = real.activities.save_session(Session(activity_id=coffee, day=FIRST))
    real.activities.set_head_count(HeadCount(session_id=session, number=12))
    real.subsidies.save(example(targets=()))
    settle()
    settle()
    click(qtbot, page.detail.agreements.add_one, settle)
    form = form_over(page)
    form.put("kind", Indicator.AGE_BAND.value)
    form.put("promised", "0")
    click(qtbot, form.save, settle)
    assert "vanaf welke leeftijd" in form.summary.accessibleName()
    form.put("kind", Indicator.VISITS.value)
    form.put("promised", "800")
    item = form.activities.item(0)  # type: ignore[attr-defined]
    item.setCheckState(Qt.CheckState.Checked)
    click(qtbot, form.save, settle)
    (target,) = the_only(real).targets
    assert (target.kind, target.activities) == (Indicator.VISITS, (coffee,))
    names = [one.accessibleName() for one in page.detail.agreements.findChildren(QPushButton)]
    assert "Wijzigen: Bezoeken, 12 van 800" in names


def test_a_budget_begins_with_the_lines_of_the_funder(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    real.funders.save(Funder(name="Gemeente Waterdam", line_order=("Zaalhuur", "Materiaal")))
    real.subsidies.save(example(budget_lines=()))
    settle()
    settle()
    assert page.detail.budget.take.isVisible()
    click(qtbot, page.detail.budget.take, settle)
    assert [one.name for one in the_only(real).budget_lines] == ["Zaalhuur", "Materiaal"]
    assert not page.detail.budget.take.isVisible()


def test_parts_are_added_changed_and_taken_away(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    fill(real)
    settle()
    settle()
    click(qtbot, page.detail.expenses.add_one, settle)
    form = form_over(page)
    click(qtbot, form.save, settle)
    assert "2 dingen" in form.summary.accessibleName()
    form.put("description", "Docent")
    form.put("amount", "250")
    click(qtbot, form.save, settle)
    assert the_only(real).spent == Decimal(1730)
    page.detail.expenses.table.selectRow(0)
    qtbot.keyClick(page.detail.expenses.table, Qt.Key.Key_Return)
    settle()
    click(qtbot, form_over(page).remove, settle)
    assert len(the_only(real).expenses) == 1
    click(qtbot, page.detail.conditions.add_one, settle)
    form_over(page).put("words", "Foto's sturen")
    click(qtbot, form_over(page).save, settle)
    assert [one.words for one in the_only(real).conditions][-1] == "Foto's sturen"
    click(qtbot, page.detail.payments.add_one, settle)
    form = form_over(page)
    form.put("expected", "-5")
    click(qtbot, form.save, settle)
    assert form.isVisible()
    form.put("expected", "5")
    click(qtbot, form.save, settle)
    assert the_only(real).instalments[-1].expected == Decimal(5)


def test_a_paper_is_added_opened_and_taken_away(
    qtbot: QtBot,
    page: SubsidiesPage,
    real: Administration,
    real_shell: Shell,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    fill(real)
    settle()
    settle()
    letter = tmp_path / "Brief over voorschot.pdf"
    letter.write_bytes(b"%PDF-1.7 voorschot")
    shown: list[Path] = []
    monkeypatch.setattr(dossier_actions, "show_file", shown.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(letter), ""))
    click(qtbot, page.detail.papers.add_one, settle)
    click(qtbot, form_over(page).save, settle)
    titles = [one.title for one in real.papers.all_papers()]
    assert titles == ["Beschikking", "Brief over voorschot"]
    links = {one.accessibleName(): one for one in page.detail.papers.findChildren(QPushButton)}
    click(qtbot, links["Openen: Brief over voorschot"], settle)
    assert [path.read_bytes() for path in shown] == [b"%PDF-1.7 voorschot"]
    change = [
        one
        for one in page.detail.papers.findChildren(QPushButton)
        if one.accessibleName() == "Wijzigen: Brief over voorschot"
    ]
    click(qtbot, change[-1], settle)
    click(qtbot, form_over(page).remove, settle)
    assert len(real.papers.all_papers()) == 1
    real_shell.undoing.undo()
    settle()
    assert len(real.papers.all_papers()) == 2
    real.papers.close()
    assert not shown[0].exists()


def test_funders_are_added_changed_and_checked(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    click(qtbot, page.funders_link, settle)
    click(qtbot, page.funders.standard, settle)
    QAbstractItemModelTester(page.funders.model)
    names = [one.name for one in page.funders.model.rows]
    assert names == ["Cultuurfonds", "Gemeente", "KNHM", "Oranje Fonds", "VSBfonds"]
    page.show_funder("KNHM")
    settle()
    click(qtbot, page.funders.detail.change, settle)
    form = form_over(page)
    form.put("thresholds", "10.000: iets anders")
    form.put("explain", "15")
    click(qtbot, form.save, settle)
    assert "dubbele punt" in form.summary.accessibleName()
    form.put("thresholds", "10.000: inhoudelijk verslag")
    form.put("day", "31")
    form.put("month", "3")
    click(qtbot, form.save, settle)
    knhm = real.funders.named("KNHM")
    assert (knhm.explain_percentage, knhm.deadline.month) == (15, 3)
    assert [one.amount for one in knhm.thresholds] == [Decimal(10000)]
    assert knhm.unchecked
    click(qtbot, page.funders.detail.checked, settle)
    assert real.funders.named("KNHM").unchecked == ()
    page.funders.focus_first()
    qtbot.keyClick(page.funders.table, Qt.Key.Key_Escape)
    assert page.panes.isVisible()
