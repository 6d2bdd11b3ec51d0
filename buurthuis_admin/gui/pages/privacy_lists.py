# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of requests, consents and data breaches."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from buurthuis_admin.domain.privacy import (
    Consent,
    DataBreach,
    PrivacyRequest,
    RequestKind,
    Urgency,
    urgency_of,
)
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.pages.page_part import ListPart
from buurthuis_admin.gui.pages.privacy_forms import (
    ConsentForm,
    DataBreachForm,
    PrivacyRequestForm,
)
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, format_number, format_time
from buurthuis_admin.services.privacy import breach_sentence
from buurthuis_admin.services.privacy_words import request_word

_NamedRequest = tuple[str, PrivacyRequest]
_NamedConsent = tuple[str, Consent]


class RequestsPart(ListPart[_NamedRequest]):
    """What people asked, and before when it is answered."""

    def __init__(self, workspace: Workspace) -> None:
        columns: list[Column[_NamedRequest]] = [
            Column(_("Who"), lambda row: row[0] or _("not in the administration")),
            Column(_("What is asked"), lambda row: request_word(row[1].kind)),
            Column(_("Received"), lambda row: format_day_short(row[1].received_on)),
            Column(_("Answer before"), lambda row: format_day_short(row[1].answer_by)),
            Column(_("State"), lambda row: _request_pill(row[1]).word, pill=_of_request),
        ]
        words = (_("List of requests"), _("Nobody has asked anything yet."))
        super().__init__(workspace, columns, words, (0, 0, 130, 150, 200), (2, 3))
        self.new = button(_("Note a request"), "plus", "primary")
        self.answered = button(_("Answered today"), "check-circle")
        self.extend = button(_("Put off two months"), "clock")
        self.papers = button(_("Make PDF and Excel"), "download-simple")
        of_row = (self.papers, self.answered, self.extend)
        self.lay_out(self.new, *of_row, of_row=of_row)
        self.new.clicked.connect(self._note)
        self.answered.clicked.connect(self._answer)
        self.extend.clicked.connect(self._put_off)
        self.papers.clicked.connect(self._make_papers)

    def refresh(self) -> None:
        """Read the requests."""
        privacy = self.workspace.administration.privacy
        self.workspace.readers.run(self, privacy.requests, self.show_rows)

    def open_row(self, row: _NamedRequest) -> None:
        """Change the request."""
        self.open_form(PrivacyRequestForm(row[1], self.workspace, self))

    def _note(self) -> None:
        today = datetime.date.today()  # noqa: DTZ011 - the day of the person
        request = PrivacyRequest(kind=RequestKind.ACCESS, received_on=today)
        self.open_form(PrivacyRequestForm(request, self.workspace, self))

    def _answer(self) -> None:
        if self.chosen is not None:
            today = datetime.date.today()  # noqa: DTZ011 - the day of the person
            self._change(replace(self.chosen[1], answered_on=today))

    def _put_off(self) -> None:
        if self.chosen is not None:
            request = self.chosen[1]
            self._change(replace(request, extended_until=request.latest_extension))

    def _change(self, request: PrivacyRequest) -> None:
        privacy = self.workspace.administration.privacy
        self.workspace.writers.run(
            self, lambda: privacy.save_request(request), lambda _done: self.refresh()
        )

    def _make_papers(self) -> None:
        row = self.chosen
        if row is None or row[1].person_id is None:
            self.tell(_("Choose a request of somebody in the administration."))
            return
        person_id = row[1].person_id
        self.choose_folder(lambda folder: self.save_papers(person_id, folder))

    def save_papers(self, person_id: int, folder: Path) -> None:
        """Write the PDF and the workbook of a person into a folder."""
        held = self.workspace.administration.privacy.held
        self.workspace.writers.run(
            self, lambda: held.save(person_id, folder), lambda paths: self.tell(papers_told(paths))
        )


class ConsentsPart(ListPart[_NamedConsent]):
    """Who agreed to what; new ones are added on the page of the person."""

    def __init__(self, workspace: Workspace) -> None:
        columns: list[Column[_NamedConsent]] = [
            Column(_("Who"), lambda row: row[0]),
            Column(_("What for"), lambda row: row[1].purpose),
            Column(_("Given on"), lambda row: format_day_short(row[1].given_on)),
            Column(_("How"), lambda row: row[1].how),
            Column(_("State"), lambda row: _consent_pill(row[1]).word, pill=_of_consent),
        ]
        words = (
            _("List of consents"),
            _("No consent is known yet. Add one on the page of a person."),
        )
        super().__init__(workspace, columns, words, (0, 0, 130, 170, 150), (3, 2))
        self.change = button(_("Change"), "pencil-simple")
        self.withdraw = button(_("Taken back today"), "minus-circle")
        self.lay_out(self.change, self.withdraw, of_row=(self.change, self.withdraw))
        self.change.clicked.connect(self.open_chosen)
        self.withdraw.clicked.connect(self._withdraw)

    def refresh(self) -> None:
        """Read the consents."""
        privacy = self.workspace.administration.privacy
        self.workspace.readers.run(self, privacy.all_consents, self.show_rows)

    def open_row(self, row: _NamedConsent) -> None:
        """Change the consent."""
        privacy = self.workspace.administration.privacy
        self.workspace.readers.run(
            self,
            privacy.purposes,
            lambda purposes: self.open_form(ConsentForm(row[1], purposes, self.workspace, self)),
        )

    def _withdraw(self) -> None:
        if self.chosen is None:
            return
        consent, privacy = self.chosen[1], self.workspace.administration.privacy
        today = datetime.date.today()  # noqa: DTZ011 - the day of the person
        self.workspace.writers.run(
            self, lambda: privacy.withdraw(consent, today), lambda _done: self.refresh()
        )


class BreachesPart(ListPart[DataBreach]):
    """Every data breach, with the hours that are left to report it."""

    def __init__(self, workspace: Workspace) -> None:
        columns: list[Column[DataBreach]] = [
            Column(_("What happened"), lambda one: one.description.splitlines()[0]),
            Column(_("Discovered"), _discovered),
            Column(_("People"), _people, number=True),
            Column(_("State"), lambda one: _breach_pill(one).word, pill=_breach_pill),
        ]
        words = (
            _("List of data breaches"),
            _("No data breach is known. Note every one, also those that need not be reported."),
        )
        super().__init__(workspace, columns, words, (0, 190, 100, 330), (2, 1))
        self.new = button(_("Note a data breach"), "plus", "primary")
        self.change = button(_("Change"), "pencil-simple")
        self.lay_out(self.new, self.change, of_row=(self.change,))
        self.new.clicked.connect(self._note)
        self.change.clicked.connect(self.open_chosen)

    def refresh(self) -> None:
        """Read the data breaches."""
        privacy = self.workspace.administration.privacy
        self.workspace.readers.run(self, privacy.breaches, self.show_rows)

    def open_row(self, row: DataBreach) -> None:
        """Change the data breach."""
        self.open_form(DataBreachForm(row, self.workspace, self))

    def _note(self) -> None:
        now = datetime.datetime.now(datetime.UTC).replace(second=0, microsecond=0)
        self.open_row(DataBreach(discovered_at=now, description=""))


def papers_told(paths: tuple[Path, Path]) -> str:
    """Where the papers of a request are."""
    paper, book = paths
    return _("Saved in {folder}: {paper} and {book}").format(
        folder=paper.parent, paper=paper.name, book=book.name
    )


def _of_request(row: _NamedRequest) -> PillText:
    return _request_pill(row[1])


def _request_pill(request: PrivacyRequest) -> PillText:
    if request.answered_on is not None:
        return PillText(_("Answered"), "check-circle", "ok")
    today = datetime.date.today()  # noqa: DTZ011 - the day of the person
    return {
        Urgency.CALM: PillText(_("Open"), "clock", "info"),
        Urgency.SOON: PillText(_("Answer soon"), "warning-circle", "warn"),
        Urgency.LATE: PillText(_("Too late"), "x-circle", "error"),
    }[urgency_of(request.answer_by, today)]


def _of_consent(row: _NamedConsent) -> PillText:
    return _consent_pill(row[1])


def _consent_pill(consent: Consent) -> PillText:
    if consent.withdrawn_on is not None:
        return PillText(_("Taken back"), "minus-circle", "neutral")
    return PillText(_("Given"), "check-circle", "ok")


def _breach_pill(breach: DataBreach) -> PillText:
    if breach.reported_at is not None:
        return PillText(_("Reported"), "check-circle", "ok")
    if breach.settled:
        return PillText(_("Need not be reported"), "minus-circle", "neutral")
    now = datetime.datetime.now(datetime.UTC)
    late = breach.urgency(now) is Urgency.LATE
    sign, colour = ("x-circle", "error") if late else ("warning-circle", "warn")
    return PillText(breach_sentence(breach, now), sign, colour)


def _discovered(breach: DataBreach) -> str:
    here = breach.discovered_at.astimezone()
    return f"{format_day_short(here.date())}, {format_time(here.time())}"


def _people(breach: DataBreach) -> str:
    return "" if breach.people_affected is None else format_number(breach.people_affected)
