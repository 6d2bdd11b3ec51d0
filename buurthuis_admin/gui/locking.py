# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Locking: the content gone from the screen at once, the file closed, what was typed kept.

The forms are taken down first, then everything that shows a name is destroyed, and only then the
last changes are finished and the file is closed, behind the locked screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.form_drafts import (
    OTHER,
    PAGE,
    open_forms,
    put_back,
    show_texts,
    take_down,
    take_down_pages,
)
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
        self._opening: set[str] = set()  # drafts of forms that are being opened again
        self._sealed = b""
        self._unsealed: list[FormDraft] = []
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
        self._opening = set()
        self.watch.start()
        self._regularly.start()

    def end(self) -> None:
        """The administration is being closed."""
        self._administration = None
        self.watch.stop()
        self._regularly.stop()

    def keep_drafts(self) -> None:
        """Keep what stands in forms and pages, and forget those of forms that are gone."""
        administration, shell = self._administration, self._window.centralWidget()
        if administration is None or administration.read_only or not isinstance(shell, Shell):
            return
        now = {draft.key: draft for draft in self._taken_down(shell)}
        new = [draft for key, draft in now.items() if self._kept.get(key) != draft]
        waiting = {key: self._kept[key] for key in self._opening if key in self._kept}
        gone = [key for key in self._kept if key not in now and key not in waiting]
        self._kept = waiting | now
        if new or gone:
            drafts = administration.drafts
            self._writers.run(self, lambda: _write(drafts.keep, new, drafts.drop, gone), _nothing)

    def _taken_down(self, shell: Shell) -> list[FormDraft]:
        forms = [take_down(form, shell.pages) for form in open_forms(self._window)]
        return [*forms, *take_down_pages(shell.pages, secret=False)]

    # Locking and unlocking.

    def lock(self, administration: Administration, page: LockPage, shell: Shell) -> None:
        """Show the locked screen and close the administration behind it."""
        drafts = self._taken_down(shell)
        secret = take_down_pages(shell.pages, secret=True)
        self._page = shell.current
        self.end()
        self._window.setWindowTitle(_("Locked"))
        self._window.setCentralWidget(page)  # destroys the shell with all its models
        # Now, and not later: a page whose timer rings meanwhile would read from the closed file.
        QCoreApplication.sendPostedEvents(shell, QEvent.Type.DeferredDelete.value)
        _close_everything_over(self._window)
        self._writers.run(
            page,
            lambda: self._close(administration, drafts, secret),
            lambda _done: page.wait(""),
            lambda _error: page.wait(""),
        )
        page.focus_first()

    def _close(
        self, administration: Administration, drafts: list[FormDraft], secret: list[FormDraft]
    ) -> None:
        # Passwords never go to the disk, and when it is full or gone nothing does: those stay in
        # memory, where nothing is to be read either.
        in_memory = secret
        try:
            if administration.read_only:
                in_memory = [*drafts, *secret]
            else:
                for draft in drafts:
                    administration.drafts.keep(draft)
        except UserError:
            in_memory = [*drafts, *secret]
        finally:
            if in_memory:
                self._sealed = administration.security.seal(in_memory)
            administration.close()

    def unlocked(self, administration: Administration) -> str:
        """The page to go on with, after the administration was opened again."""
        sealed = self._sealed
        self._sealed = b""
        if sealed:
            self._unsealed = administration.security.unseal(sealed)
        return self._page

    def restore(self, shell: Shell, drafts: list[FormDraft]) -> None:
        """Open the forms of the drafts again, with everything that was typed."""
        self._kept = {draft.key: draft for draft in drafts}
        found = self._kept | {draft.key: draft for draft in self._unsealed}
        self._unsealed = []
        self._opening = {draft.key for draft in found.values() if draft.kind != PAGE}
        for draft in found.values():
            self._restore_one(shell, draft)

    def _restore_one(self, shell: Shell, draft: FormDraft) -> None:
        if draft.kind == PAGE:
            shell.type_again(draft.place, draft.texts)
        elif draft.kind == OTHER or not shell.open_form(draft, self._putting_back(draft)):
            self._opening.discard(draft.key)
            show_texts(shell, draft)

    def _putting_back(self, draft: FormDraft) -> Callable[[FormDialog], None]:
        def ready(form: FormDialog) -> None:
            put_back(form, draft)
            self._opening.discard(draft.key)

        return ready


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
