# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page Subsidies on a real administration, by keyboard and by mouse."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_steps import StepKind
from buurthuis_admin.domain.subsidies import (
    Subsidy,
    SubsidyState,
)
from buurthuis_admin.gui.pages.dossier_detail import DossierPart
from buurthuis_admin.gui.pages.fields_form import FieldsForm
from buurthuis_admin.gui.pages.subsidies import DossierFilter, SubsidiesPage
from buurthuis_admin.gui.places import SUBSIDIES, TODAY
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import beside, check_controls, controls, cut_off
from tests.gui.subsidy_steps import (
    FIRST,
    YEAR,
    choose_in_menu,
    click,
    example,
    fill,
    first_page,
    form_over,
    open_dossier,
    page,
    replace_text,
    tab_to,
    the_only,
)

Settle = Callable[[], None]

pytestmark = pytest.mark.language("nl")
__all__ = ["first_page", "page"]  # fixtures


def test_from_the_idea_to_the_settlement_by_keyboard(
    qtbot: QtBot, page: SubsidiesPage, real_shell: Shell, real: Administration, settle: Settle
) -> None:
    qtbot.keyClick(real_shell, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    tab_to(qtbot, page.new)
    qtbot.keyClick(page.new, Qt.Key.Key_Space)
    settle()
    form = form_over(page)
    for name, text in (
        ("funder", "Oranje Fonds"),
        ("purpose", "Buurtmaaltijden"),
        ("start", f"1-1-{YEAR}"),
        ("end", f"31-12-{YEAR}"),
        ("requested", "5.000"),
    ):
        replace_text(qtbot, form, name, text)
    qtbot.keyClick(form, Qt.Key.Key_Return)
    settle()
    settle()
    assert the_only(real).state is SubsidyState.DRAFT
    assert the_only(real).requested == Decimal(5000)
    for day, more in (
        ("2", {}),
        ("3", {"awarded": "4.000", "advance": "3.000", "reference": "OF-12"}),
        ("4", {}),
        ("5", {}),
        ("6", {"amount": "4.000"}),
        ("7", {}),
    ):
        page.focus_first()
        tab_to(qtbot, page.detail.next_step)
        qtbot.keyClick(page.detail.next_step, Qt.Key.Key_Space)
        settle()
        form = form_over(page)
        replace_text(qtbot, form, "day", f"{day} januari {YEAR}")
        for name, text in more.items():
            replace_text(qtbot, form, name, text)
        qtbot.keyClick(form, Qt.Key.Key_Return)
        settle()
        settle()
        assert not any(one.isVisible() for one in page.findChildren(FieldsForm))
    done = the_only(real)
    assert (done.state, done.reference) == (SubsidyState.SETTLED, "OF-12")
    assert [one.received for one in done.instalments] == [Decimal(3000), Decimal(1000)]
    assert (done.accounted_on, done.settled_on) == (
        datetime.date(YEAR, 1, 5),
        datetime.date(YEAR, 1, 6),
    )
    assert done.closed
    assert page.chips.chip(DossierFilter.CLOSED).text() == "Afgesloten 1"


def test_from_the_award_to_the_settlement_by_mouse(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    real.subsidies.save(example())
    open_dossier(page, settle)
    click(qtbot, page.detail.next_step, settle)  # accountability sent
    form = form_over(page)
    click(qtbot, form.save, settle)
    assert the_only(real).state is SubsidyState.ACCOUNTED
    click(qtbot, page.detail.next_step, settle)  # settlement
    form = form_over(page)
    form.put("amount", "19.000")
    click(qtbot, form.save, settle)
    assert "meer dan er is toegekend" in form.summary.accessibleName()
    assert form.text("amount") == "19.000"
    form.put("amount", "17.500")
    click(qtbot, form.save, settle)
    assert (the_only(real).settled, the_only(real).to_come) == (Decimal(17500), Decimal(3100))


def test_one_that_is_rejected(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    real.subsidies.save(
        Subsidy(funder="VSBfonds", state=SubsidyState.APPLIED, requested=Decimal(900))
    )
    open_dossier(page, settle)
    choose_in_menu(page, "Afgewezen", settle)
    form = form_over(page)
    form.put("reason", "Het budget is op")
    click(qtbot, form.save, settle)
    gone = the_only(real)
    assert (gone.state, gone.outcome) == (SubsidyState.REJECTED, "Het budget is op")
    assert "gestopt" in page.detail.track.accessibleName()
    choose_in_menu(page, "Een stap terug", settle)
    assert the_only(real).state is SubsidyState.APPLIED


def test_one_that_is_paid_back(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, real_shell: Shell, settle: Settle
) -> None:
    real.subsidies.save(
        example(state=SubsidyState.SETTLED, settled=Decimal(14000), settled_on=FIRST)
    )
    open_dossier(page, settle)
    assert page.detail.next_step.text() == "Geld terugbetaald"
    click(qtbot, page.detail.next_step, settle)
    form = form_over(page)
    assert form.text("amount") == "400,00"
    click(qtbot, form.save, settle)
    assert (the_only(real).repaid, the_only(real).closed) == (Decimal(400), True)
    real_shell.undoing.undo()
    settle()
    assert the_only(real).to_repay == Decimal(400)


def test_a_dossier_takes_the_place_of_the_list_until_it_is_gone(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    real.subsidies.save(Subsidy(funder="KNHM", state=SubsidyState.DRAFT))
    number = fill(real)
    settle()
    settle()
    assert not page.detail.isVisible()
    row = next(place for place, one in enumerate(page.model.rows) if one.id == number)
    page.table.selectRow(row)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle()
    assert page.detail.isVisible()
    assert not page.table.isVisible()
    page.detail.parts.chip(DossierPart.OVERVIEW).setFocus()
    qtbot.keyClick(page.detail.parts.chip(DossierPart.OVERVIEW), Qt.Key.Key_Right)
    assert page.detail.expenses.isVisible()
    assert not page.detail.budget.isVisible()
    page.chips.choose(DossierFilter.ASKED)  # a chip that the dossier does not stand under
    page.chips.chosen.emit(DossierFilter.ASKED)
    settle()
    assert page.detail.acts.dossier is not None
    assert page.detail.acts.dossier.subsidy.id == number
    choose_in_menu(page, "Dossier verwijderen", settle)
    assert not page.detail.isVisible()  # and not another dossier in its place


def test_the_terms_of_all_dossiers_are_one_calendar(
    qtbot: QtBot,
    page: SubsidiesPage,
    real: Administration,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    for purpose in ("Koffie", "Taalcafé"):
        real.subsidies.save(example(purpose=purpose))
    settle()
    settle()
    path = tmp_path / "termijnen.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all, **_named: (str(path), ""))
    click(qtbot, page.terms, settle)
    text = path.read_text("utf-8")
    assert "Koffie" in text
    assert "Taalcafé" in text
    assert "termijnen.ics" in page.header.beside.text()


def test_search_year_and_chips_choose_together(
    page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    real.subsidies.save(example())
    old = Period(datetime.date(2019, 1, 1), datetime.date(2019, 12, 31))
    real.subsidies.save(example(purpose="Taalcafé", period=old, state=SubsidyState.SETTLED))
    real.subsidies.save(Subsidy(funder="KNHM", state=SubsidyState.DRAFT))
    settle()
    settle()
    QAbstractItemModelTester(page.model)
    assert len(page.model.rows) == 3
    assert page.chips.chip(DossierFilter.ASKED).text() == "Aangevraagd 1"
    page.year.setCurrentIndex(page.year.findData(2019))
    assert [one.purpose for one in page.model.rows] == ["Taalcafé"]
    page.year.setCurrentIndex(0)
    page.search.setText("taalcafe waterdam")
    page.search._tell()
    assert [one.purpose for one in page.model.rows] == ["Taalcafé"]
    page.search.setText("niets")
    page.search._tell()
    assert page.nothing.isVisible()
    settle()


def test_today_leads_to_the_dossier(
    page: SubsidiesPage, real: Administration, real_shell: Shell, settle: Settle, qtbot: QtBot
) -> None:
    real.subsidies.save(Subsidy(funder="KNHM", state=SubsidyState.DRAFT))
    number = fill(real)
    real_shell.go_to(TODAY)
    settle()
    settle()
    today = real_shell.page(TODAY)
    way = next(
        one
        for one in today.findChildren(QPushButton)
        if one.isVisible() and "Samen gezond" in one.accessibleName()
    )
    click(qtbot, way, settle)
    assert real_shell.current == SUBSIDIES
    assert page.detail.acts.dossier is not None
    assert page.detail.acts.dossier.subsidy.id == number


# Every size in both languages: make accessibility.
@pytest.mark.parametrize(("size", "wide"), [(100, 1440), (200, 1280)])
def test_the_page_keeps_the_bar(
    size: int,
    wide: int,
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    settle: Settle,
) -> None:
    fill(real)
    real.funders.add_standard()
    preferences.text_size = size
    window.restyle()
    window.resize(wide, 720)
    window.show_administration(real, SUBSIDIES)
    settle()
    assert window.shell is not None
    page = window.shell.page(SUBSIDIES)
    assert isinstance(page, SubsidiesPage)
    settle()
    settle()
    for place, show in (
        ("list", page.panes.close_detail),
        ("detail", page.panes.open_detail),
        ("money", lambda: page.detail.show_part(DossierPart.MONEY)),
        ("course", lambda: page.detail.show_part(DossierPart.COURSE)),
        ("funders", lambda: page.show_funder("Oranje Fonds")),
        ("a funder", page.funders.panes.open_detail),
    ):
        show()
        settle()
        settle()
        check_controls(window, place)
        assert cut_off(window) == [], place
        assert beside(window) == [], place
        assert window.size().toTuple() == (wide, 720), place


# Every size in both languages: make accessibility.
@pytest.mark.parametrize("size", [200])
def test_the_forms_keep_the_bar(
    size: int,
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    settle: Settle,
) -> None:
    fill(real)
    preferences.text_size = size
    window.restyle()
    window.show_administration(real, SUBSIDIES)
    settle()
    assert window.shell is not None
    page = window.shell.page(SUBSIDIES)
    assert isinstance(page, SubsidiesPage)
    settle()
    settle()
    acts, shown = page.detail.acts, page.detail.acts.dossier
    assert shown is not None
    openers: list[Callable[[], object]] = [
        acts.change,
        acts.expense,
        lambda: acts.payment(shown.subsidy.instalments[0]),
        lambda: acts.condition(shown.subsidy.conditions[0]),
        lambda: acts.line(shown.subsidy.budget_lines[0]),
        lambda: acts.target(shown.subsidy.targets[0]),
        lambda: acts.change_paper(shown.papers[0]),
    ]
    openers += [partial(acts.step, kind) for kind in StepKind]
    for opens in openers:
        opens()
        settle()
        form = form_over(page)
        check_controls(form, form.windowTitle())
        assert cut_off(form) == [], form.windowTitle()
        assert len(controls(form)) > 2
        form.reject()
        settle()
