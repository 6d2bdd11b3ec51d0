# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One act for many people, chosen by search and chips or marked in the list."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.labels import ENVELOPES, LABEL_SHEETS, EnvelopeSize
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Membership, Person, PersonDetail
from buurthuis_admin.gui.pages.mailing_addresses import AddressesDialog
from buurthuis_admin.gui.pages.mailing_choices import LabelChoices, LetterChoices, Mailing
from buurthuis_admin.gui.pages.mailing_contribution import ContributionDialog
from buurthuis_admin.gui.pages.mailing_dialog import MailingDialog
from buurthuis_admin.gui.pages.mailing_households import HouseholdsDialog
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.places import MEMBERS
from buurthuis_admin.gui.printing import printer_for
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import check_controls, cut_off

Settle = Callable[[], None]


@pytest.fixture
def people(real: Administration) -> dict[str, int]:
    """Three people; of one neither address nor e-mail is known."""
    made = {}
    for first, house, email in (
        ("Anna", "1", "anna@example.nl"),
        ("Bert", "2", ""),
        ("Cor", "", ""),
    ):
        address = Address(street="Lindelaan", house=house, postcode="3512AB", town="Utrecht")
        person = Person(
            name=PersonName(first=first, last="Jansen"),
            address=address if house else Address(),
            email=email,
        )
        made[first] = real.members.save(PersonDetail(person=person))
    return made


@pytest.fixture
def page(people: dict[str, int], real_shell: Shell, settle: Settle) -> MembersPage:
    found = real_shell.page(MEMBERS)
    assert isinstance(found, MembersPage)
    found.refresh()
    settle()
    return found


def _dialog(page: MembersPage, settle: Settle) -> MailingDialog:
    settle()
    settle()
    return page.findChildren(MailingDialog)[-1]


def _text(dialog: MailingDialog) -> str:
    reader = PdfReader(io.BytesIO(dialog.pages.content))
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.qt_log_ignore("raise", "grabbing", "propagateSizeHints")  # of a menu
def test_labels_by_keyboard_for_everybody_found(
    qtbot: QtBot, page: MembersPage, settle: Settle, tmp_path: Path
) -> None:
    page.search.setFocus()
    qtbot.keyClicks(page.search, "jansen")
    settle()
    page.together.setFocus()
    qtbot.keyClick(page.together, Qt.Key.Key_Space)
    qtbot.keyClick(page.mailing, Qt.Key.Key_Return)
    dialog = _dialog(page, settle)
    assert "Anna Jansen" in _text(dialog)
    assert "Bert Jansen" in _text(dialog)
    assert "Cor" not in _text(dialog)
    assert dialog.pages.told.text() == "2 labels. 1 is left out: the address is not complete."
    dialog.pages.paper.save_to(dialog.pages.content, tmp_path / "labels.pdf")
    settle()
    assert (tmp_path / "labels.pdf").read_bytes().startswith(b"%PDF")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_sheet_that_was_begun_leaves_its_first_labels_alone(
    qtbot: QtBot, page: MembersPage, settle: Settle
) -> None:
    page.mailing.acts[Mailing.LABELS].trigger()
    dialog = _dialog(page, settle)
    assert isinstance(dialog.choices, LabelChoices)
    dialog.choices.first.setValue(21)
    settle()
    settle()
    assert dialog.pages.preview.pdf.pages == 2
    assert dialog.choices.first.maximum() == 21
    dialog.reject()


def test_a_letter_to_those_who_are_marked(qtbot: QtBot, page: MembersPage, settle: Settle) -> None:
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.marked.text() == "2 marked"
    page.mailing.acts[Mailing.LETTERS].trigger()
    dialog = _dialog(page, settle)
    assert isinstance(dialog.choices, LetterChoices)
    dialog.choices.text.setPlainText("{aanhef},\n\nKom ook! {datum}\n{adres}")
    told = dialog.choices._told
    qtbot.waitUntil(lambda: "{datum}" in told.text())
    settle()
    settle()
    text = _text(dialog)
    assert dialog.pages.preview.pdf.pages == 2
    assert "Dear Anna," in text
    assert "Dear Bert," in text
    assert "Lindelaan 2" in text
    assert "Cor" not in text
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    page.mailing.acts[Mailing.LETTERS].trigger()
    again = _dialog(page, settle)
    assert isinstance(again.choices, LetterChoices)
    assert again.choices.text.toPlainText().startswith("{aanhef},\n\nKom ook!")
    again.reject()


def test_addresses_to_the_clipboard_and_as_a_blind_copy(
    qtbot: QtBot, page: MembersPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    page.mailing.acts["addresses"].trigger()
    settle()
    dialog = page.findChildren(AddressesDialog)[-1]
    assert dialog.told.text() == "1 e-mail address. 2 people have none."
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "anna@example.nl"
    qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert opened[0].toString() == "mailto:?bcc=anna@example.nl"
    dialog.reject()


def test_the_list_as_excel_has_those_who_are_found(
    page: MembersPage, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(page.search, "bert")
    settle()
    page.mailing.save_list(tmp_path / "list.xlsx")
    settle()
    rows = list(load_workbook(tmp_path / "list.xlsx").active.values)  # type: ignore[union-attr]
    assert [row[0] for row in rows[1:]] == ["Jansen, Bert"]


def test_everybody_is_chosen_until_somebody_is_marked(
    page: MembersPage, people: dict[str, int]
) -> None:
    assert page.marked.text().startswith("All 3 chosen.")
    assert page._who()() == list(people.values())
    page.table.selectAll()
    assert page.marked.text() == "3 marked"


@pytest.mark.parametrize("mailing", list(Mailing))
def test_each_opens_with_pages_and_keeps_the_bar(
    page: MembersPage, settle: Settle, mailing: Mailing
) -> None:
    page.mailing.acts[mailing].trigger()
    dialog = _dialog(page, settle)
    assert dialog.pages.preview.pdf.pages >= 1
    check_controls(dialog, mailing.value)
    assert cut_off(dialog) == []
    dialog.reject()


def test_two_at_one_address_become_a_household_with_one_label(
    qtbot: QtBot, real: Administration, page: MembersPage, people: dict[str, int], settle: Settle
) -> None:
    anna = real.members.detail(people["Anna"]).person
    dirk = replace(anna, id=None, name=PersonName(first="Dirk", last="Jansen"), email="")
    added = real.members.save(PersonDetail(person=dirk))
    settle()
    page.mailing.acts["households"].trigger()
    settle()
    dialog = page.findChildren(HouseholdsDialog)[-1]
    assert len(dialog.model.rows) == 1
    check_controls(dialog, "households")
    assert cut_off(dialog) == []
    dialog.name.clear()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert real.members.detail(added).household is None
    assert dialog.summary.isVisible()
    qtbot.keyClicks(dialog.name, "Jansen aan de Linde")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    settle()
    assert dialog.model.rows == []
    for number in (people["Anna"], added):
        household = real.members.detail(number).household
        assert household is not None
        assert household.name == "Jansen aan de Linde"
    made = real.mailings.letters([people["Anna"], added, people["Bert"]], "{naam}")
    assert made.count == 2
    real.history.undo()
    assert real.members.detail(added).household is None
    dialog.reject()


def test_who_has_not_paid_is_reminded_and_then_written_down_as_paid(
    qtbot: QtBot, real: Administration, page: MembersPage, people: dict[str, int], settle: Settle
) -> None:
    year = datetime.date.today().year  # noqa: DTZ011
    for first in ("Anna", "Bert"):
        detail = real.members.detail(people[first])
        member = Membership(start=PartialDate(2020), fee=Decimal("12.50"))
        real.members.save(replace(detail, memberships=(member,)))
    settle()
    page.mailing.acts["contribution"].trigger()
    settle()
    dialog = page.findChildren(ContributionDialog)[-1]
    assert [one.name for one in dialog.model.rows] == ["Anna Jansen", "Bert Jansen"]
    check_controls(dialog, "contribution")
    assert cut_off(dialog) == []
    qtbot.mouseClick(dialog.remind, Qt.MouseButton.LeftButton)
    settle()
    settle()
    letters = dialog.findChildren(MailingDialog)[-1]
    assert letters.pages.preview.pdf.pages == 2
    assert f"{year} yet. It is €" in " ".join(_text(letters).split())
    assert "12" in _text(letters)
    letters.reject()
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    dialog.pay.setFocus()
    qtbot.keyClick(dialog.pay, Qt.Key.Key_Space)
    settle()
    settle()
    assert [one.name for one in dialog.model.rows] == ["Anna Jansen"]
    (paid,) = real.members.detail(people["Bert"]).contributions
    assert (paid.year, paid.paid, paid.amount) == (year, True, Decimal("12.50"))
    real.history.undo()
    assert real.members.detail(people["Bert"]).contributions == ()
    dialog.reject()


@pytest.mark.parametrize("size", ENVELOPES, ids=lambda size: size.name)
def test_the_printer_is_set_to_the_envelope_and_to_a4_for_the_rest(
    real: Administration, people: dict[str, int], size: EnvelopeSize
) -> None:
    ids = list(people.values())
    made = printer_for(real.mailings.envelopes(ids, size).content).pageLayout()
    paper = made.fullRect(QPageLayout.Unit.Millimeter)
    assert paper.width() == pytest.approx(size.width, abs=1.1)
    assert paper.height() == pytest.approx(size.height, abs=1.1)
    labels = printer_for(real.mailings.labels(ids, LABEL_SHEETS[0]).content)
    assert labels.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
