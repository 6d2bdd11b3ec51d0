# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers: attached, opened, saved elsewhere, and taken away again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from buurthuis_admin.domain.papers import (
    LARGEST,
    MEGABYTE,
    Paper,
    PaperKind,
    media_type_of,
)
from buurthuis_admin.domain.subsidies import Expense
from buurthuis_admin.domain.text import clean
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import SUBSIDIES, Changes
from buurthuis_admin.services.private_copies import PrivateCopies
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.storage import contents, money_queries, paper_queries
from buurthuis_admin.storage.file import AdministrationFile


class PaperRefused(UserError):
    """A file that is not taken, with what to do."""


class PaperGone(UserError):
    """A paper that was on the screen is not there any more."""

    def __init__(self) -> None:
        super().__init__(_("This paper is no longer in the administration. Choose another."))


class PaperService:
    """Papers of dossiers and bookings, kept encrypted inside the administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today
        self._copies = PrivateCopies()

    def of_dossier(self, subsidy_id: int) -> list[Paper]:
        """The papers of a dossier, the oldest first."""
        with self._file.reading() as connection:
            return paper_queries.papers(connection, subsidy_id=subsidy_id)

    def payments(self, bookings: Collection[int]) -> dict[int, Decimal]:
        """What each of these bookings moved, whichever way: what its receipt must say."""
        with self._file.reading() as connection:
            found = money_queries.bookings(connection, sorted(bookings))
        return {one.id or 0: abs(one.amount) for one in found}

    def of_booking(self, booking_id: int) -> list[Paper]:
        """The papers of a booking: its receipts."""
        with self._file.reading() as connection:
            return paper_queries.papers(connection, booking_id=booking_id)

    def all_papers(self) -> list[Paper]:
        """Every paper, the oldest first."""
        with self._file.reading() as connection:
            return paper_queries.papers(connection)

    def same_content(self, sha256: str) -> list[Paper]:
        """The papers with exactly these bytes."""
        with self._file.reading() as connection:
            return paper_queries.same_content(connection, sha256)

    def attach(
        self,
        path: Path,
        *,
        subsidy_id: int | None = None,
        booking_id: int | None = None,
        expense_id: int | None = None,
        title: str = "",
        kind: PaperKind = PaperKind.OTHER,
    ) -> int:
        """Keep a file with a dossier or a booking; returns the id. Raises PaperRefused.

        ``expense_id``: it is the receipt of an expense of that dossier.
        """
        paper = Paper(
            subsidy_id=subsidy_id,
            booking_id=booking_id,
            expense_id=expense_id,
            title=clean(title) or path.name,
            kind=kind,
            media_type="",
            sha256="",
            size=0,
            added_on=self._today(),
        )
        return self._keep(paper, path, _("Paper ‘{title}’ added"))

    def check(self, path: Path) -> None:
        """See that a file is one that is taken, before anything is kept. Raises PaperRefused."""
        _taken(path)

    def attach_receipt(self, path: Path, subsidy_id: int, expense: Expense) -> int:
        """Keep the receipt of an expense, where it belongs; returns the id. Raises PaperRefused.

        The receipt of a payment in the book lies with the booking, so that every dossier that
        pays a part of it has it. The same file twice with one expense is kept once.
        """
        content, _media_type = _taken(path)
        with self._file.reading() as connection:
            known = paper_queries.receipts(connection, [expense]).get(expense.id or 0, [])
        sha256 = contents.name_of(content)
        for one in known:
            if one.sha256 == sha256 and one.id is not None:
                return one.id
        if expense.booking_id is not None:
            return self.attach(
                path, booking_id=expense.booking_id, title=path.stem, kind=PaperKind.RECEIPT
            )
        return self.attach(
            path,
            subsidy_id=subsidy_id,
            expense_id=expense.id,
            title=path.stem,
            kind=PaperKind.RECEIPT,
        )

    def put_in_place(self, paper_id: int, path: Path) -> int:
        """Keep another file in the place of a paper: a better scan. Raises PaperRefused."""
        paper = replace(self.get(paper_id), added_on=self._today())
        return self._keep(paper, path, _("Paper ‘{title}’ replaced"))

    def change(self, paper: Paper) -> int:
        """Keep another title or kind of a paper that is here."""
        sentence = _("Paper ‘{title}’ changed").format(title=paper.title)
        with self._file.unit_of_work(sentence) as unit:
            paper_id = paper_queries.save(unit.connection, paper)
            unit.commit()
        self._changes.tell(SUBSIDIES)
        return paper_id

    def remove(self, paper_id: int) -> None:
        """Take a paper away, which can be undone. Raises PaperGone."""
        paper = self.get(paper_id)
        sentence = _("Paper ‘{title}’ removed").format(title=paper.title)
        with self._file.unit_of_work(sentence) as unit:
            paper_queries.remove(unit.connection, paper_id)
            unit.commit()
        self._changes.tell(SUBSIDIES)

    def get(self, paper_id: int) -> Paper:
        """One paper. Raises PaperGone."""
        with self._file.reading() as connection:
            found = paper_queries.paper(connection, paper_id)
        if found is None:
            raise PaperGone
        return found

    def content(self, paper_id: int) -> bytes:
        """The bytes of a paper. Raises PaperGone."""
        with self._file.reading() as connection:
            paper = paper_queries.paper(connection, paper_id)
            found = None if paper is None else contents.content_of(connection, paper.sha256)
        if found is None:
            raise PaperGone
        return found

    def open_copy(self, paper_id: int) -> Path:
        """A private copy for another program to show; gone on lock, on closing, or at a start."""
        paper, content = self.get(paper_id), self.content(paper_id)
        try:
            return self._copies.make(paper.file_name, content)
        except OSError as error:
            raise PaperRefused(
                _("There is no room for a copy of this paper. Make room on the disk first.")
            ) from error

    def save_as(self, paper_id: int, path: Path) -> None:
        """Write a paper to a place of one's own. Raises NotSaved."""
        write_safely(path, self.content(paper_id))

    def close(self) -> None:
        """Remove the copies that were opened."""
        self._copies.close()

    def _keep(self, paper: Paper, path: Path, sentence: str) -> int:
        content, media_type = _taken(path)
        with self._file.unit_of_work(sentence.format(title=paper.title)) as unit:
            kept = replace(
                paper,
                sha256=contents.keep(unit.connection, content),
                media_type=media_type,
                size=len(content),
            )
            paper_id = paper_queries.save(unit.connection, kept)
            unit.commit()
        self._changes.tell(SUBSIDIES)
        return paper_id


def _taken(path: Path) -> tuple[bytes, str]:
    """The bytes of a file and what it is, if it is of a kind that is taken."""
    content = _read(path)
    media_type = media_type_of(content)
    if media_type is None:
        raise _unknown_kind(path)
    return content, media_type


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST * MEGABYTE:
            raise _too_large(path)
        content = path.read_bytes()
    except OSError as error:
        text = _("‘{file}’ could not be read. Choose a file that is on this computer.")
        raise PaperRefused(text.format(file=path.name)) from error
    if not content:
        raise PaperRefused(
            _("‘{file}’ is empty. Save it again where it comes from.").format(file=path.name)
        )
    return content


def _too_large(path: Path) -> PaperRefused:
    text = _("‘{file}’ is larger than {limit} MB. Save it smaller, or scan it in black and white.")
    return PaperRefused(text.format(file=path.name, limit=LARGEST))


def _unknown_kind(path: Path) -> PaperRefused:
    text = _(
        "‘{file}’ is not a PDF, a photo (JPG or PNG) or a Word document (docx). "
        "Save it as a PDF and add that."
    )
    return PaperRefused(text.format(file=path.name))
