# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of the centre in the settings: rooms, closing days, kinds of visitors, and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.activities import TallyType
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.planning import ClosingDay, ClosingKind, Room
from buurthuis_admin.domain.text import fold
from buurthuis_admin.gui.pages.settings_list_forms import ClosingForm, NameForm, RoomForm
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.editable_list import EditableList, Line
from buurthuis_admin.gui.wording import tally_word
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_long, ngettext
from buurthuis_admin.services.centre_lists import OWN_TALLY_TYPES, NameInListTwice


class SettingsLists(QObject):
    """The lists of the page of settings; each is a card with examples."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self._lists = workspace.administration.centre_lists
        self.rooms = EditableList(
            _("Rooms"), _("For example: Large hall, Kitchen, Garden."), _("Add room")
        )
        self.closing = EditableList(
            _("Closing days and school holidays"),
            _("Series plan no meetings on these days. For example: Summer closing, Christmas."),
            _("Add days"),
        )
        self.tallies = EditableList(
            _("Kinds of visitors without a name"),
            _("What you count at the door. For example: children, adults, carers."),
            _("Add kind"),
        )
        self.themes = EditableList(
            _("Themes"),
            _("What an activity is for. Reports count by theme. For example: Meeting, Health."),
            _("Add theme"),
        )
        self.groups = EditableList(
            _("Target groups"),
            _("For whom an activity is. For example: Elderly people, Families."),
            _("Add target group"),
        )
        self.rooms.add.clicked.connect(lambda: self._open_room(None))
        self.closing.add.clicked.connect(lambda: self._open_closing(None))
        self.tallies.add.clicked.connect(lambda: self._open_tally(None))
        self.themes.add.clicked.connect(lambda: self._open_word("themes", None))
        self.groups.add.clicked.connect(lambda: self._open_word("target_groups", None))

    def refresh(self) -> None:
        """Read the lists anew."""
        readers, lists = self._workspace.readers, self._lists
        readers.run(self, lists.rooms, self._show_rooms)
        readers.run(self, lists.closing_days, self._show_closing)
        readers.run(self, lists.tally_types, self._show_tallies)

    # Showing.

    def _show_rooms(self, rooms: Sequence[Room]) -> None:
        self.rooms.show_lines(
            [
                Line(
                    _room_words(one),
                    lambda one=one: self._open_room(one),  # type: ignore[misc]
                    lambda one=one: self._write(lambda: self._lists.delete_room(one)),  # type: ignore[misc]
                )
                for one in rooms
            ]
        )

    def _show_closing(self, days: Sequence[ClosingDay]) -> None:
        self.closing.show_lines(
            [
                Line(
                    closing_words(one),
                    lambda one=one: self._open_closing(one),  # type: ignore[misc]
                    lambda one=one: self._write(lambda: self._lists.delete_closing_day(one)),  # type: ignore[misc]
                )
                for one in days
            ]
        )

    def _show_tallies(self, kinds: Sequence[TallyType]) -> None:
        self.tallies.show_lines([self._tally_line(one) for one in kinds])

    def _tally_line(self, one: TallyType) -> Line:
        if one.name in OWN_TALLY_TYPES:
            return Line(tally_word(one.name))
        return Line(
            one.name,
            lambda: self._open_tally(one),
            lambda: self._write(lambda: self._lists.delete_tally_type(one)),
        )

    def show_centre(self, centre: CentreSettings) -> None:
        """Show the words that are kept with the centre."""
        self.themes.show_lines(self._word_lines("themes", centre.themes))
        self.groups.show_lines(self._word_lines("target_groups", centre.target_groups))

    def _word_lines(self, which: str, words: Sequence[str]) -> list[Line]:
        return [
            Line(
                one,
                lambda one=one: self._open_word(which, one),  # type: ignore[misc]
                lambda one=one: self._write(lambda: self._keep_word(which, one, None)),  # type: ignore[misc]
            )
            for one in words
        ]

    # Changing.

    def _open_room(self, room: Room | None) -> None:
        open_dialog(RoomForm(room, self._workspace, self._page))

    def _open_closing(self, one: ClosingDay | None) -> None:
        open_dialog(ClosingForm(one, self._workspace, self._page))

    def _open_tally(self, one: TallyType | None) -> None:
        kept = one or TallyType(name="")
        title = _("Kind of visitors")
        self._open_name(
            title, kept.name, lambda name: self._lists.save_tally_type(replace(kept, name=name))
        )

    def _open_word(self, which: str, word: str | None) -> None:
        title = _("Theme") if which == "themes" else _("Target group")
        self._open_name(title, word or "", lambda name: self._keep_word(which, word, name))

    def _open_name(self, title: str, name: str, keep: Callable[[str], object]) -> None:
        open_dialog(NameForm(title, name, keep, self._workspace, self._page))

    def _keep_word(self, which: str, before: str | None, after: str | None) -> None:
        """Change, add (no before) or delete (no after) a word. Raises NameInListTwice."""
        settings = self._workspace.administration.settings
        centre = settings.centre()
        words: tuple[str, ...] = getattr(centre, which)
        others = [fold(word) for word in words if word != before]
        if after is not None and fold(after) in others:
            raise NameInListTwice(after)
        changed = [after if word == before else word for word in words]
        if before is None:
            changed.append(after)
        kept = tuple(word for word in changed if word)
        new = (
            replace(centre, themes=kept)
            if which == "themes"
            else replace(centre, target_groups=kept)
        )
        settings.save(new)

    def _write(self, work: Callable[[], object]) -> None:
        self._workspace.writers.run(self, work, lambda _done: None)


def _room_words(room: Room) -> str:
    if room.capacity is None:
        return room.name
    people = ngettext("{count} person", "{count} people", room.capacity)
    return f"{room.name}, {people.format(count=room.capacity)}"


def closing_words(one: ClosingDay) -> str:
    """Its name, its days, and whether it is a school holiday."""
    days = format_day_long(one.first_day)
    if one.last_day != one.first_day:
        days = _("{first} up to and including {last}").format(
            first=days, last=format_day_long(one.last_day)
        )
    kind = _("school holiday") if one.kind is ClosingKind.SCHOOL else _("closed")
    return _("{name}: {days} ({kind})").format(name=one.name, days=days, kind=kind)
