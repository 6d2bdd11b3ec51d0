# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Privacy on the screen, with a real administration behind it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Membership, Person, PersonDetail
from buurthuis_admin.domain.privacy import (
    Consent,
    DataBreach,
    PrivacyRequest,
    RemovalKind,
    RequestKind,
)
from buurthuis_admin.domain.retention import RetentionRules
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.privacy import Part, PrivacyPage
from buurthuis_admin.gui.pages.privacy_forms import (
    ConsentForm,
    DataBreachForm,
    KeepReasonForm,
    RetentionForm,
)
from buurthuis_admin.gui.pages.privacy_leaving import LeavingPart
from buurthuis_admin.gui.pages.privacy_lists import BreachesPart, ConsentsPart, RequestsPart
from buurthuis_admin.gui.pages.privacy_register import RegisterPart
from buurthuis_admin.gui.pages.removal_dialog import RemovalDialog, for_many, for_one
from buurthuis_admin.gui.places import MEMBERS, PRIVACY
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import beside, check_controls, cut_off

Settle = Callable[[], None]

pytestmark = pytest.mark.language("nl")


@pytest.fixture
def first_page() -> str:
    return PRIVACY


@pytest.fixture
def people(real: Administration) -> list[int]:
    """Somebody who left long ago, and a member."""
    made = []
    for name, ends in (("Smit", PartialDate(2019, 6, 30)), ("Blijver", None)):
        member = Membership(start=PartialDate(2015), end=ends)
        person = Person(name=PersonName(first="Gerda", last=name))
        made.append(real.members.save(PersonDetail(person=person, memberships=(member,))))
    return made


@pytest.fixture
def page(people: list[int], real_shell: Shell, settle: Settle) -> PrivacyPage:
    assert people
    real_shell.go_to(PRIVACY)
    settle()
    found = real_shell.page(PRIVACY)
    assert isinstance(found, PrivacyPage)
    return found


def dialog(parent: QWidget, kind: type[QDialog]) -> QDialog:
    return next(one for one in parent.findChildren(kind) if one.isVisible())


def show(page: PrivacyPage, part: Part, settle: Settle) -> None:
    page.show_part(part)
    settle()


# Every size in both languages: make accessibility.
@pytest.mark.parametrize("size", [200])
def test_every_part_keeps_the_bar(
    size: int,
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    people: list[int],
    settle: Settle,
) -> None:
    preferences.text_size = size
    window.restyle()
    window.resize(1280, 720)
    real.privacy.held.note(people[0])
    found = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    real.privacy.save_breach(DataBreach(discovered_at=found, description="Laptop gestolen"))
    real.privacy.save_consent(Consent("Nieuwsbrief", found.date(), person_id=people[0]))
    window.show_administration(real, PRIVACY)
    settle()
    assert window.shell is not None
    page = window.shell.page(PRIVACY)
    assert isinstance(page, PrivacyPage)
    for part in Part:
        show(page, part, settle)
        QApplication.processEvents()
        check_controls(window, part)
        assert cut_off(window) == [], part
        assert beside(window) == [], part
        assert window.size().toTuple() == (1280, 720)


def test_who_is_ticked_is_made_anonymous(
    qtbot: QtBot, page: PrivacyPage, real: Administration, people: list[int], settle: Settle
) -> None:
    part = page.part(Part.LEAVING)
    assert isinstance(part, LeavingPart)
    QAbstractItemModelTester(part.model)
    assert [one.person_id for one in part.model.rows] == people[:1]
    part.anonymise.click()
    assert not page.findChildren(RemovalDialog)
    assert "aan" in part.told.text()
    part.table.setFocus()
    part.table.selectRow(0)
    qtbot.keyClick(part.table, Qt.Key.Key_Space)
    assert part.model.ticked == people[:1]
    part.anonymise.click()
    asked = dialog(page, RemovalDialog)
    assert isinstance(asked, RemovalDialog)
    assert asked.focusWidget() is asked.leave
    asked.go.click()
    settle()
    settle()
    assert part.model.rows == ()
    assert real.members.count() == 1


def test_somebody_is_kept_for_a_reason(page: PrivacyPage, settle: Settle) -> None:
    part = page.part(Part.LEAVING)
    assert isinstance(part, LeavingPart)
    part.keep.click()
    form = dialog(page, QDialog)
    form.ui.save.click()  # type: ignore[attr-defined]
    settle()
    assert form.isVisible()
    form.ui.reason.setText("Erelid")  # type: ignore[attr-defined]
    form.ui.save.click()  # type: ignore[attr-defined]
    settle()
    settle()
    assert part.model.rows == ()
    assert "Smit, Gerda (Erelid)" in part.kept.text()


def test_a_consent_is_given_and_taken_back(
    page: PrivacyPage, real_shell: Shell, real: Administration, people: list[int], settle: Settle
) -> None:
    real_shell.go_to(MEMBERS)
    members = real_shell.page(MEMBERS)
    assert isinstance(members, MembersPage)
    members.show_person(people[1])
    settle()
    settle()
    members.privacy.add.click()
    settle()
    form = dialog(members, ConsentForm)
    assert isinstance(form, ConsentForm)
    form.ui.purpose.setCurrentText("Nieuwsbrief")
    form.ui.given_on.setText("30 februari")
    form.ui.save.click()
    assert form.isVisible()
    form.ui.given_on.setText("3 april 2026")
    form.ui.save.click()
    settle()
    (consent,) = real.privacy.consents(people[1])
    assert (consent.purpose, consent.given_on) == ("Nieuwsbrief", datetime.date(2026, 4, 3))
    show(page, Part.CONSENTS, settle)
    part = page.part(Part.CONSENTS)
    assert isinstance(part, ConsentsPart)
    QAbstractItemModelTester(part.model)
    part.withdraw.click()
    settle()
    settle()
    assert real.privacy.consents(people[1])[0].withdrawn_on is not None


def test_papers_of_a_person_and_their_request(
    page: PrivacyPage,
    real_shell: Shell,
    real: Administration,
    people: list[int],
    settle: Settle,
    tmp_path: Path,
) -> None:
    real_shell.go_to(MEMBERS)
    members = real_shell.page(MEMBERS)
    assert isinstance(members, MembersPage)
    members.show_person(people[0])
    settle()
    members.privacy.save_papers(tmp_path)
    settle()
    assert len(list(tmp_path.glob("Inzageverzoek*.pdf"))) == 1
    assert len(list(tmp_path.glob("Inzageverzoek*.xlsx"))) == 1
    assert "Inzageverzoek" in members.privacy.told.text()
    show(page, Part.REQUESTS, settle)
    part = page.part(Part.REQUESTS)
    assert isinstance(part, RequestsPart)
    QAbstractItemModelTester(part.model)
    assert [name for name, _request in part.model.rows] == ["Gerda Smit"]
    part.extend.click()
    settle()
    part.answered.click()
    settle()
    (_name, request), *_more = real.privacy.requests()
    assert request.extended_until == request.latest_extension
    assert request.answered_on == real.privacy.today()


def test_an_empty_list_has_no_use_for_what_is_done_with_a_row(
    page: PrivacyPage, real: Administration, people: list[int], settle: Settle
) -> None:
    show(page, Part.REQUESTS, settle)
    part = page.part(Part.REQUESTS)
    assert isinstance(part, RequestsPart)
    of_row = (part.papers, part.answered, part.extend, part.print)
    assert not any(one.isEnabled() for one in of_row)
    assert part.new.isEnabled()
    real.privacy.save_request(
        PrivacyRequest(
            kind=RequestKind.ACCESS, received_on=real.privacy.today(), person_id=people[0]
        )
    )
    part.refresh()
    settle()
    assert all(one.isEnabled() for one in of_row)


def test_a_person_is_erased_and_the_list_goes_on(
    qtbot: QtBot,
    page: PrivacyPage,
    real_shell: Shell,
    real: Administration,
    people: list[int],
    settle: Settle,
) -> None:
    assert page.isVisible()
    real.privacy.save_request(
        PrivacyRequest(
            kind=RequestKind.ERASE, received_on=real.privacy.today(), person_id=people[0]
        )
    )
    real_shell.go_to(MEMBERS)
    members = real_shell.page(MEMBERS)
    assert isinstance(members, MembersPage)
    members.show_person(people[0])
    settle()
    members.privacy.erase.click()
    settle()
    asked = dialog(members, RemovalDialog)
    assert isinstance(asked, RemovalDialog)
    assert "Gerda Smit wissen" in asked.windowTitle()
    check_controls(asked, "erase")
    asked.go.click()
    settle()
    settle()
    assert real.members.count() == 1
    qtbot.waitUntil(lambda: members.detail.name.text() == "Gerda Blijver")
    assert real.privacy.requests()[0][0] == ""


def test_a_data_breach_is_noted_with_its_hours(
    page: PrivacyPage, real: Administration, settle: Settle
) -> None:
    show(page, Part.BREACHES, settle)
    part = page.part(Part.BREACHES)
    assert isinstance(part, BreachesPart)
    part.new.click()
    form = dialog(page, DataBreachForm)
    assert isinstance(form, DataBreachForm)
    form.ui.people_affected.setText("veel")
    form.ui.discovered_time.setText("25:00")
    form.ui.save.click()
    assert form.isVisible()
    for field in (form.ui.people_affected, form.ui.discovered_time, form.ui.description):
        assert field.accessibleDescription()
    form.ui.people_affected.setText("212")
    form.ui.discovered_time.setText("0:00")
    form.ui.description.setPlainText("Laptop weg\nuit de auto")
    form.ui.save.click()
    settle()
    settle()
    (breach,) = real.privacy.breaches()
    assert breach.description == "Laptop weg\nuit de auto"
    assert breach.people_affected == 212
    here = breach.discovered_at.astimezone()
    assert (here.hour, here.minute) == (0, 0)
    assert "uur" in part.model.index(0, 3).data()


def test_the_register_is_shown_and_saved(page: PrivacyPage, settle: Settle, tmp_path: Path) -> None:
    show(page, Part.REGISTER, settle)
    part = page.part(Part.REGISTER)
    assert isinstance(part, RegisterPart)
    assert part.preview.pages >= 1
    part.save_to(tmp_path / "register.pdf")
    settle()
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_for_the_helper(page: PrivacyPage, real_shell: Shell, tmp_path: Path) -> None:
    assert page.isVisible()
    real_shell.workspace.errors.write_for_helper(tmp_path / "helper.txt")
    told = (tmp_path / "helper.txt").read_text("utf-8")
    assert "rows of people: 2" in told
    assert "Smit" not in told


def test_dialogs_keep_the_bar_too(
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    people: list[int],
    settle: Settle,
) -> None:
    preferences.text_size = 200
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(real)
    settle()
    shell = window.shell
    assert shell is not None
    found = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    forms: list[QDialog] = [
        ConsentForm(Consent("Nieuwsbrief", found.date()), [], shell.workspace, shell),
        DataBreachForm(DataBreach(discovered_at=found, description="x"), shell.workspace, shell),
        KeepReasonForm(people[0], shell.workspace, shell),
        RetentionForm(RetentionRules(), shell.workspace, shell),
        for_one(real.privacy.removal.preview(people[0]), RemovalKind.ERASED, shell),
        for_many(3, RemovalKind.ANONYMISED, shell),
    ]
    for form in forms:
        form.open()
        QApplication.processEvents()
        check_controls(form, type(form).__name__)
        assert cut_off(form) == []
        assert form.height() <= 720
        form.reject()
