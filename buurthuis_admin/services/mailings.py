# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One act for many people at once: post on paper, cards, birthdays, and e-mail addresses."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurthuis_admin.domain.labels import EnvelopeSize, LabelSheet
from buurthuis_admin.domain.mailings import Recipient, can_be_posted
from buurthuis_admin.domain.people import PersonDetail
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.services.changes import Changes
from buurthuis_admin.services.contributions import ContributionService
from buurthuis_admin.services.households import HouseholdService
from buurthuis_admin.services.mailing_words import recipients_of
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.services.people_columns import person_columns
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.storage.file import AdministrationFile

if TYPE_CHECKING:
    from buurthuis_admin.reporting.mailings import Post

__all__ = ["Addresses", "Made", "MailingService", "NobodyLeft"]


class NobodyLeft(UserError):
    """Of nobody who was chosen there is what it takes."""

    def __init__(self) -> None:
        super().__init__(
            _("None of the people you chose has a complete address. Fill in the addresses first.")
        )


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF, for how many it is, and how many were left out for want of an address."""

    content: bytes
    count: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Addresses:
    """E-mail addresses, each once, and how many people have none."""

    found: tuple[str, ...]
    without: int


class MailingService:
    """What goes out is only read; ``households`` and ``contributions`` write too."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        members: MemberService,
        settings: SettingsService,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._members, self._settings, self._today = members, settings, today
        self.households = HouseholdService(file, changes, members)
        self.contributions = ContributionService(file, changes, members, settings)

    def labels(
        self, ids: Sequence[int], sheet: LabelSheet, first: int = 0, *, households: bool = True
    ) -> Made:
        """Address labels; ``first`` (from 0) is the first that is still on the sheet."""
        from buurthuis_admin.reporting import mailings

        posted, left_out = self._posted(ids, households)
        content = mailings.labels(self._post(), posted, sheet, first)
        return Made(content, len(posted), left_out)

    def envelopes(self, ids: Sequence[int], size: EnvelopeSize, *, households: bool = True) -> Made:
        """An envelope for each."""
        from buurthuis_admin.reporting import mailings

        posted, left_out = self._posted(ids, households)
        return Made(mailings.envelopes(self._post(), posted, size), len(posted), left_out)

    def letters(
        self, ids: Sequence[int], text: str, *, households: bool = True, year: int | None = None
    ) -> Made:
        """A letter to each; whoever has no address gets one to hand over.

        ``year``: a reminder of the contribution of that year, with what is owed.
        """
        from buurthuis_admin.reporting import mailings

        people = self._details(ids)
        centre = self._settings.centre()
        found = recipients_of(people, centre, households=households, year=year)
        return Made(mailings.letters(self._post(), found, text), len(found))

    def cards(self, ids: Sequence[int]) -> Made:
        """Member cards with the code that is read at the door."""
        from buurthuis_admin.reporting import mailings
        from buurthuis_admin.reporting.content import Label

        post = self._post()
        made = [
            Label(
                tuple(line for line in (one.person.name.full, post.centre, _number(one)) if line),
                ScanCode(CodeKind.PERSON, one.person.id or 0).text,
                _("Code of {name}").format(name=one.person.name.full),
            )
            for one in self._details(ids)
        ]
        return Made(mailings.cards(post, made), len(made))

    def birthdays(self, ids: Sequence[int]) -> Made:
        """Birthdays by month; ``left_out``: of whom no day is known."""
        from buurthuis_admin.reporting import mailings

        people = self._details(ids)
        year = self._today().year
        found = [
            mailings.Birthday(
                born.month, born.day, one.person.name.full, str(max(year - born.year, 0))
            )
            for one in people
            if (born := one.person.born) is not None and born.month and born.day
        ]
        made = mailings.birthdays(self._post(), found)
        return Made(made, len(found), len(people) - len(found))

    def addresses(self, ids: Sequence[int]) -> Addresses:
        """The e-mail addresses of people; of a household that shares one it comes once."""
        emails = [one.person.email.strip() for one in self._details(ids)]
        found = {email.casefold(): email for email in emails if email}
        return Addresses(tuple(found.values()), sum(not email for email in emails))

    def people_list(self, ids: Sequence[int], columns: Sequence[str]) -> Made:
        """The list as it is on the screen, on paper; the archive too when that is listed."""
        from buurthuis_admin.reporting.lists import PaperList, list_as_pdf

        chosen, rows = person_columns(columns), self._members.rows(ids)
        paper = PaperList(
            kind=_("List of people"),
            centre=self._settings.centre().name,
            made_on=self._today(),
            columns=tuple(one.heading for one in chosen),
            lines=tuple(tuple(one.text(row) for one in chosen) for row in rows),
        )
        return Made(list_as_pdf(paper, current_language()), len(rows))

    def _details(self, ids: Sequence[int]) -> list[PersonDetail]:
        """Those who were chosen; the archive gets no post."""
        return [one for one in self._members.details(ids) if not one.person.archived]

    def _posted(self, ids: Sequence[int], households: bool) -> tuple[list[Recipient], int]:
        people = self._details(ids)
        found = recipients_of(people, self._settings.centre(), households=households)
        posted = [one for one in found if can_be_posted(one.address)]
        if not posted:
            raise NobodyLeft
        return posted, len(found) - len(posted)

    def _post(self) -> Post:
        from buurthuis_admin.reporting.mailings import Post
        from buurthuis_admin.reporting.wording import mark_of

        centre = self._settings.centre()
        place = f"{centre.postcode}  {centre.town}".strip()
        return Post(
            centre=centre.name,
            sender=tuple(line for line in (centre.name, centre.street, place) if line),
            made_on=self._today(),
            language=current_language(),
            mark=mark_of(centre),
        )


def _number(detail: PersonDetail) -> str:
    number = next((one.number for one in reversed(detail.memberships) if one.number), "")
    return _("Member number {number}").format(number=number) if number else ""
