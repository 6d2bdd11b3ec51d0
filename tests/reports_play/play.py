# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plays the year through the services, as the screens would."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
)
from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.dates import PartialDate, Period
from buurthuis_admin.domain.dossier_steps import (
    Account,
    Apply,
    Award,
    Reject,
    Repay,
    Settle,
    Step,
)
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.people import Address, Person, PersonDetail
from buurthuis_admin.domain.reports import TEXT, Chapter, ReportKey
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import BudgetLine, Indicator, Subsidy, SubsidyState, Target
from buurthuis_admin.services.administration import Administration
from tests.reports_play import events as told

STEPS = {"award": Award, "reject": Reject, "account": Account, "settle": Settle}


class Player:
    """One administration in which a year happens."""

    def __init__(self, administration: Administration, folder: Path) -> None:
        self.administration, self.folder = administration, folder
        self.activities: dict[str, int] = {}
        self.dossiers: dict[str, int] = {}
        self.people: list[int] = []

    def play(self, happened: list[told.Event]) -> None:
        """Let all of it happen."""
        self._begin()
        for event in happened:
            match event:
                case told.Came():
                    self._came(event)
                case told.Asked():
                    self._asked(event)
                case told.Told():
                    self._step(event)
                case told.Moved():
                    self._moved(event)
                case told.Paid():
                    self._paid(event)
                case told.Wrote():
                    self._wrote(event)

    def _begin(self) -> None:
        centre = CentreSettings(
            name="Buurthuis De Linde", town="Utrecht", postcode="3531 AB", board=told.BOARD
        )
        self.administration.settings.save(centre)
        for name in (told.COFFEE, told.FOOD, told.TALK):
            self.activities[name] = self.administration.activities.save(Activity(name=name))
        for number in range(told.PEOPLE):
            born = PartialDate(1930 + number)
            home = Address(postcode=f"35{31 + number % 3} AB")
            person = Person(name=PersonName(first=f"P{number}"), born=born, address=home)
            self.people.append(self.administration.members.save(PersonDetail(person=person)))

    def _came(self, came: told.Came) -> None:
        held = Session(activity_id=self.activities[came.activity], day=came.day)
        session = self.administration.activities.save_session(held)
        if came.heads:
            heads = HeadCount(session_id=session, number=came.heads)
            self.administration.activities.set_head_count(heads)
        for number in came.people:
            self.administration.activities.set_attendance(
                Attendance(
                    session_id=session,
                    person_id=self.people[number],
                    status=AttendanceStatus.PRESENT,
                )
            )

    def _asked(self, asked: told.Asked) -> None:
        lines = tuple(
            BudgetLine(position=place, name=name, planned=euros(cents))
            for place, (name, cents) in enumerate(asked.lines)
        )
        targets = tuple(
            Target(indicator=words, kind=Indicator(kind), promised=Decimal(number))
            for words, kind, number in asked.targets
        )
        dossier = Subsidy(
            funder=asked.funder,
            purpose=asked.purpose,
            activity_id=self.activities.get(asked.activity),
            state=SubsidyState.DRAFT,
            period=Period(told.FIRST, told.LAST),
            budget_lines=lines,
            targets=targets,
        )
        self.dossiers[asked.funder] = self.administration.subsidies.save(dossier)
        self._take(asked.funder, Apply(day=asked.day, requested=euros(asked.cents)))

    def _step(self, letter: told.Told) -> None:
        step: Step
        match letter.step:
            case "award":
                step = Award(
                    day=letter.day, awarded=euros(letter.cents), reference=letter.reference
                )
            case "settle":
                step = Settle(day=letter.day, amount=euros(letter.cents))
            case "reject":
                step = Reject(day=letter.day, reason="Er waren te veel aanvragen.")
            case _:
                step = Account(day=letter.day)
        self._take(letter.funder, step)

    def _moved(self, moved: told.Moved) -> None:
        if moved.cents < 0:
            self._take(moved.funder, Repay(day=moved.day, amount=euros(-moved.cents)))
            return
        money = self.administration.money
        made = Booking(
            account_id=money.accounts()[0].id,
            day=moved.day,
            year=moved.day.year,
            amount=euros(moved.cents),
            description=moved.funder,
        )
        money.receive(money.save(made), [(self.dossiers[moved.funder], euros(moved.cents))])

    def _take(self, funder: str, step: Step) -> None:
        self.administration.subsidies.take(self.dossiers[funder], step)

    def _paid(self, paid: told.Paid) -> None:
        money = self.administration.money
        made = Booking(
            account_id=money.accounts()[0].id,
            day=paid.day,
            year=paid.day.year,
            amount=-euros(paid.cents),
            description=paid.what,
        )
        booking = money.save(made)
        if paid.shares:
            money.split(booking, [self._share(*one) for one in paid.shares])
        path = self.folder / f"{paid.what}.{paid.receipt}"
        path.write_bytes(receipt(paid))
        self.administration.papers.attach(path, booking_id=booking, kind=PaperKind.RECEIPT)

    def _share(self, funder: str, line: str, way: str, number: int) -> Share:
        dossier = self.administration.subsidies.get(self.dossiers[funder])
        ids = {one.name: one.id for one in dossier.budget_lines}
        share = Share(subsidy_id=self.dossiers[funder], budget_line_id=ids.get(line))
        part = euros(number)
        return replace(share, amount=part) if way == "cents" else replace(share, percentage=part)

    def _wrote(self, wrote: told.Wrote) -> None:
        key = (
            ReportKey(subsidy_id=self.dossiers[wrote.funder])
            if wrote.funder
            else ReportKey(year=told.YEAR)
        )
        chapter = Chapter(wrote.chapter)
        self.administration.compositions.save_part(key, chapter, TEXT, wrote.text)


def euros(cents: int) -> Decimal:
    """An amount as the services take it."""
    return Decimal(cents).scaleb(-2)


def receipt(paid: told.Paid) -> bytes:
    """A receipt as a shop gives it: a photo, or a PDF that knows nothing of tags."""
    output = io.BytesIO()
    if paid.receipt == "pdf":
        canvas = Canvas(output, pagesize=(300, 400), invariant=1)
        canvas.drawString(40, 300, f"Bon: {paid.what}")
        canvas.save()
    else:
        picture = Image.new("RGB", (300, 400), "white")
        ImageDraw.Draw(picture).text((20, 40), paid.what, fill="black")
        picture.save(output, "JPEG")
    return output.getvalue()
