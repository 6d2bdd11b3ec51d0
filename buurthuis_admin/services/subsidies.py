# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers: who gives money, for what, and what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.checklist import Missing, missing
from buurthuis_admin.domain.dossier_back import step_back
from buurthuis_admin.domain.dossier_budget import BudgetFigures, budget
from buurthuis_admin.domain.dossier_steps import Step, kind_of, problems_of, take
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.money_warnings import MoneyWarning, warnings_of
from buurthuis_admin.domain.papers import Paper
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Condition,
    Expense,
    Instalment,
    Subsidy,
    Target,
)
from buurthuis_admin.domain.text import clean
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services import money_checks
from buurthuis_admin.services.changes import SUBSIDIES, Changes
from buurthuis_admin.storage import (
    activity_queries,
    funder_queries,
    paper_queries,
    subsidy_queries,
)
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile

Part: TypeAlias = Instalment | Expense | Target | Condition
_FIELDS: dict[type[Any], str] = {
    Instalment: "instalments",
    Expense: "expenses",
    Target: "targets",
    Condition: "conditions",
}


class FunderMissing(UserError):
    """A subsidy is always somebody's."""

    def __init__(self) -> None:
        super().__init__(_("Fill in who gives the subsidy."))


class SubsidyGone(UserError):
    """A dossier that was on the screen is not there any more."""

    def __init__(self) -> None:
        super().__init__(_("This subsidy is no longer in the administration. Choose another."))


class StepRefused(UserError):
    """A step that something is not right with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A subsidy with all that is known around it on a day. ``receipts`` are by expense."""

    subsidy: Subsidy
    funder: Funder
    papers: tuple[Paper, ...]
    agreements: tuple[Agreement, ...]
    budget: BudgetFigures
    missing: tuple[Missing, ...]
    today: datetime.date
    receipts: Mapping[int, Sequence[Paper]] = field(default_factory=dict)
    warnings: tuple[MoneyWarning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the forms of a dossier can choose from: funders, and activities by id and name."""

    funders: tuple[Funder, ...] = ()
    activities: tuple[tuple[int, str], ...] = ()


class SubsidyService:
    """Subsidies of one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today

    # Asking.

    def dossiers(self, year: int | None = None) -> list[Subsidy]:
        """The dossiers of a year, or all; the newest decision first."""
        with self._file.reading() as connection:
            found = subsidy_queries.subsidies(connection)
        return [one for one in found if year is None or one.concerns(year)]

    def get(self, subsidy_id: int) -> Subsidy:
        """One dossier. Raises SubsidyGone."""
        with self._file.reading() as connection:
            return _one(connection, subsidy_id)

    def dossier(self, subsidy_id: int) -> Dossier:
        """One dossier with its funder, papers and all that is counted. Raises SubsidyGone."""
        from buurthuis_admin.services.agreements import AgreementCounter

        today = self._today()
        with self._file.reading() as connection:
            every = subsidy_queries.subsidies(connection)
            subsidy = next((one for one in every if one.id == subsidy_id), None)
            if subsidy is None:
                raise SubsidyGone
            funder = _funder(connection, subsidy)
            papers = tuple(paper_queries.papers(connection, subsidy_id=subsidy_id))
            receipts = paper_queries.receipts(connection, subsidy.expenses)
            doubts = warnings_of(subsidy, money_checks.warnings(connection, every))
            counter = AgreementCounter(connection, today)
            agreed = counter.agreements(subsidy, funder.explain_percentage)
        figures = budget(
            subsidy, today, order=funder.line_order, per_cent=funder.explain_percentage
        )
        return Dossier(
            subsidy=subsidy,
            funder=funder,
            papers=papers,
            agreements=agreed,
            budget=figures,
            missing=missing(subsidy, funder, papers, agreed, figures, today, receipts, len(doubts)),
            today=today,
            receipts=receipts,
            warnings=tuple(doubts),
        )

    def agreements(self, subsidy_id: int) -> tuple[Agreement, ...]:
        """What was agreed with what was reached. Raises SubsidyGone."""
        return self.dossier(subsidy_id).agreements

    def checklist(self, subsidy_id: int) -> tuple[Missing, ...]:
        """What is still missing. Raises SubsidyGone."""
        return self.dossier(subsidy_id).missing

    def papers(self, subsidy_id: int) -> tuple[Paper, ...]:
        """The papers of a dossier, the oldest first."""
        with self._file.reading() as connection:
            return tuple(paper_queries.papers(connection, subsidy_id=subsidy_id))

    def choices(self) -> Choices:
        """What the forms can choose from."""
        with self._file.reading() as connection:
            funders = tuple(funder_queries.funders(connection))
            found = activity_queries.activities(connection)
        activities = tuple((one.id, one.name) for one in found if one.id is not None)
        return Choices(funders=funders, activities=activities)

    def save_calendar(self, path: Path, subsidy_id: int | None = None) -> None:
        """Write the terms of a dossier, or of all, as a calendar file. Raises NotSaved."""
        from buurthuis_admin.services.term_calendar import save_calendar

        all_of_them = self.dossiers() if subsidy_id is None else [self.get(subsidy_id)]
        save_calendar(path, all_of_them)

    # Changing.

    def save(self, subsidy: Subsidy) -> int:
        """Keep a dossier with all in it; returns its id. Raises FunderMissing."""
        if not clean(subsidy.funder):
            raise FunderMissing
        new = subsidy.id is None
        sentence = _("Subsidy of {funder} added") if new else _("Subsidy of {funder} changed")
        return self._write(sentence.format(funder=subsidy.funder), lambda _connection: subsidy)

    def change(self, subsidy_id: int, sentence: str, changed: Callable[[Subsidy], Subsidy]) -> int:
        """Change a dossier as it is now in the file, under a sentence. Raises SubsidyGone."""
        return self._write(sentence, lambda connection: changed(_one(connection, subsidy_id)))

    def remove(self, subsidy_id: int) -> None:
        """Take a dossier away, which can be undone. Raises SubsidyGone."""
        subsidy = self.get(subsidy_id)
        sentence = _("Subsidy of {funder} removed").format(funder=subsidy.funder)
        with self._file.unit_of_work(sentence) as unit:
            subsidy_queries.remove(unit.connection, subsidy_id)
            unit.commit()
        self._changes.tell(SUBSIDIES)

    def take(self, subsidy_id: int, step: Step) -> None:
        """Take a step. Raises StepRefused, SubsidyGone."""
        from buurthuis_admin.services.step_words import step_problem, step_sentence

        today = self._today()

        def taken(subsidy: Subsidy) -> Subsidy:
            for _field, problem in problems_of(subsidy, step, today):
                raise StepRefused(step_problem(problem))
            return take(subsidy, step, today)

        name = dossier_name(self.get(subsidy_id))
        self.change(subsidy_id, step_sentence(kind_of(step)).format(name=name), taken)

    def take_back(self, subsidy_id: int) -> None:
        """Go one step back; money that came stays. Raises SubsidyGone."""
        sentence = _("{name}: one step back").format(name=dossier_name(self.get(subsidy_id)))
        self.change(subsidy_id, sentence, lambda subsidy: step_back(subsidy) or subsidy)

    def save_part(self, subsidy_id: int, part: Part) -> int:
        """Add or change a payment, an expense, an agreed result or a condition; returns its id."""
        name = _FIELDS[type(part)]

        def changed(subsidy: Subsidy) -> Subsidy:
            before: Sequence[Part] = getattr(subsidy, name)
            kept = [part if one.id == part.id else one for one in before]
            return _with(subsidy, name, [*before, part] if part.id is None else kept)

        self.change(subsidy_id, self._sentence(subsidy_id), changed)
        ids = (one.id or 0 for one in getattr(self.get(subsidy_id), name))
        return part.id or max(ids)

    def remove_part(self, subsidy_id: int, part: Part) -> None:
        """Take a part away, which can be undone."""
        name = _FIELDS[type(part)]

        def changed(subsidy: Subsidy) -> Subsidy:
            kept = [one for one in getattr(subsidy, name) if one.id != part.id]
            return _with(subsidy, name, kept)

        self.change(subsidy_id, self._sentence(subsidy_id), changed)

    def save_lines(self, subsidy_id: int, lines: Sequence[BudgetLine]) -> None:
        """Keep the budget; the lines stand in this order."""
        placed = tuple(replace(line, position=place) for place, line in enumerate(lines))
        self.change(
            subsidy_id,
            self._sentence(subsidy_id),
            lambda subsidy: replace(subsidy, budget_lines=placed),
        )

    def explain_line(self, subsidy_id: int, line_id: int, words: str) -> None:
        """Keep why a line of the budget differs."""

        def changed(subsidy: Subsidy) -> Subsidy:
            lines = tuple(
                replace(line, explanation=words) if line.id == line_id else line
                for line in subsidy.budget_lines
            )
            return replace(subsidy, budget_lines=lines)

        self.change(subsidy_id, self._sentence(subsidy_id), changed)

    def _sentence(self, subsidy_id: int) -> str:
        return _("{name} changed").format(name=dossier_name(self.get(subsidy_id)))

    def _write(self, sentence: str, wanted: Callable[[Connection], Subsidy]) -> int:
        with self._file.unit_of_work(sentence) as unit:
            subsidy_id = subsidy_queries.save(unit.connection, wanted(unit.connection))
            unit.commit()
        self._changes.tell(SUBSIDIES)
        return subsidy_id


def dossier_name(subsidy: Subsidy) -> str:
    """What a dossier is called: what it is for, else who gives it."""
    return subsidy.purpose or subsidy.funder


def _with(subsidy: Subsidy, name: str, parts: Sequence[Part]) -> Subsidy:
    changed: dict[str, Any] = {name: tuple(parts)}
    return replace(subsidy, **changed)


def _one(connection: Connection, subsidy_id: int) -> Subsidy:
    found = subsidy_queries.subsidies(connection, subsidy_id)
    if not found:
        raise SubsidyGone
    return found[0]


def _funder(connection: Connection, subsidy: Subsidy) -> Funder:
    funder_id = funder_queries.named(connection, subsidy.funder)
    found = [one for one in funder_queries.funders(connection) if one.id == funder_id]
    return found[0] if found else Funder(name=subsidy.funder)
