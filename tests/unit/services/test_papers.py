# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers: kept inside the file, opened as private copies, and gone when they should be."""

from __future__ import annotations

import datetime
import stat
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.checklist import MissingKind
from buurthuis_admin.domain.papers import LARGEST, MEGABYTE, PaperKind
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import Expense, Subsidy, SubsidyState
from buurthuis_admin.services.administration import Administration, open_administration
from buurthuis_admin.services.papers import PaperGone, PaperRefused, PaperService
from buurthuis_admin.services.private_copies import PrivateCopies, sweep
from tests.unit.storage.making import PASSWORD

DAY = datetime.date(2026, 5, 4)
CONTENT = b"%PDF-1.7 Hierbij kennen wij u toe"


@pytest.fixture(autouse=True)
def _own_place_for_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))


@pytest.fixture
def papers(administration: Administration) -> Iterator[PaperService]:
    yield administration.papers
    administration.papers.close()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Beschikking.pdf"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def dossier(administration: Administration) -> int:
    return administration.subsidies.save(Subsidy(funder="Gemeente Waterdam"))


def copies() -> list[Path]:
    return [path for path in Path(tempfile.gettempdir()).rglob("*") if path.is_file()]


def test_a_paper_comes_back_as_it_was(
    papers: PaperService, letter: Path, dossier: int, tmp_path: Path
) -> None:
    number = papers.attach(letter, subsidy_id=dossier, kind=PaperKind.DECISION)
    (kept,) = papers.of_dossier(dossier)
    assert (kept.id, kept.title, kept.kind) == (number, "Beschikking.pdf", PaperKind.DECISION)
    assert papers.content(number) == CONTENT
    papers.save_as(number, tmp_path / "elders.pdf")
    assert (tmp_path / "elders.pdf").read_bytes() == CONTENT


def test_a_paper_that_was_removed_comes_back_by_undo(
    papers: PaperService, administration: Administration, letter: Path, dossier: int
) -> None:
    number = papers.attach(letter, subsidy_id=dossier)
    papers.remove(number)
    assert papers.of_dossier(dossier) == []
    with pytest.raises(PaperGone):
        papers.content(number)
    administration.history.undo()
    assert papers.content(number) == CONTENT


@pytest.fixture
def bill(administration: Administration) -> int:
    money = administration.money
    account = money.accounts()[0].id
    return money.save(Booking(account_id=account, day=DAY, year=2026, amount=Decimal(-100)))


def test_a_receipt_goes_with_its_booking_and_comes_back_with_it(
    papers: PaperService, letter: Path, bill: int, administration: Administration
) -> None:
    papers.attach(letter, booking_id=bill)
    administration.money.remove(bill)
    assert papers.all_papers() == []
    administration.history.undo()
    (kept,) = papers.of_booking(bill)
    assert kept.id is not None
    assert papers.content(kept.id) == CONTENT


def test_the_same_receipt_twice_is_known(
    papers: PaperService, letter: Path, dossier: int, bill: int
) -> None:
    papers.attach(letter, subsidy_id=dossier)
    papers.attach(letter, booking_id=bill)
    (kept,) = papers.of_booking(bill)
    assert len(papers.same_content(kept.sha256)) == 2


def test_a_receipt_belongs_to_the_expense_that_was_typed(
    papers: PaperService, letter: Path, administration: Administration, tmp_path: Path
) -> None:
    dossier = administration.subsidies.save(
        Subsidy(
            funder="Gemeente",
            state=SubsidyState.AWARDED,
            expenses=(Expense(description="Koffie", amount=Decimal(12), day=DAY),),
        )
    )
    (expense,) = administration.subsidies.get(dossier).expenses
    first = papers.attach_receipt(letter, dossier, expense)
    assert papers.attach_receipt(letter, dossier, expense) == first  # the same bytes: kept once
    shown = administration.subsidies.dossier(dossier)
    assert [one.id for one in shown.receipts[expense.id or 0]] == [first]
    assert MissingKind.RECEIPTS not in {one.kind for one in shown.missing}
    better = tmp_path / "Betere scan.pdf"
    better.write_bytes(b"%PDF-1.7 scherp")
    papers.put_in_place(first, better)
    assert papers.content(first) == b"%PDF-1.7 scherp"
    administration.history.undo()
    assert papers.content(first) == CONTENT
    administration.subsidies.remove_part(dossier, expense)
    (left,) = papers.of_dossier(dossier)  # nothing is lost with the expense
    assert (left.id, left.expense_id) == (first, None)
    administration.history.undo()
    assert papers.get(first).expense_id == expense.id


def test_a_receipt_of_a_payment_in_the_book_lies_with_the_payment(
    papers: PaperService, letter: Path, dossier: int, bill: int, administration: Administration
) -> None:
    administration.money.split(bill, [Share(subsidy_id=dossier, percentage=Decimal(50))])
    (expense,) = administration.subsidies.get(dossier).expenses
    number = papers.attach_receipt(letter, dossier, expense)
    assert [one.id for one in papers.of_booking(bill)] == [number]
    shown = administration.subsidies.dossier(dossier)
    assert [one.id for one in shown.receipts[expense.id or 0]] == [number]


def test_what_is_no_paper_is_refused_with_what_to_do(
    papers: PaperService, tmp_path: Path, dossier: int
) -> None:
    program, nothing, large = (tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf"))
    program.write_bytes(b"MZ")
    nothing.write_bytes(b"")
    with large.open("wb") as file:
        file.truncate(LARGEST * MEGABYTE + 1)
    for path, words in ((program, "Save it as a PDF"), (nothing, "empty"), (large, "20 MB")):
        with pytest.raises(PaperRefused, match=words):
            papers.attach(path, subsidy_id=dossier)
    with pytest.raises(PaperRefused, match="could not be read"):
        papers.attach(tmp_path / "not there.pdf", subsidy_id=dossier)
    assert papers.all_papers() == []


def test_a_copy_is_private_and_goes_when_the_administration_is_closed(
    administration: Administration, papers: PaperService, letter: Path, dossier: int
) -> None:
    copy = papers.open_copy(papers.attach(letter, subsidy_id=dossier))
    assert copy.read_bytes() == CONTENT
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == 0o700
    administration.close()
    assert copies() == []


def test_what_a_crash_left_goes_at_the_next_start_and_nothing_of_a_living_program(
    path: Path, tmp_path: Path
) -> None:
    living = PrivateCopies()
    kept = living.make("brief.pdf", CONTENT)
    left = Path(tempfile.mkdtemp(prefix="buurthuis-papers-"))
    (left / "bon.pdf").write_bytes(CONTENT)
    open_administration(path, PASSWORD).close()
    assert not left.exists()
    assert kept.read_bytes() == CONTENT
    living.close()
    sweep()
    assert copies() == []
