# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Funders and their rules: kept, checked, and a set to start with."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from buurthuis_admin.domain.funders import (
    Deadline,
    Fact,
    Funder,
    FunderKind,
    ReportPart,
    Source,
    Threshold,
    key_of,
)
from buurthuis_admin.domain.text import clean
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.paths import resources_folder
from buurthuis_admin.services.changes import SUBSIDIES, Changes
from buurthuis_admin.storage import funder_queries
from buurthuis_admin.storage.file import AdministrationFile


class FunderNameMissing(UserError):
    """A funder without a name cannot be found again."""

    def __init__(self) -> None:
        super().__init__(_("Fill in the name of the funder."))


class FunderThere(UserError):
    """Another funder has this name."""

    def __init__(self, name: str) -> None:
        text = _("There is a funder called ‘{name}’ already. Change that one, or choose a name.")
        super().__init__(text.format(name=name))


class FunderUsed(UserError):
    """A funder with dossiers stays."""

    def __init__(self, name: str) -> None:
        text = _("There are subsidies of {name}. A funder with subsidies is not removed.")
        super().__init__(text.format(name=name))


class FunderService:
    """Funders of one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today

    def all_funders(self) -> list[Funder]:
        """Every funder with its rules, by name."""
        with self._file.reading() as connection:
            return funder_queries.funders(connection)

    def named(self, name: str) -> Funder:
        """The funder of a name with its rules; one without rules when there is none."""
        key = key_of(clean(name))
        same = [one for one in self.all_funders() if key_of(one.name) == key]
        return same[0] if same else Funder(name=clean(name))

    def save(self, funder: Funder) -> int:
        """Keep a funder and its rules; returns its id."""
        name = clean(funder.name)
        if not name:
            raise FunderNameMissing
        with self._file.unit_of_work(_("Funder {name} changed").format(name=name)) as unit:
            known = funder_queries.named(unit.connection, name)
            if known not in (None, funder.id):
                raise FunderThere(name)
            funder_id = funder_queries.save(unit.connection, replace(funder, name=name))
            unit.commit()
        self._changes.tell(SUBSIDIES)
        return funder_id

    def checked(self, funder: Funder) -> None:
        """Somebody looked everything up and it is right as of today."""
        today = self._today()
        sources = tuple(replace(one, checked_on=today) for one in funder.sources)
        self.save(replace(funder, sources=sources))

    def remove(self, funder: Funder) -> None:
        """Take a funder without dossiers away, which can be undone. Raises FunderUsed."""
        assert funder.id is not None
        sentence = _("Funder {name} removed").format(name=funder.name)
        with self._file.unit_of_work(sentence) as unit:
            if funder_queries.is_used(unit.connection, funder.id):
                raise FunderUsed(funder.name)
            funder_queries.remove(unit.connection, funder.id)
            unit.commit()
        self._changes.tell(SUBSIDIES)

    def add_standard(self) -> int:
        """Add the set to start with; rules that somebody filled in stay. Returns how many."""
        with self._file.unit_of_work(_("Known funders added")) as unit:
            known = {key_of(one.name): one for one in funder_queries.funders(unit.connection)}
            new = [one for rules in standard_funders() for one in _wanted(known, rules)]
            for one in new:
                funder_queries.save(unit.connection, one)
            unit.commit()
        self._changes.tell(SUBSIDIES)
        return len(new)


def standard_funders() -> list[Funder]:
    """The set to start with: what is known, where from, and nothing that is checked."""
    path = resources_folder() / "funders" / "standard.json"
    return [_read(one) for one in json.loads(path.read_text("utf-8"))]


def _wanted(known: dict[str, Funder], standard: Funder) -> list[Funder]:
    """The funders that get these rules: those of the name, and every municipality by its own."""
    same = [known[key] for key in (key_of(standard.name),) if key in known]
    if standard.kind is FunderKind.MUNICIPALITY:
        same = [one for key, one in known.items() if key.startswith(key_of(standard.name))]
    found = [_over(one, standard) for one in same] if same else [standard]
    return [one for one in found if one is not None]


def _over(known: Funder, standard: Funder) -> Funder | None:
    """The standard rules for a funder that has none of its own; None when it has."""
    if known.sources or known.thresholds:
        return None
    return replace(standard, id=known.id, name=known.name, remark=known.remark)


def _read(one: dict[str, Any]) -> Funder:
    return Funder(
        name=one["name"],
        kind=FunderKind(one["kind"]),
        phone=one.get("phone", ""),
        website=one.get("website", ""),
        deadline=Deadline(weeks=one.get("deadline_weeks")),
        advance_percentage=one.get("advance_percentage"),
        own_words=tuple(one.get("own_words", ())),
        thresholds=tuple(
            Threshold(
                amount=Decimal(threshold["amount"]),
                parts=frozenset(map(ReportPart, threshold["parts"])),
            )
            for threshold in one.get("thresholds", ())
        ),
        sources=tuple(
            Source(fact=Fact(fact), source=source) for fact, source in one["sources"].items()
        ),
    )
