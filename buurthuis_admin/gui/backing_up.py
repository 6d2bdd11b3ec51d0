# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups at their own times: daily while the program is open, and on closing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QMainWindow

from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.runners import Runner
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.texts import announce
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

if TYPE_CHECKING:
    from buurthuis_admin.domain.backups import Attempt
    from buurthuis_admin.services.administration import Administration

_LOOK_AFTER = 30_000  # milliseconds after a change: taps at the door do not each ask
_SLOW_AFTER = 1_000


class DailyBackup(QObject):
    """Makes a backup at the first change of a day; a failure is told by the page of today."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AFTER)
        self._later.timeout.connect(self.look)

    def notice(self) -> None:
        """Something was changed."""
        if not self._later.isActive():
            self._later.start()

    def look(self) -> None:
        """Make a backup when it is time."""
        administration = self._workspace.administration
        if not administration.read_only:
            work = _when_due(administration)
            self._workspace.writers.run(self, work, self._made)

    def _made(self, attempts: Sequence[Attempt]) -> None:
        remember(attempts, self._workspace.preferences)


def _when_due(administration: Administration) -> Callable[[], Sequence[Attempt]]:
    def work() -> Sequence[Attempt]:
        from buurthuis_admin.domain.thinning import BackupReason

        backups = administration.backups
        if not backups.due():
            return ()
        if not administration.read_only:  # files of which the time is over go into no new backup
            administration.privacy.removal.drop_old_files()
        return backups.make(BackupReason.DAILY)

    return work


def back_up_on_closing(
    window: QMainWindow, administration: Administration, writers: Runner, preferences: Preferences
) -> None:
    """Make a backup when there are changes that none has; returns when that is done or failed.

    Whatever goes wrong is remembered and told the next time: nothing stands in the way of closing.
    """

    def work() -> Sequence[Attempt]:
        from buurthuis_admin.domain.thinning import BackupReason

        backups = administration.backups
        return backups.make(BackupReason.CLOSED) if backups.changed_since() else ()

    loop = QEventLoop()
    told = _Patience(window)

    def made(attempts: Sequence[Attempt]) -> None:
        remember(attempts, preferences)
        loop.quit()

    def failed(error: BaseException) -> None:
        preferences.backup_problem = str(error)
        loop.quit()

    QTimer.singleShot(_SLOW_AFTER, told, told.show)
    task = writers.run(loop, work, made, failed)
    if not task.cancelled():
        window.setEnabled(False)
        loop.exec()
        window.setEnabled(True)
    told.deleteLater()


def remember(attempts: Sequence[Attempt], preferences: Preferences) -> None:
    """Keep why a backup failed, also where the administration could not keep it."""
    if attempts:
        problems = [one.problem for one in attempts if one.problem]
        preferences.backup_problem = problems[0] if problems else ""


class _Patience(QLabel):
    """A few words in the middle of the window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setText(_("A backup is being made…"))
        self.setProperty("kind", "heading")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAutoFillBackground(True)
        self.setContentsMargins(scaled(32), scaled(24), scaled(32), scaled(24))
        self.hide()

    def show(self) -> None:
        """Show and say them."""
        window = self.window()
        self.resize(self.sizeHint())
        self.move((window.width() - self.width()) // 2, (window.height() - self.height()) // 2)
        self.raise_()
        super().show()
        announce(self, self.text())
