# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of subsidies, and budgets with what was planned beside what was spent."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.money import AmbiguousAmount
from buurthuis_admin.domain.subsidies import SubsidyState
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.outcome import Orientation
from buurthuis_admin.importing.records import BudgetRecord, SubsidyRecord
from buurthuis_admin.importing.values.dates import other_context, parse_date
from buurthuis_admin.importing.values.people import parse_money_cell
from buurthuis_admin.importing.values.texts import content_of, text_of

# What stands in the place of an amount or under 'stand van zaken'; the first that fits counts.
_STATE_WORDS = {
    SubsidyState.REJECTED: (
        "afgewezen|afwijzing|geweigerd|niet toegekend|niet gehonoreerd|rejected|afgew|abgelehnt|nee"
    ),
    SubsidyState.WITHDRAWN: ("ingetrokken|teruggetrokken|vervallen|withdrawn|niet doorgegaan"),
    SubsidyState.SETTLED: ("vastgesteld|afgerekend|afgerond|afgehandeld|settled|klaar"),
    SubsidyState.ACCOUNTED: ("verantwoord|ingediende verantwoording|rapportage ingediend"),
    SubsidyState.APPLIED: (
        "in behandeling|aangevraagd|lopend|loopt|ingediend|nog niet|pending|wacht|"
        "onbekend|?|volgt|nog onbekend|n.n.b.|nnb|afwachten|in afwachting|tbd"
    ),
    SubsidyState.AWARDED: (
        "toegekend|verleend|beschikt|gehonoreerd|toegezegd|awarded|granted|akkoord|ja"
    ),
}
_STATES = tuple((state, tuple(words.split("|"))) for state, words in _STATE_WORDS.items())
_UNTIL = re.compile(r"(?i)^(?:voor|uiterlijk|vóór|tot|t/m|per|op|before|by|deadline)\s+")
_REFERENCE = re.compile(r"\b(?=[\w./-]*\d)[A-Z]{1,5}[ ./-]?\d[\w./-]{2,}\b")
_MONEY_FIELDS = (Field.REQUESTED, Field.AWARDED, Field.RECEIVED, Field.SPENT)


def read_subsidies(context: TableContext) -> None:
    """Read a list of subsidies, or the budget of one."""
    context.exclude_other_rows()
    if context.found.orientation is Orientation.BUDGET:
        _read_budget(context)
        return
    for row in context.table.data_rows:
        _read_row(context, row)


def state_in(text: str) -> SubsidyState | None:
    """The state that a word names ('afgewezen', 'in behandeling'); None for none."""
    word = fold(text).strip(" .!()")
    if not word:
        return None
    for state, words in _STATES:
        if any(word == known or (len(known) > 4 and word.startswith(known)) for known in words):
            return state
    return None


def _read_row(context: TableContext, row: int) -> None:
    funder = context.text(row, Field.FUNDER)
    purpose = context.text(row, Field.PURPOSE)
    if not funder and not purpose:
        filled = sum(cell is not None for cell in context.cells(row))
        if filled <= 1:
            context.exclude(row, "row_note")
        else:
            context.reject(row, "no_funder")
        return
    state, amounts = _amounts(context, row)
    written = state_in(context.text(row, Field.STATE))
    record = SubsidyRecord(
        context.source(row),
        funder or purpose,
        reference=context.text(row, Field.REFERENCE),
        purpose=purpose,
        state=written if written not in (None, SubsidyState.APPLIED) else state,
        requested=amounts[Field.REQUESTED],
        awarded=amounts[Field.AWARDED],
        received=amounts[Field.RECEIVED],
        spent=amounts[Field.SPENT],
        applied_on=_date(context, row, Field.APPLIED_ON),
        decided_on=_date(context, row, Field.DECIDED),
        due_on=_date(context, row, Field.DUE),
        remark=context.text(row, Field.REMARK),
    )
    record.period = _period(context, record)
    if record.state is SubsidyState.REJECTED and record.awarded is None:
        record.awarded = Decimal("0.00")
    context.out.records.subsidies.append(record)


def _amounts(context: TableContext, row: int) -> tuple[SubsidyState, dict[Field, Decimal | None]]:
    """The amounts of a row, and the state that words among them or zeros tell."""
    amounts: dict[Field, Decimal | None] = {}
    state: SubsidyState | None = None
    for field in _MONEY_FIELDS:
        cell = context.value(row, field)
        word = state_in(text_of(cell)) if isinstance(cell, str) else None
        if word is not None and not any(sign.isdigit() for sign in text_of(cell)):
            amounts[field] = None
            if field is Field.AWARDED or word in (SubsidyState.REJECTED, SubsidyState.WITHDRAWN):
                state = word
            continue
        amounts[field] = _amount(context, row, field)
    if state is None:
        state = _state_by_award(context, row, amounts[Field.AWARDED])
    return state, amounts


def _state_by_award(context: TableContext, row: int, awarded: Decimal | None) -> SubsidyState:
    if awarded is None:
        return SubsidyState.APPLIED
    if awarded == 0:
        context.ask("awarded_nothing", "taken_as_rejected", row)
        return SubsidyState.REJECTED
    return SubsidyState.AWARDED


def _amount(context: TableContext, row: int, field: Field) -> Decimal | None:
    cell = context.value(row, field)
    try:
        return parse_money_cell(cell)
    except AmbiguousAmount:
        context.ask("amount_ambiguous", "left_empty", row, field=field.value, value=text_of(cell))
    except ValueError:
        context.ask("value_unreadable", "left_empty", row, field=field.value, value=text_of(cell))
    return None


def _date(context: TableContext, row: int, field: Field) -> datetime.date | None:
    cell = context.value(row, field)
    if isinstance(cell, str):
        cell = _UNTIL.sub("", clean(cell))
        if state_in(cell) is not None:
            return None
    try:
        year = context.year + 1 if context.year and field is Field.DUE else context.year
        found = parse_date(cell, other_context(context.latest, context.order_of(field), year))
    except ValueError:
        found = None
        context.ask("value_unreadable", "left_empty", row, field=field.value, value=text_of(cell))
    if found is None:
        return None
    if not found.complete:
        context.ask(
            "date_incomplete", "last_day_taken", row, field=field.value, value=text_of(cell)
        )
        return found.last_day
    return found.first_day


def _period(context: TableContext, record: SubsidyRecord) -> Period | None:
    """The year of the list; without one, that of the decision tells."""
    if context.year is not None:
        return Period.year(context.year)
    known = record.decided_on or record.applied_on
    return Period.year(known.year) if known else None


# --- a budget --------------------------------------------------------------------------------


def _read_budget(context: TableContext) -> None:
    funder = context.around.activity or " ".join(context.table.titles[:1]) or context.sheet.name
    posts: list[BudgetRecord] = []
    source = context.source(context.table.heading_rows[0] if context.table.heading_rows else 0)
    for row in context.table.data_rows:
        post = _post(context, row)
        if post is None:
            continue
        if not posts:
            source = context.source(row)
        posts.append(post)
    if not posts:
        return
    title = " ".join(context.table.titles)
    reference = _REFERENCE.search(title)
    record = SubsidyRecord(
        source,
        clean(funder.replace(reference[0], " ") if reference else funder).strip(" -()"),
        reference=reference[0] if reference else "",
        state=SubsidyState.AWARDED,
        period=Period.year(context.year) if context.year else None,
        budget=tuple(posts),
    )
    context.ask("budget_of_whom", "budget_of_title", funder=record.funder)
    context.out.records.subsidies.append(record)
    known = context.out.rows.get((context.file, context.sheet.name), {})
    for row in context.table.data_rows:
        if row + 1 not in known:
            record.rows.append(row + 1)


def _post(context: TableContext, row: int) -> BudgetRecord | None:
    name = context.text(row, Field.BUDGET_LINE) or next(
        (t for cell in context.cells(row) if isinstance(cell, str) and (t := content_of(cell))), ""
    )
    planned, actual = _amount(context, row, Field.PLANNED), _amount(context, row, Field.ACTUAL)
    if not name or (planned is None and actual is None):
        context.exclude(row, "row_note")
        return None
    zero = Decimal("0.00")
    return BudgetRecord(name, planned or zero, actual or zero)
