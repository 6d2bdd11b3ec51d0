# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Locking: the content gone from the screen at once, the file closed, what was typed kept.

The forms are taken down first, then everything that shows a name is destroyed, and only then the
last changes are finished and the file is closed, behind the locked screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.form_drafts import OTHER, open_forms, put_back, show_texts, take_down
from buurthuis_admin.gui.idle import IdleWatch
from buurthuis_admin.gui.pages.lock import LockPage
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.runners import Runner
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.i18n import _
from buurthuis_admin.services.drafts import FormDraft

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration

_TAKE_DOWN_EVERY = 10_000  # milliseconds: what a power cut can cost of a form


class Locking(QObject):
    """Takes the drafts of a window, and closes its administration behind the locked screen."""

    def __init__(self, window: QMainWindow, writers: Runner, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._writers = writers
        self.watch = IdleWatch(preferences.lock_minutes, self)
        self._kept: dict[str, FormDraft] = {}
        self._sealed = b""
        self._page = ""
        self._regularly = QTimer(self)
        self._regularly.setInterval(_TAKE_DOWN_EVERY)
        self._regularly.timeout.connect(self.keep_drafts)
        self._administration: Administration | None = None

    # While an administration is open.

    def begin(self, administration: Administration) -> None:
        """Watch over an administration that was opened."""
        self._administration = administration
        self._kept = {}
        self.watch.start()
        self._regularly.start()

    def end(self) -> None:
        """The administration is being closed."""
        self._administration = None
        self.watch.stop()
        self._regularly.stop()

    def keep_drafts(self) -> None:
        """Keep what stands in the open forms, and forget those of forms that are gone."""
        administration = self._administration
        if administration is None or administration.read_only:
            return
        now = {draft.key: draft for draft in map(take_down, open_forms(self._window))}
        new = [draft for key, draft in now.items() if self._kept.get(key) != draft]
        gone = [key for key in self._kept if key not in now]
        self._kept = now
        if new or gone:
            drafts = administration.drafts
            self._writers.run(self, lambda: _write(drafts.keep, new, drafts.drop, gone), _nothing)

    # Locking and unlocking.

    def lock(self, administration: Administration, page: LockPage, shell: Shell) -> None:
        """Show the locked screen and close the administration behind it."""
        forms = open_forms(self._window)
        drafts = [take_down(form) for form in forms]
        self._page = shell.current
        self.end()
        self._window.setWindowTitle(_("Locked"))
        self._window.setCentralWidget(page)  # destroys the shell with all its models
        _close_everything_over(self._window)
        self._writers.run(
            page,
            lambda: self._close(administration, drafts),
            lambda _done: page.wait(""),
            lambda _error: page.wait(""),
        )
        page.focus_first()

    def _close(self, administration: Administration, drafts: list[FormDraft]) -> None:
        try:
            if not administration.read_only:
                for draft in drafts:
                    administration.drafts.keep(draft)
        except UserError:
            # The disk is full or gone: in memory then, and nothing to be read there either.
            self._sealed = administration.security.seal(drafts)
        finally:
            administration.close()

    def unlocked(self, administration: Administration) -> str:
        """The page to go on with, after the administration was opened again."""
        sealed = self._sealed
        self._sealed = b""
        if sealed:
            for draft in administration.security.unseal(sealed):
                administration.drafts.keep(draft)
        return self._page

    def restore(self, shell: Shell, drafts: list[FormDraft]) -> None:
        """Open the forms of the drafts again, with everything that was typed."""
        self._kept = {draft.key: draft for draft in drafts}
        for draft in drafts:
            if draft.kind == OTHER:
                show_texts(shell, draft)
            else:
                shell.open_form(draft.kind, draft.subject, _putting_back(draft))


def _putting_back(draft: FormDraft) -> Callable[[FormDialog], None]:
    return lambda form: put_back(form, draft)


def _write(
    keep: Callable[[FormDraft], None],
    new: list[FormDraft],
    drop: Callable[[str], None],
    gone: list[str],
) -> None:
    for key in gone:
        drop(key)
    for draft in new:
        keep(draft)


def _nothing(_done: object) -> None:
    return


def _close_everything_over(window: QMainWindow) -> None:
    """Forms, questions and file dialogs: nothing stays over the locked screen."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.hide()
            widget.deleteLater()
