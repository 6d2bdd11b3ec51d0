# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The window around an open administration: sidebar, pages, and files that are dropped on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from buurthuis_admin.gui.backing_up import DailyBackup
from buurthuis_admin.gui.full_check import FullCheck
from buurthuis_admin.gui.keys import GO_KEYS, HELP_KEYS
from buurthuis_admin.gui.page_builders import BUILDERS
from buurthuis_admin.gui.places import (
    ACTIVITIES,
    ATTENDANCE,
    BACKUPS,
    HELP,
    HISTORY,
    IMPORT,
    MEMBERS,
    MONEY,
    REPORTS,
    SETTINGS,
    SHOWS,
    SUBSIDIES,
    TODAY,
    more_places,
    top_places,
)
from buurthuis_admin.gui.placing import Placing
from buurthuis_admin.gui.scanner import Scanner
from buurthuis_admin.gui.sidebar import Sidebar
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.undoing import Undoing
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.widgets.place_bar import PlaceBar
from buurthuis_admin.gui.widgets.tall import PageArea
from buurthuis_admin.gui.widgets.undo_bar import UndoBar
from buurthuis_admin.gui.widgets.undo_keys import UndoKeys
from buurthuis_admin.gui.workspace import Workspace

if TYPE_CHECKING:
    from buurthuis_admin.domain.centre import CentreSettings
    from buurthuis_admin.gui.pages.attendance import AttendancePage
    from buurthuis_admin.gui.pages.members import MembersPage
    from buurthuis_admin.gui.settings_sections import Section
    from buurthuis_admin.services.drafts import FormDraft

_SLIM_BELOW = 800  # pixels at 100 %: so wide is a window of 1280 at 160 %


class Shell(QWidget):
    """Builds each page when it is first shown, and refreshes those that a write concerns."""

    title_changed = Signal(str)
    look_changed = Signal(str)
    leave_asked = Signal()
    lock_asked = Signal()
    copied = Signal(object)
    lock_minutes_changed = Signal(int)
    kiosk_asked = Signal(bool)
    _areas_changed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        workspace.errors.numbers = workspace.administration.numbers
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current = ""
        self._centre = ""
        self._helped: tuple[str, QWidget | None] = (TODAY, None)
        self.sidebar = Sidebar(top_places(), more_places())
        self.area = PageArea()
        self.stack = self.area.stack
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._with_undo_bar(), 1)
        self.sidebar.chosen.connect(self.go_to)
        for place in top_places():
            shortcut = QShortcut(QKeySequence(place.keys), self)
            shortcut.activated.connect(lambda key=place.key: self._jump(key))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        helping = QShortcut(QKeySequence(HELP_KEYS), self)
        helping.activated.connect(self.show_help)
        anything = QShortcut(QKeySequence(GO_KEYS), self)
        anything.activated.connect(self.go_anywhere)
        self.sidebar.anything.clicked.connect(self.go_anywhere)
        self._areas_changed.connect(self._refresh_pages)
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(lambda code: self._attendance().take_code(code))
        self.scanner.misread.connect(lambda: self._attendance().misread())
        self.daily_backup = DailyBackup(workspace, self)
        self.full_check = FullCheck(workspace, self)
        self._areas_changed.connect(self._notice_for_backup)
        workspace.administration.changed.subscribe(self._hear)
        self._read_centre()

    def _with_undo_bar(self) -> QVBoxLayout:
        """The pages, and below them what was changed last."""
        self.place_bar = PlaceBar()
        self.placing = Placing(self.workspace, self.place_bar, self)
        self.placing.copied.connect(self.copied)
        self.undo_bar = UndoBar()
        self.undoing = Undoing(self.workspace, self.undo_bar, self)
        keys = UndoKeys(self)
        keys.undo_asked.connect(self.undoing.undo)
        keys.redo_asked.connect(self.undoing.redo)
        self._areas_changed.connect(lambda _areas: self.undoing.look())
        column = QVBoxLayout()
        column.setSpacing(0)
        self._bars = [_around(self.place_bar), _around(self.undo_bar)]
        column.addWidget(self._bars[0])
        column.addWidget(self.area, 1)
        column.addWidget(self._bars[1])
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large texts the sidebar leaves more room to the page."""
        super().resizeEvent(event)
        self.sidebar.set_slim(self.width() < scaled(_SLIM_BELOW))

    def set_bare(self, bare: bool) -> None:
        """Show the page alone: no sidebar, no bars, and none of the shortcuts of the window."""
        for widget in (self.sidebar, *self._bars):
            widget.setVisible(not bare)
        own = Qt.FindChildOption.FindDirectChildrenOnly
        for shortcut in self.findChildren(QShortcut, options=own):
            shortcut.setEnabled(not bare)

    @property
    def help_key(self) -> str:
        """The chapter on the page that is shown, for dialogs that belong to the window."""
        return self._current

    @property
    def current(self) -> str:
        """The key of the page that is shown."""
        return self._current

    def page(self, key: str) -> Page:
        """A page, built now when it was not there yet."""
        if key not in self._pages:
            self._pages[key] = BUILDERS[key](self)
            self._pages[key].help_key = key
            self.stack.addWidget(self._pages[key])
        return self._pages[key]

    def go_to(self, key: str) -> None:
        """Show a page; the focus stays where it is."""
        page = self.page(key)
        self._current = key
        self.sidebar.show_place(key)
        self.stack.setCurrentWidget(page)
        if key in self._stale:
            self._stale.discard(key)
            page.refresh()
        self._tell_title()

    def show_activity(self, activity_id: int) -> None:
        """Show an activity on its page."""
        from buurthuis_admin.gui.pages.activities import ActivitiesPage

        self.go_to(ACTIVITIES)
        page = self.page(ACTIVITIES)
        assert isinstance(page, ActivitiesPage)
        page.show_activity(activity_id)

    def go_anywhere(self) -> None:
        """Ask where to go or what to do, and go there or do it once the question is gone."""
        from buurthuis_admin.gui.pages.go_anywhere import GoAnywhere

        dialog = GoAnywhere(self)
        open_dialog(dialog)
        dialog.decided.connect(
            # After the focus came back, or a form that opens now would lose it again.
            lambda run: QTimer.singleShot(0, self, lambda: run(self))
        )

    def show_help(self) -> None:
        """Show the chapter on the page that is shown, with a way back to it."""
        from buurthuis_admin.gui.pages.help import HelpPage

        about = self._current
        if about != HELP:
            self._helped = (about, QApplication.focusWidget())
        self.go_to(HELP)
        page = self.page(HELP)
        assert isinstance(page, HelpPage)
        if about != HELP:
            page.offer_back(self.page(about).title)
        page.show_chapter(about)
        page.focus_first()

    def leave_help(self) -> None:
        """Back to the page from which help was asked, to the field that had the focus."""
        about, focus = self._helped
        self.go_to(about)
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page(about).focus_first()

    def show_person(self, person_id: int) -> None:
        """Show a person on the page of the members."""
        self._members().reveal(person_id)

    def search_people(self, text: str) -> None:
        """Show everybody who is found for a text."""
        page = self._members()
        page.focus_search()
        page.search.setText(text)

    def _members(self) -> MembersPage:
        from buurthuis_admin.gui.pages.members import MembersPage

        self.go_to(MEMBERS)
        page = self.page(MEMBERS)
        assert isinstance(page, MembersPage)
        return page

    def show_subsidy(self, subsidy_id: int) -> None:
        """Show a dossier on its page."""
        from buurthuis_admin.gui.pages.subsidies import SubsidiesPage

        self.go_to(SUBSIDIES)
        page = self.page(SUBSIDIES)
        assert isinstance(page, SubsidiesPage)
        page.show_subsidy(subsidy_id)

    def show_booking(self, booking_id: int) -> None:
        """Show a booking in the book."""
        from buurthuis_admin.gui.pages.money import MoneyPage

        self.go_to(MONEY)
        page = self.page(MONEY)
        assert isinstance(page, MoneyPage)
        page.show_booking(booking_id)

    def show_report_of(self, subsidy_id: int) -> None:
        """Show the report on a subsidy, from which its pack is made."""
        from buurthuis_admin.gui.pages.reports import ReportsPage

        self.go_to(REPORTS)
        page = self.page(REPORTS)
        assert isinstance(page, ReportsPage)
        page.show_dossier(subsidy_id)

    def show_settings(self, section: Section, look: str = "") -> None:
        """Show a section of the settings; ``look`` is the choice of the look to stand on."""
        from buurthuis_admin.gui.pages.settings import SettingsPage

        self.go_to(SETTINGS)
        page = self.page(SETTINGS)
        assert isinstance(page, SettingsPage)
        page.show_section(section)
        if look:
            page.looks[look].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.focus_first()

    def show_session(self, session_id: int) -> None:
        """Show the door of a meeting."""
        self._attendance().show_session(session_id)

    def show_month_sheet(self, activity_id: int) -> None:
        """Show the month of an activity as a sheet to print."""
        self._attendance().show_month_sheet(activity_id)

    def _attendance(self) -> AttendancePage:
        from buurthuis_admin.gui.pages.attendance import AttendancePage

        self.go_to(ATTENDANCE)
        page = self.page(ATTENDANCE)
        assert isinstance(page, AttendancePage)
        return page

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages that were built."""
        return self._pages

    def open_form(self, draft: FormDraft, ready: Callable[[FormDialog], None]) -> bool:
        """Open a form again that was open when the program was locked; False when unknown."""
        if draft.place not in BUILDERS:
            return False
        self.go_to(draft.place)
        return self.page(draft.place).reopen_form(draft.kind, draft.subject, ready)

    def type_again(self, key: str, texts: Mapping[str, str]) -> None:
        """Put back what was typed on a page itself when the program was locked."""
        if key in BUILDERS:
            self.page(key).type_again(texts)

    def show_change(self, change_set_id: int) -> None:
        """Show what a change did, on the page of changes."""
        from buurthuis_admin.gui.pages.history import HistoryPage

        self.go_to(HISTORY)
        page = self.page(HISTORY)
        assert isinstance(page, HistoryPage)
        page.show_change(change_set_id)

    def show_place(self, key: str) -> None:
        """Show a page and go to where its work starts."""
        if key in BUILDERS:
            self._jump(key)

    def take_files(self, paths: list[str]) -> None:
        """Files that were dropped on the window go to the import."""
        self._jump(IMPORT)
        self.page(IMPORT).take_files(paths)

    def _jump(self, key: str) -> None:
        self.go_to(key)
        self.page(key).focus_first()

    def _find(self) -> None:
        if not self.page(self._current).focus_search():
            self.go_to(MEMBERS)
            self.page(MEMBERS).focus_search()

    def _hear(self, areas: frozenset[str]) -> None:
        # Writes happen in other threads; the signal brings the news to that of the window. A shell
        # that was drawn anew hears nothing any more.
        if isValid(self):
            self._areas_changed.emit(areas)

    def _notice_for_backup(self, areas: frozenset[str]) -> None:
        if areas != {BACKUPS}:
            self.daily_backup.notice()

    def _refresh_pages(self, areas: frozenset[str]) -> None:
        for key, page in self._pages.items():
            if not areas & SHOWS.get(key, set()):
                continue
            if key == self._current:
                page.refresh()
            else:
                self._stale.add(key)
        if "settings" in areas:
            self._read_centre()

    def _read_centre(self) -> None:
        administration = self.workspace.administration
        self.workspace.readers.later(
            self,
            lambda: administration.settings.centre(),  # noqa: PLW0108 - loaded in the background
            self._show_centre,
        )

    def _show_centre(self, centre: CentreSettings) -> None:
        self._centre = centre.name or self.workspace.administration.path.stem
        self.sidebar.centre.setText(self._centre)
        self._tell_title()

    def _tell_title(self) -> None:
        if self._current:
            title = self.page(self._current).title
            self.title_changed.emit(f"{title} – {self._centre}" if self._centre else title)


def _around(bar: QWidget) -> QWidget:
    """A bar shows itself when it has something to say; what is around it can be hidden for good."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    return made
