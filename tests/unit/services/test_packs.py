# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pack of a dossier: report, receipts in order, figures, within what the funder takes."""

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

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
)
from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.reports import Chapter, FigureCorrection, ReportKey
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Indicator,
    Instalment,
    Subsidy,
    SubsidyState,
    Target,
)
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.dossier_reports import activities_of
from buurthuis_admin.services.packs import Pack, save_pack
from tests.unit.reporting.reading import read
from tests.unit.services.receipts_made import locked_pdf, pdf_receipt, photo_receipt

DAY = datetime.date(2025, 3, 7)
MADE_ON = datetime.date(2026, 2, 14)


@pytest.fixture
def dossier(administration: Administration) -> int:
    """A subsidy of a year with an activity, three agreements and a budget of two lines."""
    activity = administration.activities.save(Activity(name="Koffie"))
    people = [
        administration.members.save(PersonDetail(person=Person(name=PersonName(first=f"P{one}"))))
        for one in range(7)
    ]
    for month in (1, 2):
        session = administration.activities.save_session(
            Session(activity_id=activity, day=datetime.date(2025, month, 7))
        )
        administration.activities.set_head_count(HeadCount(session_id=session, number=3))
        for person in people:
            administration.activities.set_attendance(
                Attendance(session_id=session, person_id=person, status=AttendanceStatus.PRESENT)
            )
    return administration.subsidies.save(
        Subsidy(
            funder="Gemeente",
            reference="2025/17",
            purpose="Samen koffie",
            activity_id=activity,
            state=SubsidyState.AWARDED,
            awarded=Decimal("1000.00"),
            period=Period.year(2025),
            instalments=(Instalment(received=Decimal("800.00"), day=DAY, remark="Voorschot"),),
            budget_lines=(
                BudgetLine(position=0, name="Koffie", planned=Decimal("600.00")),
                BudgetLine(position=1, name="Zaal", planned=Decimal("400.00")),
            ),
            targets=(
                Target(indicator="Bezoeken", promised=Decimal(25), kind=Indicator.VISITS),
                Target(indicator="Bijeenkomsten", promised=Decimal(2), kind=Indicator.SESSIONS),
                Target(indicator="Nieuwe mensen", promised=Decimal(3), kind=Indicator.PEOPLE),
            ),
        )
    )


@pytest.fixture
def spend(
    administration: Administration, dossier: int, tmp_path: Path
) -> Callable[[str, str, bytes], int]:
    """Pay something of the subsidy, with its receipt."""

    def pay(amount: str, name: str, receipt: bytes) -> int:
        booking = administration.money.save(
            Booking(
                account_id=administration.money.accounts()[0].id,
                day=DAY,
                year=2025,
                amount=-Decimal(amount),
                description=name.partition(".")[0],
            )
        )
        line = administration.subsidies.get(dossier).budget_lines[0].id
        share = Share(subsidy_id=dossier, budget_line_id=line, amount=Decimal(amount))
        administration.money.split(booking, [share])
        path = tmp_path / name
        path.write_bytes(receipt)
        administration.papers.attach(path, booking_id=booking, kind=PaperKind.RECEIPT)
        return booking

    return pay


def make(administration: Administration, dossier: int, **options: object) -> Pack:
    return administration.packs.make(
        dossier,
        language_code="nl",
        made_on=MADE_ON,
        **options,  # type: ignore[arg-type]
    )


def words_of(pdf: bytes) -> str:
    return " ".join(read(pdf).text().split())


def test_the_report_says_what_was_agreed_reached_and_spent(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    spend("150.00", "Bakker.pdf", pdf_receipt("tien broden"))
    ((name, pdf), _figures) = make(administration, dossier).files
    assert name == "Verantwoording Gemeente 2025-17.pdf"
    text = words_of(pdf)
    assert "Verantwoording: Samen koffie" in text
    assert "Bezoeken 25 20 −5" in text
    assert "Bijeenkomsten 2 2 0 Bereikt" in text
    assert "Nieuwe mensen 3 7 +4 Bereikt" in text
    assert "Koffie 600,00 150,00 450,00" in text
    assert "Totaal 1.000,00 150,00 850,00" in text
    assert "1 7 mrt 2025 Bakker Koffie 150,00" in text
    assert "Van het toegekende bedrag is € 200,00 nog niet ontvangen." in text
    assert "Bon 1" in text
    assert "tien broden" in text


def test_a_receipt_that_is_shared_says_what_was_paid(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    booking = spend("150.00", "Zaal.jpg", photo_receipt())
    third = Share(subsidy_id=dossier, percentage=Decimal("33.33"))
    administration.money.split(booking, [third])
    text = words_of(make(administration, dossier).files[0][1])
    assert "1 7 mrt 2025 Zaal Niet begroot 150,00 50,00" in text
    assert "Bon 1: Zaal, € 50,00 van € 150,00 voor deze subsidie" in text.replace("\xa0", " ")


def test_the_file_stays_tagged_with_receipts_behind_it(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    spend("10.00", "Foto.jpg", photo_receipt())
    spend("20.00", "Twee.pdf", pdf_receipt("suiker", pages=2))
    ((_name, pdf), _figures) = make(administration, dossier).files
    document = read(pdf)
    assert document.catalog["/MarkInfo"]["/Marked"]
    assert document.catalog["/Lang"] == "nl"
    *_charts, figure = document.structure().find("Figure")
    assert str(figure.raw["/Alt"]).startswith("Foto van de bon met nummer 1: Foto")
    pages = document.reader.pages
    assert ["suiker" in page.extract_text() for page in pages[-2:]] == [True, True]
    assert all("Bon 2" in page.extract_text() for page in pages[-2:])
    contents = pages[-1].get_contents()
    assert contents is not None
    assert contents.get_data().lstrip().startswith((b"/Artifact BMC", b"q\n/Artifact BMC"))


def test_what_the_funder_will_ask_about_is_said(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    spend("700.00", "Bakker.pdf", pdf_receipt("broden"))
    notes = make(administration, dossier).notes
    assert any("Bezoeken, Nieuwe mensen, Koffie" in one for one in notes)


def test_the_same_dossier_gives_the_same_bytes(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    spend("20.00", "Twee.pdf", pdf_receipt("suiker"))
    first, second = (make(administration, dossier).files[0][1] for _time in range(2))
    assert first == second


def test_what_cannot_be_read_is_sent_beside_it_and_said(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    spend("5.00", "Slot.pdf", locked_pdf())
    spend("6.00", "Kapot.pdf", b"%PDF-1.4 this is broken")
    spend("7.00", "Goed.pdf", pdf_receipt("goede bon"))
    pack = make(administration, dossier)
    names = [name for name, _content in pack.files]
    assert names[2:] == ["001 Slot.pdf", "002 Kapot.pdf"]
    assert pack.notes[-1].endswith("1, 2.")
    text = words_of(pack.files[0][1])
    assert "goede bon" in text
    assert "Slot (meegestuurd als 001 Slot.pdf)" in text
    assert "Kapot (meegestuurd als 002 Kapot.pdf)" in text
    assert "Goed (meegestuurd" not in text


def test_the_figures_are_numbers_and_keep_small_groups_back(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    spend("150.00", "Bakker.pdf", pdf_receipt("broden"))
    name, content = make(administration, dossier).files[1]
    assert name.endswith("cijfers.xlsx")
    book = load_workbook(io.BytesIO(content))
    rows = [[cell.value for cell in row] for row in book["Financiën"].iter_rows()]
    assert ["Koffie", 600, 150, 450] in [row[:4] for row in rows]
    agreed = [[cell.value for cell in row] for row in book["Afspraken en resultaten"].iter_rows()]
    assert agreed[1][:4] == ["Bezoeken", 25, 20, -5]


def test_a_figure_corrected_by_hand_is_so_in_the_workbook_too(
    administration: Administration, dossier: int
) -> None:
    target = administration.subsidies.get(dossier).targets[0].id
    administration.compositions.correct(
        ReportKey(subsidy_id=dossier),
        Chapter.AGREEMENTS,
        FigureCorrection(
            figure=f"reached@2025~{dossier}/target:{target}", value="31", reason="Lijst was zoek."
        ),
    )
    (_name, pdf), (_other, content) = make(administration, dossier).files
    text = words_of(pdf)
    assert "Bezoeken 25 31†" in text
    assert text.index("Zo hebben we geteld") < text.index("Lijst was zoek.")
    assert text.index("Lijst was zoek.") < text.index("Ondertekening")
    book = load_workbook(io.BytesIO(content))
    assert next(book["Afspraken en resultaten"].iter_rows(min_row=2, values_only=True))[2] == "31†"
    ((_title,), (note,)) = book["Met de hand veranderd"].iter_rows(values_only=True)
    assert "Lijst was zoek." in str(note)


def test_a_small_group_is_not_told_in_an_agreement(administration: Administration) -> None:
    activity = administration.activities.save(Activity(name="Praten"))
    session = administration.activities.save_session(Session(activity_id=activity, day=DAY))
    for number in range(3):
        person = administration.members.save(
            PersonDetail(person=Person(name=PersonName(first=f"Q{number}")))
        )
        administration.activities.set_attendance(
            Attendance(session_id=session, person_id=person, status=AttendanceStatus.PRESENT)
        )
    target = Target(indicator="Deelnemers", promised=Decimal(10), kind=Indicator.PEOPLE)
    subsidy = administration.subsidies.save(
        Subsidy(
            funder="Fonds", state=SubsidyState.AWARDED, period=Period.year(2025), targets=(target,)
        )
    )
    pack = make(administration, subsidy)
    text = words_of(pack.files[0][1])
    assert "Deelnemers 10 < 5 –" in text
    assert "−7" not in text


def test_making_can_be_stopped(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    for number in range(3):
        spend("1.00", f"Bon {number}.pdf", pdf_receipt(f"bon {number}"))
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        make(
            administration,
            dossier,
            told=lambda done, whole: told.append((done, whole)),
            stopped=lambda: len(told) == 2,
        )
    assert told == [(1, 3), (2, 3)]


def test_a_pack_is_written_into_a_folder(
    administration: Administration, dossier: int, tmp_path: Path
) -> None:
    pack = make(administration, dossier)
    paths = save_pack(pack, tmp_path / "pakket")
    assert [path.name for path in paths] == [name for name, _content in pack.files]
    assert paths[0].read_bytes() == pack.files[0][1]


def test_a_pack_is_never_written_in_part(tmp_path: Path) -> None:
    pack = Pack((("een.pdf", b"1"), ("twee.xlsx", b"2")))
    looks = iter((False, True))
    with pytest.raises(Cancelled):
        save_pack(pack, tmp_path, stopped=lambda: next(looks))
    assert list(tmp_path.iterdir()) == []


def test_a_dossier_without_a_period_is_a_report_on_its_money(
    administration: Administration,
) -> None:
    subsidy = administration.subsidies.save(
        Subsidy(funder="Fonds", state=SubsidyState.AWARDED, awarded=Decimal("100.00"))
    )
    pack = make(administration, subsidy)
    assert "100,00" in words_of(pack.files[0][1])


def test_which_activities_a_report_tells_of() -> None:
    of_one = Target(indicator="x", promised=Decimal(1), activities=(3,))
    of_all = Target(indicator="y", promised=Decimal(1))
    subsidy = Subsidy(funder="Fonds")
    assert activities_of(subsidy) is None
    assert activities_of(replace(subsidy, activity_id=2)) == frozenset({2})
    assert activities_of(replace(subsidy, targets=(of_one,))) == frozenset({3})
    assert activities_of(replace(subsidy, activity_id=2, targets=(of_one,))) == frozenset({2, 3})
    assert activities_of(replace(subsidy, targets=(of_one, of_all))) is None


def test_pages_of_a_receipt_are_all_there(
    administration: Administration, dossier: int, spend: Callable[[str, str, bytes], int]
) -> None:
    before = len(PdfReader(io.BytesIO(make(administration, dossier).files[0][1])).pages)
    spend("1.00", "Lang.pdf", pdf_receipt("lang", pages=5))
    after = len(PdfReader(io.BytesIO(make(administration, dossier).files[0][1])).pages)
    assert after == before + 5 + 1  # and the page with the list of receipts
