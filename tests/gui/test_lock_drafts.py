# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything else that was being typed when the program locked: not one character is lost."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.privacy import Consent, DataBreach, PrivacyRequest, RequestKind
from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.form_drafts import put_back, take_down
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.pages.lock import LockPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.privacy import PrivacyPage
from buurthuis_admin.gui.pages.privacy_forms import (
    ConsentForm,
    ContactsForm,
    DataBreachForm,
    KeepReasonForm,
    PrivacyForm,
    PrivacyRequestForm,
    RetentionForm,
)
from buurthuis_admin.gui.pages.safety import SafetyPage
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.places import IMPORT, MEMBERS, PRIVACY, SAFETY, SETTINGS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration, open_administration
from tests.gui.test_import_sheet import attendance_book, choose, type_in
from tests.unit.storage.making import PASSWORD


class Desk:
    """A window on a real file, locked and opened again."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def settle(self) -> None:
        idle = self.window.readers, self.window.writers
        self._qtbot.waitUntil(lambda: not any(one.busy for one in idle), timeout=10_000)
        QApplication.processEvents()

    def page(self, key: str) -> Page:
        assert self.window.shell is not None
        self.window.shell.go_to(key)
        self.settle()
        return self.window.shell.page(key)

    @property
    def administration(self) -> Administration:
        assert self.window._administration is not None
        return self.window._administration

    def lock_and_unlock(self) -> None:
        self.window.lock()
        page = self.window.centralWidget()
        assert isinstance(page, LockPage)
        self._qtbot.waitUntil(page.open.isEnabled, timeout=10_000)
        page.password.setText(PASSWORD)
        QTest.keyClick(page.password, Qt.Key.Key_Return)
        self.settle()
        self.settle()  # forms are opened by what was read

    def form(self, kind: type[FormDialog]) -> FormDialog:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
        (form,) = [one for one in found if one.isVisible()]
        return form

    def forget(self) -> list[str]:
        """What is still kept once nothing is being typed any more."""
        self.window.locking.keep_drafts()
        self.settle()
        return [draft.key for draft in self.administration.drafts.all()]


@pytest.fixture
def desk(qtbot: QtBot, preferences: Preferences, real: Administration) -> Iterator[Desk]:
    window = MainWindow(
        Doors(open_administration, lambda *_: real, lambda: real), preferences, ErrorPresenter()
    )
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    real.members.save(PersonDetail(person=Person(name=PersonName(first="Gerda", last="Smit"))))
    window.show_administration(real)
    desk = Desk(window, qtbot)
    desk.settle()
    yield desk
    desk.settle()
    window.close()
    window.deleteLater()


def typed(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def test_what_was_typed_in_the_settings(desk: Desk) -> None:
    page = desk.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    typed(page.ui.name, "De Linde ")
    typed(page.ui.chamber, "1234")
    desk.lock_and_unlock()
    page = desk.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    texts = (page.ui.name.text(), page.ui.town.text(), page.ui.chamber.text())
    assert texts == ("De Linde ", "", "1234")
    typed(page.ui.chamber, "12345678")
    page.ui.save.click()
    desk.settle()
    assert desk.administration.settings.centre().name == "De Linde"
    assert desk.forget() == []


def test_another_change_does_not_write_over_what_is_being_typed(desk: Desk) -> None:
    page = desk.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    typed(page.ui.name, "De Lin")
    page.refresh()
    desk.settle()
    assert page.ui.name.text() == "De Lin"


def test_passwords_come_back_and_are_never_on_the_disk(desk: Desk) -> None:
    page = desk.page(SAFETY)
    assert isinstance(page, SafetyPage)
    typed(page.old, "het oude")
    typed(page.pair.password, "het nieuwe")
    typed(page.new_pair.again, "iets anders")
    page.sheet.ask_for(("A1", "C2"))
    typed(page.sheet.fields["C2"], "abc")
    desk.window.locking.keep_drafts()
    desk.settle()
    assert desk.administration.drafts.all() == []
    desk.lock_and_unlock()
    page = desk.page(SAFETY)
    assert isinstance(page, SafetyPage)
    assert page.old.text() == "het oude"
    assert page.pair.password.text() == "het nieuwe"
    assert page.pair.password.echoMode() is QLineEdit.EchoMode.Password
    assert (page.new_pair.password.text(), page.new_pair.again.text()) == ("", "iets anders")
    assert {group: field.text() for group, field in page.sheet.fields.items()} == {
        "A1": "",
        "C2": "abc",
    }
    assert desk.forget() == []


def _request(page: PrivacyPage, _person: int) -> PrivacyForm:
    request = PrivacyRequest(kind=RequestKind.ACCESS, received_on=datetime.date(2026, 1, 2))
    return PrivacyRequestForm(request, page._workspace, page)


PRIVACY_FORMS: dict[str, tuple[Callable[[PrivacyPage, int], PrivacyForm], str]] = {
    "request": (_request, "remark"),
    "rules": (
        lambda page, _: RetentionForm(
            page._workspace.administration.privacy.removal.rules(), page._workspace, page
        ),
        "membership",
    ),
    "contacts": (
        lambda page, _: ContactsForm(
            page._workspace.administration.privacy.contacts(), page._workspace, page
        ),
        "contact",
    ),
    "keep": (lambda page, person: KeepReasonForm(person, page._workspace, page), "reason"),
    "breach": (
        lambda page, _: DataBreachForm(
            DataBreach(
                discovered_at=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC), description=""
            ),
            page._workspace,
            page,
        ),
        "measures",
    ),
    "new consent": (
        lambda page, person: ConsentForm(
            Consent("", datetime.date(2026, 1, 2), person_id=person), [], page._workspace, page
        ),
        "remark",
    ),
}


@pytest.mark.parametrize("which", PRIVACY_FORMS)
def test_each_form_of_privacy_is_open_again(desk: Desk, which: str) -> None:
    make, name = PRIVACY_FORMS[which]
    page = desk.page(PRIVACY)
    assert isinstance(page, PrivacyPage)
    form = make(page, 1)
    form.open()
    form._put(name, "12 half getypt")
    before = {field: form._text(field) for field in form._names}
    desk.lock_and_unlock()
    again = desk.form(type(form))
    assert isinstance(again, PrivacyForm)
    assert {field: again._text(field) for field in again._names} == before
    assert before[name] == "12 half getypt"
    again.reject()
    assert desk.forget() == []


def test_a_consent_on_the_page_of_a_person(desk: Desk) -> None:
    privacy = desk.administration.privacy
    number = privacy.save_consent(Consent("Foto", datetime.date(2026, 1, 2), person_id=1))
    page = desk.page(MEMBERS)
    assert isinstance(page, MembersPage)
    form = ConsentForm(privacy.consents(1)[0], ["Foto"], page._workspace, page)
    form.open()
    form._put("remark", "alleen van achteren")
    desk.lock_and_unlock()
    assert desk.window.shell is not None
    assert desk.window.shell.current == MEMBERS
    again = desk.form(ConsentForm)
    assert isinstance(again, ConsentForm)
    again.ui.save.click()
    desk.settle()
    (kept,) = desk.administration.privacy.consents(1)
    assert (kept.id, kept.remark) == (number, "alleen van achteren")
    assert desk.forget() == []


def test_an_import_with_its_answers(desk: Desk, tmp_path: Path) -> None:
    page = desk.page(IMPORT)
    assert isinstance(page, ImportPage)
    page.take_files([str(attendance_book(tmp_path))])
    desk.settle()
    page.plan.table.selectRow(1)
    correct = page.plan.detail.correct
    assert correct is not None
    correct.click()
    choose(page, "“q”, 1 time", "present")
    desk.settle()
    type_in(page, "Year", "20")
    assert page._prepared is not None
    said = page._prepared.corrections
    assert said
    desk.lock_and_unlock()
    again = desk.page(IMPORT)
    assert isinstance(again, ImportPage)
    assert again is not page
    assert again._prepared is not None
    assert again._prepared.corrections == said
    assert again.views.currentWidget() is again.sheet
    year = again.sheet.choices.control("Year")
    assert isinstance(year, QLineEdit)
    assert year.text() == "20"
    again._start_again()
    assert desk.forget() == []


def test_an_import_that_was_being_read_is_read_again(desk: Desk, tmp_path: Path) -> None:
    page = desk.page(IMPORT)
    assert isinstance(page, ImportPage)
    page.take_files([str(attendance_book(tmp_path))])
    desk.lock_and_unlock()
    again = desk.page(IMPORT)
    assert isinstance(again, ImportPage)
    assert again.views.currentWidget() is again.plan


def test_files_that_are_gone_are_named(desk: Desk, tmp_path: Path) -> None:
    page = desk.page(IMPORT)
    assert isinstance(page, ImportPage)
    book = attendance_book(tmp_path)
    page.take_files([str(book)])
    desk.settle()
    book.unlink()
    desk.lock_and_unlock()
    again = desk.page(IMPORT)
    assert isinstance(again, ImportPage)
    assert again._prepared is not None
    (file,) = again._prepared.outcome.files
    assert file.file == "yoga.xlsx"
    assert file.problem


class AnyForm(FormDialog):
    """A form as a new page makes it: fields of all kinds, none with a name of its own."""

    draft_kind = "any"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = (QLineEdit(), QLineEdit())
        self.words = QPlainTextEdit()
        self.tick = QCheckBox("Paid")
        self.choice = QComboBox()
        self.choice.addItems(["a", "b"])
        self.free = QComboBox()
        self.free.setEditable(True)
        self.number, self.amount, self.day = QSpinBox(), QDoubleSpinBox(), QDateEdit()
        self.rows: list[str] = []
        column = QVBoxLayout(self)
        fields = (self.words, self.tick, self.choice, self.free, self.number, self.amount, self.day)
        for field in (*self.lines, *fields):
            column.addWidget(field)

    def more_typed(self) -> dict[str, str]:
        return {"rows": ",".join(self.rows)}

    def type_more(self, texts: Mapping[str, str]) -> None:
        self.rows = texts["rows"].split(",")


def fill_any(form: AnyForm) -> None:
    form.lines[0].setText("een")
    form.lines[1].setText("twee")
    form.words.setPlainText("drie\nvier")
    form.tick.setChecked(True)
    form.choice.setCurrentText("b")
    form.free.setEditText("c")
    form.number.setValue(7)
    form.amount.setValue(2.5)
    form.day.setDate(datetime.date(2024, 2, 29))  # type: ignore[arg-type]
    form.rows = ["x", "y"]


def test_a_new_form_joins_without_much_ado(qtbot: QtBot) -> None:
    page = Page("Any")
    qtbot.addWidget(page)
    form, again = AnyForm(page), AnyForm(page)
    fill_any(form)
    draft = take_down(form, {"any": page})
    assert (draft.kind, draft.place) == ("any", "any")
    put_back(again, draft)
    assert take_down(again, {"any": page}).texts == draft.texts
    assert (again.free.currentText(), again.amount.value(), again.rows) == ("c", 2.5, ["x", "y"])


def test_what_is_being_read_tells_nothing_over_the_locked_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(desk.window._errors, "show", lambda error, *_: told.append(error))
    go_on = Event()

    def read() -> None:
        go_on.wait(10)
        raise ValueError("closed meanwhile")

    # Of an owner that outlives the lock, as a page does for a moment.
    desk.window.readers.run(desk.window, read, lambda _done: None, told.append)
    desk.window.lock()
    go_on.set()
    desk.settle()
    assert told == []


@pytest.mark.parametrize("deep", [False, True], ids=["on the page", "on another dialog"])
def test_a_form_that_no_page_knows_shows_its_texts(desk: Desk, deep: bool) -> None:
    page = desk.page(MEMBERS)
    between = QDialog(page)
    if deep:
        between.open()
    form = AnyForm(between if deep else page)
    form.open()
    fill_any(form)
    desk.lock_and_unlock()
    (told,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
    assert "twee" in told.informativeText()
    told.reject()
    assert desk.forget() == []
