# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the columns of a table hold: chosen, parted, put together, and their day and month."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.models.importing import sureness
from buurthuis_admin.gui.pages.import_controls import add_choice
from buurthuis_admin.gui.widgets.pill import Pill, PillText
from buurthuis_admin.gui.widgets.texts import button, card, label
from buurthuis_admin.i18n import _, format_number, month_name, ngettext
from buurthuis_admin.importing.columns import fields_for
from buurthuis_admin.importing.corrections import (
    HEADINGS,
    Join,
    Split,
    SplitWay,
    TableCorrection,
)
from buurthuis_admin.importing.day_order import OrderChoice, order_choices
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.made_columns import PARTS
from buurthuis_admin.importing.outcome import ColumnGuess, Orientation
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.wording import column_name

Say = Callable[[TableCorrection], None]
_JOINED: dict[frozenset[str], Field] = {
    frozenset((Field.STREET, Field.HOUSE)): Field.ADDRESS,
    frozenset((Field.ADDRESS, Field.HOUSE)): Field.ADDRESS,
    frozenset((Field.FIRST, Field.LAST)): Field.FULL_NAME,
    frozenset((Field.INITIALS, Field.LAST)): Field.FULL_NAME,
    frozenset((Field.POSTCODE, Field.TOWN)): Field.POSTCODE_TOWN,
    frozenset((Field.FIRST, Field.PREFIX, Field.LAST)): Field.FULL_NAME,
    frozenset((Field.INITIALS, Field.PREFIX, Field.LAST)): Field.FULL_NAME,
    frozenset((Field.STREET, Field.HOUSE, Field.HOUSE_ADDITION)): Field.ADDRESS,
}
_SHOWN_WAYS = (SplitWay.NAME, SplitWay.SURNAME_FIRST, SplitWay.ADDRESS, SplitWay.PHONES,
               SplitWay.COMMA, SplitWay.SLASH, SplitWay.DASH, SplitWay.SPACE)  # fmt: skip


def add_columns(column: QVBoxLayout, found: FoundTable, say: Say) -> None:
    """Add the card with the columns; none for a table that is not read."""
    if fields_for(found.found.kind):
        frame, inner = card()
        inner.addWidget(label(_("What the columns hold"), "heading"))
        _Columns(inner, found, say).add()
        column.addWidget(frame)


class _Columns:
    def __init__(self, column: QVBoxLayout, found: FoundTable, say: Say) -> None:
        self.column, self.found, self.say = column, found, say
        self.said = found.said
        self.guesses = found.outcome.columns
        self.own = [guess for guess in self.guesses if not guess.made_of]
        fields = sorted(fields_for(found.found.kind), key=column_name)
        self.fields: list[tuple[Any, str]] = [("", _("Not used"))]
        self.fields += [(field, column_name(field)) for field in fields if column_name(field)]
        table = found.table
        choices = order_choices(found.sheet, table, found.found.columns, found.orders, found.said)
        self.orders = {choice.column: choice for choice in choices}

    def add(self) -> None:
        """The meetings in one line, then every column with what was made of it."""
        meetings = [guess for guess in self.own if guess.field == "session"]
        if meetings:
            self._add_meetings(meetings)
        for guess in self.own:
            down = self.found.found.orientation is Orientation.DATES_DOWN and not guess.field
            if guess not in meetings and not down:
                self._add_own(guess)

    def _add_meetings(self, meetings: Sequence[ColumnGuess]) -> None:
        told = ngettext("{count} meeting: {first}", "{count} meetings: {first} to {last}",
                        len(meetings))  # fmt: skip
        first, last = meetings[0].heading, meetings[-1].heading
        words = told.format(count=format_number(len(meetings)), first=first, last=last)
        self.column.addWidget(label(words, "muted"))
        self._add_order(HEADINGS, _("the meetings"))

    def _add_own(self, guess: ColumnGuess) -> None:
        made = [one for one in self.guesses if guess.column in one.made_of]
        if made:
            self._add_used(guess)
        else:
            self._add_field(guess, _heading(guess), self._pill(guess), self._field_chosen)
        self._add_order(guess.column, _heading(guess))
        self._add_making(guess, bool(made))
        for one in made:
            if one.made_of[0] == guess.column:
                self._add_made(one)
                if len(one.made_of) > 1:
                    self._add_more(one)

    def _add_used(self, guess: ColumnGuess) -> None:
        self.column.addWidget(label(_heading(guess), "strong"))

    def _add_field(
        self,
        guess: ColumnGuess,
        word: str,
        pill: QWidget | None,
        chosen: Callable[[ColumnGuess, Field | None], None],
    ) -> None:
        known = [name for name, _word in self.fields]
        offered = self.fields
        if guess.field not in known:
            offered = [*offered, (guess.field, column_name(guess.field))]
        examples = ", ".join(guess.examples)
        told = _("for example {examples}").format(examples=examples) if examples else ""

        def picked(name: str) -> None:
            chosen(guess, Field(name) if name else None)

        add_choice(self.column, word, offered, guess.field, picked, told, pill)

    def _pill(self, guess: ColumnGuess) -> Pill:
        if guess.column in self.said.fields and not self.said.remembered:
            return Pill(PillText(_("Chosen by you"), "check-circle", "info"))
        if guess.column in self.said.fields:
            return Pill(PillText(_("As last time"), "check-circle", "info"))
        return Pill(sureness(guess))

    def _field_chosen(self, guess: ColumnGuess, field: Field | None) -> None:
        self.say(self.said.with_field(guess.column, field))

    # --- day and month ---

    def _add_order(self, at: int, heading: str) -> None:
        choice = self.orders.get(at)
        if choice is None:
            return
        word = _("In {heading}, “{example}” is").format(heading=heading, example=choice.example)
        days = [
            (DateOrder.DAY_FIRST, _day(choice, DateOrder.DAY_FIRST)),
            (DateOrder.MONTH_FIRST, _day(choice, DateOrder.MONTH_FIRST)),
        ]

        def chosen(order: DateOrder) -> None:
            self.say(self.said.with_order(at, order))

        add_choice(self.column, word, days, choice.order, chosen)

    # --- parting and putting together ---

    def _add_making(self, guess: ColumnGuess, made: bool) -> None:
        """A choice to part a column or to join it; behind a link as long as it is not used."""
        if guess.field == Field.BSN:
            return
        name = _("Split or join {heading}").format(heading=_heading(guess))
        if made:
            self._add_making_choice(self.column, guess, name)
            return
        link = button(_("Split or join"), "caret-down", "link")
        link.setAccessibleName(name)
        place = QWidget()
        inner = QVBoxLayout(place)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(link)

        def unfold() -> None:
            link.hide()
            self._add_making_choice(inner, guess, name).setFocus()

        link.clicked.connect(unfold)
        self.column.addWidget(place)

    def _add_making_choice(self, column: QVBoxLayout, guess: ColumnGuess, name: str) -> QWidget:
        choices: list[tuple[Any, str]] = [(None, _("Keep it as one column"))]
        choices += [(way, _way_name(way)) for way in self._ways()]
        for other in self.own:
            if other.column != guess.column and other.field not in ("session", Field.BSN):
                told = _("Join with {heading}").format(heading=_heading(other))
                choices.append((other.column, told))
        current = self._current(guess)

        def chosen(value: Any) -> None:
            self._make(guess, value)

        return add_choice(column, _("Split or join"), choices, current, chosen, name=name)

    def _ways(self) -> list[SplitWay]:
        allowed = fields_for(self.found.found.kind)
        return [way for way in _SHOWN_WAYS if set(PARTS.get(way, ())) - {None} <= allowed]

    def _current(self, guess: ColumnGuess) -> Any:
        split = self.said.splits.get(guess.column)
        if split is not None:
            return split.way
        for join in self.said.joins:
            if guess.column in join.columns:
                return next(at for at in join.columns if at != guess.column)
        return None

    def _make(self, guess: ColumnGuess, value: Any) -> None:
        bare = self._without(guess.column)
        if isinstance(value, SplitWay):
            self.say(bare.with_split(guess.column, Split(value)))
        elif isinstance(value, int):
            other = next(one for one in self.own if one.column == value)
            joined = self._field_of_join(guess, other)
            bare = bare.with_split(value, None).with_join(value, None)
            self.say(bare.with_join(guess.column, Join((guess.column, value), joined)))
        else:
            self.say(bare)

    def _add_more(self, joined: ColumnGuess) -> None:
        """A choice to put one more column behind those that were joined."""
        free = [
            one
            for one in self.own
            if one.column not in joined.made_of and one.field not in ("session", Field.BSN)
        ]
        word = _("Join one more column")
        headings = [_heading(one) for one in self.own if one.column in joined.made_of]
        name = f"{word}: {' + '.join(headings)}"
        choices: list[tuple[Any, str]] = [(None, _("No other column"))]
        choices += [(one.column, _heading(one)) for one in free]

        def chosen(value: Any) -> None:
            if isinstance(value, int):
                bare = self.said.with_split(value, None).with_join(value, None)
                known = next(one for one in bare.joins if one.columns == joined.made_of)
                columns = (*known.columns, value)
                field = self._field_of_all(columns) or known.field
                self.say(bare.with_join(known.columns[0], Join(columns, field)))

        if free:
            add_choice(self.column, word, choices, None, chosen, name=name)

    def _field_of_all(self, columns: Sequence[int]) -> Field | None:
        """What known columns hold together, such as first name, prefix and surname."""
        found = _JOINED.get(frozenset(str(one.field) for one in self.own if one.column in columns))
        return found if found in fields_for(self.found.found.kind) else None

    def _without(self, column: int) -> TableCorrection:
        """What was said, with a column on its own again; others that were joined stay so."""
        bare = self.said.with_split(column, None).with_join(column, None)
        for join in self.said.joins:
            rest = tuple(at for at in join.columns if at != column)
            if column in join.columns and len(rest) > 1:
                bare = bare.with_join(rest[0], replace(join, columns=rest))
        return bare

    def _field_of_join(self, one: ColumnGuess, other: ColumnGuess) -> Field | None:
        """What two columns hold together: a known pair, or what the first of them holds."""
        names = frozenset((one.field, other.field))
        found = _JOINED.get(names) or next((Field(n) for n in (one.field, other.field) if n), None)
        return found if found in fields_for(self.found.found.kind) else None

    def _add_made(self, guess: ColumnGuess) -> None:
        if not guess.examples and not guess.field:
            return
        headings = [_heading(one) for one in self.own if one.column in guess.made_of]
        if len(guess.made_of) > 1:
            word = " + ".join(headings)
            self._add_field(guess, word, None, self._join_chosen)
        else:
            told = _("{heading}, part {number}")
            word = told.format(heading=headings[0], number=guess.part + 1)
            self._add_field(guess, word, None, self._part_chosen)

    def _join_chosen(self, guess: ColumnGuess, field: Field | None) -> None:
        joins = tuple(
            replace(join, field=field) if join.columns == guess.made_of else join
            for join in self.said.joins
        )
        self.say(replace(self.said, joins=joins))

    def _part_chosen(self, guess: ColumnGuess, field: Field | None) -> None:
        (at,) = guess.made_of
        split = self.said.splits[at]
        own = PARTS.get(split.way, (None,) * 4)
        fields = [*split.fields, *own[len(split.fields) :]]
        fields[guess.part] = field
        self.say(self.said.with_split(at, Split(split.way, tuple(fields))))


def _heading(guess: ColumnGuess) -> str:
    return guess.heading or _("Column without a heading")


def _day(choice: OrderChoice, order: DateOrder) -> str:
    day: datetime.date = choice.day_first
    if order is DateOrder.MONTH_FIRST:
        day = choice.month_first
    return _("{day} {month}").format(day=day.day, month=month_name(day.month))


def _way_name(way: SplitWay) -> str:
    names = {
        SplitWay.NAME: _("Split into first name, prefix and surname"),
        SplitWay.SURNAME_FIRST: _("Split a name with the surname first"),
        SplitWay.ADDRESS: _("Split into street, number, postcode and town"),
        SplitWay.PHONES: _("Split into phone and mobile"),
        SplitWay.COMMA: _("Split at each comma"),
        SplitWay.SLASH: _("Split at each slash"),
        SplitWay.DASH: _("Split at each hyphen"),
        SplitWay.SPACE: _("Split at each space"),
    }
    return names[way]
