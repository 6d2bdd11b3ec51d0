# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page Subsidies on a real administration, by keyboard and by mouse."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, HeadCount, Session
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
from buurthuis_admin.gui.pages import dossier_actions
from buurthuis_admin.gui.pages.fields_form import FieldsForm
from buurthuis_admin.gui.pages.subsidies import DossierFilter, SubsidiesPage
from buurthuis_admin.gui.places import SUBSIDIES, TODAY
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tests.gui.test_accessibility import beside, check_controls, controls, cut_off

Settle = Callable[[], None]

pytestmark = pytest.mark.language("nl")
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


def test_from_the_idea_to_the_settlement_by_keyboard(
    qtbot: QtBot, page: SubsidiesPage, real_shell: Shell, real: Administration, settle: Settle
) -> None:
    qtbot.keyClick(real_shell, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
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


def click(qtbot: QtBot, button: QPushButton, settle: Settle) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    settle()


def choose_in_menu(page: SubsidiesPage, word: str, settle: Settle) -> None:
    """Choose something behind 'Meer'."""
    actions = page.detail.more.menu().actions()
    next(one for one in actions if one.text() == word).trigger()
    settle()
    settle()


def test_from_the_award_to_the_settlement_by_mouse(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    real.subsidies.save(example())
    settle()
    settle()
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
    settle()
    settle()
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
    settle()
    settle()
    assert page.detail.next_step.text() == "Geld terugbetaald"
    click(qtbot, page.detail.next_step, settle)
    form = form_over(page)
    assert form.text("amount") == "400,00"
    click(qtbot, form.save, settle)
    assert (the_only(real).repaid, the_only(real).closed) == (Decimal(400), True)
    real_shell.undoing.undo()
    settle()
    assert the_only(real).to_repay == Decimal(400)


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


@pytest.mark.parametrize(("size", "wide"), [(100, 1440), (100, 1280), (150, 1280), (200, 1280)])
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
    window.show_administration(real)
    settle()
    assert window.shell is not None
    window.shell.go_to(SUBSIDIES)
    page = window.shell.page(SUBSIDIES)
    assert isinstance(page, SubsidiesPage)
    settle()
    settle()
    for place, show in (
        ("list", page.panes.close_detail),
        ("detail", page.panes.open_detail),
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


@pytest.mark.parametrize("size", [100, 200])
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
    window.show_administration(real)
    settle()
    assert window.shell is not None
    window.shell.go_to(SUBSIDIES)
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
    openers += [lambda kind=kind: acts.step(kind) for kind in dossier_actions.StepKind]
    for opens in openers:
        opens()
        settle()
        form = form_over(page)
        check_controls(form, form.windowTitle())
        assert cut_off(form) == [], form.windowTitle()
        assert len(controls(form)) > 2
        form.reject()
        settle()
