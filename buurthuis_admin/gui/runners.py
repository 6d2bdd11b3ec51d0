# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Background work: results come back on the thread of the window.

Two kinds (as in Anki): readers run side by side, writers one after another. Work never touches a
widget; its result is dropped when it was cancelled or when its owner is gone.
"""

from __future__ import annotations

import contextvars
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from buurthuis_admin.errors import Cancelled

Result = TypeVar("Result")
_REST = 100  # milliseconds in which the screen is drawn before what can wait
# Seconds that work may go on while the window waits for its turn. A screen that is drawn asks for
# it some hundreds of times; with the 5 ms of Python itself that was a second under a large import.
_TURN = 0.001


class Task(Generic[Result]):
    """One piece of work that was asked for."""

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], Result],
        on_result: Callable[[Result], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        self._owner = owner
        self._work = work
        self._on_result = on_result
        self._on_error = on_error
        self._stopped = threading.Event()
        self._forgotten = False

    def cancel(self) -> None:
        """Ask the work to stop; whatever it still gives is dropped."""
        self._stopped.set()

    def forget(self) -> None:
        """Let the work be finished and tell nobody."""
        self._forgotten = True

    def cancelled(self) -> bool:
        """Whether it was asked to stop; long work looks now and then."""
        return self._stopped.is_set()

    def compute(self) -> Callable[[], None]:
        """Do the work (in a background thread) and give what is to be done with its result."""
        if self.cancelled():
            return lambda: None
        try:
            result = self._work()
        except Cancelled:
            return lambda: None
        except BaseException as error:  # noqa: BLE001 - told to the owner, on the other thread
            failure = error
            return lambda: self._deliver(lambda: self._on_error(failure))
        return lambda: self._deliver(lambda: self._on_result(result))

    def _deliver(self, tell: Callable[[], None]) -> None:
        dropped = self._forgotten or self.cancelled()
        if not dropped and isValid(self._owner):
            tell()


class Runner(QObject):
    """Runs work in a number of threads; ``idle`` is sent when nothing is left to do.

    One that ``finishes`` does everything that was asked, also at the end: it writes.
    """

    idle = Signal()
    _finished = Signal(object)

    def __init__(
        self,
        *,
        threads: int,
        name: str,
        finishes: bool = False,
        on_error: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._finishes = finishes
        self._closed = False
        self._tell = on_error
        self._open: set[Task[object]] = set()
        self._waiting: list[Callable[[], object]] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._begin_waiting)
        self._running: set[Future[None]] = set()
        self._finished.connect(self._finish)

    @property
    def busy(self) -> bool:
        """Whether work is under way or waiting, or its result not yet told."""
        return bool(self._open or self._waiting)

    def run(
        self,
        owner: QObject,
        work: Callable[[], Result],
        on_result: Callable[[Result], None],
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Task[Result]:
        """Do ``work`` in the background, then ``on_result`` on the thread of the window.

        Nothing is told once ``owner`` is gone. Without ``on_error`` the person is told. What is
        asked after ``close`` is not done: a timer may ring while the window goes.
        """
        task = Task(owner, work, on_result, on_error or self._tell)
        if self._closed:
            task.cancel()
            return task
        self._open.add(task)  # type: ignore[arg-type]
        context = contextvars.copy_context()
        self._running = {one for one in self._running if not one.done()}
        self._running.add(self._pool.submit(self._work, task, context))
        return task

    def later(
        self,
        owner: QObject,
        work: Callable[[], Result],
        on_result: Callable[[Result], None],
    ) -> None:
        """As ``run``, once nothing else is under way: what somebody waits for comes first."""
        self._waiting.append(lambda: isValid(owner) and self.run(owner, work, on_result))
        self._rest.start()

    def _begin_waiting(self) -> None:
        if self._open:
            self._rest.start()
        else:
            waiting, self._waiting = self._waiting, []
            for begin in waiting:
                begin()

    def wait(self) -> None:
        """Wait until no work is under way; more can be asked afterwards. Results are dropped."""
        self._stop()
        wait(self._running)

    def drop(self) -> None:
        """Nobody wants to know any more what comes of the work that is under way."""
        self._stop()

    def close(self) -> None:
        """As ``wait``, and no thread is left."""
        self._closed = True
        self._stop()
        self._pool.shutdown(wait=True, cancel_futures=not self._finishes)
        self._open.clear()
        self._running.clear()  # what the pool cancelled would be waited for in vain

    def _stop(self) -> None:
        self._waiting.clear()
        for task in self._open:
            if self._finishes:
                task.forget()
            else:
                task.cancel()

    def _work(self, task: Task[Result], context: contextvars.Context) -> None:
        tell = context.run(task.compute)
        if isValid(self):
            self._finished.emit((task, tell))

    def _finish(self, finished: tuple[Task[object], Callable[[], None]]) -> None:
        task, tell = finished
        self._open.discard(task)
        tell()
        if not self.busy:
            self.idle.emit()
