# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The window: the start page, or the shell around an open administration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.kiosk import Kiosk
from buurthuis_admin.gui.locking import Locking
from buurthuis_admin.gui.page_builders import load, load_all
from buurthuis_admin.gui.pages.lock import LockPage
from buurthuis_admin.gui.places import SAFETY, SETTINGS, TODAY
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.runners import Runner
from buurthuis_admin.gui.settings_sections import Section
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.theme.apply import apply_theme
from buurthuis_admin.gui.widgets.dialogs import offer_help
from buurthuis_admin.gui.widgets.drop import dropped_paths
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, use_language
from buurthuis_admin.services import opening

if TYPE_CHECKING:
    from buurthuis_admin.gui.doorbell import Doorbell
    from buurthuis_admin.gui.pages.start import StartPage
    from buurthuis_admin.services.administration import Administration

_FIRST_SIZE = QSize(1280, 800)
_LEAST_SIZE = QSize(640, 480)  # smaller is of no use to anybody
_READERS = 3
_LOAD_AFTER = 1500  # milliseconds


def _nothing(_done: None) -> None:
    return


class MainWindow(QMainWindow):
    """Owns the background threads and the administration that is open; closes both."""

    painted = Signal()

    def __init__(self, doors: Doors, preferences: Preferences, errors: ErrorPresenter) -> None:
        super().__init__()
        self._doors = doors
        self._preferences = preferences
        self._errors = errors
        self._administration: Administration | None = None
        self._doorbell: Doorbell | None = None
        self._closing = False
        self.readers = Runner(threads=_READERS, name="reader", on_error=errors.show)
        self.writers = Runner(threads=1, name="writer", finishes=True, on_error=errors.show)
        self.locking = Locking(self, self.writers, preferences)
        self.kiosk = Kiosk(self, self.locking.watch)
        self.locking.watch.idle.connect(self.lock)
        # Queued: the key is still being handled by what is going to be destroyed.
        self.locking.watch.asked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self.ring = FocusRing(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(_LEAST_SIZE)
        self.setWindowTitle(_("Community Centre Administration"))
        if not self.restoreGeometry(preferences.window):
            self.resize(_FIRST_SIZE)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.restyle())
        hints.accessibility().motionPreferenceChanged.connect(lambda _wish: self.restyle())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _wish: self.restyle())

    @property
    def shell(self) -> Shell | None:
        """What is around the open administration; None on the start page."""
        central = self.centralWidget()
        return central if isinstance(central, Shell) else None

    # What is shown.

    def show_start(self, path: Path | None) -> StartPage:
        """Show the start page with an administration to open."""
        from buurthuis_admin.gui.pages.start import StartPage

        page = StartPage(self._doors, self.readers, self._errors, path)
        self._listen(path)
        page.proposed.connect(self._listen)
        page.opened.connect(self.show_administration)
        page.damaged.connect(self.show_damage)
        page.opened_for_safety.connect(lambda found: self.show_administration(found, SAFETY))
        self.setWindowTitle(_("Community Centre Administration"))
        self._put(page)
        page.focus_first()
        self.readers.later(page, opening.load, _nothing)
        return page

    def open_at_once(self, path: Path, password: str, key: str = TODAY) -> None:
        """Open an administration without asking, and show a page of it."""
        waiting = label(_("One moment, it is being opened…"), "heading")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._put(waiting)
        self.readers.run(
            waiting,
            lambda: self._doors.open(path, password),
            lambda found: self.show_administration(found, key),
            lambda error: self._not_opened(path, password, error),
        )
        QTimer.singleShot(0, waiting, lambda: load(key))

    def _not_opened(self, path: Path, password: str, error: BaseException) -> None:
        from buurthuis_admin.gui.doorbell import ring

        if ring(path):
            self.close()  # the window that has it open came forward
        else:
            self.show_start(path).tell_failure(error, password)

    def show_damage(self, path: Path, problem: str, secret: str) -> None:
        """Show what is wrong with a file, what is left of it, and the way back."""
        from buurthuis_admin.gui.pages.damage import DamagePage

        second = self._preferences.second_place(path)
        page = DamagePage(path, problem, secret, self.readers, self._errors, second)
        page.restored.connect(self.show_administration)
        page.left.connect(lambda: self.show_start(path), Qt.ConnectionType.QueuedConnection)
        self._put(page)

    def show_administration(self, administration: Administration, key: str = TODAY) -> None:
        """Show a page of an administration, with the forms that were not saved when it closed."""
        self._administration = administration
        self._preferences.remember(administration.path)
        self.locking.begin(administration)
        self._show_shell(key)
        shell = self.shell
        assert shell is not None
        self._stop_listening()
        # Not before the page: nobody starts a second time within the blink of an eye.
        self.readers.later(shell, lambda: administration.path, self._listen)
        self.readers.later(
            shell,
            lambda: administration.drafts.all(),  # noqa: PLW0108 - loaded in the background
            lambda drafts: self.locking.restore(shell, drafts),
        )
        self.readers.run(
            shell,
            administration.backups.second,
            lambda second: self._preferences.remember_second(administration.path, second),
        )

    def _show_shell(self, key: str) -> None:
        assert self._administration is not None
        shell = Shell(
            Workspace(
                self._administration, self.readers, self.writers, self._errors, self._preferences
            )
        )
        shell.title_changed.connect(self.setWindowTitle)
        shell.look_changed.connect(self._redraw, Qt.ConnectionType.QueuedConnection)
        shell.leave_asked.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        shell.full_check.damage_found.connect(
            self._damage_found, Qt.ConnectionType.QueuedConnection
        )
        shell.copied.connect(self._go_on_with, Qt.ConnectionType.QueuedConnection)
        shell.lock_asked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        shell.lock_minutes_changed.connect(self.locking.watch.set_minutes)
        shell.kiosk_asked.connect(self._set_kiosk)
        shell.go_to(key)
        self._put(shell)
        # When whoever opened it is looking at the first page.
        QTimer.singleShot(_LOAD_AFTER, shell, lambda: self.readers.later(shell, load_all, _nothing))

    def _set_kiosk(self, on: bool) -> None:
        from buurthuis_admin.gui.pages.attendance import AttendancePage

        shell = self.shell
        page = shell.page(shell.current) if shell is not None else None
        if on and shell is not None and isinstance(page, AttendancePage):
            self.kiosk.begin(shell, page.ask_to_leave)
        else:
            self.kiosk.end(shell)

    def _damage_found(self, problem: str) -> None:
        """The open file turns out to be damaged: nothing more is written to it."""
        if self._administration is not None:
            path = self._administration.path
            self._close_administration()
            self.show_damage(path, problem, "")

    def _put(self, widget: QWidget) -> None:
        self.ring.follow(None)
        self.setCentralWidget(widget)
        if isinstance(widget, Page):  # the shell offers help on its own pages
            offer_help(widget)
        self.ring.raise_()

    def _go_on_with(self, path: Path) -> None:
        """Close this administration and propose the copy that was made of it."""
        self._leave()
        self.show_start(path)

    def _leave(self) -> None:
        if self._administration is not None:
            path = self._administration.path
            self._back_up()
            self._close_administration()
            self.show_start(path)

    # A second start.

    def _listen(self, path: Path | None) -> None:
        """From now on a second start with this file brings this window forward."""
        from buurthuis_admin.gui.doorbell import Doorbell

        self._stop_listening()
        if path is None:
            return
        self._doorbell = Doorbell(path, self)
        self._doorbell.rung.connect(self.come_forward)

    def listen_to_everybody(self) -> None:
        """From now on a second start without a file brings this window forward."""
        from buurthuis_admin.gui.doorbell import Doorbell

        def listen(_done: None) -> None:
            Doorbell(None, self).rung.connect(self.come_forward)

        self.readers.later(self, lambda: None, listen)

    def _stop_listening(self) -> None:
        if self._doorbell is not None:
            self._doorbell.silence()
            self._doorbell.deleteLater()
            self._doorbell = None

    def come_forward(self) -> None:
        """Show this window over the others, also when it was made small."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Locking.

    def lock(self) -> None:
        """Hide everything at once and close the file; what was typed is kept."""
        administration, shell = self._administration, self.shell
        if administration is None or shell is None:
            return
        self._administration = None
        self.kiosk.end(None)
        self.readers.drop()  # or an error of the closed file would stand over the locked screen
        self.ring.follow(None)
        page = LockPage(administration.path)
        path = administration.path
        page.unlock_asked.connect(lambda password: self._unlock(page, path, password))
        page.leave_asked.connect(lambda: self.show_start(path), Qt.ConnectionType.QueuedConnection)
        self.locking.lock(administration, page, shell)
        self.ring.raise_()

    def _unlock(self, page: LockPage, path: Path, password: str) -> None:
        page.wait(_("One moment, it is being opened…"))
        self.readers.run(
            page,
            lambda: self._doors.open(path, password),
            self._unlocked,
            lambda error: page.tell(self._errors.sentence(error)),
        )

    def _unlocked(self, administration: Administration) -> None:
        key = self.locking.unlocked(administration)
        self.show_administration(administration, key)

    # The look.

    def restyle(self) -> None:
        """Put the chosen colours and text size on the program."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, self._preferences.brightness, self._preferences.text_size)

    def _redraw(self, changed: str) -> None:
        """Another language or text size: every page is built anew, the settings first.

        Who chooses by the arrows goes on where they were.
        """
        use_language(self._preferences.language)
        self.restyle()
        self._show_shell(SETTINGS)
        shell = self.shell
        if shell is not None:
            shell.show_settings(Section.LOOK, changed)

    # As Qt asks of a window.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere once an administration is open."""
        if self.shell is not None and not self.kiosk.active and dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files in."""
        shell, paths = self.shell, dropped_paths(event.mimeData())
        if shell is not None and paths:
            event.acceptProposedAction()
            shell.take_files(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window is on the screen."""
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being written, make a backup, then let go of everything."""
        if self.kiosk.refuse_to_close():
            event.ignore()
            return
        if self._closing:
            event.ignore()  # asked twice while the backup is made: the first one closes
            return
        self._closing = True
        self._stop_listening()  # who starts it now gets a program of their own
        self._back_up()
        self._preferences.window = self.saveGeometry()
        self._preferences.save()
        self.readers.close()
        self.writers.close()
        self._close_administration()
        super().closeEvent(event)
        self._closing = False

    def _back_up(self) -> None:
        if self._administration is not None and not self._administration.read_only:
            from buurthuis_admin.gui.backing_up import back_up_on_closing

            back_up_on_closing(self, self._administration, self.writers, self._preferences)

    def _close_administration(self) -> None:
        self.locking.end()
        if self._administration is not None:
            self.readers.wait()
            self.writers.wait()
            self._administration.close()
            self._administration = None
