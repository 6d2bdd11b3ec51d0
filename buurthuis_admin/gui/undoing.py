# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Undo and redo from anywhere in the shell, and telling of each change in the undo bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from buurthuis_admin.errors import Cancelled
from buurthuis_admin.gui.widgets.undo_bar import Offer, UndoBar
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext

if TYPE_CHECKING:
    from buurthuis_admin.domain.history import ChangeSet
    from buurthuis_admin.services.history import TurnedBack

Watch = Callable[[int, int], None]  # so much done of so much

_NAMED = 5  # in the bar; the page of changes has them all
_SLOW_AFTER = 1000  # milliseconds


class Undoing(QObject):
    """Watches the newest change. What was changed before the program was opened is not told."""

    _went = Signal(int, int)

    def __init__(self, workspace: Workspace, bar: UndoBar, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._bar = bar
        self._administration = workspace.administration
        self._newest: ChangeSet | None = None
        self._kept: Sequence[str] = ()
        self._way_back: Callable[[], None] | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_AFTER)
        self._slow.timeout.connect(lambda: bar.tell(_busy(), Offer.STOP))
        self._stopping = Event()
        bar.stop_asked.connect(self._stop)
        self._went.connect(self._show_progress)
        bar.undo_asked.connect(self.undo)
        bar.redo_asked.connect(self.redo)
        workspace.readers.later(self, self._read, self._remember)

    def look(self) -> None:
        """Something was changed: tell what."""
        self._workspace.readers.run(self, self._read, self._notice)

    def undo(self) -> None:
        """Take back the newest change; after a restore, what was there before it."""
        way_back, self._way_back = self._way_back, None
        if way_back is None:
            self._turn(self._administration.history.undo)
        else:
            way_back()

    def offer_way_back(self, way_back: Callable[[], None]) -> None:
        """A backup was put back: undoing that is no change, but another restore."""
        self._workspace.readers.run(
            self, self._read, lambda newest: self._put_back(newest, way_back)
        )

    def _put_back(self, newest: ChangeSet | None, way_back: Callable[[], None]) -> None:
        if newest is not None:
            self._newest, self._way_back = newest, way_back
            self._tell(newest)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._turn(self._administration.history.redo)

    def turn_back(self, change_set_id: int) -> None:
        """Take back an earlier change."""
        self._turn(lambda watch: self._administration.history.turn_back(change_set_id, watch))

    def _turn(self, work: Callable[[Watch], TurnedBack]) -> None:
        self._kept = ()
        self._slow.start()
        self._stopping.clear()

        def take_back() -> TurnedBack | None:
            try:
                return work(self._watch)
            except Cancelled:
                return None

        self._workspace.writers.run(self, take_back, self._turned, self._failed)

    def _watch(self, done: int, total: int) -> None:
        """Told in the thread that writes, after each part."""
        if self._stopping.is_set():
            raise Cancelled
        if isValid(self):
            self._went.emit(done, total)

    def _show_progress(self, done: int, total: int) -> None:
        if total:
            self._bar.tell_progress(f"{_busy()} {_percent(done, total)}")

    def _stop(self) -> None:
        self._stopping.set()
        self._bar.tell(_("One moment, it is being stopped…"))

    def _turned(self, turned: TurnedBack | None) -> None:
        self._slow.stop()
        if turned is None:
            self._bar.tell(_("Stopped. Everything is as it was."))
            return
        self._kept = turned.kept
        self._newest = None  # the news of the change may have come before the names of what stays
        self.look()

    def _failed(self, error: BaseException) -> None:
        from buurthuis_admin.services.history import NothingToRedo, NothingToUndo

        self._slow.stop()
        if isinstance(error, NothingToUndo | NothingToRedo):
            self._bar.tell(str(error))
            return
        if self._newest is not None:
            self._tell(self._newest)
        self._workspace.errors.show(error)

    def _read(self) -> ChangeSet | None:
        return next(iter(self._administration.history.recent(0, 1)), None)

    def _remember(self, newest: ChangeSet | None) -> None:
        if self._newest is None:
            self._newest = newest

    def _notice(self, newest: ChangeSet | None) -> None:
        if newest is None or (self._newest is not None and newest.id == self._newest.id):
            return
        self._newest, self._way_back = newest, None
        self._tell(newest)

    def _tell(self, change: ChangeSet) -> None:
        from buurthuis_admin.domain.history import ChangeKind

        self._slow.stop()
        turned = change.kind in (ChangeKind.UNDO, ChangeKind.REDO)
        sentence = _("{change}.").format(change=change.sentence)
        if turned and self._kept:
            sentence = f"{sentence} {kept_sentence(self._kept)}"
        self._bar.tell(sentence, Offer.UNDO if self._way_back else _offer(change))


def kept_sentence(kept: Sequence[str]) -> str:
    """Which rows stay as they are, by name; of many, the first few."""
    names = ", ".join(kept[:_NAMED])
    more = len(kept) - _NAMED
    if more > 0:
        others = ngettext("{count} other", "{count} others", more)
        told = others.format(count=format_number(more))
        names = _("{names} and {others}").format(names=names, others=told)
    return _("Changed or used since, and so left as it is: {names}.").format(names=names)


def _busy() -> str:
    return _("One moment, it is being taken back…")


def _percent(done: int, total: int) -> str:
    return _("{size} %").format(size=done * 100 // total)


def _offer(change: ChangeSet) -> Offer:
    from buurthuis_admin.domain.history import ChangeKind

    if change.rows == 0 or change.kind is ChangeKind.FINAL:
        return Offer.NOTHING
    return Offer.REDO if change.kind is ChangeKind.UNDO else Offer.UNDO
