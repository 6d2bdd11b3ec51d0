# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests and offers of neighbours, and who helped whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.helping import HelpGiven, HelpKind, HelpState, NeighbourHelp
from buurthuis_admin.domain.text import fold
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.pages.page_part import ListPart
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.field_form import Choice, FieldForm, line_edit, typed
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_day_short
from buurthuis_admin.services.help_labels import help_kind_word, help_state_word
from buurthuis_admin.services.neighbour_help import HelpedBeforeAsked
from buurthuis_admin.services.volunteers import hours_figure


class _HelpForm(FieldForm):
    """A form with the name of somebody; ``saved`` is sent when it is kept."""

    saved = Signal()

    def __init__(self, title: str, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._workspace = workspace
        self._help = workspace.administration.neighbour_help
        self._today = workspace.administration.volunteers.day()
        self.name = line_edit()
        self.day = line_edit(format_day(self._today))

    def _keep(self, work: Callable[[], object]) -> None:
        self._workspace.writers.run(self, work, lambda _done: self._kept(), self._refused)

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.tell("day" if isinstance(error, HelpedBeforeAsked) else "name", str(error))
        else:
            self._workspace.errors.show(error, self)


class NoteForm(_HelpForm):
    """Who asks or offers what."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Help asked or offered"), workspace, parent)
        words = [(kind, help_kind_word(kind)) for kind in HelpKind]
        self.kind = Choice(words, HelpKind.REQUEST)
        self.what = line_edit()
        self.field("kind", _("Asks or offers"), self.kind)
        self.field("name", _("Name"), self.name)
        hint = _("For example: shopping on Tuesday. Write nothing about health.")
        self.field("what", _("What it is about"), self.what, hint=hint)
        self.field("day", _("Date"), self.day)
        self.fit_screen(540, 600)
        self.name.setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(self._today)
        name = reading.name("name", typed(self.name), _("Fill in who asks or offers."))
        what = reading.name("what", typed(self.what), _("Fill in what it is about."))
        day = reading.needed_day("day", typed(self.day))
        self.show_problems(reading.problems)
        if reading.problems or day is None:
            return
        one = NeighbourHelp(kind=self.kind.key, person_id=None, what=what, day=day)
        self._keep(lambda: self._help.note(one, name))


class HelpedForm(_HelpForm):
    """Who helped, or was helped, and for how many hours."""

    def __init__(self, one: NeighbourHelp, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(f"{one.name}: {one.what}", workspace, parent)
        self._one = one
        self.hours = line_edit()
        asks = one.kind is HelpKind.REQUEST
        self.field("name", _("Who helped") if asks else _("Who was helped"), self.name)
        self.field("hours", _("Hours"), self.hours, hint=_("For example: 1,5 or 1:30."))
        self.field("day", _("Date"), self.day)
        self.fit_screen(540, 520)
        self.name.setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(self._today)
        name = reading.name("name", typed(self.name), _("Fill in a name."))
        hours = reading.hours("hours", typed(self.hours))
        day = reading.needed_day("day", typed(self.day))
        self.show_problems(reading.problems)
        if reading.problems or day is None or hours is None:
            return
        given = HelpGiven(person_id=None, day=day, hours=hours)
        self._keep(lambda: self._help.help(self._one, name, given))


class HelpPart(ListPart[NeighbourHelp]):
    """What is open first; by state, and by words of the names and of what it is about."""

    def __init__(self, workspace: Workspace) -> None:
        columns: list[Column[NeighbourHelp]] = [
            Column(_("Who"), lambda one: one.name or _("Has left")),
            Column(_("Asks or offers"), lambda one: help_kind_word(one.kind)),
            Column(_("What it is about"), lambda one: one.what),
            Column(_("Date"), lambda one: format_day_short(one.day)),
            Column(_("With whom"), lambda one: one.others),
            Column(_("Hours"), _hours, number=True),
            Column(_("State"), lambda one: _state(one).word, pill=_state),
        ]
        words = (
            _("Requests and offers of help"),
            _("Nobody asked or offered help yet. Write the first one down."),
        )
        super().__init__(workspace, columns, words, (190, 120, 0, 130, 190, 80, 150), (3, 1, 5))
        self.new = button(_("Write down"), "plus", "primary")
        self.helped = button(_("Help was given"), "handshake")
        self.close_it = button(_("Close without help"), "x-circle")
        self._all: Sequence[NeighbourHelp] = ()
        self._nothing = words[1]
        states = [(state, help_state_word(state)) for state in HelpState]
        self.search = SearchField(_("Search in neighbour help"))
        self.chips = Chips[HelpState | None]([(None, _("All")), *states], _("State"))
        self.column.addWidget(self.search)
        self.column.addWidget(self.chips)
        of_row = (self.helped, self.close_it)
        self.lay_out(self.new, *of_row, of_row=of_row)
        self.search.searched.connect(lambda _text: self._filter())
        self.search.left_down.connect(self.table.setFocus)
        self.chips.chosen.connect(lambda _key: self._filter())
        self.new.clicked.connect(lambda: self.open_form(NoteForm(workspace, self)))
        self.helped.clicked.connect(self._helped)
        self.close_it.clicked.connect(self._close)

    def refresh(self) -> None:
        """Read them anew."""
        service = self.workspace.administration.neighbour_help
        self.workspace.readers.run(self, service.all, self._show_all)

    def _show_all(self, rows: Sequence[NeighbourHelp]) -> None:
        self._all = rows
        self._filter()

    def _filter(self) -> None:
        """Show what fits the words; each chip counts what fits them in its state."""
        words = fold(self.search.text()).split()
        fitting = [one for one in self._all if all(word in _searched(one) for word in words)]
        counts = Counter[HelpState | None](one.state for one in fitting)
        self.chips.set_counts({None: len(fitting)} | {one: counts[one] for one in HelpState})
        state = self.chips.current
        self.nothing.setText(_("Nothing found.") if self._all else self._nothing)
        self.show_rows([one for one in fitting if state in (None, one.state)])

    def open_row(self, row: NeighbourHelp) -> None:
        """Who helped; also once more."""
        self.open_form(HelpedForm(row, self.workspace, self))

    def _helped(self) -> None:
        if self.chosen is None:
            self.tell(_("Choose a row first."))
        self.open_chosen()

    def _close(self) -> None:
        one = self.chosen
        if one is None or one.state is not HelpState.OPEN:
            self.tell(_("Choose a row that is open."))
            return
        service = self.workspace.administration.neighbour_help
        self.workspace.writers.run(self, lambda: service.close(one), lambda _done: self.refresh())


def _searched(one: NeighbourHelp) -> str:
    return fold(f"{one.name} {one.others} {one.what}")


def _hours(one: NeighbourHelp) -> str:
    return hours_figure(one.hours) if one.given else ""


def _state(one: NeighbourHelp) -> PillText:
    icons = {
        HelpState.OPEN: ("clock", "info"),
        HelpState.HELPED: ("check-circle", "ok"),
        HelpState.CLOSED: ("minus-circle", "neutral"),
    }
    return PillText(help_state_word(one.state), *icons[one.state])
