# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the dossiers of an import: funders, what came in and what went out, budgets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from buurthuis_admin.domain.funders import key_of
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.planning.drafts import SubsidyDraft
from buurthuis_admin.services.import_rows import Row, subsidy_values
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.bulk import (
    Connection,
    Table,
    all_rows,
    insert_rows,
    next_id,
    update_rows,
)
from buurthuis_admin.storage.values import hundredths


class SubsidyWriter:
    """Writes dossiers through the connection of a unit of work, and gives them their ids."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _next(self, table: Table) -> int:
        return next_id(self._connection, table)

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        insert_rows(self._connection, table, rows)

    def write(self, subsidies: Sequence[SubsidyDraft]) -> None:
        """Write new dossiers and what changes in known ones."""
        funders = {key_of(row.name): row.id for row in all_rows(self._connection, tables.Funder)}
        funder_id, subsidy_id = self._next(tables.Funder), self._next(tables.Subsidy)
        new_funders: list[Row] = []
        new: list[Row] = []
        changed: list[Row] = []
        for draft in subsidies:
            key = key_of(draft.funder)
            if key not in funders:
                funders[key] = funder_id
                new_funders.append({"id": funder_id, "name": draft.funder, "folded_name": key})
                funder_id += 1
            row = subsidy_values(draft)
            if draft.id is None:
                draft.id = subsidy_id
                subsidy_id += 1
                new.append({"id": draft.id, "funder_id": funders[key], **row})
            else:
                changed.append({"id": draft.id, **row})
        self._insert(tables.Funder, new_funders)
        self._insert(tables.Subsidy, new)
        update_rows(self._connection, tables.Subsidy, changed)
        self._money(subsidies)

    def _money(self, subsidies: Sequence[SubsidyDraft]) -> None:
        """What a list says was received and spent; a later list adds the difference."""
        said = _("Total according to the list")
        received: list[Row] = []
        spent: list[Row] = []
        for draft in subsidies:
            came, went = draft.received - draft.known_received, draft.spent - draft.known_spent
            if came:
                received.append(
                    {"subsidy_id": draft.id, "received": hundredths(came), "remark": said}
                )
            if draft.budget:
                self._budget(draft)
                went -= sum((post.actual for post in draft.budget), Decimal(0))
            if went:
                spent.append(
                    {"subsidy_id": draft.id, "amount": hundredths(went), "description": said}
                )
        self._insert(tables.Instalment, received)
        self._insert(tables.Expense, spent)

    def _budget(self, draft: SubsidyDraft) -> None:
        line_id = self._next(tables.BudgetLine)
        lines: list[Row] = []
        spent: list[Row] = []
        for position, post in enumerate(draft.budget):
            lines.append(
                {
                    "id": line_id,
                    "subsidy_id": draft.id,
                    "position": position,
                    "name": post.name,
                    "planned": hundredths(post.planned),
                }
            )
            if post.actual:
                spent.append(
                    {
                        "subsidy_id": draft.id,
                        "budget_line_id": line_id,
                        "amount": hundredths(post.actual),
                        "description": post.name,
                    }
                )
            line_id += 1
        self._insert(tables.BudgetLine, lines)
        self._insert(tables.Expense, spent)
