# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Volunteers, neighbours, and what every page has: undo and help."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextBrowser

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.helping import HelpState, NeighbourHelp
from buurthuis_admin.domain.people import MemberFilter, Volunteer, VolunteerHours
from buurthuis_admin.services.administration import Administration
from tests.gui.tasks.conftest import DAY, today
from tests.gui.tasks.hands import Hands


def test_hours(hands: Hands, real: Administration) -> None:
    hands.go("Volunteers")
    hands.chip("Hours")
    hands.write("Name", "Dora Evers")
    hands.write("Date", f"1-1-{today().year}")
    hands.write("Hours", "2,5")
    hands.press("Keep")
    (row,) = real.volunteers.last_hours()
    assert (row.name, row.hours) == ("Dora Evers", Decimal("2.5"))


def test_each_list_on_paper(hands: Hands, real: Administration, saved: Path) -> None:
    entry = VolunteerHours(person_id=4, day=PartialDate.of(today()), hours=Decimal("2.25"))
    real.volunteers.add_hours(entry)
    note = NeighbourHelp(what="Fietsen", day=today(), person_id=None)
    real.neighbour_help.note(note, "Anna Bos")
    for page, part, word in (
        ("Volunteers", "Volunteers", "Evers, Dora"),
        ("Volunteers", "Hours", "2.25"),
        ("Volunteers", "Neighbour help", "Fietsen"),
        ("Activities", "List", "Koffie"),
    ):
        hands.go(page)
        hands.chip(part)
        hands.press("Print this list")
        assert hands.reads("1 row")
        hands.press("Save as PDF")
        assert word in PdfReader(saved).pages[0].extract_text()
        hands.press("Close")


def test_hours_are_taken_away(hands: Hands, real: Administration) -> None:
    first = PartialDate.of(today())
    for hours in (1, 2):
        real.volunteers.add_hours(VolunteerHours(person_id=4, day=first, hours=Decimal(hours)))
    hands.go("Volunteers")
    hands.chip("Hours")
    hands.row("Hours written down last", "Dora Evers")
    hands.press("Take the chosen row away")  # the last one, which stands first
    assert [one.hours for one in real.volunteers.last_hours()] == [Decimal(1)]


def test_a_task_of_today_is_solved_where_it_leads(hands: Hands, real: Administration) -> None:
    real.volunteers.register(4, Volunteer(tasks="Bar", vog_valid_until=today() + DAY))
    hands.go("Today")
    hands.press("Go there: The certificate of conduct of Dora Evers ends")
    hands.row("List of volunteers", "Evers, Dora")
    hands.press("Tasks and certificate")
    hands.write("Certificate of conduct valid until", f"{today() + 900 * DAY:%d-%m-%Y}")
    hands.press("Save")
    assert real.volunteers.deadlines() == []


def test_a_backup_from_today(hands: Hands, real: Administration) -> None:
    before = len(real.backups.list())
    hands.go("Today")
    hands.press("Make a backup now")
    assert len(real.backups.list()) == before + 1


def test_hours_by_month(hands: Hands, real: Administration) -> None:
    hands.go("Volunteers")
    hands.chip("Hours by month")
    hands.cell("Hours by day", 0, "1")
    hands.type("2,5")
    hands.press_return()
    QApplication.clipboard().setText("3")
    hands.cell("Hours by day", 0, "2")
    hands.press("Paste")
    first = today().replace(day=1)
    found = {day: hours for (_id, day), hours in real.volunteers.months.grid(first).hours.items()}
    assert found == {first: Decimal("2.5"), first + DAY: Decimal(3)}
    hands.press("Add a row")
    hands.write("Name", "Cor Dam")
    hands.press("Add")
    hands.type("1,5")
    hands.press_return()
    assert real.volunteers.last_hours()[0].name == "Cor Dam"


def test_a_volunteer_is_added_and_changed(hands: Hands, real: Administration) -> None:
    hands.go("Volunteers")
    hands.press("Add a volunteer")
    hands.write("Name", "Cor Dam")
    hands.write("Tasks", "Tuin")
    hands.press("Save")
    hands.row("List of volunteers", "Dam, Cor")
    hands.press("Tasks and certificate")
    hands.write("Certificate of conduct seen on", "1-4-2026")
    hands.write("Certificate of conduct valid until", "1-4-2029")
    hands.press("Save")
    kept = real.members.detail(3).volunteer
    assert kept is not None
    valid = datetime.date(2029, 4, 1)
    assert (kept.tasks, kept.vog_valid_until) == ("Tuin", valid)


def test_maxima(hands: Hands, real: Administration) -> None:
    hands.go("Volunteers")
    hands.press("Maxima of the allowance")
    hands.write("For an hour", "6,00")
    hands.press("Save")
    (kept,) = [one for one in real.volunteers.maxima() if one.year == today().year]
    assert kept.hour == 6


def test_allowance(hands: Hands, real: Administration) -> None:
    hands.go("Volunteers")
    hands.row("List of volunteers", "Evers, Dora")
    hands.press("Allowance paid")
    hands.write("Amount paid", "25,00")
    hands.press("Save")
    (row,) = real.volunteers.of_year(today().year)
    assert row.allowance.whole_year == 25
    hands.press("Allowance paid")
    hands.press("Delete:")
    assert real.volunteers.allowances(4) == []


def test_list_for_the_insurer(hands: Hands, saved: Path) -> None:
    hands.go("Volunteers")
    hands.press("List for the insurer")
    hands.press("Save as Excel")
    with saved.open("rb") as file:
        words = [word for row in load_workbook(file).active.values for word in row]  # type: ignore[union-attr]
    assert "Evers" in " ".join(map(str, words))


def test_help_is_asked_given_and_closed(hands: Hands, real: Administration) -> None:
    hands.go("Volunteers")
    hands.chip("Neighbour help")
    for what in ("Boodschappen", "Tuin"):
        hands.press("Write down")
        hands.write("Name", "Anna Bos")
        hands.write("What it is about", what)
        hands.press("Save")
    hands.row("Requests and offers of help", "Boodschappen")
    hands.press("Help was given")
    hands.write("Who helped", "Bert Bos")
    hands.write("Hours", "1,5")
    hands.press("Save")
    hands.row("Requests and offers of help", "Tuin")
    hands.press("Close without help")
    found = {one.what: one for one in real.neighbour_help.all()}
    assert found["Boodschappen"].state is HelpState.HELPED
    assert found["Boodschappen"].hours == Decimal("1.5")
    assert found["Tuin"].state is HelpState.CLOSED


def test_an_offer_is_written_down(hands: Hands, real: Administration) -> None:
    hands.go("Volunteers")
    hands.chip("Neighbour help")
    hands.press("Write down")
    hands.choose("Asks or offers", "Offers")
    hands.write("Name", "Cor Dam")
    hands.write("What it is about", "Fietsen maken")
    hands.press("Save")
    (one,) = real.neighbour_help.all()
    assert (one.kind.value, one.name) == ("offer", "Cor Dam")


def _rename(hands: Hands) -> None:
    hands.row("List of people", "Dam, Cor")
    hands.press("Change details")
    hands.write("Surname", "Damsma")
    hands.press("Save")


def test_undo_and_again(hands: Hands, real: Administration) -> None:
    _rename(hands)
    hands.press("Undo")
    assert real.members.page("Damsma", MemberFilter.ALL, 0, 1) == []
    hands.press("Do again")
    assert len(real.members.page("Damsma", MemberFilter.ALL, 0, 1)) == 1


def test_undo_by_its_keys(hands: Hands, real: Administration) -> None:
    _rename(hands)
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert real.members.page("Damsma", MemberFilter.ALL, 0, 1) == []


def test_anything_from_anywhere(hands: Hands, real: Administration) -> None:
    hands.go("Help")
    hands.press("Search or do…")
    hands.type("new pers")
    hands.rest()
    hands.key(Qt.Key.Key_Return)
    hands.write("Surname", "Nieuw")
    hands.press("Save")
    assert len(real.members.page("Nieuw", MemberFilter.ALL, 0, 1)) == 1


@pytest.mark.parametrize(
    ("page", "chapter"), [("Volunteers", "Volunteers"), ("Attendance", "Attendance")]
)
def test_help_on_this_page(hands: Hands, page: str, chapter: str) -> None:
    hands.go(page)
    hands.key(Qt.Key.Key_F1)
    shown = hands.window.findChildren(QTextBrowser)
    assert any(one.isVisible() and chapter in one.toPlainText()[:80] for one in shown)


def test_handbook_on_paper(hands: Hands, saved: Path) -> None:
    hands.go("Help")
    hands.press("Save the handbook as PDF")
    assert len(PdfReader(saved).pages) > 5
