# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+K: go anywhere or do anything, by typing a part of its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from buurthuis_admin.domain.people_rows import PersonRow
from buurthuis_admin.domain.text import search_words
from buurthuis_admin.gui.acts import Act, acts, page_acts, setting_acts
from buurthuis_admin.gui.keys import native_keys
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.pill import PillDelegate, PillText
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, label
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.finding import Findings, matches

if TYPE_CHECKING:
    from buurthuis_admin.gui.shell import Shell

_MOST = 12  # of each kind; more people are shown on their own page
_WIDTH, _HEIGHT = 720, 560
_KIND = 1
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Target:
    """A line of the list: where it leads, or what it does."""

    word: str
    kind: PillText
    run: Callable[[Shell], None]
    keys: str = ""


class GoField(SearchField):
    """The arrows move through the list while the typing goes on; Enter opens, Esc closes."""

    moved = Signal(QKeyEvent)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is not for the field goes to the list or to the dialog."""
        if event.key() in _TO_LIST:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class GoAnywhere(QDialog):
    """``decided`` is sent with what runs on the shell, once the dialog is closed."""

    decided = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell, self._workspace = shell, shell.workspace
        self._task: Task[Findings] | None = None
        self._acts, self._pages = [*acts(), *setting_acts()], page_acts()
        self._opens_when_found = False
        self._finding = False
        self.setModal(True)
        self.setWindowTitle(_("Go anywhere or do anything"))
        self.ring = FocusRing(self)
        self.field = GoField(_("A name, a page, or what you want to do"))
        self.model = targets_model()
        self.table = Table(_("What was found"))
        self.table.show_model(self.model, (0, 170, 110), (2,))
        self.table.setItemDelegateForColumn(_KIND, PillDelegate(self.table))
        self.table.horizontalHeader().hide()
        self.nothing = label("", "muted")
        self.nothing.hide()
        self._lay_out()
        self._connect()
        self._find("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(20),) * 4)
        column.setSpacing(scaled(12))
        told = label(
            _("Type a part of the name, choose with the arrows, and press Enter."), "muted"
        )
        for widget in (self.field, told, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.table, 1000)
        column.addStretch(1)
        room = self._shell.window().size() - QSize(32, 32)
        self.resize(QSize(scaled(_WIDTH), scaled(_HEIGHT)).boundedTo(room))
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _connect(self) -> None:
        self.field.searched.connect(self._find)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.table.row_opened.connect(self._choose)
        self.table.clicked.connect(lambda index: self._choose(index.row()))

    # Finding.

    def _find(self, text: str) -> None:
        """Acts and pages at once; names follow from the background."""
        if self._task is not None:
            self._task.cancel()
        near = self._near(text)
        self._finding = bool(text.strip())
        self._show(near)
        if self._finding:
            administration = self._workspace.administration
            self._task = self._workspace.readers.run(
                self,
                lambda: administration.finding.find(text, _MOST),
                lambda found: self._found(near, text, found),
            )

    def _near(self, text: str) -> list[Target]:
        """What fits; what is called just so stands first."""
        asked = search_words(text)
        found = [
            Target(act.word, kind, act.run, act.keys)
            for kind, listed in ((_do_pill(), self._acts), (_page_pill(), self._pages))
            for act in listed
            if _fits(act, asked)
        ]
        return sorted(found, key=lambda one: search_words(one.word) != asked)

    def _found(self, near: list[Target], text: str, found: Findings) -> None:
        self._finding = False
        self._show([*near, *_targets(found, text)])
        if not self.model.rows:
            self.nothing.setText(
                _("Nothing is found for ‘{text}’. A part of a name is enough.").format(
                    text=text.strip()
                )
            )
        self.nothing.setVisible(not self.model.rows)
        self.table.setVisible(bool(self.model.rows))
        announce(self.table, self._told())
        if self._opens_when_found:
            self._enter()

    def _told(self) -> str:
        count = len(self.model.rows)
        if not count:
            return self.nothing.text()
        return ngettext("{count} line found", "{count} lines found", count).format(count=count)

    def _show(self, targets: list[Target]) -> None:
        row = max(0, self.table.current_row)
        kept = self.model.rows[row] if row < len(self.model.rows) else None
        self.model.show_rows(targets)
        self.nothing.hide()
        self.table.show()
        if targets:
            same = [place for place, one in enumerate(targets) if one == kept]
            self.table.selectRow(same[0] if same and self._finding is False else 0)

    # Choosing.

    def _move(self, event: QKeyEvent) -> None:
        self.table.keyPressEvent(event)

    def _enter(self) -> None:
        """Open the chosen line; while names are still looked for, wait for them if need be."""
        if self._finding and not self.model.rows:
            self._opens_when_found = True
            return
        self._opens_when_found = False
        self._choose(max(0, self.table.current_row))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            chosen = self.model.rows[row]
            self.accept()
            self.decided.emit(chosen.run)


def _fits(act: Act, asked: list[str]) -> bool:
    return matches(asked, act.word, act.also)


def targets_model() -> RowsModel[Target]:
    """What it is called, what kind it is, and its keys."""
    return RowsModel[Target](
        [
            Column(_("Name"), lambda one: one.word),
            Column(_("Kind"), lambda one: one.kind.word, pill=lambda one: one.kind),
            Column(_("Keys"), lambda one: native_keys(one.keys)),
        ]
    )


def _do_pill() -> PillText:
    return PillText(_("Do"), "play", "accent")


def _page_pill() -> PillText:
    return PillText(_("Page"), "file-text")


def _targets(found: Findings, text: str) -> list[Target]:
    from buurthuis_admin.gui.models.dossiers import subsidy_title

    person = PillText(_("Person"), "user")
    activity = PillText(_("Activity"), "calendar-blank")
    subsidy = PillText(_("Subsidy"), "coin")
    targets = [
        Target(_person_line(one), person, partial(_show_person, one.id)) for one in found.people
    ]
    if found.people_count > len(found.people):
        everybody = _("All {count} people for ‘{text}’").format(
            count=format_number(found.people_count), text=text.strip()
        )
        targets.append(Target(everybody, person, partial(_show_people, text)))
    targets += [
        Target(one.name, activity, partial(_show_activity, one.id or 0)) for one in found.activities
    ]
    targets += [
        Target(subsidy_title(one), subsidy, partial(_show_subsidy, one.id or 0))
        for one in found.subsidies
    ]
    return targets


def _person_line(one: PersonRow) -> str:
    return " · ".join(part for part in (one.name, one.number, one.town) if part)


def _show_person(person_id: int, shell: Shell) -> None:
    shell.show_person(person_id)


def _show_people(text: str, shell: Shell) -> None:
    shell.search_people(text)


def _show_activity(activity_id: int, shell: Shell) -> None:
    shell.show_activity(activity_id)


def _show_subsidy(subsidy_id: int, shell: Shell) -> None:
    shell.show_subsidy(subsidy_id)
