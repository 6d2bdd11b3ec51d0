# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of attendance: a meeting is chosen, then filled in at the door or from paper."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from buurthuis_admin.domain.history import ChangeSet
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.door_desk import DoorDesk
from buurthuis_admin.gui.pages.attendance_choose import ChooseView
from buurthuis_admin.gui.pages.attendance_door import DoorView
from buurthuis_admin.gui.pages.attendance_forms import LeaveForm, cancel_form, when_done
from buurthuis_admin.gui.pages.attendance_month import MonthView
from buurthuis_admin.gui.pages.attendance_paper import PaperView
from buurthuis_admin.gui.pages.attendance_print import PrintView
from buurthuis_admin.gui.pages.session_head import about
from buurthuis_admin.gui.pages.session_history import SessionHistory
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.widgets.texts import announce
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class _Views(QStackedWidget):
    """As narrow as the view that is shown can be, whatever the others need."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint()


class AttendancePage(Page):
    """``kiosk_asked`` is sent with True to fill the screen with the door, and with False to leave.

    Leaving was allowed by the password before it is sent.
    """

    kiosk_asked = Signal(bool)
    change_set_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Attendance"))
        self._workspace = workspace
        self.desk = DoorDesk(workspace, self)
        self.choose = ChooseView(workspace)
        self.door = DoorView(workspace, self.desk)
        self._kiosk = False
        self.views = _Views()
        self.paper = PaperView(workspace, self.desk)
        self.sheets = PrintView(workspace)
        self.month = MonthView(workspace)
        for view in (self.choose, self.door, self.paper, self.sheets, self.month):
            self.views.addWidget(view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.views)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.choose.chosen.connect(self.show_session)
        self.door.head.back_asked.connect(self.show_choices)
        self.door.head.reopen_asked.connect(self.desk.reopen)
        self.door.said.connect(self.paper.tell)
        self.door.paper_asked.connect(self.show_paper)
        self.door.sheet_asked.connect(lambda: self.show_sheets(self.desk.session_id))
        self.paper.head.back_asked.connect(self._back_to_door)
        self.paper.head.reopen_asked.connect(self.desk.reopen)
        self.choose.sheets_asked.connect(lambda: self.show_sheets(0))
        self.choose.month_asked.connect(self.show_month)
        self.month.back_asked.connect(self.show_choices)
        self.sheets.back_asked.connect(self._back_from_sheets)
        self.door.remark.cancel_asked.connect(self._ask_reason)
        self.door.remark.history_asked.connect(self._read_history)
        self.door.kiosk_asked.connect(lambda: self.set_kiosk(True))
        self.door.leave_asked.connect(self.ask_to_leave)

    # What is shown.

    def focus_first(self) -> None:
        """The list of meetings, or the field of the door."""
        view = self.views.currentWidget()
        assert isinstance(view, ChooseView | DoorView | PaperView | PrintView | MonthView)
        view.focus_first()

    def focus_search(self) -> bool:
        """The search field of what is shown."""
        view = self.views.currentWidget()
        search = getattr(view, "search", None)
        if not isinstance(search, QWidget):
            return False
        search.setFocus()
        return True

    def refresh(self) -> None:
        """Read anew what is shown."""
        if self.views.currentWidget() is self.choose:
            self.choose.refresh()
        elif self.views.currentWidget() is self.month:
            self.month.refresh()
        elif self.desk.session_id:
            self.desk.refresh()

    def show_choices(self) -> None:
        """Back to all meetings."""
        self.door.remark.keep()
        self.desk.close()
        self.views.setCurrentWidget(self.choose)
        self.choose.refresh()
        self.choose.focus_first()

    def show_session(self, session_id: int) -> None:
        """The door of one meeting."""
        self.door.remark.keep()
        self.views.setCurrentWidget(self.door)
        self.desk.open(session_id)
        self.door.focus_first()

    def show_paper(self) -> None:
        """Take over the sheet of the meeting that is open."""
        self.door.remark.keep()
        self.paper.begin()
        self.views.setCurrentWidget(self.paper)
        self.paper.focus_first()

    def _back_to_door(self) -> None:
        self.views.setCurrentWidget(self.door)
        self.door.focus_first()

    def show_sheets(self, session_id: int) -> None:
        """The sheet of a meeting, or those of a week or month."""
        self.door.remark.keep()
        self.views.setCurrentWidget(self.sheets)
        self.sheets.open(session_id)
        self.sheets.focus_first()

    def show_month_sheet(self, activity_id: int) -> None:
        """The month of an activity on one sheet, as it is printed."""
        self.door.remark.keep()
        self.desk.close()
        self.views.setCurrentWidget(self.sheets)
        self.sheets.open_month(activity_id)
        self.sheets.focus_first()

    def show_month(self) -> None:
        """A month of one activity as a grid."""
        self.views.setCurrentWidget(self.month)
        self.month.open()
        self.month.focus_first()

    def _back_from_sheets(self) -> None:
        if self.desk.session_id:
            self._back_to_door()
            self.desk.refresh()
        else:
            self.show_choices()

    def take_code(self, code: ScanCode) -> None:
        """What was scanned: a sheet opens its meeting, a card marks its person."""
        if code.kind is CodeKind.SESSION:
            if not self._kiosk and code.number != self.desk.session_id:
                self.show_session(code.number)
        elif self.desk.session_id:
            self.door.take_code(code)
            if self.views.currentWidget() is self.sheets:
                self._back_to_door()
        else:
            told = _("First choose a meeting, then scan the card again.")
            self.choose.header.say(told)
            announce(self, told)

    def misread(self) -> None:
        """A code was read wrongly."""
        told = _("The code was not read well. Scan it again.")
        self.door.tell(told)

    def _read_history(self) -> None:
        attendance, session_id = self._workspace.administration.attendance, self.desk.session_id
        self._workspace.readers.run(
            self, lambda: attendance.history(session_id), self._show_history
        )

    def _show_history(self, changes: list[ChangeSet]) -> None:
        door = self.desk.door
        if door is not None:
            dialog = SessionHistory(f"{door.activity}, {about(door)}", changes, self)
            dialog.asked.connect(self.change_set_asked, Qt.ConnectionType.QueuedConnection)
            open_dialog(dialog)

    # The full screen.

    @property
    def kiosk(self) -> bool:
        """Whether the door fills the screen."""
        return self._kiosk

    def set_kiosk(self, on: bool) -> None:
        """Fill the screen with the door, or go back; who leaves has given the password."""
        self._kiosk = on
        self.door.remark.keep()
        self.door.set_kiosk(on)
        self.kiosk_asked.emit(on)

    def ask_to_leave(self) -> None:
        """Ask for the password."""
        form = LeaveForm(self._workspace, self)
        form.left.connect(lambda: self.set_kiosk(False))
        open_dialog(form)

    # Not held.

    def _ask_reason(self) -> None:
        open_dialog(when_done(cancel_form(self), self.desk.cancel))
