# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The box that is being read in, and what a person says of it: each word adds to those before it.

A word counts at once, also while the box is still being understood anew with the one before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.importing.corrections import UNTOUCHED, Corrections, Mending
from buurthuis_admin.importing.planning.answers import Answers

if TYPE_CHECKING:
    from buurthuis_admin.services.imports import PreparedImport


class ImportBox(QObject):
    """``understood`` brings the box as it was understood anew; ``failed`` why it was not."""

    understood = Signal(object)  # PreparedImport
    failed = Signal(object)  # the error

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task[PreparedImport] | None = None
        self._next: Callable[[], None] | None = None
        self.busy = False
        self.prepared: PreparedImport | None = None  # with all that was said
        self.shown: PreparedImport | None = None  # as it was understood, also when it is written

    def take(self, prepared: PreparedImport | None) -> None:
        """A box that was read; None: there is none any more."""
        self._stop()
        self.prepared = self.shown = prepared

    def give(self) -> PreparedImport | None:
        """The box to be written; it is asked for once."""
        prepared, self.prepared = self.prepared, None
        return prepared

    def when_understood(self, then: Callable[[], None]) -> None:
        """Do something once all that was said is in the box."""
        if self.busy:
            self._next = then
        else:
            then()

    @property
    def mending(self) -> Mending:
        """What was said of the content of the box."""
        return self.prepared.understood.mending if self.prepared is not None else UNTOUCHED

    def correct(self, more: Corrections, mending: Mending | None = None) -> None:
        """Understand the box anew with more that was said of its tables, or of its content."""
        prepared, imports = self.prepared, self._workspace.administration.imports
        if prepared is None:
            return
        told = {**prepared.corrections, **more}
        corrections = {place: one for place, one in told.items() if not one.empty}
        mending = self.mending if mending is None else mending
        understood = replace(prepared.understood, mending=mending)
        self.prepared = replace(prepared, understood=understood, corrections=corrections)
        self._again(lambda: imports.correct(prepared, corrections, mending))

    def answer(self, answers: Answers) -> None:
        """Plan the box anew with what was said of people and rows."""
        imports = self._workspace.administration.imports
        if self.prepared is None:
            return
        self.prepared = prepared = replace(self.prepared, answers=answers)
        if self.busy:  # what was said just now has to be in it too
            self.correct({})
        else:
            self._again(lambda: imports.answer(prepared, answers))

    def _again(self, work: Callable[[], PreparedImport]) -> None:
        if self._task is not None:
            self._task.cancel()
        self.busy = True
        self._task = self._workspace.readers.run(self, work, self._done, self._not_done)

    def _done(self, prepared: PreparedImport) -> None:
        self.busy = False
        self.prepared = self.shown = prepared
        self.understood.emit(prepared)
        then, self._next = self._next, None
        if then is not None:
            then()

    def _not_done(self, error: BaseException) -> None:
        self.busy, self._next = False, None
        self.prepared = self.shown
        self.failed.emit(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task, self._next, self.busy = None, None, False
